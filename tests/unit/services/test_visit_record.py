"""visit.json, whose layout other programs rely on."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, Leaving, NoteKind, Outcome
from kiosk.domain.replay import replay
from kiosk.services.visit_record import visit_record
from tests.helpers.fakes_visits import small_library, topic
from tests.helpers.stored_visits import entries_of

LIBRARY = small_library()
MOTHER = facts.StageGiven(Stage.POSTPARTUM)
OPENED = facts.InstrumentOpened("epds", "rehearsal", "es", verified=False)
KEYS = {
    *("code", "mode", "language", "stage", "weeks", "interpreter", "state", "topics", "signs"),
    *("blood_pressure", "questions", "epds", "alerts", "notes", "screens"),
}
EPDS_KEYS = {
    *("state", "positions", "total", "item_10", "anxiety", "text_version", "verified", "seconds"),
}


def record_of(*happened, screens=(), library=LIBRARY):
    """The record as a program reads it."""
    visit = replay(entries_of(*happened))
    return json.loads(json.dumps(visit_record(visit, library, screens)))


def answers(*positions):
    return [facts.ItemAnswered("epds", n, p, 2.04) for n, p in enumerate(positions, start=1)]


WHOLE = (
    facts.LanguageChosen("es"),
    MOTHER,
    facts.WeeksGiven(6),
    facts.CardShown("safe-sleep", "card-0"),
    facts.CardShown("safe-sleep", "card-2"),
    facts.CheckAnswered("safe-sleep", "check-0", "wrong", right=False),
    facts.CheckAnswered("safe-sleep", "check-1", "right", right=True),
    facts.QuestionTicked("safe-sleep", "ask-1", ticked=True),
    facts.SignsReported(("vision-changes",)),
    facts.AlertRaised(1, AlertKind.WARNING_SIGN),
    facts.PressureEntered(148, 94),
    facts.AlertRaised(2, AlertKind.BLOOD_PRESSURE_SEVERE),
    OPENED,
    *answers(1, 1, 2, 4, 2, 3, 4, 4, 4, 3),
    facts.AlertRaised(3, AlertKind.ITEM_10),
    facts.InstrumentFinished("epds"),
    facts.AlertAcknowledged(1, "Ann", Outcome.SEEN),
    facts.NoteAdded(NoteKind.HELP),
    facts.Finished(),
)


def test_a_whole_visit():
    assert record_of(*WHOLE, screens=["attract", "welcome"]) == {
        "code": "green 42",
        "mode": "rehearsal",
        "language": "es",
        "stage": "postpartum",
        "weeks": 6,
        "interpreter": False,
        "state": "finished",
        "topics": [{"id": "safe-sleep", "cards": 3, "cards_read": 2, "asked": 2, "right": 1}],
        "signs": ["vision-changes"],
        "blood_pressure": "148/94",
        "questions": [{"topic": "safe-sleep", "id": "ask-1"}],
        "epds": {
            "state": "complete",
            "positions": [1, 1, 2, 4, 2, 3, 4, 4, 4, 3],
            "total": 9,
            "item_10": 1,
            "anxiety": 7,
            "text_version": "rehearsal",
            "verified": False,
            "seconds": 20.4,
        },
        "alerts": [
            {
                "kind": "warning_sign",
                "raised_at": "2026-03-02T12:10:00.123456+00:00",
                "acknowledged_at": "2026-03-02T12:26:00.123456+00:00",
            },
            {
                "kind": "blood_pressure_severe",
                "raised_at": "2026-03-02T12:12:00.123456+00:00",
                "acknowledged_at": None,
            },
            {
                "kind": "item_10",
                "raised_at": "2026-03-02T12:24:00.123456+00:00",
                "acknowledged_at": None,
            },
        ],
        "notes": [{"kind": "help"}],
        "screens": ["attract", "welcome"],
    }


def test_a_visit_of_which_almost_nothing_is_known():
    record = record_of(facts.Left(Leaving.CRASH))
    assert set(record) == KEYS
    assert record["state"] == "unfinished"
    assert (record["stage"], record["weeks"], record["blood_pressure"]) == (None, None, None)
    assert [record[key] for key in ("topics", "signs", "questions", "alerts", "notes")] == [[]] * 5
    epds = record["epds"]
    assert set(epds) == EPDS_KEYS
    assert (epds["state"], epds["positions"], epds["seconds"]) == ("not_offered", [], 0)
    assert (epds["total"], epds["item_10"], epds["anxiety"]) == (None, None, None)
    assert epds["verified"] is False


@pytest.mark.parametrize(
    ("happened", "state"),
    [
        ((facts.StageGiven(Stage.SUPPORTING),), "not_offered"),
        ((MOTHER,), "not_started"),
        ((MOTHER, facts.InstrumentDeclined("epds")), "declined"),
        ((MOTHER, OPENED), "unfinished"),
    ],
)
def test_how_far_the_questionnaire_came(happened, state):
    assert record_of(*happened)["epds"]["state"] == state


@given(st.lists(st.integers(1, 4), max_size=9), st.sampled_from(list(Leaving)))
def test_an_unfinished_form_has_no_sum(positions, how):
    record = record_of(MOTHER, OPENED, *answers(*positions), facts.Left(how))
    assert record["state"] == "unfinished"
    epds = record["epds"]
    assert (epds["total"], epds["anxiety"], epds["item_10"]) == (None, None, None)
    assert epds["positions"] == positions


def test_item_10_of_an_unfinished_form_is_given_in_points():
    tenth = facts.ItemAnswered("epds", 10, 2, 1.0)
    assert record_of(MOTHER, OPENED, tenth)["epds"]["item_10"] == 2


def test_without_an_installed_text_the_version_is_rehearsal():
    assert record_of(MOTHER, OPENED)["epds"]["text_version"] == "rehearsal"


def test_a_form_in_two_text_versions_names_both_and_is_not_verified():
    other = facts.InstrumentOpened("epds", "en-1", "en", verified=True)
    first, second = answers(1, 2)
    epds = record_of(MOTHER, OPENED, first, other, second)["epds"]
    assert (epds["text_version"], epds["verified"]) == ("rehearsal, en-1", False)


def test_times_have_a_zone():
    for alert in record_of(*WHOLE)["alerts"]:
        assert datetime.fromisoformat(alert["raised_at"]).tzinfo is not None
        assert set(alert) == {"kind", "raised_at", "acknowledged_at"}


def test_a_topic_read_before_a_change_to_a_language_that_lacks_it():
    record = record_of(facts.CardShown("safe-sleep", "card-0"), facts.LanguageChosen("ar"))
    assert [topic["id"] for topic in record["topics"]] == ["safe-sleep"]


def test_cards_are_counted_for_her_stage():
    only = {"card-1": frozenset({Stage.LOSS})}
    library = small_library(replace(topic("safe-sleep"), only=only))
    [row] = record_of(*WHOLE, library=library)["topics"]
    assert (row["cards"], row["cards_read"]) == (2, 2)
