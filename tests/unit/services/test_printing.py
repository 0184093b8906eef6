"""The print queue: nothing lost, nothing twice, nothing hours later, and no false "printed"."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from gettext import NullTranslations

import pytest

from kiosk.domain.errors import ErrorCode, KioskError, StorageError
from kiosk.i18n import Words
from kiosk.services.ports import PageKind, PrintJob, PrintState
from kiosk.services.print_wording import print_state, reprint_mark
from kiosk.services.printing import AUTOMATIC, RELEASABLE, TITLE, TROUBLE, Printing
from tests.helpers.printing import FakeAudit, FakeClock, FakePrinter, FakePrintJobs

VISIT = "a" * 32
UNTOUCHED = {
    PrintState.OFFLINE,
    PrintState.NO_PAPER,
    PrintState.WRONG_PAPER,
    PrintState.PAUSED,
}
"""Trouble in which no paper has come out."""


@dataclass
class Bench:
    """A print queue and all that it works with."""

    jobs: FakePrintJobs = field(default_factory=FakePrintJobs)
    printer: FakePrinter = field(default_factory=FakePrinter)
    audit: FakeAudit = field(default_factory=FakeAudit)
    clock: FakeClock = field(default_factory=FakeClock)
    page: bytes = b"page"
    second: FakePrinter | None = None

    @property
    def printing(self) -> Printing:
        """A new service on the same store, as after a restart."""
        return Printing(
            self.jobs, self.printer, self.audit, self.clock, self._made, second=self.second
        )

    def _made(self, visit: str, again: datetime | None) -> bytes:
        return self.page + (f", again at {again:%H:%M}".encode() if again else b"")

    def sent(self) -> tuple[Printing, PrintJob]:
        """A queue with one released page."""
        printing = self.printing
        return printing, printing.release(hold(printing), "Ann")

    def stored(self) -> PrintJob:
        (job,) = self.jobs.stored
        return job

    def actions(self) -> list[str]:
        return [action for _by, action, _subject in self.audit.lines]


@pytest.fixture
def bench():
    return Bench()


def hold(printing: Printing) -> PrintJob:
    return printing.hold(VISIT, PageKind.SUMMARY, "Ann")


def test_a_page_is_held_until_staff_release_it(bench):
    job = hold(bench.printing)
    assert job.state is PrintState.HELD
    assert bench.printer.sent == []
    assert bench.audit.lines == [("Ann", "page_held", VISIT)]


def test_a_page_that_is_held_is_not_held_again(bench):
    assert hold(bench.printing) == hold(bench.printing)
    assert len(bench.jobs.stored) == 1


def test_her_page_and_the_clinicians_are_two(bench):
    summary = hold(bench.printing)
    take_home = bench.printing.hold(VISIT, PageKind.TAKE_HOME, "visitor")
    assert bench.printing.jobs(VISIT) == [take_home, summary]
    assert bench.printing.latest(VISIT, PageKind.SUMMARY) == summary
    assert bench.printing.latest("b" * 32, PageKind.SUMMARY) is None
    assert bench.printing.cancel(summary, "Ann").id == summary.id
    assert bench.printing.latest(VISIT, PageKind.TAKE_HOME) == take_home


def test_a_released_page_goes_to_the_printer_under_a_title_that_tells_nothing(bench):
    printing = bench.printing
    job = printing.release(hold(printing), "Ben", copies=2)
    assert bench.printer.sent == [(b"page", TITLE, 2)]
    assert (job.state, job.printer, job.printer_job) == (PrintState.WAITING, "clinic", 101)
    assert bench.stored() == job
    assert bench.audit.lines[-1] == ("Ben", "page_released", VISIT)


def test_the_page_is_made_from_what_is_stored_when_it_is_released(bench):
    printing = bench.printing
    job = hold(printing)
    bench.page = b"page with what was added since"
    printing.release(job, "Ann")
    assert bench.printer.sent[0][0] == b"page with what was added since"


def test_her_page_is_made_by_what_makes_hers():
    bench = Bench()
    printing = Printing(
        bench.jobs,
        bench.printer,
        bench.audit,
        bench.clock,
        lambda _visit, _again: b"clinician's",
    )
    printing.provide(PageKind.TAKE_HOME, lambda visit, _again: f"hers, of {visit}".encode())
    printing.release(printing.hold(VISIT, PageKind.TAKE_HOME, "visitor"), "Ann")
    assert bench.printer.sent[0][0] == f"hers, of {VISIT}".encode()


def test_her_page_stays_held_where_it_cannot_be_made(bench):
    printing = bench.printing
    job = printing.hold(VISIT, PageKind.TAKE_HOME, "visitor")
    with pytest.raises(KioskError) as error:
        printing.release(job, "Ann")
    assert error.value.code is ErrorCode.PRINT_FAILED
    assert bench.stored().state is PrintState.HELD


def test_without_a_printer_the_page_is_kept(bench):
    bench.printer.is_set_up = False
    printing = bench.printing
    assert not printing.available()
    with pytest.raises(KioskError) as error:
        printing.release(hold(printing), "Ann")
    assert error.value.code is ErrorCode.NO_PRINTER
    assert bench.stored().state is PrintState.HELD

    bench.printer.is_set_up = True
    assert printing.available()
    assert printing.release(bench.stored(), "Ann").state is PrintState.WAITING


@pytest.mark.parametrize(
    "state", [PrintState.WAITING, PrintState.PRINTING, PrintState.DONE, PrintState.OFFLINE]
)
def test_nothing_is_printed_twice_unasked(bench, state):
    printing, job = bench.sent()
    bench.printer.states[101] = state
    printing.poll(job)
    with pytest.raises(KioskError) as error:
        printing.release(job, "Ann")
    assert error.value.code is ErrorCode.PAGE_RELEASED
    assert len(bench.printer.sent) == 1


def test_a_page_that_was_printed_can_be_asked_for_again(bench):
    printing, job = bench.sent()
    bench.printer.states[101] = PrintState.DONE
    printing.poll(job)
    again = printing.release(job, "Ann", reprint=True)
    assert again.id != job.id
    assert [each.state for each in bench.jobs.stored] == [PrintState.DONE, PrintState.WAITING]


@pytest.mark.parametrize("state", [PrintState.FAILED, PrintState.CANCELLED])
def test_a_page_that_did_not_come_out_is_released_again_without_further_ado(bench, state):
    printing, job = bench.sent()
    bench.printer.states[101] = state
    assert printing.poll(job).state is state
    again = printing.release(job, "Ann")
    assert (again.id, again.state, again.printer_job) == (job.id, PrintState.WAITING, 102)


def test_the_state_is_the_one_the_print_system_tells(bench):
    printing, job = bench.sent()
    for state in [PrintState.PRINTING, PrintState.NO_PAPER, PrintState.PRINTING, PrintState.DONE]:
        bench.printer.states[101] = state
        assert printing.poll(job).state is state
        assert bench.stored().state is state


def test_what_was_printed_leaves_nothing_in_the_print_system(bench):
    printing, job = bench.sent()
    bench.printer.states[101] = PrintState.DONE
    printing.poll(job)
    assert bench.printer.cancelled == [101]
    assert printing.poll(job).state is PrintState.DONE


def test_what_is_held_or_over_is_not_asked_about(bench):
    printing = bench.printing
    job = hold(printing)
    bench.printer.answers = False
    assert printing.poll(job) == job


def test_after_a_restart_jobs_are_followed_by_their_number(bench):
    bench.sent()
    bench.printer.states[101] = PrintState.DONE
    (job,) = bench.printing.poll_all()
    assert job.state is PrintState.DONE
    assert bench.printing.poll_all() == []


def test_a_kiosk_that_stopped_while_it_sent_a_page_does_not_say_printed(bench):
    _before, job = bench.sent()
    bench.jobs.update(PrintJob(job.id, VISIT, job.kind, PrintState.WAITING, job.asked_at, "Ann"))
    assert bench.printing.poll(job).state is PrintState.FAILED


def test_a_page_whose_number_cannot_be_kept_is_taken_back(bench):
    printing = bench.printing
    job = hold(printing)
    bench.jobs.refuse = lambda update: update.printer_job is not None
    with pytest.raises(StorageError):
        printing.release(job, "Ann")
    assert bench.printer.cancelled == [101]
    assert printing.poll(job).state is PrintState.FAILED


@pytest.mark.parametrize("state", sorted(TROUBLE))
def test_a_page_comes_back_when_its_printer_is_in_trouble_for_long(bench, state):
    printing, job = bench.sent()
    bench.printer.states[101] = state
    assert printing.poll(job).state is state
    bench.clock.forward(119)
    assert printing.poll(job).state is state
    bench.clock.forward(1)
    assert printing.poll(job).state is PrintState.HELD
    assert bench.printer.cancelled == [101]
    assert bench.actions() == ["page_held", "page_released", "page_withdrawn"]


def test_it_prints_when_the_printer_is_back_in_time(bench):
    printing, job = bench.sent()
    bench.printer.states[101] = PrintState.OFFLINE
    printing.poll(job)
    bench.clock.forward(100)
    bench.printer.states[101] = PrintState.PRINTING
    assert printing.poll(job).state is PrintState.PRINTING
    # Trouble that comes anew has its whole time again.
    bench.printer.states[101] = PrintState.NO_PAPER
    bench.clock.forward(100)
    assert printing.poll(job).state is PrintState.NO_PAPER
    assert bench.printer.cancelled == []


def test_staff_release_again_what_came_back(bench):
    printing, job = bench.sent()
    held = printing.withdraw(job, "Ann")
    assert (held.state, held.printer, held.printer_job) == (PrintState.HELD, None, None)
    assert printing.release(held, "Ann").printer_job == 102


def test_a_page_that_came_out_meanwhile_does_not_come_back(bench):
    printing, job = bench.sent()
    bench.printer.states[101] = PrintState.DONE
    assert printing.withdraw(job, "Ann").state is PrintState.DONE
    assert bench.stored().state is PrintState.DONE
    assert "page_withdrawn" not in bench.actions()


def test_a_page_is_not_called_held_while_the_print_system_has_it(bench):
    printing, job = bench.sent()
    bench.printer.answers = False
    assert printing.poll(job).state is PrintState.SILENT
    bench.clock.forward(120)
    assert printing.poll(job).state is PrintState.SILENT
    with pytest.raises(KioskError):
        printing.withdraw(job)
    assert bench.stored().state is PrintState.SILENT

    bench.printer.answers = True
    bench.printer.states[101] = PrintState.OFFLINE
    assert printing.poll(job).state is PrintState.HELD


def test_a_print_system_that_keeps_what_is_over_does_not_change_what_is_true(bench):
    printing, job = bench.sent()
    bench.printer.states[101] = PrintState.DONE

    def refuse(_printer: str, _job: int) -> None:
        raise KioskError(ErrorCode.PRINT_FAILED)

    bench.printer.cancel = refuse
    assert printing.poll(job).state is PrintState.DONE


def test_withdrawing_a_page_that_is_held_changes_nothing(bench):
    printing = bench.printing
    job = hold(printing)
    assert printing.withdraw(job, "Ann") == job
    assert bench.actions() == ["page_held"]


def test_staff_cancel_a_page_that_is_held(bench):
    printing = bench.printing
    assert printing.cancel(hold(printing), "Ann").state is PrintState.CANCELLED
    assert bench.printer.cancelled == []
    assert bench.actions() == ["page_held", "page_cancelled"]


def test_staff_cancel_a_page_on_its_way(bench):
    printing, job = bench.sent()
    assert printing.cancel(job, "Ann").state is PrintState.CANCELLED
    assert bench.printer.cancelled == [101]


def test_staff_cancel_a_page_whose_number_was_never_kept(bench):
    printing, job = bench.sent()
    bench.jobs.update(PrintJob(job.id, VISIT, job.kind, PrintState.WAITING, job.asked_at, "Ann"))
    assert printing.cancel(job, "Ann").state is PrintState.CANCELLED
    assert bench.printer.cancelled == []


def test_what_is_over_is_not_cancelled(bench):
    printing, job = bench.sent()
    bench.printer.states[101] = PrintState.DONE
    done = printing.poll(job)
    assert printing.cancel(job, "Ann") == done


def test_the_job_of_a_visit_that_was_removed_is_gone(bench):
    printing = bench.printing
    job = hold(printing)
    bench.jobs.stored.clear()
    with pytest.raises(KioskError) as error:
        printing.release(job, "Ann")
    assert error.value.code is ErrorCode.VISIT_UNKNOWN


def test_the_clinic_says_how_many_copies_come_out(bench):
    printing = Printing(
        bench.jobs,
        bench.printer,
        bench.audit,
        bench.clock,
        lambda _visit, _again: b"page",
        copies=3,
    )
    job = printing.release(hold(printing), "Ben")
    printing.release(job, "Ben", copies=1, reprint=True)
    assert [copies for _pdf, _title, copies in bench.printer.sent] == [3, 1]


def test_a_page_that_comes_out_while_it_is_taken_back_is_printed(bench):
    printing, job = bench.sent()
    bench.printer.states[101] = PrintState.OFFLINE
    bench.printer.comes_out.add(101)
    assert printing.withdraw(job, "Ann").state is PrintState.DONE
    assert "page_withdrawn" not in bench.actions()


def test_what_is_printed_once_more_says_so_and_when(bench):
    printing, job = bench.sent()
    assert not printing.is_reprint(VISIT, PageKind.SUMMARY)
    bench.printer.states[101] = PrintState.DONE
    printing.poll(job)
    assert printing.is_reprint(VISIT, PageKind.SUMMARY)
    assert not printing.is_reprint(VISIT, PageKind.TAKE_HOME)
    bench.clock.forward(60)
    printing.release(job, "Ann", reprint=True)
    assert bench.printer.sent[1][0] == b"page, again at 12:01"


@pytest.mark.parametrize("end", [PrintState.FAILED, PrintState.CANCELLED, PrintState.OFFLINE])
def test_what_had_begun_may_be_out_and_is_marked_when_it_is_printed_again(bench, end):
    printing, job = bench.sent()
    bench.printer.states[101] = PrintState.PRINTING
    assert printing.poll(job).begun
    bench.printer.states[101] = end
    seen = printing.poll(job)
    assert seen.begun
    assert seen.state is (PrintState.LOST if end is PrintState.OFFLINE else end)
    bench.clock.forward(120)
    back = printing.withdraw(seen) if seen.state is PrintState.LOST else seen
    printing.release(back, "Ann")
    assert bench.printer.sent[-1][0].startswith(b"page, again at")


def test_a_page_goes_once_by_itself_where_pages_are_not_held(bench):
    printing = bench.printing
    job = printing.let_go(VISIT, copies=2)
    assert job is not None
    assert (job.state, job.asked_by, job.copies) == (PrintState.WAITING, AUTOMATIC, 2)
    assert printing.let_go(VISIT) is None
    assert [copies for _, _, copies in bench.printer.sent] == [2]


def test_a_page_that_would_not_go_by_itself_is_held_for_staff(bench):
    bench.printer.is_set_up = False
    with pytest.raises(KioskError):
        bench.printing.let_go(VISIT)
    assert bench.stored().state is PrintState.HELD
    bench.printer.is_set_up = True
    assert bench.printing.let_go(VISIT) is None
    assert bench.printer.sent == []


def test_pages_in_trouble_are_counted(bench):
    printing, job = bench.sent()
    assert printing.stuck() == 0
    bench.printer.states[101] = PrintState.NO_PAPER
    printing.poll(job)
    assert printing.stuck() == 1


@pytest.fixture
def pair(bench):
    bench.second = FakePrinter(name="ward")
    return bench


@pytest.mark.parametrize("trouble", sorted(UNTOUCHED))
def test_a_second_printer_takes_over_from_one_that_printed_nothing(pair, trouble):
    printing, job = pair.sent()
    pair.printer.states[101] = trouble
    assert printing.poll(job).printer == "clinic"
    pair.clock.forward(29)
    assert printing.poll(job).printer == "clinic"
    pair.clock.forward(1)
    over = printing.poll(job)
    assert (over.state, over.printer, over.id) == (PrintState.WAITING, "ward", job.id)
    assert pair.printer.cancelled == [101]
    assert [pdf for pdf, _, _ in pair.second.sent] == [b"page"]
    assert pair.actions()[-2:] == ["page_withdrawn", "page_released"]
    # It follows the second from here on, and does not come back to the first.
    pair.second.states[101] = PrintState.OFFLINE
    printing.poll(over)
    pair.clock.forward(30)
    assert printing.poll(over).state is PrintState.OFFLINE
    pair.clock.forward(90)
    assert printing.poll(over).state is PrintState.HELD
    assert (len(pair.printer.sent), len(pair.second.sent)) == (1, 1)


HERS = [PageKind.TAKE_HOME, PageKind.PRESSURE_LOG]


def sent_for_her(pair, kind):
    """A queue with one released page for her, which is drawn once and cannot be made again."""
    printing, drawn = pair.printing, [b"hers"]

    def take(_visit, _again):
        if not drawn:
            raise KioskError(ErrorCode.PRINT_FAILED)
        return drawn.pop()

    printing.provide(kind, take)
    return printing, printing.release(printing.hold(VISIT, kind, "Ann"), "Ann")


@pytest.mark.parametrize("kind", HERS)
def test_a_second_printer_takes_over_her_pages_too(pair, kind):
    printing, job = sent_for_her(pair, kind)
    pair.printer.states[101] = PrintState.NO_PAPER
    for _ in range(2):
        printing.poll_all()
        pair.clock.forward(30)
    (over,) = printing.poll_all()
    assert (over.id, over.kind, over.printer) == (job.id, kind, "ward")
    assert [pdf for pdf, _, _ in pair.second.sent] == [b"hers"]
    assert pair.printer.cancelled == [101]


@pytest.mark.parametrize("kind", HERS)
def test_the_second_gets_her_page_at_once_where_the_first_takes_nothing_at_all(pair, kind):
    pair.printer.is_set_up = False
    _printing, job = sent_for_her(pair, kind)
    assert job.printer == "ward"
    assert [pdf for pdf, _, _ in pair.second.sent] == [b"hers"]


def test_after_a_restart_her_page_is_held_for_staff(pair):
    _printing, job = sent_for_her(pair, PageKind.TAKE_HOME)
    printing = pair.printing
    pair.printer.states[101] = PrintState.NO_PAPER
    printing.poll(job)
    pair.clock.forward(30)
    assert printing.poll(job).state is PrintState.HELD
    assert pair.second.sent == []


@pytest.mark.parametrize("state", [PrintState.DONE, PrintState.PRINTING, PrintState.FAILED])
def test_nothing_of_her_page_is_kept_once_no_other_printer_can_need_it(pair, state):
    printing, _job = sent_for_her(pair, PageKind.TAKE_HOME)
    printing.poll_all()
    assert list(printing._hers.values()) == [b"hers"]  # noqa: SLF001 - what memory holds
    pair.printer.states[101] = state
    printing.poll_all()
    assert printing._hers == {}  # noqa: SLF001


def test_nothing_of_her_page_is_kept_where_there_is_no_second_printer(bench):
    printing, _job = sent_for_her(bench, PageKind.TAKE_HOME)
    assert printing._hers == {}  # noqa: SLF001 - what memory holds


@pytest.mark.parametrize("trouble", sorted(TROUBLE - UNTOUCHED))
def test_a_second_printer_leaves_alone_what_may_have_come_out(pair, trouble):
    printing, job = pair.sent()
    pair.printer.states[101] = trouble
    printing.poll(job)
    pair.clock.forward(119)
    printing.poll(job)
    assert pair.second.sent == []


def test_a_second_printer_leaves_alone_what_the_first_had_begun(pair):
    printing, job = pair.sent()
    for state in (PrintState.PRINTING, PrintState.NO_PAPER):
        pair.printer.states[101] = state
        printing.poll(job)
    pair.clock.forward(60)
    printing.poll(job)
    assert pair.second.sent == []


def test_a_second_printer_leaves_alone_copies_of_which_some_may_be_out(pair):
    printing = pair.printing
    job = printing.release(hold(printing), "Ann", copies=2)
    pair.printer.states[101] = PrintState.NO_PAPER
    printing.poll(job)
    pair.clock.forward(60)
    printing.poll(job)
    assert pair.second.sent == []


def test_what_comes_out_of_the_first_in_the_last_moment_does_not_go_to_the_second(pair):
    printing, job = pair.sent()
    pair.printer.states[101] = PrintState.OFFLINE
    printing.poll(job)
    pair.printer.comes_out.add(101)
    pair.clock.forward(30)
    assert printing.poll(job).state is PrintState.DONE
    assert pair.second.sent == []


def test_a_second_printer_that_takes_nothing_leaves_the_page_held(pair):
    printing, job = pair.sent()
    pair.second.is_set_up = False
    pair.printer.states[101] = PrintState.OFFLINE
    printing.poll(job)
    pair.clock.forward(30)
    assert printing.poll(job).state is PrintState.HELD
    assert pair.stored().state is PrintState.HELD


def test_the_second_is_used_at_once_where_the_first_takes_nothing_at_all(pair):
    pair.printer.is_set_up = False
    printing, job = pair.sent()
    assert job.printer == "ward"
    pair.second.states[101] = PrintState.DONE
    assert printing.poll(job).state is PrintState.DONE


def test_what_fails_for_another_reason_does_not_go_to_the_second(pair):
    printing = pair.printing
    job = hold(printing)
    pair.jobs.refuse = lambda update: update.printer_job is not None
    with pytest.raises(StorageError):
        printing.release(job, "Ann")
    assert pair.second.sent == []


@pytest.mark.parametrize("state", PrintState)
@pytest.mark.parametrize("begun", [False, True])
def test_every_state_has_its_words(bench, state, begun):
    job = replace(hold(bench.printing), state=state, begun=begun)
    told = print_state(job, Words("en", NullTranslations()))
    assert told.rstrip(".")
    careful = begun and state in RELEASABLE
    assert ("may have come out" in told) is careful


def test_a_page_printed_once_more_says_so_and_when():
    words = Words("en", NullTranslations())
    at = datetime(2026, 3, 4, 15, 6, tzinfo=UTC)
    assert reprint_mark(at, words) == f"Reprint, {words.date(at)} {words.time(at)}"
