"""A trembling hand: the second tap of an accident presses nothing on the page that has come."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.journey import Step, StepName
from kiosk.settings import Access, Settings
from kiosk.ui.keys.tap_guard import TapGuard
from kiosk.ui.widgets.digits import DigitField
from tests.helpers.gui_keys import StandingClock
from tests.helpers.gui_kiosk import button, press, type_digits
from tests.helpers.gui_speech import FakeVoice

CARD = Step(StepName.CARD, "preeclampsia", 0)


@pytest.fixture
def clock():
    return StandingClock()


@pytest.fixture
def booth(make_booth, clock):
    return make_booth(clock=clock)


def _index(booth):
    return booth.journey.step.index


def test_the_second_tap_on_the_next_page_does_nothing(booth, clock):
    booth.show(CARD)
    press(booth.window, "primary")
    assert _index(booth) == 1  # The first one is never held up.
    for milliseconds in (0, 120, 290):
        clock.now = milliseconds / 1000
        press(booth.window, "primary")
        assert _index(booth) == 1
    clock.now = 0.3
    press(booth.window, "primary")
    assert _index(booth) == 2


def test_it_counts_from_the_finger_coming_up(booth, clock):
    booth.show(CARD)
    target = button(booth.window, "primary")
    QTest.mousePress(target, Qt.MouseButton.LeftButton)
    clock.now = 5.0
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton)
    clock.now = 5.2
    press(booth.window, "primary")
    assert _index(booth) == 1


def test_on_the_same_page_fingers_may_be_quick(booth):
    booth.show(StepName.WEEKS, weeks=None)
    type_digits(booth.window, "31")
    assert booth.page.findChild(DigitField).digits == "31"


def test_an_overlay_is_a_page_too(booth, clock):
    booth.show(StepName.HOME)
    press(booth.window, "language", "language-es")
    assert booth.journey.current.language == "en"
    clock.now = 0.4
    press(booth.window, "language-es")
    assert booth.journey.current.language == "es"


def test_keys_tremble_too(booth, clock):
    booth.show(CARD)
    for _ in range(2):
        QTest.keyClick(button(booth.window, "primary"), Qt.Key.Key_Return)
    assert _index(booth) == 1
    clock.now = 1.0
    QTest.keyClick(button(booth.window, "primary"), Qt.Key.Key_Return)
    assert _index(booth) == 2


def test_it_can_be_set_longer_and_off(make_booth, clock):
    slow = make_booth(settings=Settings(access=Access(tap_guard_ms=2000)), clock=clock)
    slow.show(CARD)
    press(slow.window, "primary")
    clock.now += 1.9
    press(slow.window, "primary")
    assert _index(slow) == 1
    off = make_booth(settings=Settings(access=Access(tap_guard_ms=0)), clock=clock)
    off.show(CARD)
    press(off.window, "primary", "primary")
    assert _index(off) == 2


def test_an_accident_silences_nobody(booth, clock):
    voice = FakeVoice()
    booth.window.reader.use(voice)
    booth.show(CARD)
    booth.window.reader.listen()
    press(booth.window, "primary")
    assert booth.window.reader.is_reading()
    press(booth.window, "primary")
    assert booth.window.reader.is_reading()


def test_sliding_off_and_back_is_as_ever(booth):
    booth.show(CARD)
    target = button(booth.window, "primary")
    QTest.mousePress(target, Qt.MouseButton.LeftButton)
    QTest.mouseMove(target, QPoint(-40, -40))
    assert not target.isDown()
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(-40, -40))
    assert _index(booth) == 0
    QTest.mousePress(target, Qt.MouseButton.LeftButton)
    QTest.mouseMove(target, QPoint(-40, -40))
    QTest.mouseMove(target, target.rect().center())
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton)
    assert _index(booth) == 1


def test_all_parts_of_a_swallowed_tap_are_swallowed():
    clock, page = StandingClock(), ["one"]
    guard = TapGuard(300, clock, lambda: page[0])
    press_it, release = QEvent(QEvent.Type.TouchBegin), QEvent(QEvent.Type.TouchEnd)
    assert not guard.swallows(press_it)
    assert not guard.swallows(release)
    page[0] = "two"
    assert guard.swallows(press_it)
    assert guard.swallows(release)
    assert not guard.swallows(QEvent(QEvent.Type.Paint))
    clock.now = 0.3
    assert not guard.swallows(press_it)
    assert not guard.swallows(release)
