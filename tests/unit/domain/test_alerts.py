"""When staff are called: every rule, and only once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.domain.alerts import changed_to_zero, due_alerts, due_notes
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, NoteKind, Outcome
from kiosk.domain.replay import replay
from tests.helpers.stored_visits import entries_of

OPENED = facts.InstrumentOpened("epds", "rehearsal", "en", verified=False)
ZERO = 4
MOTHER = facts.StageGiven(Stage.POSTPARTUM)
HEADACHE = facts.SignsReported(("headache",))
HIGH, SEVERE = facts.PressureEntered(148, 94), facts.PressureEntered(165, 112)


def visit_of(*happened):
    return replay(entries_of(*happened))


def item(number, position):
    return facts.ItemAnswered("epds", number, position, 2.0)


def due(*happened):
    found = due_alerts(visit_of(*happened))
    return [fact.kind for fact in found if isinstance(fact, facts.AlertRaised)]


def after_raising(*happened):
    """What is due once what was due has been raised."""
    return due(*happened, *due_alerts(visit_of(*happened)))


@pytest.mark.parametrize("position", [1, 2, 3])
def test_item_10_above_zero_calls(position):
    assert due(OPENED, item(10, position)) == [AlertKind.ITEM_10]


def test_item_10_at_zero_calls_nobody():
    assert due(OPENED, item(10, ZERO)) == []


@given(st.dictionaries(st.integers(1, 10), st.integers(1, 4)), st.booleans())
def test_item_10_calls_whatever_else_was_answered_and_however_the_form_ended(sheet, finished):
    answers = [item(number, position) for number, position in sheet.items()]
    end = facts.InstrumentFinished("epds") if finished else facts.InstrumentStopped("epds")
    wanted = [AlertKind.ITEM_10] if sheet.get(10) in {1, 2, 3} else []
    assert due(OPENED, *answers, end) == wanted
    assert after_raising(OPENED, *answers, end) == []


def test_item_10_is_raised_once_whatever_she_changes_it_to():
    raised = facts.AlertRaised(1, AlertKind.ITEM_10)
    for position in (1, 2, 3, ZERO):
        assert due(OPENED, item(10, 1), raised, item(10, position)) == []
    acknowledged = facts.AlertAcknowledged(1, "Ann", Outcome.SEEN)
    assert due(OPENED, item(10, 1), raised, acknowledged, item(10, 2)) == []


def test_changed_to_zero_is_said_and_the_alert_stays():
    raised = facts.AlertRaised(1, AlertKind.ITEM_10)
    before = visit_of(OPENED, item(10, 2), raised)
    after = visit_of(OPENED, item(10, 2), raised, item(10, ZERO))
    assert not changed_to_zero(before)
    assert changed_to_zero(after)
    assert len(after.open_alerts) == 1


def test_zero_from_the_start_was_not_changed_to_zero():
    assert not changed_to_zero(visit_of(OPENED, item(10, ZERO)))
    assert not changed_to_zero(visit_of(facts.AlertRaised(1, AlertKind.ITEM_10)))


def test_a_sign_calls_once_and_a_further_sign_again():
    assert due(HEADACHE) == [AlertKind.WARNING_SIGN]
    assert after_raising(HEADACHE) == []
    raised = facts.AlertRaised(1, AlertKind.WARNING_SIGN)
    assert due(HEADACHE, raised, HEADACHE) == []
    more = visit_of(HEADACHE, raised, facts.SignsReported(("fever",)))
    assert due_alerts(more) == (facts.AlertRaised(2, AlertKind.WARNING_SIGN),)


@pytest.mark.parametrize(
    ("figures", "kinds"),
    [
        ((139, 89), []),
        ((140, 60), [AlertKind.BLOOD_PRESSURE_HIGH]),
        ((110, 90), [AlertKind.BLOOD_PRESSURE_HIGH]),
        ((160, 60), [AlertKind.BLOOD_PRESSURE_SEVERE]),
        ((130, 110), [AlertKind.BLOOD_PRESSURE_SEVERE]),
    ],
)
def test_a_reading_calls_by_either_figure(figures, kinds):
    assert due(facts.PressureEntered(*figures)) == kinds
    assert after_raising(facts.PressureEntered(*figures)) == []


@pytest.mark.parametrize("happened", [(HEADACHE, HIGH), (HIGH, HEADACHE)])
def test_a_high_reading_with_a_sign_is_severe_in_either_order(happened):
    assert due(*happened) == [AlertKind.WARNING_SIGN, AlertKind.BLOOD_PRESSURE_SEVERE]
    assert after_raising(*happened) == []


def test_a_high_reading_already_reported_becomes_severe_with_a_later_sign():
    high = facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_HIGH)
    alerts = due_alerts(visit_of(HIGH, high, HEADACHE))
    assert alerts == (
        facts.AlertRaised(2, AlertKind.WARNING_SIGN),
        facts.AlertRaised(3, AlertKind.BLOOD_PRESSURE_SEVERE),
    )


def test_a_sign_already_reported_makes_a_later_high_reading_severe():
    raised = facts.AlertRaised(1, AlertKind.WARNING_SIGN)
    assert due(HEADACHE, raised, HIGH) == [AlertKind.BLOOD_PRESSURE_SEVERE]


def test_a_usual_reading_after_a_severe_one_takes_nothing_back():
    assert due(SEVERE, facts.PressureEntered(120, 80)) == [AlertKind.BLOOD_PRESSURE_SEVERE]


def test_after_a_severe_reading_a_high_one_adds_nothing():
    raised = facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_SEVERE)
    assert due(SEVERE, raised, HIGH, SEVERE) == []


def test_after_a_high_reading_a_severe_one_calls():
    raised = facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_HIGH)
    assert due(HIGH, raised, HIGH) == []
    assert due(HIGH, raised, SEVERE) == [AlertKind.BLOOD_PRESSURE_SEVERE]


def test_everything_at_once_is_numbered_from_one():
    visit = visit_of(OPENED, item(10, 1), HEADACHE, SEVERE)
    assert due_alerts(visit) == (
        facts.AlertRaised(1, AlertKind.ITEM_10),
        facts.AlertRaised(2, AlertKind.WARNING_SIGN),
        facts.AlertRaised(3, AlertKind.BLOOD_PRESSURE_SEVERE),
    )


HAPPENINGS = st.lists(
    st.one_of(
        st.builds(item, st.integers(1, 10), st.integers(1, 4)),
        st.builds(facts.PressureEntered, st.integers(100, 200), st.integers(60, 130)),
        st.builds(
            facts.SignsReported,
            st.lists(st.sampled_from(["headache", "fever", "swelling"]), max_size=2).map(tuple),
        ),
    ),
    max_size=12,
)


@given(HAPPENINGS)
def test_raised_tap_by_tap_no_alert_is_lost_or_doubled(happened):
    so_far: list[facts.Fact] = [MOTHER, OPENED]
    for fact in happened:
        so_far.append(fact)
        so_far.extend(due_alerts(visit_of(*so_far)))
        assert due(*so_far) == []
    visit = visit_of(*so_far)
    assert [alert.number for alert in visit.alerts] == list(range(1, len(visit.alerts) + 1))
    kinds = [alert.kind for alert in visit.alerts if alert.kind is not AlertKind.WARNING_SIGN]
    assert len(kinds) == len(set(kinds))
    # Whatever would be due at the end alone was raised on the way.
    assert set(due(MOTHER, OPENED, *happened)) <= {alert.kind for alert in visit.alerts}


def notes_due(*happened):
    found = due_notes(visit_of(MOTHER, *happened))
    return [fact.kind for fact in found if isinstance(fact, facts.NoteAdded)]


@pytest.mark.parametrize(
    ("happened", "notes"),
    [
        ((), []),
        ((OPENED,), [NoteKind.ASK_IN_PERSON]),
        ((OPENED, item(1, 1)), [NoteKind.ASK_IN_PERSON]),
        ((OPENED, item(10, ZERO)), []),
        ((OPENED, item(10, 1)), []),
        ((facts.InstrumentDeclined("epds"),), [NoteKind.DECLINED]),
        ((facts.InstrumentDeclined("epds"), facts.NoteAdded(NoteKind.RATHER_WITH_STAFF)), []),
        ((facts.InstrumentDeclined("epds"), facts.NoteAdded(NoteKind.DECLINED)), []),
        ((OPENED, facts.NoteAdded(NoteKind.ASK_IN_PERSON)), []),
        (
            (OPENED, facts.InstrumentStopped("epds"), facts.NoteAdded(NoteKind.RATHER_WITH_STAFF)),
            [NoteKind.ASK_IN_PERSON],
        ),
    ],
)
def test_the_notes_to_staff_at_the_end(happened, notes):
    assert notes_due(*happened) == notes


def test_a_complete_form_needs_no_note():
    answers = [item(number, 1) for number in range(1, 11)]
    assert notes_due(OPENED, *answers, facts.InstrumentFinished("epds")) == []
