"""The look as it stands: palette, text size, language and the screen's scale."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fonts import font
from kiosk.ui.theme.pictures import Light, light_of
from kiosk.ui.theme.tokens import CONTRAST, DAY, Palette, TextSize, TypeRole


class Theme:
    """Shared by every widget, which asks it whenever it lays out or paints."""

    def __init__(self) -> None:
        self.palette: Palette = DAY
        self.text_size = TextSize.NORMAL
        self.language = "en"
        self.scale = 1.0
        self._first: tuple[Palette, TextSize] = (DAY, TextSize.NORMAL)

    def fit(self, size: QSize) -> None:
        """Set the scale for a window of this size, drawn for 1920 x 1080."""
        self.scale = min(size.width() / 1920, size.height() / 1080)

    def px(self, length: float) -> int:
        """A length of the drawing in pixels of this screen."""
        return max(1, round(length * self.scale))

    def font(self, role: TypeRole, *, language: str = "", fit: float = 1.0) -> QFont:
        """The font of a role; `fit` shrinks a text that would not fit."""
        grow = self.text_size.value
        if role in (TypeRole.DISPLAY, TypeRole.CODE):
            grow = 1.0
        elif role in (TypeRole.TITLE, TypeRole.HEADING):
            grow = 1 + (grow - 1) * 0.6
        pixels = role.px * self.scale * grow * fit
        return font(language or self.language, pixels, semibold=role.semibold)

    def colour(self, name: str) -> QColor:
        """A palette colour by its token's name."""
        return QColor(getattr(self.palette, name))

    def tint(self, number: int) -> QColor:
        """The tint of a topic, counted from 1."""
        return QColor(self.palette.tints[(number - 1) % len(self.palette.tints)])

    def light(self, widget: QWidget) -> Light:
        """How a picture in a widget is shown: as the palette lights it, and the way she reads."""
        mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return light_of(self.palette, mirrored=mirrored)

    @property
    def high_contrast(self) -> bool:
        """Whether the high-contrast palette is on."""
        return self.palette is CONTRAST

    def toggle_contrast(self) -> None:
        """Change between day and high contrast."""
        self.palette = DAY if self.high_contrast else CONTRAST

    def reset(self) -> None:
        """Back to how every visit begins."""
        self.palette, self.text_size = self._first

    def keep(self, size: TextSize, *, contrast: bool) -> None:
        """Begin every visit with this look."""
        self._first = (CONTRAST if contrast else DAY, size)
