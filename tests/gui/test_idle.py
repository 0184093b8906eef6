"""A screen that nobody touches: warned of, brought back by one tap, else cleared."""

import pytest
from PySide6.QtCore import QPoint

from kiosk.domain.facts import Leaving
from kiosk.domain.journey import Step, StepName
from kiosk.domain.visit import VisitState
from kiosk.services.intents import CalledAway, Leave
from kiosk.settings import Idle, Settings
from kiosk.ui.widgets.pressable import Pressable
from tests.helpers.gui_kiosk import all_text, button, press, texts, touch

WARNING = "idle-warning"
ITEM = Step(StepName.EPDS_ITEM, index=3)
CARD = Step(StepName.CARD, "safe-sleep", 1)


def _middle(booth, name):
    target = button(booth.window, name)
    return target.mapTo(booth.window, target.rect().center())


def _counts(booth):
    return [int(text) for text in texts(booth.window) if text.isdigit()]


def test_the_warning_counts_down_from_twenty(booth):
    booth.show(CARD)
    booth.wait(59)
    assert booth.window.overlay_name == ""
    booth.wait(1)
    assert booth.window.overlay_name == WARNING
    assert 20 in _counts(booth)
    booth.wait(1)
    assert 19 in _counts(booth)
    booth.wait(18)
    assert 1 in _counts(booth)
    assert "1 second left" in texts(booth.window)
    assert booth.journey.step == CARD


def test_one_tap_goes_on_as_often_as_needed(booth):
    page = booth.show(CARD)
    for _ in range(12):
        booth.wait(75)
        assert booth.window.overlay_name == WARNING
        press(booth.window, "stay")
        assert booth.window.overlay_name == ""
    assert booth.page is page
    assert booth.store.only().state is VisitState.OPEN


def test_a_tap_beside_the_button_goes_on_too(booth):
    page = booth.show(CARD)
    booth.wait(62)
    touch(booth.window, QPoint(4, 4))
    assert booth.window.overlay_name == ""
    assert booth.page is page


@pytest.mark.parametrize("step", [StepName.HOME, StepName.SIGNS, CARD, ITEM])
def test_the_tap_that_goes_on_touches_nothing_below(booth, step):
    """The display reports a place, and Qt looks there for what was touched."""
    page = booth.show(step)
    before = booth.journey.step, booth.journey.current
    for name in [
        target.objectName() for target in page.findChildren(Pressable) if _is_free(target)
    ]:
        place = _middle(booth, name)
        booth.wait(125 if step == ITEM else 65)
        assert booth.window.overlay_name == WARNING
        touch(booth.window, place)
        assert booth.window.overlay_name == ""
        assert (booth.journey.step, booth.journey.current) == before, f"{name} was pressed"
        checked = [b.objectName() for b in page.findChildren(Pressable) if b.isChecked()]
        assert not checked, f"{name} was pressed"


def _is_free(target):
    return target.isVisible() and target.isEnabled()


def test_activity_puts_the_warning_off(booth):
    booth.show(CARD)
    for _ in range(5):
        booth.wait(50)
        touch(booth.window, QPoint(4, 4))
    assert booth.window.overlay_name == ""


def test_when_nobody_comes_the_screen_is_cleared_and_the_visit_is_kept(booth, qtbot):
    booth.show(CARD, language="ar")
    visit_id = booth.journey.visit_id
    booth.window.set_text_size(booth.window.context.theme.text_size.following)
    booth.wait(60)
    with qtbot.waitSignal(booth.window.visit_ended):
        booth.wait(20)
    assert booth.journey.step.name is StepName.ATTRACT
    assert booth.window.overlay_name == ""
    assert booth.journey.visit is None
    visit = booth.store.visit(visit_id)
    assert visit.state is VisitState.UNFINISHED
    assert visit.left is Leaving.IDLE
    title = booth.journey.library.topic("safe-sleep").texts["ar"].cards[1].title
    assert title not in all_text(booth.window)


def test_a_visit_without_an_answer_is_not_kept(booth):
    press(booth.window, "language-en")
    booth.wait(80)
    assert booth.journey.step.name is StepName.ATTRACT
    assert booth.store.facts == {}


@pytest.mark.parametrize("step", [StepName.EPDS_INTRO, ITEM, Step(StepName.EPDS_STOP, index=3)])
def test_the_questionnaire_has_more_patience(booth, step):
    booth.show(step)
    booth.wait(119)
    assert booth.window.overlay_name == ""
    booth.wait(1)
    assert booth.window.overlay_name == WARNING
    booth.wait(20)
    assert booth.journey.step.name is StepName.ATTRACT


def test_settings_decide_on_the_times(make_booth):
    idle = Idle(seconds=30, epds_seconds=40, countdown_seconds=25)
    booth = make_booth(settings=Settings(idle=idle))
    booth.show(CARD)
    booth.wait(30)
    assert booth.window.overlay_name == WARNING
    assert 25 in _counts(booth)


def test_the_first_screen_waits_for_ever(booth):
    page = booth.page
    booth.wait(5000)
    assert booth.page is page
    assert booth.window.overlay_name == ""


def test_the_last_page_ends_by_itself(booth):
    booth.show(StepName.HOME)
    press(booth.window, "primary")
    assert booth.journey.step.name is StepName.FINISH
    booth.wait(59)
    assert booth.journey.step.name is StepName.FINISH
    booth.wait(1)
    assert booth.journey.step.name is StepName.ATTRACT
    assert booth.store.only().state is VisitState.FINISHED


def test_the_goodbye_ends_by_itself(booth):
    booth.show(StepName.HOME)
    booth.window.submit(Leave(Leaving.QUIET))
    booth.wait(14)
    assert booth.journey.step.name is StepName.GOODBYE
    booth.wait(1)
    assert booth.journey.step.name is StepName.ATTRACT
    assert booth.journey.last_visit_id is None


def test_the_page_for_who_is_called_ends_by_itself(booth):
    booth.show(StepName.HOME)
    booth.window.submit(CalledAway())
    booth.wait(19)
    assert booth.journey.step.name is StepName.CALLED
    booth.wait(1)
    assert booth.journey.step.name is StepName.ATTRACT
    assert booth.store.only().state is VisitState.PAUSED


def test_when_the_end_cannot_be_saved_nothing_of_her_stays_on_the_screen(booth, logs):
    """The disk is full and nobody is there to be asked what to do."""
    logs.expect("not saved")
    booth.show(CARD)
    title = booth.journey.library.topic("safe-sleep").texts["en"].cards[1].title
    assert title in all_text(booth.window)
    booth.store.failing_after = 0
    booth.wait(200)
    assert title not in all_text(booth.window)
    assert booth.journey.step.name is StepName.ATTRACT
