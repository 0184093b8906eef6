"""The staff board beside a real print server and printer: its words follow the paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from gettext import NullTranslations

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.i18n import Words
from kiosk.printing.cups import CupsPrinter
from kiosk.services.desk import Desk
from kiosk.services.ports import PageKind, PrintJob
from kiosk.services.print_wording import print_state
from kiosk.services.printing import Printing
from kiosk.services.visits import Visits
from kiosk.storage.store import Store, open_store
from tests.helpers.printing import FakeAudit, FakeClock
from tests.helpers.stored_visits import put_visit
from tests.helpers.waiting import wait_until
from tests.system.test_cups import QUEUE, Clinic, clinic, config, discovery, page, server

__all__ = ["clinic", "config", "discovery", "server"]

pytestmark = pytest.mark.system

WORDS = Words("en", NullTranslations())
STAGE = facts.StageGiven(Stage.POSTPARTUM)
NAMES = ("first", "second", "third")


@dataclass
class Reception:
    """The encrypted store, the real queue, and what staff read."""

    clinic: Clinic
    store: Store
    clock: FakeClock = field(default_factory=FakeClock)
    came_out: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.printing = Printing(
            self.store.print_jobs,
            CupsPrinter(QUEUE, server=str(self.clinic.server.socket)),
            FakeAudit(),
            self.clock,
            lambda visit_id, again: page(f"page of {visit_id}{' again' if again else ''}"),
        )
        visits = Visits(self.store.visits, self.clock, "rehearsal")
        self.desk = Desk(self.store.visits, visits, FakeAudit(), self.clock)

    def release(self, visit_id: str, *, reprint: bool = False) -> PrintJob:
        job = self.printing.latest(visit_id, PageKind.SUMMARY)
        job = job or self.printing.hold(visit_id, PageKind.SUMMARY, "Ann")
        return self.printing.release(job, "Ann", reprint=reprint)

    def read(self, visit_id: str) -> str:
        """What the board says of a visit's page."""
        self.printing.poll_all()
        (row,) = [row for row in self.desk.rows(limit=9) if row.visit_id == visit_id]
        job = self.printing.latest(visit_id, PageKind.SUMMARY)
        said = print_state(job, WORDS) if job else "Not printed yet"
        if said == "Printed":
            self.came_out.add(visit_id)
        assert row.printed is (visit_id in self.came_out)
        return said

    def wait_for(self, visit_id: str, said: str) -> None:
        seen: list[str] = []

        def look() -> bool:
            now = self.read(visit_id)
            seen.extend([now] if seen[-1:] != [now] else [])
            return now.startswith(said)

        wait_until(look, said, seconds=90, seen=seen)

    def cancel_at_the_printer(self) -> None:
        """Somebody cancels what is in the queue, at the print system itself."""
        self.clinic.server.run("cancel", "-a", QUEUE)


@pytest.fixture
def reception(clinic: Clinic, tmp_path) -> Iterator[Reception]:
    with open_store(tmp_path / "data") as store:
        for number, name in enumerate(NAMES):
            code = ("green", 41 + number)
            put_visit(store.visits, name, STAGE, facts.Finished(), code=code)
        yield Reception(clinic, store)


def test_the_board_follows_the_printer_through_stop_restart_cancel_and_back(reception: Reception):
    clinic = reception.clinic
    assert reception.read("first") == "Not printed yet"

    clinic.server.run("cupsdisable", QUEUE)
    reception.release("first")
    reception.wait_for("first", "The printer's queue is paused.")
    clinic.server.stop()
    reception.wait_for("first", "The print system does not answer.")
    clinic.server.start()
    reception.wait_for("first", "The printer's queue is paused.")
    clinic.server.run("cupsenable", QUEUE)
    reception.wait_for("first", "Printed")
    assert clinic.texts() == ["page of first"]

    # A printer that starts anew numbers its papers anew, over those of before.
    clinic.printer.stop()
    reception.release("second")
    reception.wait_for("second", "The printer is offline.")
    reception.cancel_at_the_printer()
    reception.wait_for("second", "Cancelled at the printer, not printed")
    clinic.printer.start()
    reception.release("second")
    reception.wait_for("second", "Printed")

    clinic.printer.load(0)
    reception.release("third")
    reception.wait_for("third", "The printer is out of paper.")
    clinic.printer.load(250)
    reception.wait_for("third", "Printed")

    assert clinic.texts() == ["page of second", "page of third"]
    assert clinic.server.spooled() == []


def test_each_page_comes_out_once_and_once_more_only_when_asked_for(reception: Reception):
    reception.release("first")
    reception.wait_for("first", "Printed")
    reception.printing.poll_all()
    reception.release("first", reprint=True)
    out: Callable[[], bool] = lambda: len(reception.clinic.texts()) == 2  # noqa: E731
    wait_until(out, "the page once more", seconds=60)
    reception.wait_for("first", "Printed")
    assert reception.clinic.texts() == ["page of first", "page of first again"]


def test_nothing_of_anybody_is_left_with_the_print_server(reception: Reception):
    server = reception.clinic.server
    for name in NAMES:
        reception.release(name)
        reception.wait_for(name, "Printed")
    assert reception.clinic.texts() == [f"page of {name}" for name in NAMES]
    reception.clinic.printer.stop()
    reception.release("first", reprint=True)
    reception.wait_for("first", "The printer is offline.")
    reception.clock.forward(120)
    reception.wait_for("first", "Kept in the encrypted queue")
    wait_until(lambda: server.spooled() == [], "the spool cleared")
    kept = [b"page of", b"%PDF-", b"green 41", *(name.encode() for name in ("first", "second"))]
    assert server.files_with(*kept) == []
    reception.clinic.printer.start()
    # Nothing later alone: another page tells that an earlier one would have come by now.
    reception.release("third", reprint=True)
    reception.wait_for("third", "Printed")
    assert reception.clinic.texts()[0] == "page of third again"
    assert "page of first again" not in reception.clinic.texts()
