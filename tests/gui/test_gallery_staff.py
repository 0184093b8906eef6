"""Every staff screen and state that the gallery shows, in every language."""

import pytest
from PySide6.QtCore import QSize

from kiosk.domain.language import BUILT_IN
from kiosk.gallery_rooms import staff_room
from kiosk.settings import default_content_folder
from kiosk.ui.gallery.staff_walks import WALKS
from kiosk.ui.staff_area import StaffArea
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_tree import tree_faults, walk

HD, SMALL, TALL = QSize(1920, 1080), QSize(1024, 768), QSize(1080, 1920)
DISPLAYS = {
    "en": (HD, 0),
    "es": (HD, 344),
    "fr": (TALL, 0),
    "pt_BR": (SMALL, 304),
    "ht": (TALL, 299),
    "ar": (HD, 344),
    "zh_Hans": (SMALL, 0),
    "vi": (SMALL, 304),
}
"""Every language on one: its size, and how many millimetres it is wide; 0: it does not tell."""


@pytest.mark.parametrize("way", WALKS, ids=lambda way: way.__name__.strip("_"))
@pytest.mark.parametrize("language", BUILT_IN)
def test_nothing_is_cut_crowded_or_nameless(kiosk_app, library, language, way):
    (size, width_mm), faults = DISPLAYS[language], []
    with staff_room(library, default_content_folder(), language, size, width_mm) as room:
        seen = []
        for name in way(room):
            area = room.room.window.findChild(StaffArea)
            assert area is not None
            scale = size.width() / HD.width()
            found = layout_faults(area, scale) + tree_faults(walk(area.window()))
            faults += [f"{name}: {fault}" for fault in found]
            seen.append(name)
    assert len(seen) == len(set(seen)) > 1
    assert not faults, "\n".join(faults)
