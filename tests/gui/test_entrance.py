"""New pages glide in, and never make anybody wait."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer, QVariantAnimation
from PySide6.QtTest import QTest

from kiosk.domain.facts import Leaving
from kiosk.domain.journey import Step, StepName
from kiosk.services.intents import GoBack, GoNext, Leave
from kiosk.ui.entrance import Veil
from kiosk.ui.theme.tokens import FADE_MS
from kiosk.ui.widgets.text import TextLabel
from tests.helpers.gui_contrast import luminance, take
from tests.helpers.gui_kiosk import button

CARD = Step(StepName.CARD, "preeclampsia", 1)


@pytest.fixture
def moving(booth):
    booth.window.context.theme.motion = True
    return booth


def _veil(booth):
    return booth.page.findChild(Veil)


def _gone(booth):
    return booth.page.findChild(Veil) is None


def test_a_page_comes_from_where_she_reads_on_and_stands_in_its_place(moving, qtbot):
    moving.show(CARD)
    moving.window.submit(GoNext())
    assert _veil(moving) is not None
    assert moving.page.x() > 0
    qtbot.waitUntil(lambda: _gone(moving))
    assert moving.page.x() == 0


@pytest.mark.parametrize(
    ("language", "intent", "side"),
    [("en", GoBack(), -1), ("ar", GoNext(), -1), ("ar", GoBack(), 1)],
)
def test_back_comes_from_the_other_side_and_arabic_is_mirrored(
    moving, qtbot, language, intent, side
):
    moving.show(CARD, language=language)
    moving.window.submit(intent)
    assert moving.page.x() * side > 0
    qtbot.waitUntil(lambda: _gone(moving))


def test_a_tap_counts_while_the_page_is_coming(moving, qtbot):
    moving.show(CARD)
    moving.window.submit(GoNext())
    assert _veil(moving) is not None
    target = button(moving.window, "primary")
    place = target.mapTo(moving.window, target.rect().center())
    assert moving.window.childAt(place) is target
    QTest.mouseClick(moving.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert moving.journey.step.index == 3
    qtbot.waitUntil(lambda: _gone(moving))


def test_it_can_be_read_in_its_first_frame(moving, qtbot):
    """The veil is thinner than what it covers, so that no frame is empty."""
    moving.show(CARD)
    moving.window.submit(GoNext())
    first = moving.window.grab().toImage()
    paper = moving.window.context.theme.colour("paper").rgb()
    heading = moving.page.findChild(type(moving.page.heading()), "heading")
    corner = heading.mapTo(moving.window, QPoint(0, 0))
    row = range(corner.x(), corner.x() + heading.width(), 3)
    column = range(corner.y(), corner.y() + heading.height(), 3)
    seen = {first.pixel(x, y) for x in row for y in column}
    assert len(seen) > 20
    assert any(_far(pixel, paper) for pixel in seen)
    qtbot.waitUntil(lambda: _gone(moving))


def _far(one, other):
    """Whether two colours are clearly apart in some channel."""
    return any(abs((one >> shift & 255) - (other >> shift & 255)) > 60 for shift in (0, 8, 16))


def test_the_quiet_page_is_there_at_once(moving):
    moving.show(StepName.HOME)
    moving.window.submit(Leave(Leaving.QUIET))
    assert _veil(moving) is None


def test_without_motion_nothing_moves(booth):
    booth.show(CARD)
    booth.window.submit(GoNext())
    assert _veil(booth) is None
    assert booth.page.x() == 0


def test_it_does_not_flash(moving, qtbot):
    """The light of the page goes one way only: no change is followed by its opposite."""
    moving.show(CARD)
    moving.window.submit(GoNext())
    run = _veil(moving).findChild(QVariantAnimation)
    run.pause()
    lights = []
    for at in range(0, FADE_MS, 20):
        run.setCurrentTime(at)
        counted = take(moving.window).count(moving.window.rect())
        lights.append(sum(luminance(c) * n for c, n in counted.items()) / counted.total())
    assert all(after - before <= 0.02 for before, after in pairwise(lights)), lights
    run.resume()
    qtbot.waitUntil(lambda: _gone(moving))


def test_the_first_screen_changes_less_than_three_times_a_second(booth):
    """WCAG 2.3.1; scanning and countdown change at most once a second by their settings."""
    booth.window.go_to_first_screen()
    repeating = [t for t in booth.page.findChildren(QTimer) if t.isActive()]
    assert repeating
    assert min(timer.interval() for timer in repeating) >= 334


def test_greetings_come_up_one_after_the_other(moving, qtbot):
    moving.window.go_to_first_screen()
    page = moving.page
    before = page.findChild(TextLabel, "heading").text()
    [timer] = [t for t in page.findChildren(QTimer) if t.isActive()]
    timer.timeout.emit()
    heading = page.findChild(TextLabel, "heading")
    assert heading.text() != before
    assert heading.graphicsEffect().opacity() < 1
    qtbot.waitUntil(lambda: heading.graphicsEffect() is None)


def test_without_motion_a_greeting_is_there_at_once(booth):
    booth.window.go_to_first_screen()
    [timer] = [t for t in booth.page.findChildren(QTimer) if t.isActive()]
    timer.timeout.emit()
    assert booth.page.findChild(TextLabel, "heading").graphicsEffect() is None


def test_it_is_short():
    assert FADE_MS <= 200
