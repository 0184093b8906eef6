"""Visits as they are stored and listed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import get_args

import pytest

from kiosk.domain import facts
from kiosk.domain.code import VisitCode
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.domain.facts import AlertKind, Entry, Leaving, NoteKind, Outcome
from kiosk.domain.replay import replay
from kiosk.domain.visit import VisitState
from kiosk.services.ports import PageKind, PrintState
from tests.helpers.stored_visits import NOON, entries_of, put_next, put_visit

ALERT = facts.AlertRaised(1, AlertKind.ITEM_10)
REVIEWED = facts.Reviewed("Ann")

ONE_OF_EACH = (
    facts.LanguageChosen("es"),
    facts.PrivacyAccepted("1"),
    facts.StageGiven(Stage.POSTPARTUM),
    facts.WeeksGiven(None),
    facts.WeeksGiven(6),
    facts.InterpreterGiven(wanted=True),
    facts.CardShown("safe-sleep", "back"),
    facts.CheckAnswered("safe-sleep", "doze", "bed", right=True),
    facts.QuestionTicked("safe-sleep", "warmth", ticked=True),
    facts.SignsReported(("headache", "fever")),
    facts.PressureEntered(148, 94),
    facts.InstrumentOpened("epds", "rehearsal", "es", verified=False),
    facts.ItemAnswered("epds", 10, 1, 2.5),
    facts.InstrumentFinished("epds"),
    facts.InstrumentStopped("epds"),
    facts.InstrumentDeclined("epds"),
    ALERT,
    facts.AlertAcknowledged(1, "Ann", Outcome.REFERRED),
    facts.NoteAdded(NoteKind.HELP),
    facts.TakeHomeWanted(),
    facts.Paused(),
    facts.Reopened("Ann"),
    facts.Finished(),
    facts.HelpTaken("Ann"),
    facts.SlipAttached("4027318", "Ann"),
    facts.Reviewed("Ann", facts.ReviewOutcome.TALKED),
    facts.ReviewUndone("Ann", facts.ReopenReason.MISTAKE),
    facts.Left(Leaving.IDLE),
    facts.Forgotten(),
    REVIEWED,
    facts.ChartAttached("MRN-1", "Ann", datetime(2026, 2, 20, tzinfo=UTC)),
)


def ids(rows):
    return [row.visit_id for row in rows]


def pages_of(visits, *, limit, code=""):
    """The whole board, page by page."""
    pages, after = [], None
    while page := visits.board(limit=limit, after=after, code=code):
        pages.append(ids(page))
        after = page[-1].place
    return pages


def test_every_kind_of_fact_comes_back_as_it_was(store):
    visit = put_visit(store.visits, "v", *ONE_OF_EACH)
    assert store.visits.entries("v") == entries_of(*ONE_OF_EACH)
    assert replay(store.visits.entries("v")) == visit
    assert {type(fact) for fact in ONE_OF_EACH} | {facts.Started} == set(get_args(facts.Fact))


def test_facts_added_later_come_last(store):
    put_visit(store.visits, "v", facts.PrivacyAccepted("1"))
    put_next(store.visits, "v", facts.Paused())
    assert [type(e.fact).__name__ for e in store.visits.entries("v")] == [
        "Started",
        "PrivacyAccepted",
        "Paused",
    ]


def test_times_keep_their_zone_and_microseconds(store):
    at = datetime(2026, 3, 2, 7, 0, 0, 1, tzinfo=timezone(timedelta(hours=-5)))
    put_visit(store.visits, "v", start=at)
    (entry,) = store.visits.entries("v")
    assert entry.at.isoformat() == "2026-03-02T07:00:00.000001-05:00"
    assert store.visits.board(limit=1)[0].started_at.utcoffset() == timedelta(hours=-5)


def test_a_time_without_zone_is_never_stored(store):
    entries = entries_of()
    naive = Entry(datetime(2026, 3, 2), facts.Paused())  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="zone"):
        store.visits.append("v", [*entries, naive], replay(entries))
    assert store.visits.entries("v") == []
    assert store.visits.board(limit=10) == []


def test_an_unknown_visit_has_no_facts(store):
    assert store.visits.entries("nobody") == []


def test_a_fact_of_a_newer_version_is_not_passed_over(store, tamper):
    put_visit(store.visits, "v")
    tamper("UPDATE facts SET kind = 'Teleported'")
    with pytest.raises(StorageError) as caught:
        store.visits.entries("v")
    assert caught.value.code is ErrorCode.STORE_NEWER


@pytest.mark.parametrize("body", ["{", "{}", '{"colour": 1}'])
def test_a_fact_that_cannot_be_read_is_damage(store, tamper, body):
    put_visit(store.visits, "v")
    tamper(f"UPDATE facts SET body = '{body}'")
    with pytest.raises(StorageError) as caught:
        store.visits.entries("v")
    assert caught.value.code is ErrorCode.STORE_CORRUPT


def test_a_failure_in_the_middle_stores_nothing_and_the_next_call_works(store):
    before = put_visit(store.visits, "v")
    broken = facts.CardShown("topic", "\ud800")
    with pytest.raises(UnicodeEncodeError):
        store.visits.append("v", [Entry(NOON, facts.Paused()), Entry(NOON, broken)], before)
    assert len(store.visits.entries("v")) == 1
    put_next(store.visits, "v", facts.Paused())
    assert len(store.visits.entries("v")) == 2


def test_forgetting_leaves_what_is_kept(store, folder):
    put_visit(store.visits, "v", facts.StageGiven(Stage.LOSS), ALERT)
    kept = [entry for entry in store.visits.entries("v") if type(entry.fact) not in facts.ANSWERS]
    store.visits.forget("v", kept, replay(kept))
    assert store.visits.entries("v") == kept
    assert store.visits.board(limit=1)[0].open_alerts == 1
    assert (folder / "kiosk.db-wal").stat().st_size == 0


def test_an_unknown_visit_cannot_be_forgotten(store):
    entries = entries_of()
    with pytest.raises(StorageError) as caught:
        store.visits.forget("nobody", entries, replay(entries))
    assert caught.value.code is ErrorCode.VISIT_UNKNOWN
    assert store.visits.board(limit=1) == []


def test_removing_takes_facts_and_print_jobs_along(store, folder):
    put_visit(store.visits, "v")
    store.print_jobs.add("v", PageKind.SUMMARY, NOON, "Ann")
    store.visits.remove("v")
    assert store.visits.entries("v") == []
    assert store.visits.board(limit=1) == []
    assert store.print_jobs.jobs() == []
    assert (folder / "kiosk.db-wal").stat().st_size == 0


def test_visits_in_a_state_oldest_first(store):
    for number, hour in enumerate((3, 1, 2)):
        start = NOON + timedelta(hours=hour)
        put_visit(store.visits, str(number), facts.Paused(), start=start)
    put_visit(store.visits, "open")
    assert store.visits.ids_in(VisitState.PAUSED) == ["1", "2", "0"]
    assert store.visits.ids_in(VisitState.OPEN) == ["open"]
    assert store.visits.ids_in(VisitState.UNFINISHED) == []


def test_a_code_is_free_again_when_its_visit_was_reviewed(store):
    put_visit(store.visits, "1", code=("green", 10))
    put_visit(store.visits, "2", facts.Finished(), code=("blue", 11))
    put_visit(store.visits, "3", facts.Finished(), REVIEWED, code=("rose", 12))
    put_visit(store.visits, "4", facts.Paused(), REVIEWED, code=("teal", 13))
    assert store.visits.codes_in_use() == {
        VisitCode("green", 10),
        VisitCode("blue", 11),
        VisitCode("teal", 13),
    }


def test_the_newest_visit_of_a_code_is_found(store):
    put_visit(store.visits, "old", start=NOON - timedelta(days=1))
    put_visit(store.visits, "new")
    put_visit(store.visits, "older", start=NOON - timedelta(days=2))
    assert store.visits.find_code("green 42") == "new"
    assert store.visits.find_code("  GREEN  42 ") == "new"


@pytest.mark.parametrize("code", ["", "green", "42", "green 43", "pink 42", "green ٤٢", "green x"])
def test_what_is_no_code_in_use_is_not_found(store, code):
    put_visit(store.visits, "v")
    assert store.visits.find_code(code) is None


def test_the_board_tells_what_to_do_and_never_why(store):
    put_visit(store.visits, "v", ALERT, facts.NoteAdded(NoteKind.HELP))
    (row,) = store.visits.board(limit=10)
    assert (row.open_alerts, row.alert_since) == (1, NOON + timedelta(minutes=1))
    assert (row.help_wanted, row.printed, row.reviewed) == (True, False, False)
    assert (row.code, row.state, row.language) == (VisitCode("green", 42), VisitState.OPEN, "en")
    assert (row.started_at, row.updated_at) == (NOON, NOON + timedelta(minutes=2))


def test_alerts_come_first_oldest_first_then_to_do_newest_first_then_the_rest(store):
    zone = timezone(timedelta(hours=9))
    for name, hour, happened in (
        ("new alert", 5, [ALERT]),
        ("old alert", 1, [ALERT]),
        ("old", 2, [facts.Finished()]),
        ("new", 4, [facts.Finished()]),
        ("done old", 3, [facts.Finished(), REVIEWED]),
        ("done new", 6, [facts.Finished(), REVIEWED]),
    ):
        # Every second one as a clock in another zone shows it: the order is that of the moments.
        start = NOON + timedelta(hours=hour)
        put_visit(store.visits, name, *happened, start=start.astimezone(zone if hour % 2 else None))
    expected = ["old alert", "new alert", "new", "old", "done new", "done old"]
    assert ids(store.visits.board(limit=10)) == expected
    assert pages_of(store.visits, limit=2) == [expected[:2], expected[2:4], expected[4:]]


def test_the_board_goes_by_what_there_is_to_do(store):
    left = facts.Left(facts.Leaving.IDLE)
    helped = facts.NoteAdded(NoteKind.HELP)
    wanted = {
        "alert": [helped, left, ALERT],
        "help": [helped],
        "finished": [facts.Finished()],
        "unfinished": [left],
        "here": [],
        "away": [facts.Paused()],
        "printed": [facts.Finished()],
        "reviewed": [helped, facts.Finished(), REVIEWED],
    }
    for place, (name, happened) in enumerate(wanted.items()):
        start = NOON - timedelta(hours=place)
        put_visit(store.visits, name, *happened, start=start, code=("blue", 10 + place))
    job = store.print_jobs.add("printed", PageKind.SUMMARY, NOON, "Ann")
    store.print_jobs.update(replace(job, state=PrintState.DONE))
    assert ids(store.visits.board(limit=10)) == list(wanted)
    assert pages_of(store.visits, limit=3, code="blue") == [
        ["alert", "help", "finished"],
        ["unfinished", "here", "away"],
        ["printed", "reviewed"],
    ]
    put_next(store.visits, "help", facts.HelpTaken("Ann"))
    put_next(store.visits, "reviewed", facts.ReviewUndone("Ann", facts.ReopenReason.MISTAKE))
    assert ids(store.visits.board(limit=10))[:3] == ["alert", "reviewed", "finished"]


def test_a_page_goes_on_where_the_one_before_ended_whatever_came_in_between(store):
    for hour in range(5):
        put_visit(store.visits, f"v{hour}", start=NOON - timedelta(hours=hour))
    first = store.visits.board(limit=2)
    put_visit(store.visits, "newer", start=NOON + timedelta(hours=1))
    put_visit(store.visits, "urgent", ALERT)
    assert ids(store.visits.board(limit=2, after=first[-1].place)) == ["v2", "v3"]


def test_alerts_are_counted_and_a_code_is_known_to_be_open(store):
    assert store.visits.alerts_waiting() == 0
    two = facts.AlertRaised(2, AlertKind.ITEM_10)
    put_visit(store.visits, "a", ALERT, two)
    put_visit(store.visits, "b", facts.Finished(), REVIEWED, code=("blue", 12))
    assert store.visits.alerts_waiting() == 2
    code, other = VisitCode("green", 42), VisitCode("blue", 12)
    assert store.visits.is_code_open(code, but="b")
    assert not store.visits.is_code_open(code, but="a")
    assert not store.visits.is_code_open(other, but="a")


def test_an_alert_taken_over_goes_back_among_the_rest(store):
    put_visit(store.visits, "v", ALERT)
    put_next(store.visits, "v", facts.AlertAcknowledged(1, "Ann", Outcome.SEEN))
    (row,) = store.visits.board(limit=1)
    assert (row.open_alerts, row.alert_since) == (0, None)


def test_a_page_that_came_out_marks_its_visit_printed_for_good(store):
    put_visit(store.visits, "v")
    job = store.print_jobs.add("v", PageKind.SUMMARY, NOON, "Ann")
    store.print_jobs.update(replace(job, state=PrintState.DONE))
    put_next(store.visits, "v", facts.Finished())
    assert store.visits.board(limit=1)[0].printed


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("gre", ["a", "b", "d"]),
        ("GREEN", ["a", "b"]),
        ("42", ["a", "c"]),
        ("green 4", ["a"]),
        ("n 4", ["a"]),
        ("2", ["a", "b", "c"]),
        ("pink", []),
        ("  ", ["a", "b", "c", "d"]),
    ],
)
def test_part_of_a_code_narrows_the_board(store, code, found):
    for place, (name, given) in enumerate(
        {"a": ("green", 42), "b": ("green", 20), "c": ("blue", 42), "d": ("grey", 11)}.items()
    ):
        put_visit(store.visits, name, code=given, start=NOON - timedelta(hours=place))
    assert ids(store.visits.board(limit=10, code=code)) == found
    assert pages_of(store.visits, limit=1, code=code) == [[name] for name in found]


FORM = (facts.InstrumentOpened("epds", "v", "en", verified=True), facts.InstrumentFinished("epds"))


def test_the_last_completed_form_of_a_chart_is_found(store):
    attached = facts.ChartAttached("MRN-1", "Ann")
    put_visit(store.visits, "first", *FORM, attached)
    put_visit(store.visits, "second", *FORM, attached, start=NOON + timedelta(days=3))
    put_visit(store.visits, "other", *FORM, facts.ChartAttached("MRN-2", "Ann"))
    put_visit(store.visits, "none", attached)
    put_visit(store.visits, "untied", *FORM, start=NOON + timedelta(days=9))
    last = NOON + timedelta(days=3, minutes=2)
    assert store.visits.asked_at("MRN-1", but="none") == last
    assert store.visits.asked_at("MRN-1", but="second") == NOON + timedelta(minutes=2)
    assert store.visits.asked_at("MRN-3", but="none") is None
    assert store.visits.asked_at("", but="none") is None


def test_forgetting_takes_the_chart_along(store):
    visit = put_visit(store.visits, "v", *FORM, facts.ChartAttached("MRN-1", "Ann"))
    kept = [e for e in store.visits.entries("v") if not isinstance(e.fact, facts.ANSWERS)]
    store.visits.forget("v", kept, replay(kept))
    assert visit.chart == "MRN-1"
    assert store.visits.asked_at("MRN-1", but="") is None


def begun(store, hours):
    """Visits that began so many hours after noon, stored in this order."""
    for hour in hours:
        start = NOON + timedelta(hours=hour)
        put_visit(store.visits, f"{hour:032x}", facts.StageGiven(Stage.LOSS), start=start)


def starts(histories):
    return [(entries[0].at - NOON) // timedelta(hours=1) for entries in histories]


def test_histories_come_oldest_first_whole_and_within_their_time(store):
    begun(store, (5, 1, 3, 2, 4))
    assert starts(store.visits.histories()) == [1, 2, 3, 4, 5]
    since, until = NOON + timedelta(hours=2), NOON + timedelta(hours=4)
    assert starts(store.visits.histories(since, until)) == [2, 3, 4]
    assert [len(entries) for entries in store.visits.histories()] == [2] * 5


def test_histories_go_on_from_page_to_page(store, monkeypatch):
    monkeypatch.setattr("kiosk.storage.visits._AT_ONCE", 2)
    begun(store, range(5))
    assert starts(store.visits.histories()) == [0, 1, 2, 3, 4]


def test_a_visit_that_goes_away_meanwhile_is_no_history(store):
    begun(store, range(3))
    found = store.visits.histories()
    assert starts([next(found)]) == [0]
    store.visits.remove(f"{1:032x}")
    assert starts(found) == [2]
