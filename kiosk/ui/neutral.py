"""What leaves nothing of her to be seen or pasted."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme


def neutral_cover(window: QWidget, theme: Theme) -> QWidget:
    """A neutral page over the whole window, painted when this returns."""
    cover = QWidget(window)
    cover.setAutoFillBackground(True)
    palette = cover.palette()
    palette.setColor(cover.backgroundRole(), theme.colour("paper"))
    cover.setPalette(palette)
    cover.setGeometry(window.rect())
    cover.show()
    cover.repaint()
    return cover


def clear_clipboard() -> None:
    """Forget what was copied, and on X11 what was selected."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(clipboard.Mode.Selection)
