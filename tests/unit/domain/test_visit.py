"""To whom the questionnaire is offered, and how far it came."""

from datetime import timedelta

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, NoteKind, Outcome
from kiosk.domain.replay import replay
from kiosk.domain.visit import FormState
from tests.helpers.stored_visits import NOON, entries_of

OPENED = facts.InstrumentOpened("epds", "rehearsal", "en", verified=False)
DECLINED = facts.InstrumentDeclined("epds")
STOPPED = facts.InstrumentStopped("epds")
FINISHED = facts.InstrumentFinished("epds")
ANSWERED = facts.ItemAnswered("epds", 1, 2, 3.5)
MOTHER = facts.StageGiven(Stage.POSTPARTUM)


def visit_of(*happened):
    return replay(entries_of(*happened))


@pytest.mark.parametrize(
    ("stage", "weeks", "offered"),
    [
        (Stage.PREGNANT, None, True),
        (Stage.PREGNANT, 4, True),
        (Stage.PREGNANT, 41, True),
        (Stage.POSTPARTUM, None, True),
        (Stage.POSTPARTUM, 0, True),
        (Stage.POSTPARTUM, 52, True),
        (Stage.POSTPARTUM, 53, False),
        (Stage.LOSS, None, True),
        (Stage.LOSS, 0, True),
        (Stage.LOSS, 200, True),
        (Stage.SUPPORTING, None, False),
        (Stage.SUPPORTING, 6, False),
    ],
)
def test_to_whom_the_questionnaire_is_offered(stage, weeks, offered):
    visit = visit_of(facts.StageGiven(stage), facts.WeeksGiven(weeks))
    assert visit.epds_offered is offered
    wanted = FormState.NOT_STARTED if offered else FormState.NOT_OFFERED
    assert visit.form_state is wanted


def test_it_is_not_offered_before_she_says_where_she_stands():
    assert not visit_of().epds_offered


@pytest.mark.parametrize(
    ("happened", "state"),
    [
        ((), FormState.NOT_STARTED),
        ((DECLINED,), FormState.DECLINED),
        ((OPENED,), FormState.UNFINISHED),
        ((DECLINED, OPENED), FormState.UNFINISHED),
        ((OPENED, ANSWERED), FormState.UNFINISHED),
        ((OPENED, ANSWERED, STOPPED), FormState.UNFINISHED),
        ((OPENED, ANSWERED, DECLINED), FormState.UNFINISHED),
        ((OPENED, ANSWERED, STOPPED, OPENED), FormState.UNFINISHED),
        ((OPENED, ANSWERED, FINISHED), FormState.COMPLETE),
    ],
)
def test_how_far_the_questionnaire_came(happened, state):
    assert visit_of(MOTHER, *happened).form_state is state


def test_a_form_that_was_begun_stays_when_she_says_that_she_only_came_along():
    visit = visit_of(MOTHER, OPENED, ANSWERED, facts.StageGiven(Stage.SUPPORTING))
    assert visit.form_state is FormState.UNFINISHED


def test_time_on_an_item_adds_up_over_the_times_it_is_answered():
    again = facts.ItemAnswered("epds", 1, 3, 1.5)
    form = visit_of(MOTHER, OPENED, ANSWERED, again, facts.ItemAnswered("epds", 2, 1, 2.0)).form
    assert form.positions == {1: 3, 2: 1}
    assert form.seconds == 7.0


@pytest.mark.parametrize(
    "happened",
    [
        MOTHER,
        facts.AlertRaised(1, AlertKind.WARNING_SIGN),
        facts.NoteAdded(NoteKind.HELP),
    ],
)
def test_what_is_worth_keeping(happened):
    assert visit_of(happened).has_answers


def test_a_visit_that_only_chose_a_language_is_not():
    visit = visit_of(facts.PrivacyAccepted("1"), facts.LanguageChosen("es"))
    assert not visit.has_answers


def test_the_latest_reading_counts_and_there_may_be_none():
    assert visit_of().reading is None
    visit = visit_of(facts.PressureEntered(150, 95), facts.PressureEntered(120, 80))
    assert str(visit.reading) == "120/80"


def test_an_acknowledged_alert_is_no_longer_open():
    visit = visit_of(
        facts.AlertRaised(1, AlertKind.ITEM_10),
        facts.AlertRaised(2, AlertKind.WARNING_SIGN),
        facts.AlertAcknowledged(1, "Ann", Outcome.SEEN),
    )
    assert [alert.number for alert in visit.open_alerts] == [2]
    assert [alert.number for alert in visit.alerts_of(AlertKind.ITEM_10)] == [1]


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        (timedelta(minutes=1), False),
        (timedelta(days=13, hours=23), False),
        (timedelta(days=14), True),
        (timedelta(days=200), True),
    ],
)
def test_it_is_not_offered_twice_within_14_days_to_one_chart(before, offered):
    attached = facts.ChartAttached("MRN-1", "Ann", NOON - before)
    visit = visit_of(MOTHER, attached)
    assert visit.epds_offered is offered
    assert visit.asked_lately is not offered
    wanted = FormState.NOT_STARTED if offered else FormState.NOT_OFFERED
    assert visit.form_state is wanted


def test_a_chart_without_an_earlier_form_changes_nothing():
    visit = visit_of(MOTHER, facts.ChartAttached("MRN-1", "Ann"))
    assert visit.chart == "MRN-1"
    assert visit.epds_offered


def test_what_she_has_begun_stays_though_the_chart_comes_later():
    attached = facts.ChartAttached("MRN-1", "Ann", NOON)
    assert visit_of(MOTHER, OPENED, ANSWERED, attached).form_state is FormState.UNFINISHED
