"""The kiosk's health in one quiet line; a touch shows the details."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
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
_ICON = 34
_GAP = 12
_FITS = (1.0, 0.95, 0.9)


class HealthStrip(Pressable):
    """Each part with an icon and a few words; a fault with a warning sign in place of the icon.

    Where there is no room for all the words, parts that are well show their icon alone.
    """

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme)
        self._words = words
        self._items: Sequence[HealthItem] = ()
        self._quiet = False
        self.arrows_to_screen = True
        self.radius = float(theme.px(16))
        self.setFixedHeight(theme.target(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("health")
        self.show_items(())

    def show_items(self, items: Sequence[HealthItem]) -> None:
        """Show what was found."""
        self._items = items
        said = self._words.in_row(short(item, self._words) for item in items)
        self.setAccessibleName(said or self._words.gettext("Looking at the kiosk…"))
        self.update()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """One cell for each part, in reading direction; what is left over is shared out."""
        paint_panel(painter, rect, self.radius, self.theme.colour("card"))
        if not self._items:
            return
        fit, needed = self._fit(rect.width())
        spare = (rect.width() - sum(needed)) / len(needed)
        start = 0.0
        for item, words in zip(self._items, needed, strict=True):
            width = words + spare
            left = rect.width() - start - width if self.rtl else start
            cell = QRectF(left, 0, width, rect.height())
            self._paint_cell(painter, cell, item, fit)
            start += width

    def _fit(self, room: float) -> tuple[float, list[float]]:
        """How large the words are, and how wide each cell must be for that."""
        self._quiet = False
        for fit in _FITS:
            needed = [self._needed(item, fit) for item in self._items]
            if sum(needed) <= room:
                return fit, needed
        self._quiet = True
        return _FITS[-1], [self._needed(item, _FITS[-1]) for item in self._items]

    def _needed(self, item: HealthItem, fit: float) -> float:
        words = QFontMetricsF(self._font(item, fit)).horizontalAdvance(self._shown(item))
        gaps = 3 if words else 2
        return self.theme.px(_ICON) + gaps * self.theme.px(_GAP) + words

    def _shown(self, item: HealthItem) -> str:
        return "" if self._quiet and item.level is Level.OK else short(item, self._words)

    def _font(self, item: HealthItem, fit: float) -> QFont:
        role = TypeRole.SMALL if item.level is Level.OK else TypeRole.SMALL_STRONG
        return self.theme.font(role, fit=fit)

    def _paint_cell(self, painter: QPainter, cell: QRectF, item: HealthItem, fit: float) -> None:
        ink = self.theme.colour(INKS[item.level])
        size, gap = self.theme.px(_ICON), self.theme.px(_GAP)
        font, text = self._font(item, fit), self._shown(item)
        start = cell.left() + (cell.width() - self._needed(item, fit)) / 2 + gap
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
