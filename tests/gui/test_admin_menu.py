"""The administrators' menu: every room has its tile, and each is whole in every language."""

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.language import LANGUAGES
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.admin_menu import ROOMS, AdminMenuScreen
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.staff.people import PeopleScreen
from kiosk.ui.staff.pin import PinScreen
from kiosk.ui.widgets.room_tile import RoomTile
from tests.helpers.gui_kiosk import has_button, press, texts, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, open_staff_area


@pytest.fixture
def kit(booth, qtbot):
    kit = open_staff_area(booth, role="admin")
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: "Waiting now" in texts(kit.area))
    return kit


def test_the_menu_leads_to_a_room_and_back_to_the_board(kit):
    press(kit.area, "manage")
    menu = kit.area.findChild(AdminMenuScreen)
    assert [tile.objectName() for tile in menu.findChildren(RoomTile)] == ["people"]
    press(kit.area, "people")
    settle()
    assert kit.area.findChild(PeopleScreen) is not None
    press(kit.area, "back")
    settle()
    assert kit.area.findChild(AdminMenuScreen) is not None
    press(kit.area, "back")
    settle()
    assert kit.area.findChild(BoardScreen) is not None


def test_a_room_without_its_service_has_no_tile(kit):
    press(kit.area, "manage")
    assert not has_button(kit.area, "texts")


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_tile_shows_all_its_words(booth, qtbot, language):
    kit = open_staff_area(booth, role="admin", language=language)
    pin = kit.area.findChild(PinScreen)
    assert isinstance(pin, PinScreen)
    menu = AdminMenuScreen(pin.context, "Ines", tuple(ROOMS))
    qtbot.addWidget(menu)
    right_to_left = LANGUAGES[language].right_to_left
    ways = Qt.LayoutDirection
    menu.setLayoutDirection(ways.RightToLeft if right_to_left else ways.LeftToRight)
    menu.resize(booth.window.size())
    menu.show()
    settle()
    assert len(menu.findChildren(RoomTile)) == len(ROOMS)
    assert layout_faults(menu, 1.0) == []
