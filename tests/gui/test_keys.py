"""A whole visit by keys: a keyboard, or a pad of five."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.domain.content import Stage
from kiosk.domain.facts import NoteKind
from kiosk.domain.journey import Step, StepName
from kiosk.domain.key_names import KEY_NAMES
from kiosk.domain.visit import VisitState
from kiosk.settings import Keys, Settings
from kiosk.ui.keys.commands import Command, KeyMap, code_of
from kiosk.ui.theme.tokens import Style
from kiosk.ui.widgets.digits import DigitField
from tests.helpers.gui_keys import KeyHand
from tests.helpers.gui_kiosk import button, has_button, press

DOWN, UP, LEFT, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right
TAB, BACK_TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return
SPACE, ESCAPE, F1 = Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F1
ITEM = Step(StepName.EPDS_ITEM, index=3)
CARD = Step(StepName.CARD, "preeclampsia", 1)


@pytest.fixture
def booth(booth, qtbot):
    """A kiosk whose window has the keyboard."""
    booth.window.activateWindow()
    qtbot.waitUntil(booth.window.isActiveWindow)
    return booth


@pytest.fixture
def hand(booth):
    return KeyHand(booth)


def _name(booth):
    return booth.journey.step.name


def whole_visit(hand, *, digits):
    """From the first screen to the first screen; `digits` types a number."""
    booth = hand.booth
    hand.choose("language-en", "primary", "stage-pregnant")
    digits("30")
    hand.choose("primary", "interpreter-no")
    assert _name(booth) is StepName.HOME
    hand.choose("topic-preeclampsia")
    for _ in range(40):
        step = _name(booth)
        if step is StepName.HOME:
            break
        if step is StepName.PRESSURE:
            digits("12080")
        elif step is StepName.CHECK:
            text = booth.journey.topic_text("preeclampsia")
            hand.choose(f"choice-{text.checks[booth.journey.step.index].choices[0].id}")
        elif step is StepName.QUESTIONS:
            text = booth.journey.topic_text("preeclampsia")
            hand.choose(f"question-{text.questions[0].id}")
        hand.choose("primary")
    hand.choose("warning-signs", "sign-fever", "primary", "with-me")
    hand.choose("check-in", "primary")
    for number in range(1, 11):
        assert booth.journey.step == Step(StepName.EPDS_ITEM, index=number)
        hand.choose("option-1" if number in (1, 2, 4) else "option-4", "primary")
    assert _name(booth) is StepName.EPDS_AFTER
    hand.choose("primary", "primary", "take-home", "finish")
    assert _name(booth) is StepName.ATTRACT


def _stored(booth):
    (visit_id,) = booth.store.facts
    return booth.store.visit(visit_id)


def _assert_whole(visit):
    assert visit.state is VisitState.FINISHED
    assert visit.weeks == 30
    assert visit.signs == ("fever",)
    assert visit.take_home
    assert len(visit.form.positions) == 10
    assert visit.questions


@dataclass
class KeyboardHand(KeyHand):
    """Uses Tab, and within a group of answers, to which Tab comes once, an arrow."""

    onward: Qt.Key = TAB

    def choose(self, *names):
        for name in names:
            self.onward = RIGHT if name.startswith("option") else TAB
            super().choose(name)


@pytest.mark.parametrize("select", [ENTER, SPACE])
def test_a_whole_visit_with_a_keyboard(booth, select):
    """Down and up are not used: Tab, an arrow within answers, digits, Enter or Space."""
    hand = KeyboardHand(booth, select=select)
    whole_visit(hand, digits=lambda number: hand.press(*(Qt.Key(ord(digit)) for digit in number)))
    _assert_whole(_stored(booth))


@pytest.mark.parametrize("onward", [DOWN, RIGHT])
def test_a_whole_visit_with_five_keys(booth, onward):
    hand = KeyHand(booth, onward=onward)
    whole_visit(hand, digits=lambda number: hand.choose(*(f"digit-{digit}" for digit in number)))
    _assert_whole(_stored(booth))


def test_previous_goes_the_same_way_back(booth, hand):
    booth.show(StepName.HOME)
    there = []
    for _ in range(5):
        there.append(hand.focus)
        hand.press(DOWN)
    for stop in reversed(there):
        hand.press(UP)
        assert hand.focus is stop
    assert hand.focus.objectName() == "heading"


def test_the_stops_come_round(booth, hand):
    booth.show(StepName.STAGE)
    stops = booth.window.aids.stops.all()
    hand.press(*[DOWN] * len(stops))
    assert hand.focus is stops[0]
    hand.press(UP)
    assert hand.focus is stops[-1]


def test_sideways_goes_as_she_reads(booth, hand):
    for language, onward in (("en", RIGHT), ("ar", LEFT)):
        booth.show(StepName.INTERPRETER, language=language)
        hand.press(onward, onward)
        assert hand.focus.objectName() == "interpreter-no"


def test_moving_never_answers(booth, hand):
    """Qt's radio buttons take the arrow for an answer; in a questionnaire that is a wrong one."""
    booth.show(ITEM)
    hand.choose("option-2")
    written = booth.store.written
    hand.press(DOWN, DOWN, UP, UP, UP)
    assert booth.store.written == written
    assert button(booth.window, "option-2").isChecked()


def test_escape_goes_back(booth, hand):
    booth.show(CARD)
    hand.press(ESCAPE)
    assert booth.journey.step == Step(StepName.CARD, "preeclampsia", 0)
    booth.show(StepName.STAFF_CALLED)
    hand.press(ESCAPE)
    assert _name(booth) is StepName.STAFF_CALLED  # It has no Back.
    booth.show(StepName.HOME)
    press(booth.window, "language")
    assert booth.window.overlay_name == "languages"
    hand.press(ESCAPE)
    assert booth.window.overlay_name == ""
    assert _name(booth) is StepName.HOME


def test_help_comes_from_anywhere_and_leads_back(booth, hand):
    for step in (StepName.WELCOME, CARD, ITEM, StepName.SIGNS, StepName.STAGE):
        booth.show(step)
        before = booth.journey.step
        hand.press(F1)
        assert _name(booth) is StepName.HELP
        assert NoteKind.HELP in booth.journey.current.notes
        hand.press(F1)
        hand.choose("primary")
        assert booth.journey.step == before


def test_help_is_not_called_when_nobody_is_in_a_visit(booth, hand):
    hand.press(F1)
    assert _name(booth) is StepName.ATTRACT
    booth.show(StepName.FINISH)
    hand.press(F1)
    assert _name(booth) is StepName.FINISH
    booth.show(StepName.HOME)
    press(booth.window, "language")
    hand.press(F1)
    assert _name(booth) is StepName.HOME


def test_a_clinic_names_its_keys(make_booth, qtbot):
    booth = make_booth(settings=Settings(keys=Keys(help="H", repeat="")))
    booth.window.activateWindow()
    qtbot.waitUntil(booth.window.isActiveWindow)
    hand = KeyHand(booth)
    booth.show(StepName.HOME)
    hand.press(F1)
    assert _name(booth) is StepName.HOME
    hand.press(Qt.Key.Key_H)
    assert _name(booth) is StepName.HELP


def test_every_name_of_a_key_is_one_to_qt():
    codes = {code_of(name) for name in KEY_NAMES}
    assert Qt.Key.Key_unknown not in codes
    assert len(codes) == len(KEY_NAMES)
    taken = {TAB, BACK_TAB, ENTER, SPACE, ESCAPE, UP, DOWN, LEFT, RIGHT, Qt.Key.Key_Backspace}
    assert not codes & taken
    assert not {code_of(digit) for digit in "0123456789"} & codes


def test_a_key_that_is_held_with_another_means_nothing():
    keys = KeyMap(Keys())
    plain = Qt.KeyboardModifier.NoModifier
    for modifier in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier):
        assert keys.command(_event(Qt.Key.Key_F4, modifier)) is None
        assert keys.command(_event(ESCAPE, modifier)) is None
    assert keys.command(_event(Qt.Key.Key_F4, plain)) is Command.PAUSE
    assert keys.command(_event(UP, Qt.KeyboardModifier.KeypadModifier)) is Command.PREVIOUS


def _event(key, modifiers):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


def test_digits_and_backspace_use_the_keypad(booth, hand):
    booth.show(StepName.WEEKS, weeks=None)
    field = booth.page.findChild(DigitField)
    hand.press(Qt.Key.Key_3, Qt.Key.Key_1)
    assert field.digits == "31"
    hand.press(Qt.Key.Key_Backspace)
    assert field.digits == "3"
    booth.show(StepName.HOME)
    hand.press(Qt.Key.Key_3)
    assert _name(booth) is StepName.HOME


@pytest.mark.parametrize("kind", ["hidden", "disabled"])
def test_the_focus_is_never_lost(booth, hand, kind, qtbot):
    booth.show(StepName.SIGNS)
    hand.choose("sign-headache")
    target = hand.focus
    if kind == "hidden":
        target.hide()
    else:
        target.setEnabled(False)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert booth.window.page.isAncestorOf(hand.focus)
    hand.press(DOWN)
    assert hand.focus in booth.window.aids.stops.all()


def test_it_stays_when_what_had_it_is_destroyed(booth, hand):
    booth.show(StepName.HOME, stage=Stage.LOSS, weeks=None)
    hand.choose("more-topics")
    assert not has_button(booth.window, "more-topics")
    assert hand.focus in booth.window.aids.stops.all()
    hand.press(DOWN)
    assert hand.focus in booth.window.aids.stops.all()


def test_the_focus_stays_where_pages_change_under_it(booth, hand):
    booth.show(Step(StepName.PRESSURE, "preeclampsia"))
    hand.press(*(Qt.Key(ord(digit)) for digit in "120130"))
    hand.choose("primary")  # The lower number is the higher one: asked again.
    assert not has_button(booth.window, "primary")
    assert hand.focus.objectName() == "heading"
    booth.show(StepName.FINISH)
    hand.choose("take-home")
    assert hand.focus.objectName() == "finish"


def test_it_comes_back_from_an_overlay(booth, hand):
    booth.show(StepName.HOME)
    hand.choose("language")
    assert booth.window.overlay_name == "languages"
    assert hand.focus.objectName() == "heading"
    hand.go_to("close")
    hand.press(ENTER)
    assert booth.window.overlay_name == ""
    assert hand.focus.objectName() == "language"


def test_it_comes_back_from_the_countdown(booth, hand):
    booth.show(StepName.HOME)
    hand.go_to("warning-signs")
    booth.wait(62)
    assert hand.focus.objectName() == "heading"
    hand.press(ENTER)
    assert booth.window.overlay_name == ""
    assert hand.focus.objectName() == "warning-signs"
    assert _name(booth) is StepName.HOME


def test_arrows_stay_on_an_overlay(booth, hand):
    booth.show(StepName.HOME)
    hand.choose("language")
    seen = set()
    for _ in range(12):
        hand.press(DOWN)
        seen.add(hand.focus.objectName())
    assert seen == {"heading", "language-en", "language-es", "language-ar", "close"}


@pytest.mark.parametrize("style", Style, ids=lambda style: style.name.lower())
def test_a_heading_that_keys_have_brought_is_ringed(booth, hand, style):
    booth.window.keep_look(booth.window.context.theme.text_size, style)
    booth.window.context.theme.reset()
    booth.show(StepName.STAGE)
    frame = booth.window.aids.navigator._frame  # noqa: SLF001 - what is drawn is looked at
    assert not frame.isVisible()  # A finger has brought this page.
    hand.press(DOWN)
    hand.press(UP)
    assert frame.ringed == [hand.focus]
    ring, ground = _ring_and_ground(booth, frame)
    assert _contrast(ring, ground) >= 3
    QTest.mouseClick(booth.page, Qt.MouseButton.LeftButton)
    assert not frame.isVisible()


def _ring_and_ground(booth, frame):
    """The colours of the ring's line and of the page outside it; the line is 3 px or wider."""
    image = booth.window.grab().toImage()
    (heading,) = frame.ringed
    x = heading.mapTo(booth.window, heading.rect().center()).x()
    top = heading.mapTo(booth.window, heading.rect().topLeft()).y()
    column = [image.pixelColor(x, y) for y in range(top - 34, top)]
    focus = booth.window.context.theme.colour("focus")
    line = [colour for colour in column if colour == focus]
    assert len(line) >= 3
    return focus, column[0]


def _contrast(one, other):
    def light(colour):
        parts = [part / 255 for part in (colour.red(), colour.green(), colour.blue())]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_order_of_the_stops_is_that_of_reading(booth):
    booth.show(CARD)
    stops = booth.window.aids.stops
    groups = stops.groups()
    names = [[stop.objectName() for stop in group] for group in groups]
    assert names[0] == ["back", "topics", "primary"]
    assert names[1][0] == "language"
    assert names[1][-1] == "leave-quietly"
    for group in groups:
        places = [stop.mapTo(booth.window, stop.rect().center()).x() for stop in group]
        assert all(one < other for one, other in pairwise(places))
