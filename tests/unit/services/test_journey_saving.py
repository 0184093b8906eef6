"""When saving fails nothing has changed, and the same touch works once there is room again."""

import pytest

from kiosk.domain.blood_pressure import Reading
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, KioskError, StorageError
from kiosk.domain.facts import AlertKind, Leaving
from kiosk.domain.journey import ATTRACT, HOME, Step, StepName
from kiosk.domain.visit import VisitState
from kiosk.services import intents
from tests.helpers.fakes_visits import Kiosk, take_codes

NEXT, BACK = intents.GoNext(), intents.GoBack()
EN = intents.ChooseLanguage("en")
TOPIC = intents.OpenTopic("preeclampsia")
ITEM = intents.AnswerItem
IN = (
    EN,
    NEXT,
    intents.GiveStage(Stage.POSTPARTUM),
    intents.GiveWeeks(6),
    intents.GiveInterpreter(wanted=False),
)
FORM = (*IN, intents.OpenCheckIn(), NEXT)
NINE = tuple(intent for _ in range(9) for intent in (ITEM(1, 2.0), NEXT))
LEAVE = intents.Leave(Leaving.QUIET)

TOUCHES = {
    "the language": ((), EN),
    "going on from the welcome": ((EN,), NEXT),
    "going back from the welcome": ((EN,), BACK),
    "another language": (IN, intents.ChooseLanguage("es")),
    "a language that lacks the topic": (
        (*IN, intents.OpenTopic("safe-sleep")),
        intents.ChooseLanguage("ar"),
    ),
    "the stage": ((EN, NEXT), intents.GiveStage(Stage.LOSS)),
    "the weeks": (IN[:3], intents.GiveWeeks(6)),
    "the interpreter": (IN[:4], intents.GiveInterpreter(wanted=True)),
    "a topic": (IN, TOPIC),
    "the next card": ((*IN, TOPIC), NEXT),
    "a check question": ((*IN, TOPIC, *[NEXT] * 4), intents.AnswerCheck("right")),
    "a question to ask": ((*IN, TOPIC, *[NEXT] * 6), intents.TickQuestion("ask-0", ticked=True)),
    "a reading": ((*IN, TOPIC, *[NEXT] * 3), intents.EnterPressure(Reading(165, 112))),
    "signs": ((*IN, intents.OpenSigns()), intents.ReportSigns(("fever",))),
    "help": (IN, intents.AskHelp()),
    "the first item": (FORM[:-1], NEXT),
    "an answer": (FORM, ITEM(2, 2.0)),
    "going on from item 10": ((*FORM, *NINE, ITEM(1, 2.0)), NEXT),
    "going back from item 10": ((*FORM, *NINE, ITEM(1, 2.0)), BACK),
    "going home from item 10": ((*FORM, *NINE, ITEM(1, 2.0)), intents.GoHome()),
    "asking to stop at item 10": ((*FORM, *NINE, ITEM(1, 2.0)), intents.OpenStop()),
    "the last item": ((*FORM, *NINE, ITEM(4, 2.0)), NEXT),
    "stopping": ((*FORM, intents.OpenStop()), intents.StopForm()),
    "declining": (FORM[:-1], intents.DeclineForm()),
    "rather with staff": (FORM[:-1], intents.RatherWithStaff()),
    "taking the form up again": ((*FORM, intents.GoHome()), intents.OpenCheckIn()),
    "being called": ((*FORM, ITEM(1, 2.0)), intents.CalledAway()),
    "the last page": (IN, intents.Finish()),
    "the last page after item 10": ((*FORM, *NINE, ITEM(1, 2.0)), intents.Finish()),
    "the last page of an unfinished form": (FORM, intents.Finish()),
    "a page to take home": ((*IN, intents.Finish()), intents.WantTakeHome()),
    "leaving": (IN, LEAVE),
    "leaving at item 10": ((*FORM, *NINE, ITEM(1, 2.0)), LEAVE),
    "leaving without an answer": ((EN,), LEAVE),
    "forgetting": ((*IN, LEAVE), intents.Forget()),
}


@pytest.mark.parametrize("passing", [0, 1, 2])
@pytest.mark.parametrize("touch", TOUCHES)
def test_a_touch_that_cannot_be_saved_changes_nothing_and_works_again(touch, passing):
    before, intent = TOUCHES[touch]
    kiosk, other = Kiosk(), Kiosk()
    kiosk.do(*before)
    other.do(*before, intent)
    journey = kiosk.journey
    step, visit, visit_id, last = (
        journey.step,
        journey.visit,
        journey.visit_id,
        journey.last_visit_id,
    )
    stored = {key: list(entries) for key, entries in kiosk.store.facts.items()}
    kiosk.store.failing_after = passing
    try:
        kiosk.do(intent)
    except StorageError:
        assert (journey.step, journey.visit, journey.visit_id) == (step, visit, visit_id)
        assert journey.last_visit_id == last
        assert kiosk.store.facts == stored
        kiosk.store.failing_after = None
        kiosk.do(intent)
    else:
        assert passing
    assert journey.step == other.journey.step
    assert (journey.visit is None) == (other.journey.visit is None)
    happened = [[entry.fact for entry in entries[1:]] for entries in kiosk.store.facts.values()]
    assert happened == [
        [entry.fact for entry in entries[1:]] for entries in other.store.facts.values()
    ]


def test_when_no_code_is_free_she_stays_at_the_first_screen():
    kiosk = Kiosk()
    take_codes(kiosk.store)
    with pytest.raises(KioskError) as caught:
        kiosk.do(EN)
    assert caught.value.code is ErrorCode.NO_CODE_FREE
    assert (kiosk.journey.step, kiosk.journey.visit) == (ATTRACT, None)


def test_what_only_shows_a_page_needs_no_room():
    kiosk = Kiosk()
    kiosk.do(*IN)
    kiosk.store.failing_after = 0
    assert kiosk.do(intents.OpenCheckIn()) == Step(StepName.EPDS_INTRO)
    assert kiosk.do(intents.GoHome()) == HOME


def test_a_visit_that_could_not_be_reopened_stays_paused():
    kiosk = Kiosk()
    kiosk.do(*IN)
    visit_id = kiosk.journey.visit_id
    assert visit_id is not None
    kiosk.do(intents.CalledAway(), intents.EndPage())
    kiosk.store.failing_after = 0
    with pytest.raises(StorageError):
        kiosk.journey.reopen(visit_id, "Ann")
    assert (kiosk.journey.step, kiosk.journey.visit) == (ATTRACT, None)
    assert kiosk.store.only().state is VisitState.PAUSED


def test_giving_up_loses_no_alert():
    kiosk = Kiosk()
    kiosk.do(*FORM, *NINE, ITEM(1, 2.0))
    kiosk.store.failing_after = 0
    with pytest.raises(StorageError):
        kiosk.do(NEXT)
    kiosk.journey.abandon()
    kiosk.store.failing_after = None
    kiosk.visits.recover()
    assert kiosk.alerts == [AlertKind.ITEM_10]
