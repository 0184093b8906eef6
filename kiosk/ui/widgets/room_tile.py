"""A wide tile that leads staff to another room: icon, title, one line of what it is for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.theme.fit import fitted_font, paint_text
from kiosk.ui.theme.paint import paint_icon, paint_panel
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.pressable import Pressable

_HEIGHT = 196
_ICON = 64
_SIDE = 36


class RoomTile(Pressable):
    """Title above its line, the icon before both."""

    def __init__(
        self, theme: Theme, title: str, purpose: str, icon: str, height: int = _HEIGHT
    ) -> None:
        super().__init__(theme)
        self._height = height
        self._purpose = purpose
        self._icon = icon
        self.setText(title)
        self.setAccessibleDescription(purpose)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.casts_shadow = True
        self.restyle()

    def restyle(self) -> None:
        """Corners follow the scale."""
        self.radius = float(self.theme.px(30))

    def sizeHint(self) -> QSize:
        """As high as all of its kind."""
        return QSize(self.theme.px(520), self.theme.px(self._height))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the face."""
        theme = self.theme
        px = theme.px
        fill = "teal_tint" if self.isDown() else "card"
        outline = (theme.colour("line"), float(max(2, px(3))))
        paint_panel(painter, rect, self.radius, theme.colour(fill), outline)
        size, side, gap = px(_ICON), px(_SIDE), px(28)
        left = rect.right() - side - size if self.rtl else rect.left() + side
        icon = QRectF(left, rect.center().y() - size / 2, size, size)
        paint_icon(painter, self._icon, icon, theme.colour("teal"))
        width = rect.width() - 2 * side - size - gap
        start = rect.left() + side if self.rtl else left + size + gap
        is_high = self._height == _HEIGHT
        lines = (
            (self.text(), TypeRole.LABEL_STRONG, "ink", px(56)),
            (self._purpose, TypeRole.LABEL, "ink_soft", px(84 if is_high else 54)),
        )
        fonts = [
            fitted_font(theme, role, text, QSizeF(width, room)) for text, role, _, room in lines
        ]
        aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        top = rect.center().y() - px(66 if is_high else 54)
        for (text, _role, ink, room), font in zip(lines, fonts, strict=True):
            at = QRectF(start, top, width, room)
            paint_text(painter, at, text, font, theme.colour(ink), aligned)
            top += room
