"""The board by touch and by keys: filter, one-touch acts, health; and who may come in."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import ReopenReason, ReviewOutcome
from kiosk.domain.visit import VisitState
from kiosk.services.health import Condition, HealthItem, Level, Part
from kiosk.services.ports import PrintState
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import ROWS, BoardScreen
from kiosk.ui.staff.health import HealthScreen
from kiosk.ui.staff.own_pin import OwnPinScreen
from kiosk.ui.staff.pin import PinScreen
from kiosk.ui.staff.visit_page import VisitPageScreen
from tests.helpers.fakes_visits import START
from tests.helpers.gui_kiosk import (
    all_text,
    button,
    has_button,
    press,
    put_visit,
    shown,
    texts,
    type_digits,
)
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, WHO, _started, fill_board, open_staff_area

SICK = (
    HealthItem(Part.PRINTER, Level.FAULT, Condition.PRINTER_TROUBLE, ("1",)),
    HealthItem(Part.DISK, Level.NOTE, Condition.DISK_LOW, ("312",)),
    HealthItem(Part.TEXTS, Level.OK, Condition.TEXTS_FINE),
    HealthItem(Part.VOICES, Level.NOTE, Condition.VOICES_NONE),
    HealthItem(Part.ALERTS, Level.FAULT, Condition.ALERTS_FAIL, ("front desk",)),
)


@pytest.fixture
def kit(booth, qtbot):
    fill_board(booth)
    kit = open_staff_area(booth, health=SICK)
    _come_in(kit, qtbot)
    return kit


def _come_in(kit, qtbot):
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: _screen(kit, BoardScreen) is not None)
    settle()


def _screen(kit, kind):
    found = [s for s in kit.area.findChildren(kind) if s.isVisible()]
    return found[-1] if found else None


def _codes(kit):
    lines = [w for w in shown(kit.area) if w.objectName().startswith("open-")]
    lines.sort(key=lambda line: line.mapTo(kit.area, QPoint(0, 0)).y())
    return [line.accessibleName() for line in lines]


def _focused():
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused is not None else ""


def _key(kit, *keys):
    for key in keys:
        target = QApplication.focusWidget() or kit.area
        QTest.keyClick(target, key)
        settle()


def test_a_colour_and_digits_narrow_the_board_by_touch(kit):
    everybody = _codes(kit)
    press(kit.area, "colour-green")
    assert _codes(kit) == ["green 41"]
    press(kit.area, "colour-blue")
    assert _codes(kit) == ["blue 12"]
    press(kit.area, "colour-blue", "filter-7")
    assert _codes(kit) == ["rose 77"]
    press(kit.area, "filter-6")
    assert _codes(kit) == []
    assert "No visit has such a code." in texts(kit.area)
    press(kit.area, "filter-3")
    assert _codes(kit) == ["amber 33"]
    press(kit.area, "filter-all")
    assert _codes(kit) == everybody
    assert not button(kit.area, "filter-all").isEnabled()


def test_the_board_is_worked_by_keys_alone(kit, qtbot):
    everybody = _codes(kit)
    _key(kit, Qt.Key.Key_4, Qt.Key.Key_1)
    assert _codes(kit) == ["green 41"]
    _key(kit, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Right)
    assert _codes(kit) == ["green 41"]
    _key(kit, Qt.Key.Key_Left)
    assert _codes(kit) == everybody
    _key(kit, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert _focused() == "amber 33"
    _key(kit, Qt.Key.Key_Up)
    assert _focused() == "rose 77"
    _key(kit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "item-10" in kit.rendered)
    assert _screen(kit, VisitPageScreen) is not None
    _key(kit, Qt.Key.Key_Escape)
    assert _codes(kit) == everybody
    _key(kit, Qt.Key.Key_1)
    _key(kit, Qt.Key.Key_Escape)
    assert _codes(kit) == everybody
    with qtbot.waitSignal(kit.area.closed):
        _key(kit, Qt.Key.Key_Escape)


def test_enter_opens_the_first_of_what_is_left(kit, qtbot):
    _key(kit, Qt.Key.Key_7, Qt.Key.Key_7, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "item-10" in kit.rendered)


def test_pages_are_turned_by_keys(booth, qtbot):
    for number in range(10, 25):
        put_visit(booth.store, f"v{number}", *_started("green", number), minutes_ago=number)
    kit = open_staff_area(booth)
    _come_in(kit, qtbot)
    _key(kit, Qt.Key.Key_PageUp)
    assert _codes(kit)[0] == "green 10"
    _key(kit, Qt.Key.Key_PageDown)
    assert _codes(kit)[0] == f"green {10 + ROWS}"
    _key(kit, Qt.Key.Key_PageUp)
    assert _codes(kit)[0] == "green 10"


def test_a_line_keeps_the_focus_when_the_board_changes(kit, qtbot):
    _key(kit, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    before = _focused()
    put_visit(kit.booth.store, "new", *_started("violet", 50))
    qtbot.waitUntil(lambda: "violet 50" in _codes(kit))
    assert _focused() == before == "teal 20"


def test_help_is_taken_with_one_touch(kit):
    assert "Asked for help with the screen, 0 min ago" in texts(kit.area)
    press(kit.area, "act-teal-20")
    assert not kit.visit("help").help_wanted
    assert "Asked for help with the screen" not in all_text(kit.area)
    assert (WHO, "help_taken", "help") in kit.audit.lines


def test_help_is_taken_on_the_page_too(kit, qtbot):
    press(kit.area, "open-teal-20")
    qtbot.waitUntil(lambda: "help" in kit.rendered)
    press(kit.area, "help")
    assert not kit.visit("help").help_wanted
    assert not has_button(kit.area, "help")


def test_a_page_is_printed_with_one_touch_and_the_line_tells_its_state(kit, qtbot):
    press(kit.area, "act-green-41")
    qtbot.waitUntil(lambda: "Waiting for the printer" in all_text(kit.area))
    (job,) = kit.jobs.stored
    assert (job.visit_id, job.asked_by) == ("finished", WHO)
    kit.printer.states[job.printer_job] = PrintState.NO_PAPER
    qtbot.waitUntil(lambda: "out of paper" in all_text(kit.area))
    assert not has_button(kit.area, "act-green-41")
    kit.printer.states[job.printer_job] = PrintState.CANCELLED
    qtbot.waitUntil(lambda: "not printed" in all_text(kit.area))
    press(kit.area, "act-green-41")
    qtbot.waitUntil(lambda: len(kit.printer.sent) == 2)


def test_an_alert_is_opened_to_be_acknowledged(kit, qtbot):
    press(kit.area, "act-rose-77")
    qtbot.waitUntil(lambda: "item-10" in kit.rendered)
    assert has_button(kit.area, "outcome-seen")


def test_a_store_that_fails_is_told_in_place_of_the_list(kit):
    def fails(**_):
        raise KioskError(ErrorCode.STORE_LOCKED)

    kit.booth.store.board = fails
    press(kit.area, "colour-green")
    assert "The database is busy" in all_text(kit.area)


def test_the_health_stands_in_a_strip_and_its_details_behind_it(kit, qtbot):
    qtbot.waitUntil(lambda: "Look at the printer" in button(kit.area, "health").accessibleName())
    said = button(kit.area, "health").accessibleName()
    for words in ("Disk fills up", "Texts fine", "Nothing read aloud", "An alert channel fails"):
        assert words in said
    press(kit.area, "health")
    assert _screen(kit, HealthScreen) is not None
    assert "Only 312 MB are left on the disk. Somebody should make room." in texts(kit.area)
    assert layout_faults(kit.area, 1.0) == []
    press(kit.area, "back")
    assert _screen(kit, BoardScreen) is not None


def test_a_review_has_an_outcome_and_is_undone_for_a_reason(kit, qtbot):
    press(kit.area, "open-green-41")
    qtbot.waitUntil(lambda: "finished" in kit.rendered)
    press(kit.area, "reviewed")
    assert not has_button(kit.area, "print")
    press(kit.area, "review-not-now", "reviewed")
    assert layout_faults(kit.area, 1.0) == []
    press(kit.area, "review-referred")
    assert kit.visit("finished").review_outcome is ReviewOutcome.REFERRED
    assert (WHO, "visit_reviewed:referred", "finished") in kit.audit.lines
    press(kit.area, "reviewed", f"undo-{ReopenReason.SOMETHING_NEW}")
    assert kit.visit("finished").reviewed_at is None
    assert (WHO, "review_undone:something_new", "finished") in kit.audit.lines
    assert button(kit.area, "reviewed").text() == "Mark as reviewed"


def test_a_question_is_put_away_by_escape(kit, qtbot):
    press(kit.area, "open-green-41")
    qtbot.waitUntil(lambda: "finished" in kit.rendered)
    press(kit.area, "reviewed")
    _key(kit, Qt.Key.Key_Escape)
    assert has_button(kit.area, "print")
    assert kit.visit("finished").reviewed_at is None


def test_a_paused_visit_is_closed(kit, qtbot):
    press(kit.area, "open-blue-12")
    qtbot.waitUntil(lambda: "paused" in kit.rendered)
    press(kit.area, "end")
    assert kit.visit("paused").state is VisitState.UNFINISHED
    assert _screen(kit, BoardScreen) is not None


def test_copies_are_counted_up_and_begin_anew(kit, qtbot):
    press(kit.area, "open-green-41")
    qtbot.waitUntil(lambda: "finished" in kit.rendered)
    press(kit.area, "copies", "copies")
    assert button(kit.area, "copies").text() == "3 copies"
    press(kit.area, "print")
    qtbot.waitUntil(lambda: len(kit.printer.sent) == 1)
    assert kit.printer.sent[0][2] == 3
    press(kit.area, "copies", "copies", "copies")
    assert button(kit.area, "copies").text() == "1 copy"


def test_the_pin_is_typed_on_a_keyboard(booth, qtbot):
    kit = open_staff_area(booth)
    qtbot.keyClicks(kit.area.findChild(PinScreen), f"9{PIN}")
    _key(kit, Qt.Key.Key_Backspace)
    for _ in PIN:
        _key(kit, Qt.Key.Key_Backspace)
    qtbot.keyClicks(kit.area.findChild(PinScreen), PIN)
    _key(kit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _screen(kit, BoardScreen) is not None)


def test_the_pin_page_is_left_by_escape(booth, qtbot):
    kit = open_staff_area(booth)
    with qtbot.waitSignal(kit.area.closed):
        _key(kit, Qt.Key.Key_Escape)


def _first_time(booth, qtbot):
    kit = open_staff_area(booth, pin_changed=False)
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: _screen(kit, OwnPinScreen) is not None)
    return kit


def test_who_comes_in_with_a_given_pin_chooses_their_own_first(booth, qtbot):
    kit = _first_time(booth, qtbot)
    assert layout_faults(kit.area, 1.0) == []
    type_digits(kit.area, "830517")
    press(kit.area, "enter")
    assert "The same once more." in texts(kit.area)
    type_digits(kit.area, "830518")
    press(kit.area, "enter")
    assert "The two were not alike. Choose again." in texts(kit.area)
    for _ in range(2):
        qtbot.keyClicks(_screen(kit, OwnPinScreen), "830517")
        _key(kit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _screen(kit, BoardScreen) is not None)
    (member,) = kit.staff.all()
    assert member.pin_changed
    assert member.pin_hash == "hash of 830517"
    assert (WHO, "staff_pin_set", WHO) in kit.audit.lines


@pytest.mark.parametrize(
    ("pin", "said"),
    [
        (PIN, "This is the PIN you were given; choose one of your own."),
        ("4711", "A PIN needs at least 6 digits."),
        ("123456", "This PIN is too easy to guess; choose another."),
    ],
)
def test_what_is_no_pin_of_ones_own_is_refused(booth, qtbot, pin, said):
    kit = _first_time(booth, qtbot)
    for _ in range(2):
        type_digits(kit.area, pin)
        press(kit.area, "enter")
    qtbot.waitUntil(lambda: said in texts(kit.area))
    assert _screen(kit, BoardScreen) is None
    with qtbot.waitSignal(kit.area.closed):
        press(kit.area, "back")
    assert not kit.staff.all()[0].pin_changed


def test_the_strip_tells_how_long_until_it_locks(booth, qtbot):
    kit = open_staff_area(booth, now=lambda: START + timedelta(seconds=1))
    _come_in(kit, qtbot)
    kit.booth.seconds.now += 30
    qtbot.waitUntil(lambda: f"{WHO} · locks in 1:30" in texts(kit.area))


def test_tab_does_not_leave_the_staff_screen(kit):
    seen = set()
    for _ in range(60):
        _key(kit, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        assert kit.area.isAncestorOf(focused)
        seen.add(focused.objectName())
    assert {"lock", "colour-grey", "filter-9", "open-rose-77", "act-rose-77", "health"} <= seen
