"""A whole visit with one switch: a key, or a tap anywhere."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.journey import Step, StepName
from kiosk.domain.visit import VisitState
from kiosk.settings import Access, Settings, Sound
from kiosk.ui.theme.tokens import Style
from tests.helpers.gui_keys import StandingClock, SwitchHand
from tests.helpers.gui_kiosk import touch
from tests.helpers.gui_speech import FakeVoice

SECONDS = 3.0
SCANNING = Access(scanning=True, scan_seconds=SECONDS)
MIDDLE = QPoint(900, 500)


@pytest.fixture
def clock():
    return StandingClock()


@pytest.fixture
def booth(make_booth, clock, qtbot):
    """A kiosk for one switch, whose window has the keyboard."""
    booth = make_booth(settings=Settings(access=SCANNING), clock=clock)
    booth.window.activateWindow()
    qtbot.waitUntil(booth.window.isActiveWindow)
    return booth


@pytest.fixture
def hand(booth, clock):
    return SwitchHand(booth, clock, SECONDS)


def _name(booth):
    return booth.journey.step.name


def test_a_whole_visit_with_one_switch(booth, hand):
    hand.choose("language-en", "primary", "stage-pregnant", "digit-3", "digit-0", "primary")
    hand.choose("interpreter-no", "warning-signs", "sign-fever", "primary", "with-me")
    hand.choose("topic-safe-sleep", "primary", "topics")
    hand.choose("check-in", "primary")
    for number in range(1, 11):
        assert booth.journey.step == Step(StepName.EPDS_ITEM, index=number)
        hand.choose("option-1" if number in (1, 2, 4) else "option-4", "primary")
    hand.choose("primary", "primary", "finish")
    assert _name(booth) is StepName.ATTRACT
    (visit_id,) = booth.store.facts
    visit = booth.store.visit(visit_id)
    assert visit.state is VisitState.FINISHED
    assert (visit.weeks, visit.signs) == (30, ("fever",))
    assert len(visit.form.positions) == 10


def test_without_the_setting_nothing_lights_up(make_booth, clock):
    booth = make_booth(clock=clock)
    booth.show(StepName.HOME)
    assert not booth.window.aids.scanner.is_on


def test_few_light_up_one_by_one_and_come_round(make_booth, clock):
    booth = make_booth(settings=Settings(access=SCANNING), clock=clock, languages=("en",))
    hand = SwitchHand(booth, clock, SECONDS)
    assert hand.lit == ["language-en"]
    seen = []
    for _ in range(5):
        seen.append(*hand.lit)
        hand.wait()
    assert seen == ["language-en", "text-size", "contrast", "read-to-me", "reach"]
    assert hand.lit == ["language-en"]


def test_many_light_up_line_by_line_then_one_by_one(booth, hand):
    booth.show(StepName.SIGNS)
    signs = [tile for tile in booth.page.targets() if tile.objectName().startswith("sign-")]
    line = hand.lit
    assert line == [tile.objectName() for tile in signs[:5]]
    tops = {tile.mapTo(booth.window, QPoint(0, 0)).y() for tile in signs[:5]}
    assert len(tops) == 1
    hand.wait()
    assert hand.lit == [tile.objectName() for tile in signs[5:10]]
    hand.choose(line[0])
    assert booth.page.chosen == [line[0].removeprefix("sign-")]
    assert hand.lit == line
    hand.switch()
    one_by_one = []
    for _ in range(2 * len(line)):
        one_by_one += hand.lit
        hand.wait()
    assert one_by_one == 2 * line
    assert hand.lit == line  # Twice through, then the lines again.


def test_the_light_stays_as_long_as_was_set(booth, hand, clock):
    booth.show(StepName.STAGE)
    scanner = booth.window.aids.scanner
    lit = hand.lit
    clock.now += SECONDS - 0.1
    scanner.tick()
    assert hand.lit == lit
    clock.now += 0.1
    scanner.tick()
    assert hand.lit != lit


def test_a_tap_anywhere_is_the_switch_and_presses_nothing_else(booth, hand, clock):
    booth.show(StepName.HOME)
    hand._wait_for("language")  # noqa: SLF001 - the bar's line
    line = hand.lit
    clock.now += 1
    touch(booth.window, MIDDLE)
    assert _name(booth) is StepName.HOME
    assert hand.lit == line[:1]
    clock.now += 1
    touch(booth.window, MIDDLE)
    assert booth.window.overlay_name == "languages"


def test_the_staff_corner_can_still_be_held(booth, qtbot):
    corner = booth.page.staff_mark
    with qtbot.waitSignal(booth.window.staff_requested):
        QTest.mousePress(corner, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(corner, Qt.MouseButton.LeftButton)


def test_it_waits_while_something_is_read(make_booth, clock):
    settings = Settings(access=SCANNING, sound=Sound(headphones=True))
    booth = make_booth(settings=settings, clock=clock)
    voice = FakeVoice()
    booth.window.reader.use(voice)
    booth.show(StepName.STAGE)
    hand = SwitchHand(booth, clock, SECONDS)
    booth.window.reader.listen()
    lit = hand.lit
    for _ in range(3):
        hand.wait()
        assert hand.lit == lit
    voice.end()
    hand.wait()
    assert hand.lit != lit


def test_what_lights_up_is_told(make_booth, clock, qtbot):
    booth = make_booth(settings=Settings(access=SCANNING), clock=clock)
    booth.window.activateWindow()
    qtbot.waitUntil(booth.window.isActiveWindow)
    voice = FakeVoice()
    booth.window.reader.use(voice)
    booth.show(StepName.STAGE)
    hand = SwitchHand(booth, clock, SECONDS)
    booth.window.reader.listen()
    voice.end()
    hand.wait()
    assert voice.said[-1].sentences == (
        "Line: I lost a pregnancy or a baby, I am here with someone.",
    )
    voice.end()
    hand.switch()
    assert voice.said[-1].sentences[0] == "I lost a pregnancy or a baby, button, 3 of 4."


def test_only_the_switch_counts_as_activity(booth, hand):
    booth.show(StepName.HOME)
    for _ in range(30):
        hand.wait()
        booth.wait(2)
    assert booth.window.overlay_name == "idle-warning"
    hand.switch()
    assert booth.window.overlay_name == ""
    assert _name(booth) is StepName.HOME
    booth.wait(59)
    assert booth.window.overlay_name == ""


def test_a_tap_answers_the_countdown(booth, hand, clock):
    booth.show(StepName.HOME)
    booth.wait(62)
    clock.now += 1
    touch(booth.window, MIDDLE)
    assert booth.window.overlay_name == ""
    assert _name(booth) is StepName.HOME


def test_an_overlay_is_gone_through_alone(booth, hand):
    booth.show(StepName.HOME)
    hand.choose("language")
    seen = set()
    for _ in range(8):
        seen.update(hand.lit)
        hand.wait()
    assert seen == {"language-en", "language-es", "language-ar", "close"}
    hand.choose("close")
    assert booth.window.overlay_name == ""


@pytest.mark.parametrize("style", Style, ids=lambda style: style.name.lower())
def test_the_light_is_seen(booth, hand, style):
    booth.window.keep_look(booth.window.context.theme.text_size, style)
    booth.window.context.theme.reset()
    booth.show(StepName.SIGNS)
    frame = booth.window.aids.scanner._frame  # noqa: SLF001 - what is drawn is looked at
    assert [stop.objectName() for stop in frame.ringed] == hand.lit
    lit = booth.window.grab().toImage()
    frame.hide()
    assert booth.window.grab().toImage() != lit


def test_while_staff_work_nothing_lights_up(booth, hand):
    from PySide6.QtWidgets import QWidget

    cover = QWidget(booth.window)
    booth.window.cover_with(cover)
    assert hand.lit == []
    hand.wait()
    hand.switch()
    assert _name(booth) is StepName.ATTRACT
    booth.window.cover_with(None)
    cover.deleteLater()
    hand.wait()
    assert hand.lit


def test_a_line_that_loses_its_things_is_no_dead_end(booth, hand):
    booth.show(StepName.WEEKS, weeks=None)
    hand.choose("digit-9", "digit-9")  # No such week: Next stays barred.
    assert "primary" not in hand.lit
    hand.choose("erase", "erase", "digit-8", "primary")
    assert _name(booth) is StepName.INTERPRETER
