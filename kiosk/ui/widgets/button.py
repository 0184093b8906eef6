"""Buttons with words: primary, secondary, danger, and the small pills of the bars."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.fit import fitted_font, paint_text, text_size
from kiosk.ui.theme.paint import paint_icon, paint_panel
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import LOWER_EDGE, TypeRole
from kiosk.ui.widgets.pressable import Pressable


@dataclass(frozen=True, slots=True)
class Look:
    """Colours by token name; `edge` is the lower edge that goes when pressed."""

    fill: str
    text: str
    border: str = ""
    edge: str = ""
    pill: bool = False


class Kind(Enum):
    """What a button is for."""

    PRIMARY = Look("teal", "on_teal", edge="teal_deep")
    SECONDARY = Look("card", "teal", border="teal")
    DANGER = Look("red", "on_red", edge="red_deep")
    DANGER_QUIET = Look("card", "red_deep", border="red_deep")
    PILL = Look("card", "ink_soft", border="line", pill=True)
    PILL_STRONG = Look("card", "ink", border="ink", pill=True)
    PILL_TEAL = Look("card", "teal", border="teal", pill=True)
    PLUM = Look("plum", "on_teal", edge="ink")
    PILL_ON = Look("teal_tint", "teal_deep", border="teal", pill=True)


_LEAST_SHARE = 0.6
"""Of the width that the words want: beside a longer neighbour they wrap or shrink so far."""

_AIR = 9
"""Above and below words that take more than one line."""

_MIRRORED = frozenset({"back", "next", "backspace", "called"})


class Button(Pressable):
    """A button with an icon before or after its words."""

    def __init__(
        self,
        theme: Theme,
        kind: Kind,
        *,
        icon: str = "",
        icon_after: bool = False,
        height: int = 0,
        padding: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._kind = kind
        self._icon = icon
        self._icon_after = icon_after
        self._pill = kind.value.pill
        self._side = padding or (30 if self._pill else 56)
        self._height = height or (72 if self._pill else 112)
        self._role = TypeRole.SMALL_STRONG if self._pill else TypeRole.BUTTON
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        self.restyle()

    def set_role(self, role: TypeRole) -> None:
        """Set the words in another role."""
        self._role = role
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Show it as another kind of the same shape."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def restyle(self) -> None:
        """Corners follow the scale."""
        self.radius = self.theme.px(self._height / 2 if self._pill else 30)

    def sizeHint(self) -> QSize:
        """Wide enough for the words in one line."""
        metrics = QFontMetricsF(self.theme.font(self._role))
        words = metrics.horizontalAdvance(self.text()) + 2
        icon = self._icon_size() + (self._space() if self.text() else 0) if self._icon else 0
        width = words + icon + 2 * self._padding()
        height = max(self.theme.target(self._height), metrics.height() + 2 * self.theme.px(18))
        return QSize(round(max(width, height)), round(height))

    def minimumSizeHint(self) -> QSize:
        """Words may wrap or shrink, the target may not."""
        hint = self.sizeHint()
        least = max(self.theme.px(150), round(hint.width() * _LEAST_SHARE))
        return QSize(min(hint.width(), least), hint.height())

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the face."""
        look = self._kind.value
        pressed = self.isDown()
        edge = self.theme.px(LOWER_EDGE) if look.edge else 0
        if not self.isEnabled():
            self._paint_face(painter, rect.adjusted(0, 0, 0, -edge), "sand", "", "ink_soft")
            return
        if edge and not pressed:
            paint_panel(painter, rect, self.radius, self.theme.colour(look.edge))
        face = rect.adjusted(0, edge if pressed else 0, 0, 0 if pressed else -edge)
        fill = look.edge if pressed and look.edge else look.fill
        if pressed and not look.edge:
            fill = "teal_tint"
        self._paint_face(painter, face, fill, look.border, look.text)

    def _paint_face(
        self, painter: QPainter, rect: QRectF, fill: str, border: str, text: str
    ) -> None:
        outline = (self.theme.colour(border), float(max(2, self.theme.px(3)))) if border else None
        paint_panel(
            painter, rect, min(self.radius, rect.height() / 2), self.theme.colour(fill), outline
        )
        self._paint_words(painter, rect, self.theme.colour(text))

    def _paint_words(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        size = self._icon_size() if self._icon else 0
        space = self._space() if self._icon and self.text() else 0
        room = QSizeF(rect.width() - 2 * self._padding() * 0.6 - size - space, rect.height())
        font, words = self._set(room)
        left = rect.center().x() - (words + size + space) / 2
        icon_first = self._icon_after == self.rtl
        icon_x = left if icon_first else left + words + space
        text_x = left + size + space if icon_first else left
        align = Qt.AlignmentFlag.AlignCenter
        paint_text(
            painter,
            QRectF(text_x, rect.top(), words, rect.height()),
            self.text(),
            font,
            colour,
            align,
        )
        if self._icon:
            box = QRectF(icon_x, rect.center().y() - size / 2, size, size)
            self._paint_icon(painter, box, colour)

    def _set(self, room: QSizeF) -> tuple[QFont, float]:
        """The font that the words have room in, and how wide they are then."""
        font = fitted_font(self.theme, self._role, self.text(), room)
        words = QFontMetricsF(font).horizontalAdvance(self.text()) + 2
        if words <= room.width():
            return font, words
        # Lines one below the other do not touch the edge.
        least = QSizeF(room.width(), room.height() - 2 * self.theme.px(_AIR))
        font = fitted_font(self.theme, self._role, self.text(), least)
        one_line = QFontMetricsF(font).horizontalAdvance(self.text()) + 2
        if one_line <= room.width():
            return font, one_line
        return font, min(text_size(self.text(), font, room.width()).width() + 2, room.width())

    def _paint_icon(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.save()
        if self.rtl and self._icon in _MIRRORED:
            painter.translate(box.center().x() * 2, 0)
            painter.scale(-1, 1)
        paint_icon(painter, self._icon, box, colour)
        painter.restore()

    def _icon_size(self) -> float:
        return QFontMetricsF(self.theme.font(self._role)).height() * 0.9

    def _space(self) -> int:
        return self.theme.px(16)

    def _padding(self) -> int:
        if self._pill and not self.text():
            return self.theme.px(18)
        return self.theme.px(self._side)
