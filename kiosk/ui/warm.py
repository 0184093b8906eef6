"""What the first visitor must not wait for: done once the first screen has been seen."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from kiosk.ui.pages import import_screens
from kiosk.ui.theme.paint import art_path, renderer


def warm_up() -> None:
    """Load every screen and its pictures, and the classes that PySide makes when first met."""
    import_screens()
    for module in (QtCore, QtGui, QtWidgets):
        # PySide makes a class when its name is first looked up, with all its enumerations:
        # what a focus event or a brush needs of them would be made within a tap.
        for name in dir(module):
            getattr(module, name)
    for picture in sorted(Path(art_path("check")).parent.glob("*.svg")):
        renderer(str(picture))
