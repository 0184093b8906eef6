"""What Qt tells of the display and of touch."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QInputDevice

from kiosk.services.doctor import DisplayFacts


def display_facts() -> DisplayFacts | None:
    """The first screen of the running application; None where it has none."""
    screen = QGuiApplication.primaryScreen()
    # PySide says that there always is one; a window system that was just unplugged has none.
    if screen is None:  # pyright: ignore[reportUnnecessaryComparison]
        return None
    size, touching = screen.size(), QInputDevice.DeviceType.TouchScreen
    return DisplayFacts(
        width=size.width(),
        height=size.height(),
        dots_per_inch=round(screen.physicalDotsPerInch(), 1),
        touch=any(device.type() is touching for device in QInputDevice.devices()),
    )
