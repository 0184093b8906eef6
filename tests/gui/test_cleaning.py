"""The glass is wiped: nothing that touches it counts, nothing is lost, and it ends by itself."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.ui.overlays.cleaning import SECONDS, CleaningCover
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.staff.pin import PinScreen
from tests.helpers.gui_kiosk import press, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, fill_board, open_staff_area

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def kit(booth):
    fill_board(booth)
    return open_staff_area(booth)


def _cover(kit):
    found = [cover for cover in kit.area.findChildren(CleaningCover) if cover.isVisible()]
    return found[-1] if found else None


def _begin(kit):
    press(kit.area, "clean")
    cover = _cover(kit)
    assert cover is not None
    return cover


def _pass(kit, seconds):
    """Time goes on; the cover looks at its clock."""
    kit.booth.seconds.now += seconds
    cover = _cover(kit)
    if cover is not None:
        cover.tick()
    settle()


def _come_in(kit, qtbot):
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: kit.area.findChild(BoardScreen) is not None)
    settle()


def test_it_counts_down_in_words_and_figures_and_ends_by_itself(kit):
    cover = _begin(kit)
    assert cover.accessibleName() == "The glass can be wiped. 30 seconds left."
    assert cover.size() == kit.area.size()
    _pass(kit, 29)
    assert cover.accessibleName() == "The glass can be wiped. 1 second left."
    _pass(kit, 1)
    assert _cover(kit) is None
    # Touches count again.
    press(kit.area, "digit-4")


def test_whoever_wipes_needs_no_pin(kit):
    _begin(kit)
    _pass(kit, SECONDS)
    assert kit.area.findChild(PinScreen).isVisible()


def test_wiping_presses_nothing_and_changes_nothing(kit, qtbot):
    _come_in(kit, qtbot)
    before = dict(kit.booth.store.facts)
    _begin(kit)
    window = kit.booth.window
    for place in range(40, window.height(), 40):
        QTest.mouseClick(window.windowHandle(), LEFT, pos=QPoint(place, place))
    qtbot.keyClicks(window, "4711")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(window, key)
    settle()
    _pass(kit, SECONDS)
    assert kit.booth.store.facts == before
    assert not kit.printer.sent
    assert kit.area.findChild(BoardScreen).isVisible()


def test_the_idle_watch_stands_still(kit, qtbot):
    _come_in(kit, qtbot)
    idle = kit.booth.window.idle
    kit.booth.seconds.now += 90
    left = idle.seconds_left
    _begin(kit)
    press_left = idle.seconds_left
    QTest.mouseClick(kit.booth.window.windowHandle(), LEFT, pos=QPoint(300, 300))
    kit.booth.seconds.now += 25
    idle.tick()
    # Neither the wiping nor the time it took is anything to it.
    assert idle.seconds_left == press_left
    _pass(kit, 5)
    assert (left, idle.seconds_left) == (30, press_left)
    with qtbot.waitSignal(kit.area.closed):
        kit.wait(press_left)


def test_escape_twice_ends_it(kit, qtbot):
    _begin(kit)
    qtbot.keyClick(kit.booth.window, Qt.Key.Key_Escape)
    kit.booth.seconds.now += 3
    qtbot.keyClick(kit.booth.window, Qt.Key.Key_Escape)
    assert _cover(kit) is not None
    kit.booth.seconds.now += 1
    qtbot.keyClick(kit.booth.window, Qt.Key.Key_Escape)
    settle()
    assert _cover(kit) is None
    assert kit.area.findChild(PinScreen).isVisible()


def _ring(cover):
    return QPoint(cover.width() // 2, round(cover.height() * 0.45))


def test_a_finger_that_stays_on_the_ring_ends_it(kit):
    ring = _ring(_begin(kit))
    handle = kit.booth.window.windowHandle()
    QTest.mousePress(handle, LEFT, pos=ring)
    _pass(kit, 2)
    assert _cover(kit) is not None
    _pass(kit, 1)
    QTest.mouseRelease(handle, LEFT, pos=ring)
    assert _cover(kit) is None


@pytest.mark.parametrize("way", ["moves on", "is lifted", "comes from elsewhere"])
def test_a_cloth_does_not_end_it(kit, way):
    ring = _ring(_begin(kit))
    handle = kit.booth.window.windowHandle()
    elsewhere = QPoint(80, 80)
    QTest.mousePress(handle, LEFT, pos=elsewhere if way == "comes from elsewhere" else ring)
    if way == "is lifted":
        QTest.mouseRelease(handle, LEFT, pos=ring)
    else:
        QTest.mouseMove(handle, elsewhere)
        QTest.mouseMove(handle, ring)
    QApplication.processEvents()
    _pass(kit, 10)
    assert _cover(kit) is not None
    QTest.mouseRelease(handle, LEFT, pos=ring)
    _pass(kit, 30)


def _touch(kit, device, *places, down):
    kind = QEvent.Type.TouchBegin if down else QEvent.Type.TouchEnd
    state = QEventPoint.State.Pressed if down else QEventPoint.State.Released
    window = kit.booth.window
    points = [
        QEventPoint(number, state, QPointF(place), QPointF(window.mapToGlobal(place)))
        for number, place in enumerate(places)
    ]
    event = QTouchEvent(kind, device, Qt.KeyboardModifier.NoModifier, points)
    cover = _cover(kit)
    assert cover is not None
    assert cover.eventFilter(window.windowHandle(), event)


def test_a_finger_on_a_touch_screen_ends_it_and_a_hand_does_not(kit):
    ring, corner = _ring(_begin(kit)), QPoint(9, 9)
    device = QPointingDevice.primaryPointingDevice()
    _touch(kit, device, ring, corner, down=True)
    _pass(kit, 4)
    assert _cover(kit) is not None
    _touch(kit, device, ring, corner, down=False)
    _touch(kit, device, ring, down=True)
    _pass(kit, 3)
    assert _cover(kit) is None


def test_locking_ends_it(kit, qtbot):
    _begin(kit)
    kit.area.lock()
    assert kit.booth.window.idle.seconds_left is not None
    settle()
    assert _cover(kit) is None


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_it_is_whole_in_every_language(booth, language):
    kit = open_staff_area(booth, language=language)
    cover = _begin(kit)
    assert layout_faults(cover, 1.0) == []
    _pass(kit, SECONDS)
