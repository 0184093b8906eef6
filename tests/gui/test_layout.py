"""Every screen is whole: in each language, text size, contrast and at each size of display."""

import pytest
from PySide6.QtCore import QSize

from kiosk.ui.theme.tokens import TextSize
from tests.helpers.gui_kiosk import HD, LANGUAGES
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_scenes import scenes

SIZES = {"1920x1080": HD, "1366x768": QSize(1366, 768), "1280x1024": QSize(1280, 1024)}


def _quick(booth, size=TextSize.NORMAL, *, contrast=False):
    """Nothing is painted: only where things are is looked at."""
    booth.window.setUpdatesEnabled(False)
    booth.window.keep_look(size, contrast=contrast)
    booth.window.context.theme.reset()
    booth.window.show_step()


def _faults(booth, scene, language):
    scene.show(booth, language)
    found = layout_faults(booth.window, booth.window.context.theme.scale)
    if booth.window.size() != booth.size:
        found.append(f"the window is {booth.window.size()}")
    return [f"{scene.name}: {fault}" for fault in found]


@pytest.mark.parametrize("contrast", [False, True], ids=["day", "contrast"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_size", TextSize, ids=lambda size: size.name.lower())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_whole(make_booth, library, logs, language, text_size, size, contrast):
    logs.expect("intent not saved")  # The scene of the trouble page.
    booth = make_booth(size=SIZES[size], languages=LANGUAGES)
    _quick(booth, text_size, contrast=contrast)
    found = [fault for scene in scenes(library) for fault in _faults(booth, scene, language)]
    assert not found, "\n".join(found)
