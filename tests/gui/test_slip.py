"""A slip: one quiet place for it on the welcome page, and staff who make and attach it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.journey import StepName
from kiosk.services.journey import Backend
from kiosk.services.slips import Slips
from kiosk.services.visits import Visits
from kiosk.ui.overlays.slip import SlipOverlay
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import BoardScreen
from tests.helpers.fakes_visits import START
from tests.helpers.gui_kiosk import all_text, button, press, texts, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, fill_board, open_staff_area
from tests.helpers.printing import FakeAudit
from tests.unit.services.test_slips import CODE, OTHER, MemorySlips


def _slips(booth, *codes, fails=False):
    store = MemorySlips(carried=dict.fromkeys(codes, ""))

    def printed(code):
        if fails:
            raise KioskError(ErrorCode.SLIP_NOT_PRINTED, reason="no paper")

    visits = Visits(booth.store, lambda: START, "rehearsal")
    return Slips(store, visits, FakeAudit(), lambda: START, printed, lambda _most: 402731)


@pytest.fixture
def welcome(booth):
    """Somebody on the welcome page, and a slip that was handed out."""
    journey = booth.window.context.journey
    opened = journey._open()  # noqa: SLF001 - the journey opens its backend once
    slips = _slips(booth, CODE)
    backend = Backend(
        opened.visits, opened.library, opened.text_for, opened.instrument, take_slip=slips.take
    )
    journey._opened = backend  # noqa: SLF001
    press(booth.window, "language-en")
    assert booth.journey.step.name is StepName.WELCOME
    return booth


def test_she_types_the_number_on_the_screen(welcome):
    press(welcome.window, "slip")
    assert layout_faults(welcome.window, 1.0) == []
    type_digits(welcome.window, CODE)
    assert welcome.journey.current.slip == CODE
    assert welcome.window.overlay_name == ""
    assert "Your slip was taken" in texts(welcome.window)
    assert not button(welcome.window, "slip").isEnabled()


@pytest.mark.parametrize("number", [OTHER, "1234567"])
def test_a_number_that_is_not_known_keeps_her_nowhere(welcome, number):
    press(welcome.window, "slip")
    type_digits(welcome.window, number)
    assert "We do not know this number" in all_text(welcome.window)
    assert layout_faults(welcome.window, 1.0) == []
    press(welcome.window, "close", "primary")
    assert welcome.journey.step.name is StepName.STAGE
    assert welcome.journey.current.slip == ""


def test_a_scanner_reads_it_without_a_touch(welcome, qtbot):
    target = QApplication.focusWidget() or welcome.page
    qtbot.keyClicks(target, CODE)
    qtbot.keyClick(target, Qt.Key.Key_Return)
    assert welcome.journey.current.slip == CODE
    assert "Your slip was taken" in texts(welcome.window)
    assert welcome.journey.step.name is StepName.WELCOME


def test_keys_serve_on_the_pad_too(welcome, qtbot):
    press(welcome.window, "slip")
    overlay = welcome.window.findChild(SlipOverlay)
    qtbot.keyClicks(overlay, "9")
    qtbot.keyClick(overlay, Qt.Key.Key_Backspace)
    qtbot.keyClicks(overlay, CODE)
    assert welcome.journey.current.slip == CODE


def test_escape_puts_it_away(welcome, qtbot):
    press(welcome.window, "slip")
    qtbot.keyClick(welcome.window.findChild(SlipOverlay), Qt.Key.Key_Escape)
    assert welcome.window.overlay_name == ""


def _board(booth, qtbot, slips):
    fill_board(booth)
    kit = open_staff_area(booth, slips=slips)
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: kit.area.findChild(BoardScreen) is not None)
    settle()
    return kit


def test_staff_make_a_slip_with_one_touch(booth, qtbot):
    kit = _board(booth, qtbot, _slips(booth))
    press(kit.area, "slip")
    said = f"Slip {OTHER[:3]} {OTHER[3:]}"
    qtbot.waitUntil(lambda: said in texts(kit.area))
    assert layout_faults(kit.area, 1.0) == []


def test_a_slip_that_was_not_printed_is_told_with_its_number(booth, qtbot):
    kit = _board(booth, qtbot, _slips(booth, fails=True))
    press(kit.area, "slip")
    qtbot.waitUntil(lambda: "did not print the slip (no paper)" in all_text(kit.area))
    assert f"Slip {OTHER[:3]} {OTHER[3:]}." in all_text(kit.area)


def test_staff_attach_a_slip_afterwards(booth, qtbot):
    kit = _board(booth, qtbot, _slips(booth, CODE))
    press(kit.area, "open-green-41")
    qtbot.waitUntil(lambda: "finished" in kit.rendered)
    press(kit.area, "attach-slip")
    type_digits(kit.area, "4711")
    press(kit.area, "save")
    assert "There is no such slip, or another visit carries it." in texts(kit.area)
    for _ in range(4):
        press(kit.area, "erase")
    type_digits(kit.area, CODE)
    press(kit.area, "save")
    assert kit.visit("finished").slip == CODE
    assert button(kit.area, "attach-slip").text() == f"Slip {CODE}"
    press(kit.area, "back")
    assert f"slip {CODE}" in all_text(kit.area)
