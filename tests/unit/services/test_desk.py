"""What staff do with visits, and what the audit log says of it."""

from dataclasses import dataclass, field
from datetime import datetime

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import (
    AlertKind,
    Entry,
    Leaving,
    NoteKind,
    Outcome,
    ReopenReason,
    ReviewOutcome,
)
from kiosk.domain.visit import FormState, VisitState
from kiosk.services.desk import Desk
from kiosk.services.visits import Visits
from tests.helpers.fakes_visits import START, MemoryVisits, TickingClock

MOTHER = facts.StageGiven(Stage.POSTPARTUM)
OPENED = facts.InstrumentOpened("epds", "rehearsal", "en", verified=False)
HARM = facts.ItemAnswered("epds", 10, 1, 2.0)
FEVER = facts.SignsReported(("fever",))


@dataclass
class Audit:
    lines: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        self.lines.append((by, action, subject))


@pytest.fixture
def store():
    return MemoryVisits()


@pytest.fixture
def visits(store):
    return Visits(store, TickingClock(), "rehearsal")


@pytest.fixture
def audit():
    return Audit()


@pytest.fixture
def desk(store, visits, audit):
    return Desk(store, visits, audit, TickingClock())


@pytest.fixture
def begun(visits):
    def begin(*happened, leaving=False):
        visit_id, visit = visits.begin("en")
        visits.add(visit_id, visit, *happened, leaving=leaving)
        return visit_id

    return begin


def test_who_waits_and_the_urgent_first(desk, begun):
    calm = begun(MOTHER)
    urgent = begun(MOTHER, FEVER, OPENED, HARM, leaving=True)
    other = begun(MOTHER)
    assert next(row.visit_id for row in desk.rows(limit=3)) == urgent
    first = desk.rows(limit=2)
    last = desk.rows(limit=2, after=first[-1].place)
    assert next(row.visit_id for row in (*first, *last)) == urgent
    assert {row.visit_id for row in (*first, *last)} == {urgent, calm, other}
    code = str(desk.visit(calm).code)
    assert [row.visit_id for row in desk.rows(limit=9, code=code)] == [calm]
    assert desk.alerts_waiting() == 2


def test_every_waiting_alert_is_counted_however_many_visits_there_are(desk, begun):
    for _ in range(101):
        begun(FEVER, leaving=True)
    assert desk.alerts_waiting() == 101


def test_taking_over_the_alerts_of_a_visit(desk, store, audit, begun):
    visit_id = begun(MOTHER, FEVER, OPENED, HARM, leaving=True)
    visit = desk.acknowledge(visit_id, Outcome.REFERRED, "Ann")
    assert visit == store.visit(visit_id)
    assert [(a.kind, a.by, a.outcome) for a in visit.alerts] == [
        (AlertKind.ITEM_10, "Ann", Outcome.REFERRED),
        (AlertKind.WARNING_SIGN, "Ann", Outcome.REFERRED),
    ]
    assert audit.lines == [("Ann", "alert_acknowledged", visit_id)]
    assert desk.alerts_waiting() == 0


def test_where_nothing_is_open_nothing_is_taken_over(desk, store, audit, begun):
    visit_id = begun(FEVER, leaving=True)
    desk.acknowledge(visit_id, Outcome.SEEN, "Ann")
    written = store.written
    desk.acknowledge(visit_id, Outcome.EMERGENCY, "Ben")
    assert store.written == written
    assert store.visit(visit_id).alerts[0].by == "Ann"
    assert len(audit.lines) == 1


def test_a_visit_is_dealt_with(desk, store, audit, begun):
    visit_id = begun(MOTHER)
    visit = desk.review(visit_id, ReviewOutcome.FOLLOW_UP, "Ann")
    assert (visit.reviewed_by, visit.review_outcome) == ("Ann", ReviewOutcome.FOLLOW_UP)
    assert store.visit(visit_id) == visit
    assert audit.lines == [("Ann", "visit_reviewed:follow_up", visit_id)]


def test_what_is_dealt_with_is_not_dealt_with_twice(desk, audit, begun):
    visit_id = begun(MOTHER)
    desk.review(visit_id, ReviewOutcome.TALKED, "Ann")
    assert desk.review(visit_id, ReviewOutcome.REFERRED, "Ben").reviewed_by == "Ann"
    assert len(audit.lines) == 1


def test_nothing_is_dealt_with_while_somebody_is_called(desk, audit, begun):
    visit_id = begun(FEVER, leaving=True)
    with pytest.raises(KioskError) as caught:
        desk.review(visit_id, ReviewOutcome.TALKED, "Ann")
    assert caught.value.code is ErrorCode.ALERT_OPEN
    assert audit.lines == []


def test_a_visit_is_taken_up_again_with_a_reason(desk, store, audit, begun):
    visit_id = begun(MOTHER)
    assert desk.undo_review(visit_id, ReopenReason.MISTAKE, "Ann").reviewed_at is None
    assert audit.lines == []
    desk.review(visit_id, ReviewOutcome.TALKED, "Ann")
    visit = desk.undo_review(visit_id, ReopenReason.SOMETHING_NEW, "Ben")
    assert (visit.reviewed_at, visit.reviewed_by, visit.review_outcome) == (None, None, None)
    assert store.happened(visit_id)[-2:] == ["Reviewed", "ReviewUndone"]
    assert audit.lines[-1] == ("Ben", "review_undone:something_new", visit_id)


def test_no_two_people_answer_to_one_code(desk, store, begun):
    before = begun(MOTHER)
    desk.review(before, ReviewOutcome.TALKED, "Ann")
    code = desk.visit(before).code
    now = [Entry(START, facts.Started(code.colour, code.number, "en", "rehearsal"))]
    store.facts["now"] = now
    with pytest.raises(KioskError) as caught:
        desk.undo_review(before, ReopenReason.MISTAKE, "Ann")
    assert caught.value.code is ErrorCode.CODE_TAKEN
    del store.facts["now"]
    assert desk.undo_review(before, ReopenReason.MISTAKE, "Ann").reviewed_at is None


def test_help_shows_until_somebody_goes(desk, store, audit, begun):
    asked = facts.NoteAdded(NoteKind.HELP)
    visit_id = begun(MOTHER, asked)
    assert desk.rows(limit=1)[0].help_wanted
    visit = desk.take_help(visit_id, "Ann")
    assert not visit.help_wanted
    # The page still tells that she asked.
    assert visit.notes == (NoteKind.HELP,)
    desk.take_help(visit_id, "Ben")
    assert audit.lines == [("Ann", "help_taken", visit_id)]
    Visits(store, TickingClock(), "rehearsal").add(visit_id, visit, asked)
    assert desk.rows(limit=1)[0].help_wanted


def test_a_paused_visit_is_closed_with_what_is_due(desk, store, audit, begun):
    visit_id = begun(MOTHER, OPENED, facts.Paused())
    desk.close_paused(visit_id, "Ann")
    visit = store.visit(visit_id)
    assert (visit.state, visit.left) == (VisitState.UNFINISHED, Leaving.CLOSED)
    assert visit.notes == (NoteKind.ASK_IN_PERSON,)
    assert audit.lines == [("Ann", "visit_closed", visit_id)]


def test_looking_at_a_visit_stands_in_the_audit_log(desk, store, audit, begun):
    visit_id = begun(MOTHER)
    assert desk.visit(visit_id) == store.visit(visit_id)
    desk.opened(visit_id, "Ann")
    assert audit.lines == [("Ann", "visit_opened", visit_id)]


ACTS = {
    "look": lambda desk: desk.visit("nothing"),
    "acknowledge": lambda desk: desk.acknowledge("nothing", Outcome.SEEN, "Ann"),
    "review": lambda desk: desk.review("nothing", ReviewOutcome.TALKED, "Ann"),
    "undo": lambda desk: desk.undo_review("nothing", ReopenReason.MISTAKE, "Ann"),
    "help": lambda desk: desk.take_help("nothing", "Ann"),
    "close": lambda desk: desk.close_paused("nothing", "Ann"),
}


@pytest.mark.parametrize("act", ACTS)
def test_an_unknown_visit(desk, audit, act):
    with pytest.raises(KioskError) as caught:
        ACTS[act](desk)
    assert caught.value.code is ErrorCode.VISIT_UNKNOWN
    assert audit.lines == []


COMPLETED = (MOTHER, OPENED, facts.InstrumentFinished("epds"))


def test_a_chart_tells_that_she_was_asked_lately(desk, begun, visits, audit):
    before, now = begun(*COMPLETED), begun(MOTHER)
    assert visits.load(now).epds_offered
    desk.attach_chart(before, " mrn-17 ", "Ann")
    visit = desk.attach_chart(now, "MRN-17", "Ann")
    assert visit.chart == "MRN-17"
    assert visit.asked_at == visits.load(before).form.finished_at
    assert not visit.epds_offered
    assert audit.lines == [("Ann", "chart_attached", before), ("Ann", "chart_attached", now)]


def test_her_own_form_of_today_does_not_count_against_her(desk, begun):
    visit = desk.attach_chart(begun(*COMPLETED), "MRN-17", "Ann")
    assert visit.asked_at is None
    assert visit.form_state is FormState.COMPLETE


def test_a_visit_that_is_over_is_not_said_to_have_been_offered_nothing(desk, begun):
    ended = begun(MOTHER, facts.Finished())
    desk.attach_chart(begun(*COMPLETED), "MRN-17", "Ann")
    visit = desk.attach_chart(ended, "MRN-17", "Ann")
    assert visit.chart == "MRN-17"
    assert visit.form_state is FormState.NOT_STARTED


def test_another_chart_in_its_place_frees_her(desk, begun):
    desk.attach_chart(begun(*COMPLETED), "MRN-17", "Ann")
    now = begun(MOTHER)
    assert not desk.attach_chart(now, "MRN-17", "Ann").epds_offered
    assert desk.attach_chart(now, "MRN-18", "Ann").epds_offered


@pytest.mark.parametrize(
    "chart", ["", "  ", "1", "-12", "12 34", "a" * 31, "\u0661\u0662\u0663", "1\n23"]
)
def test_what_is_no_chart_number_is_refused_and_not_repeated(desk, begun, audit, chart):
    visit_id = begun(MOTHER)
    with pytest.raises(KioskError) as caught:
        desk.attach_chart(visit_id, chart, "Ann")
    assert caught.value.code is ErrorCode.BAD_CHART
    assert caught.value.params == {"least": 3, "most": 30}
    assert audit.lines == []
