"""What aids show is whole: slips, reading aloud, keys, the lower part, the switch's light."""

import pytest
from PySide6.QtCore import QSize

from kiosk.domain.language import BUILT_IN
from kiosk.gallery_rooms import gallery_room
from kiosk.settings import Settings
from kiosk.ui.gallery.aid_scenes import aid_scenes
from kiosk.ui.theme.tokens import Style, TextSize
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_tree import tree_faults, walk

DISPLAYS = (QSize(1920, 1080), QSize(1024, 768), QSize(1080, 1920), QSize(1366, 768))


@pytest.mark.parametrize("place", range(len(BUILT_IN)), ids=list(BUILT_IN))
def test_every_aid_is_whole(kiosk_app, library, place):
    language, size = list(BUILT_IN)[place], DISPLAYS[place % len(DISPLAYS)]
    room, faults = gallery_room(library, Settings(), size), []
    try:
        room.window.keep_look(list(TextSize)[place % 3], list(Style)[place % 4])
        room.window.context.theme.reset()
        for scene in aid_scenes():
            scene.show(room, language)
            found = layout_faults(room.window, room.window.context.theme.scale)
            found += tree_faults(walk(room.window))
            faults += [f"{scene.name}: {fault}" for fault in found]
    finally:
        room.close()
    assert not faults, "\n".join(faults)
