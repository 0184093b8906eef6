"""Administrators and the people with PINs, at the kiosk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.services.ports import StaffMember
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.staff.first_pin import FirstPinScreen
from kiosk.ui.staff.people import ROWS, PeopleScreen
from kiosk.ui.staff.person_add import PersonAddScreen
from kiosk.ui.widgets.digits import DigitField
from tests.helpers.gui_kiosk import all_text, button, has_button, press, texts, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, WHO, open_staff_area


def _screen(kit, kind):
    found = [s for s in kit.area.findChildren(kind) if s.isVisible()]
    return found[-1] if found else None


def _open(booth, qtbot, *people, role="admin", language="en"):
    kit = open_staff_area(booth, role=role, language=language)
    for name in people:
        kit.staff.put(StaffMember(name, "staff", f"hash of {name}", pin_changed=True))
    if language == "ar":
        kit.area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: _screen(kit, BoardScreen) is not None)
    settle()
    return kit


def _people(booth, qtbot, *people, language="en"):
    kit = _open(booth, qtbot, *people, language=language)
    press(kit.area, "manage")
    press(kit.area, "people")
    assert _screen(kit, PeopleScreen) is not None
    return kit


def test_only_administrators_reach_the_people(booth, qtbot):
    kit = _open(booth, qtbot, role="staff")
    assert not has_button(kit.area, "manage")


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_screens_are_whole(booth, qtbot, language):
    kit = _people(booth, qtbot, *[f"Person {n}" for n in range(ROWS + 2)], language=language)
    assert layout_faults(kit.area, 1.0) == []
    press(kit.area, "add")
    assert layout_faults(kit.area, 1.0) == []
    press(kit.area, "letter-A", "letter-B", "add")
    qtbot.waitUntil(lambda: _screen(kit, FirstPinScreen) is not None)
    settle()
    assert layout_faults(kit.area, 1.0) == []


def test_a_person_is_added_by_touch_and_gets_a_first_pin_once(booth, qtbot):
    kit = _people(booth, qtbot)
    press(kit.area, "add", "letter-A", "letter-N", "letter-X", "erase", "letter-A")
    press(kit.area, "letter-space", "letter-R", "letter-.", "role-admin", "add")
    qtbot.waitUntil(lambda: _screen(kit, FirstPinScreen) is not None)
    settle()
    field = kit.area.findChild(DigitField, "first-pin")
    assert field is not None
    shown = field.digits.replace(" ", "")
    added = next(member for member in kit.staff.all() if member.name == "ANA R.")
    assert added.pin_hash == f"hash of {shown}"
    assert (added.role, added.pin_changed) == ("admin", False)
    press(kit.area, "back")
    assert "administrator · has still their first PIN" in texts(kit.area)
    assert shown not in all_text(kit.area)
    assert (WHO, "staff_added", "ANA R.") in kit.audit.lines


def test_a_person_is_added_by_keys(booth, qtbot):
    kit = _people(booth, qtbot)
    press(kit.area, "add")
    qtbot.keyClicks(kit.area.findChild(QWidget, "name"), "Omar")
    qtbot.keyClick(kit.area.findChild(QWidget, "name"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _screen(kit, FirstPinScreen) is not None)
    assert "First PIN of Omar" in texts(kit.area)


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "The name is empty; give one."), (WHO, "There is already somebody of that name.")],
)
def test_who_cannot_be_added_is_told(booth, qtbot, name, said):
    kit = _people(booth, qtbot)
    press(kit.area, "add")
    qtbot.keyClicks(kit.area.findChild(QWidget, "name"), name)
    press(kit.area, "add")
    qtbot.waitUntil(lambda: said in texts(kit.area))
    assert _screen(kit, PersonAddScreen) is not None
    press(kit.area, "back")
    assert _screen(kit, PeopleScreen) is not None


def test_a_forgotten_pin_is_made_anew(booth, qtbot):
    kit = _people(booth, qtbot, "Ben")
    press(kit.area, "pin-Ben")
    qtbot.waitUntil(lambda: _screen(kit, FirstPinScreen) is not None)
    ben = next(member for member in kit.staff.all() if member.name == "Ben")
    assert not ben.pin_changed
    assert ben.pin_hash != "hash of Ben"


def test_roles_change_and_who_left_comes_in_no_more(booth, qtbot):
    kit = _people(booth, qtbot, "Ben")
    press(kit.area, "role-Ben", "active-Ben")
    ben = next(member for member in kit.staff.all() if member.name == "Ben")
    assert (ben.role, ben.active) == ("admin", False)
    assert "comes in no more" in texts(kit.area)
    assert not has_button(kit.area, "pin-Ben")
    press(kit.area, "active-Ben", "role-Ben")
    ben = next(member for member in kit.staff.all() if member.name == "Ben")
    assert (ben.role, ben.active) == ("staff", True)


def test_the_last_administrator_stays(booth, qtbot):
    kit = _people(booth, qtbot)
    press(kit.area, f"active-{WHO}")
    assert "Nobody else is an administrator; make somebody one first." in texts(kit.area)
    assert kit.staff.all()[0].active


def test_many_people_stand_on_pages(booth, qtbot):
    kit = _people(booth, qtbot, *[f"P{n:02}" for n in range(ROWS)])
    assert not has_button(kit.area, "before")
    qtbot.keyClick(_screen(kit, PeopleScreen), Qt.Key.Key_PageDown)
    settle()
    assert not has_button(kit.area, "more")
    assert button(kit.area, f"pin-P{ROWS - 1:02}").isVisible()
    press(kit.area, "before")
    assert has_button(kit.area, "more")


def test_a_store_that_fails_is_told(booth, qtbot):
    kit = _open(booth, qtbot)

    def fails():
        raise StorageError(ErrorCode.STORE_LOCKED)

    kit.staff.all = fails
    press(kit.area, "manage")
    press(kit.area, "people")
    assert "The database is busy" in all_text(kit.area)
