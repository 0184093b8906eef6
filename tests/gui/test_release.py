"""When a page goes by itself: never before she can no longer ask to be forgotten."""

from kiosk.domain.facts import Leaving
from kiosk.domain.journey import StepName
from kiosk.services import intents
from tests.helpers.gui_kiosk import press


def _told(booth):
    told = []
    booth.window.visit_left.connect(told.append)
    return told


def test_a_visit_that_is_finished_is_told_once(booth):
    told = _told(booth)
    booth.show(StepName.HOME)
    visit_id = booth.journey.visit_id
    booth.window.submit(intents.Finish())
    assert told == [visit_id]
    booth.window.submit(intents.EndPage())
    assert told == [visit_id]


def test_a_visit_that_was_left_quietly_is_told_when_nobody_can_forget_it_any_more(booth):
    told = _told(booth)
    booth.show(StepName.HOME)
    visit_id = booth.journey.visit_id
    booth.window.submit(intents.Leave(Leaving.QUIET))
    assert booth.journey.step.name is StepName.GOODBYE
    assert told == []
    booth.window.submit(intents.EndPage())
    assert told == [visit_id]


def test_a_visit_that_nobody_touched_is_told_at_once(booth):
    told = _told(booth)
    booth.show(StepName.HOME)
    visit_id = booth.journey.visit_id
    booth.window.submit(intents.Leave(Leaving.IDLE))
    assert told == [visit_id]


def test_where_nobody_was_nothing_is_told(booth):
    told = _told(booth)
    press(booth.window, "language-en", "back")
    assert booth.window.is_waiting()
    assert told == []
