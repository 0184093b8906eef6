"""The kiosk's health in one quiet line; a touch shows the details."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy

from kiosk.i18n import Words
from kiosk.services.health import HealthItem, Level, Part
from kiosk.services.health_wording import short
from kiosk.ui.theme.paint import paint_icon, paint_panel
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.pressable import Pressable

ICONS = {
    Part.PRINTER: "print",
    Part.DISK: "disk",
    Part.TEXTS: "page",
    Part.VOICES: "sound",
    Part.ALERTS: "bell",
    Part.HAND_OFF: "next",
}
INKS = {Level.OK: "ink_soft", Level.NOTE: "sun_ink", Level.FAULT: "red"}
_HEIGHT = 60
_SMALLEST = 0.8
_STEP = 0.05


class HealthStrip(Pressable):
    """Each part with an icon and a word; a fault also with a warning sign before it."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme)
        self._words = words
        self._items: Sequence[HealthItem] = ()
        self.arrows_to_screen = True
        self.radius = float(theme.px(16))
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("health")
        self.show_items(())

    def show_items(self, items: Sequence[HealthItem]) -> None:
        """Show what was found."""
        self._items = items
        said = "; ".join(short(item, self._words) for item in items)
        self.setAccessibleName(said or self._words.gettext("Looking at the kiosk…"))
        self.update()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """One cell for each part, in reading direction."""
        paint_panel(painter, rect, self.radius, self.theme.colour("card"))
        if not self._items:
            return
        width = rect.width() / len(self._items)
        for place, item in enumerate(self._items):
            start = rect.width() - (place + 1) * width if self.rtl else place * width
            self._paint_cell(painter, QRectF(start, 0, width, rect.height()), item)

    def _paint_cell(self, painter: QPainter, cell: QRectF, item: HealthItem) -> None:
        ink = self.theme.colour(INKS[item.level])
        size, gap = self.theme.px(34), self.theme.px(12)
        text = short(item, self._words)
        role = TypeRole.SMALL if item.level is Level.OK else TypeRole.SMALL_STRONG
        fit, room = 1.0, cell.width() - size - 3 * gap
        font = self.theme.font(role)
        while fit > _SMALLEST and QFontMetricsF(font).horizontalAdvance(text) > room:
            fit -= _STEP
            font = self.theme.font(role, fit=fit)
        words = QFontMetricsF(font).horizontalAdvance(text)
        start = cell.left() + max(gap, (cell.width() - size - gap - words) / 2)
        icon = "warning" if item.level is Level.FAULT else ICONS[item.part]
        x = cell.right() - (start - cell.left()) - size if self.rtl else start
        paint_icon(painter, icon, QRectF(x, (cell.height() - size) / 2, size, size), ink)
        place = QRectF(start + size + gap, 0, cell.right() - start - size - gap, cell.height())
        if self.rtl:
            place.moveRight(x - gap)
        side = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(place, int(align) | int(Qt.TextFlag.TextSingleLine), text)
