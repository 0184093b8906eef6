"""However she goes on from an answer that calls for staff, they are called, and once."""

import pytest

from kiosk.domain import facts
from kiosk.domain.alerts import changed_to_zero
from kiosk.domain.blood_pressure import Reading
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, Leaving, NoteKind
from kiosk.domain.journey import HOME, Step, StepName
from kiosk.domain.visit import FormState, VisitState
from kiosk.services import intents
from tests.helpers.fakes_visits import Kiosk

NEXT, BACK = intents.GoNext(), intents.GoBack()
ZERO = 4
ITEM_10 = [AlertKind.ITEM_10]


@pytest.fixture
def kiosk():
    kiosk = Kiosk()
    kiosk.come_in()
    return kiosk


def at_item_10(kiosk, answered):
    """Bring her to item 10 with so many of the others answered."""
    kiosk.begin_form(*[1] * answered)
    while kiosk.journey.step.index < 10:
        kiosk.do(NEXT)


def go_on(kiosk):
    kiosk.do(NEXT)


def go_back(kiosk):
    kiosk.do(BACK)


def go_home(kiosk):
    kiosk.do(intents.GoHome())


def stop(kiosk):
    kiosk.do(intents.OpenStop())


def look_at_the_signs(kiosk):
    kiosk.do(intents.OpenSigns())


def ask_for_help(kiosk):
    kiosk.do(intents.AskHelp())


def rather_with_staff(kiosk):
    kiosk.do(intents.RatherWithStaff())


def be_called(kiosk):
    kiosk.do(intents.CalledAway())


def finish(kiosk):
    kiosk.do(intents.Finish())


def leave_quietly(kiosk):
    kiosk.do(intents.Leave(Leaving.QUIET))


def leave_and_forget(kiosk):
    kiosk.do(intents.Leave(Leaving.QUIET), intents.Forget())


def fall_asleep(kiosk):
    kiosk.do(intents.Leave(Leaving.IDLE))


def be_switched_off(kiosk):
    kiosk.do(intents.Leave(Leaving.CLOSED))


def crash(kiosk):
    kiosk.visits.recover()


def give_up(kiosk):
    kiosk.journey.abandon()
    kiosk.visits.recover()


WAYS = [
    go_on,
    go_back,
    go_home,
    stop,
    look_at_the_signs,
    ask_for_help,
    rather_with_staff,
    be_called,
    finish,
    leave_quietly,
    leave_and_forget,
    fall_asleep,
    be_switched_off,
    crash,
    give_up,
]


def tap_10(kiosk, position):
    kiosk.do(intents.AnswerItem(position, 2.0))


@pytest.mark.parametrize("answered", [9, 3, 0])
@pytest.mark.parametrize("way", WAYS)
class TestItem10:
    @pytest.mark.parametrize("position", [1, 2, 3])
    def test_above_zero_calls_however_she_goes(self, kiosk, way, answered, position):
        at_item_10(kiosk, answered)
        tap_10(kiosk, position)
        assert kiosk.alerts == []
        way(kiosk)
        assert kiosk.alerts == ITEM_10
        assert len(kiosk.store.only().open_alerts) == 1

    def test_zero_calls_nobody(self, kiosk, way, answered):
        at_item_10(kiosk, answered)
        tap_10(kiosk, ZERO)
        way(kiosk)
        assert kiosk.alerts == []

    def test_no_answer_is_not_zero_but_calls_nobody(self, kiosk, way, answered):
        at_item_10(kiosk, answered)
        way(kiosk)
        assert kiosk.alerts == []
        assert 10 not in kiosk.store.only().form.positions

    def test_it_is_raised_once(self, kiosk, way, answered):
        at_item_10(kiosk, answered)
        tap_10(kiosk, 1)
        kiosk.do(BACK, NEXT)
        tap_10(kiosk, 2)
        way(kiosk)
        kiosk.visits.recover()
        assert kiosk.alerts == ITEM_10

    def test_changed_before_she_went_on_it_calls_nobody(self, kiosk, way, answered):
        at_item_10(kiosk, answered)
        tap_10(kiosk, 1)
        tap_10(kiosk, ZERO)
        way(kiosk)
        assert kiosk.alerts == []


def test_changed_to_zero_afterwards_it_stays_and_is_said(kiosk):
    at_item_10(kiosk, 9)
    tap_10(kiosk, 1)
    kiosk.do(BACK, NEXT)
    tap_10(kiosk, ZERO)
    assert kiosk.do(NEXT) == Step(StepName.SUPPORT)
    visit = kiosk.store.only()
    assert kiosk.alerts == ITEM_10
    assert changed_to_zero(visit)
    assert len(visit.open_alerts) == 1
    assert kiosk.do(NEXT) == HOME


@pytest.mark.parametrize(
    ("position", "page"), [(1, StepName.SUPPORT), (3, StepName.SUPPORT), (4, StepName.EPDS_AFTER)]
)
@pytest.mark.parametrize("end", [NEXT, intents.StopForm(), intents.RatherWithStaff()])
def test_she_sees_the_calm_page(kiosk, position, page, end):
    at_item_10(kiosk, 9)
    tap_10(kiosk, position)
    assert kiosk.do(end) == Step(page)


def test_the_alert_does_not_wait_for_the_form(kiosk):
    at_item_10(kiosk, 2)
    tap_10(kiosk, 2)
    kiosk.do(NEXT)
    visit = kiosk.store.only()
    assert visit.form_state is FormState.UNFINISHED
    assert kiosk.alerts == ITEM_10


def test_forgetting_keeps_the_alert_and_removes_the_answers(kiosk):
    at_item_10(kiosk, 9)
    tap_10(kiosk, 1)
    leave_and_forget(kiosk)
    visit = kiosk.store.only()
    assert kiosk.alerts == ITEM_10
    assert (visit.form.positions, visit.stage, visit.forgotten) == ({}, None, True)


def test_a_paused_visit_that_expires_calls_no_second_time(kiosk):
    at_item_10(kiosk, 9)
    tap_10(kiosk, 1)
    be_called(kiosk)
    kiosk.visits.expire_paused(0)
    assert kiosk.alerts == ITEM_10
    assert kiosk.store.only().state is VisitState.UNFINISHED


def enter(kiosk, systolic, diastolic):
    kiosk.do(intents.GoHome(), intents.OpenTopic("preeclampsia"))
    while kiosk.journey.step.name is not StepName.PRESSURE:
        kiosk.do(NEXT)
    kiosk.do(intents.EnterPressure(Reading(systolic, diastolic)))


def report(kiosk, *signs):
    kiosk.do(intents.OpenSigns(), intents.ReportSigns(signs))


@pytest.mark.parametrize(
    ("figures", "alerts"),
    [
        ((139, 89), []),
        ((140, 70), [AlertKind.BLOOD_PRESSURE_HIGH]),
        ((110, 90), [AlertKind.BLOOD_PRESSURE_HIGH]),
        ((160, 70), [AlertKind.BLOOD_PRESSURE_SEVERE]),
        ((130, 110), [AlertKind.BLOOD_PRESSURE_SEVERE]),
    ],
)
def test_a_reading_calls_before_its_page_shows(kiosk, figures, alerts):
    enter(kiosk, *figures)
    assert kiosk.journey.step.name is StepName.PRESSURE_RESULT
    assert kiosk.alerts == alerts


def test_a_sign_and_then_a_high_reading(kiosk):
    report(kiosk, "headache")
    enter(kiosk, 148, 94)
    assert kiosk.alerts == [AlertKind.WARNING_SIGN, AlertKind.BLOOD_PRESSURE_SEVERE]


def test_a_high_reading_and_then_a_sign(kiosk):
    enter(kiosk, 148, 94)
    report(kiosk, "headache")
    assert kiosk.alerts == [
        AlertKind.BLOOD_PRESSURE_HIGH,
        AlertKind.WARNING_SIGN,
        AlertKind.BLOOD_PRESSURE_SEVERE,
    ]


def test_the_same_again_calls_nobody_again(kiosk):
    enter(kiosk, 165, 80)
    enter(kiosk, 170, 80)
    report(kiosk, "headache")
    report(kiosk, "headache")
    assert kiosk.alerts == [AlertKind.BLOOD_PRESSURE_SEVERE, AlertKind.WARNING_SIGN]
    report(kiosk, "fever")
    assert kiosk.alerts[2:] == [AlertKind.WARNING_SIGN]
    assert kiosk.store.only().alerts[2].signs == ("headache", "fever")


@pytest.mark.parametrize(
    ("leave", "notes"),
    [
        (finish, (NoteKind.ASK_IN_PERSON,)),
        (leave_quietly, (NoteKind.ASK_IN_PERSON,)),
        (fall_asleep, (NoteKind.ASK_IN_PERSON,)),
        (crash, (NoteKind.ASK_IN_PERSON,)),
    ],
)
def test_staff_are_asked_to_ask_in_person_where_item_10_was_not_answered(kiosk, leave, notes):
    kiosk.begin_form(1, 1, 1)
    leave(kiosk)
    assert kiosk.store.only().notes == notes


def test_the_notes_gather(kiosk):
    kiosk.do(intents.AskHelp(), BACK, BACK, BACK, BACK)
    assert kiosk.journey.step.name is StepName.STAGE
    kiosk.do(intents.GiveStage(Stage.LOSS), intents.GiveWeeks(None))
    kiosk.do(intents.GiveInterpreter(wanted=False), intents.OpenCheckIn(), intents.DeclineForm())
    kiosk.do(intents.Finish())
    assert kiosk.store.only().notes == (NoteKind.HELP, NoteKind.LOSS, NoteKind.DECLINED)


def test_who_came_along_has_no_form_and_no_note(kiosk):
    other = Kiosk()
    other.come_in(Stage.SUPPORTING)
    other.do(intents.Finish())
    visit = other.store.only()
    assert (visit.form_state, visit.notes) == (FormState.NOT_OFFERED, ())
    assert isinstance(other.store.entries(next(iter(other.store.facts)))[-1].fact, facts.Finished)
