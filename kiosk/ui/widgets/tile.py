"""Large tiles: a picture or icon, a title, a line below, a mark in the corner."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.fit import fitted_font, paint_text, text_size
from kiosk.ui.theme.paint import paint_panel, paint_svg
from kiosk.ui.theme.pictures import Light
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.pressable import Pressable

_PICTURES = (88, 72, 60, 48, 40)
_LEAST_ILLUSTRATION = 170


class Tile(Pressable):
    """A tile; checkable tiles show a strong border when chosen.

    Colours are set by token or as QColor with `set_look`. `turns` mirrors the picture where
    she reads from right to left.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        picture: str = "",
        turns: bool = False,
        icon_disc: bool = False,
        centred: bool = False,
        role: TypeRole = TypeRole.TILE,
        language: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._picture = picture
        self._turns = turns
        self._icon_disc = icon_disc
        self._centred = centred
        self._role = role
        self._language = language
        self._sub = ""
        self._mark = ""
        self._fill: str | QColor = "card"
        self._ink = "ink"
        self._border = ""
        self._illustration = ""
        self._art = ""
        self._chosen = ("red_tint", "red", "red_deep")
        self._peers: list[Tile] = []
        self._kin: list[Tile] = []
        self._size: tuple[tuple[object, ...], float] | None = None
        self._agreed: tuple[object, tuple[int, int]] | None = None
        self._own: tuple[tuple[object, ...], tuple[int, int]] | None = None
        self.radius = theme.px(36)
        self.casts_shadow = True
        if language:
            self.setLocale(QLocale(language))
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)

    def set_words(self, title: str, sub: str = "", mark: str = "") -> None:
        """Set the title, the line below it and the mark in the corner."""
        self.setText(title)
        self._sub = sub
        self._mark = mark
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (sub, mark) if part))
        self.update()

    def set_look(self, fill: str | QColor, ink: str = "ink", border: str = "") -> None:
        """Set the colours."""
        self._fill, self._ink, self._border = fill, ink, border
        self.update()

    def set_illustration(self, path: str) -> None:
        """Fill the free room of a tall tile with a picture."""
        self._illustration = path
        self.update()

    def set_beside(self, path: str) -> None:
        """Show a picture at the end of the line, beside the words."""
        self._art = path
        self.update()

    def set_peers(self, peers: list[Tile]) -> None:
        """Put the picture beside the words, and set all titles of `peers` in one size."""
        self._peers = peers
        self.update()

    def set_chosen_look(self, fill: str, border: str, ink: str) -> None:
        """Set the colours of a chosen tile."""
        self._chosen = (fill, border, ink)

    def restyle(self) -> None:
        """Corners follow the scale."""
        self.radius = self.theme.px(36)

    def sizeHint(self) -> QSize:
        """A comfortable tile; layouts stretch it."""
        return QSize(self.theme.px(320), self.theme.px(150))

    def minimumSizeHint(self) -> QSize:
        """Never below a target's least size."""
        return QSize(self.theme.px(160), self.theme.px(96))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the face."""
        chosen = self.isChecked()
        fill, border, ink = self._chosen if chosen else (self._fill, self._border, self._ink)
        if self.isDown() and not chosen:
            fill = "teal_tint"
        colour = fill if isinstance(fill, QColor) else self.theme.colour(fill)
        if not border and self.theme.high_contrast:
            border = "line"
        width = self.theme.px(6 if chosen else 3)
        outline = (self.theme.colour(border), float(width)) if border else None
        paint_panel(painter, rect, self.radius, colour, outline)
        pad = self.theme.px(24)
        inner = rect.adjusted(pad, pad * 0.6, -pad, -pad * 0.6)
        if self._art:
            inner = self._paint_art(painter, inner)
        if self._centred:
            self._paint_centred(painter, inner, ink)
        elif self._peers:
            self._paint_beside(painter, inner, ink)
        else:
            self._paint_stacked(painter, inner, ink)

    def _paint_art(self, painter: QPainter, rect: QRectF) -> QRectF:
        """Draw the picture at the end of the line; gives the room that it leaves."""
        side = min(rect.height(), rect.width() * 0.36)
        x = rect.left() if self.rtl else rect.right() - side
        box = QRectF(x, rect.center().y() - side / 2, side, side)
        paint_svg(painter, self._art, box, light=self.theme.light(self))
        taken = side + self.theme.px(20)
        return rect.adjusted(taken if self.rtl else 0, 0, 0 if self.rtl else -taken, 0)

    def _paint_centred(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        font = fitted_font(
            self.theme, self._role, self.text(), rect.size(), language=self._language
        )
        align = Qt.AlignmentFlag.AlignCenter
        paint_text(painter, rect, self.text(), font, self.theme.colour(ink), align)

    def _beside(self) -> tuple[float, QRectF]:
        """(side of the picture, room for the words)."""
        pad, theme = self.theme.px(20), self.theme
        rect = QRectF(self.rect()).adjusted(pad, pad * 0.6, -pad, -pad * 0.6)
        side = min(theme.px(_PICTURES[1]), rect.height() * 0.5)
        start = side + theme.px(18)
        return side, rect.adjusted(0 if self.rtl else start, 0, -start if self.rtl else 0, 0)

    def _title_size(self, *, one_line: bool) -> int:
        """The largest size in pixels at which the title fits beside the picture.

        Args:
            one_line: Whether what else is said stands at the title's end, not below it.
        """
        _, room = self._beside()
        role = self.theme.font(self._role)
        key = (self.text(), self._below, room.width(), room.height(), role.key())
        if self._own is None or self._own[0] != key:
            small = QFontMetricsF(self.theme.font(TypeRole.SMALL))
            line = small.height() + self.theme.px(4) if self._below else 0.0
            end = small.horizontalAdvance(self._below) + self.theme.px(24) if self._below else 0.0
            rooms = (
                QSizeF(room.width(), room.height() - line),
                QSizeF(room.width() - end, room.height()),
            )
            stacked, beside = (
                fitted_font(self.theme, self._role, self.text(), each).pixelSize() for each in rooms
            )
            self._own = key, (stacked, beside)
        return self._own[1][one_line]

    @property
    def _below(self) -> str:
        return self._mark or self._sub

    def _paint_beside(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        side, room = self._beside()
        band = QRectF(rect.left(), rect.center().y() - side / 2, rect.width(), side)
        self._paint_picture(painter, band, side, ink, marked=False)
        sizes = self._agreed_sizes()
        font = self.theme.font(self._role)
        font.setPixelSize(max(sizes))
        soft = self.theme.colour("teal" if self._mark else "ink_soft" if ink == "ink" else ink)
        if sizes[1] > sizes[0]:
            self._paint_in_line(painter, room, font, self.theme.colour(ink), soft)
        else:
            self._paint_below(painter, room, font, self.theme.colour(ink), soft)

    def _agreed_sizes(self) -> tuple[int, int]:
        """The largest sizes in pixels at which every title fits: below each other, in one line."""
        lead = self._peers[0]
        role = self.theme.font(self._role).key()
        key = role, [(tile.text(), tile._below, tile.size()) for tile in self._peers]  # noqa: SLF001
        if lead._agreed is None or lead._agreed[0] != key:  # noqa: SLF001 - its own
            below, beside = (
                min(tile._title_size(one_line=one_line) for tile in self._peers)  # noqa: SLF001
                for one_line in (False, True)
            )
            lead._agreed = key, (below, beside)  # noqa: SLF001
        return lead._agreed[1]  # noqa: SLF001

    def _lower_size(self, title: QFont) -> int:
        """How large, in pixels, what goes with a title may be."""
        return max(round(title.pixelSize() * 0.85), self.theme.least_type)

    def _paint_in_line(
        self, painter: QPainter, room: QRectF, font: QFont, ink: QColor, soft: QColor
    ) -> None:
        """The title, and what else is said at the end of its line."""
        middle = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.rtl:
            start, end = end, start
        small = self.theme.font(TypeRole.SMALL)
        small.setPixelSize(min(small.pixelSize(), self._lower_size(font)))
        taken = QFontMetricsF(small).horizontalAdvance(self._below) + self.theme.px(24)
        words = room.adjusted(taken if self.rtl else 0, 0, 0 if self.rtl else -taken, 0)
        paint_text(painter, words, self.text(), font, ink, start | middle)
        paint_text(painter, room, self._below, small, soft, end | middle)

    def _paint_below(
        self, painter: QPainter, room: QRectF, font: QFont, ink: QColor, soft: QColor
    ) -> None:
        """The title, and below it what else is said."""
        below = self._below
        line = QFontMetricsF(self.theme.font(TypeRole.SMALL)).height() if below else 0.0
        title = text_size(self.text(), font, room.width()).height()
        top = room.center().y() - (title + line) / 2
        align = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
        place = align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        words = QRectF(room.left(), top, room.width(), title + 2)
        paint_text(painter, words, self.text(), font, ink, place)
        if below:
            small = fitted_font(self.theme, TypeRole.SMALL, below, QSizeF(room.width(), line + 2))
            small.setPixelSize(min(small.pixelSize(), self._lower_size(font)))
            box = QRectF(room.left(), top + title + self.theme.px(4), room.width(), line + 4)
            paint_text(painter, box, below, small, soft, place)

    def _paint_stacked(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        top = rect.top()
        if self._picture:
            size = self._picture_size(rect)
            self._paint_picture(painter, rect, size, ink)
            top += size + self.theme.px(6)
        room = QRectF(rect.left(), top, rect.width(), rect.bottom() - top)
        sub_role = TypeRole.SMALL
        sub_height = 0.0
        sub_font = self.theme.font(sub_role)
        if self._sub:
            sub_room = QSizeF(room.width(), max(room.height() * 0.45, 10))
            sub_font = fitted_font(self.theme, sub_role, self._sub, sub_room)
            sub_height = text_size(self._sub, sub_font, room.width()).height() + self.theme.px(6)
        title_room = QSizeF(room.width(), room.height() - sub_height)
        font = fitted_font(self.theme, self._role, self.text(), title_room)
        title = text_size(self.text(), font, room.width())
        free = room.height() - title.height() - sub_height
        start = room.top() + (
            free if self._picture and not self._sub else min(free, self.theme.px(20))
        )
        align = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
        top_align = align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        title_rect = QRectF(room.left(), start, room.width(), title.height() + 2)
        paint_text(painter, title_rect, self.text(), font, self.theme.colour(ink), top_align)
        if self._sub:
            soft = "ink_soft" if ink == "ink" else ink
            sub_rect = QRectF(
                room.left(), title_rect.bottom() + self.theme.px(4), room.width(), sub_height + 4
            )
            paint_text(painter, sub_rect, self._sub, sub_font, self.theme.colour(soft), top_align)
        words_end = title_rect.bottom() + sub_height + self.theme.px(16)
        left = rect.adjusted(0, words_end - rect.top(), 0, 0)
        if self._illustration and left.height() > self.theme.px(_LEAST_ILLUSTRATION):
            paint_svg(painter, self._illustration, left, light=self.theme.light(self))

    def set_kin(self, kin: list[Tile]) -> None:
        """Draw the pictures of all these tiles in one size."""
        self._kin = kin
        self.update()

    def _picture_size(self, rect: QRectF) -> float:
        """The size of the picture; the smallest that one of its kin needs."""
        if not self._kin:
            return self._own_size(rect)
        inner = rect.translated(-rect.topLeft())
        return min(tile._own_size(inner) for tile in self._kin)  # noqa: SLF001 - its own

    def _own_size(self, rect: QRectF) -> float:
        key = (self.text(), rect.width(), rect.height(), self.theme.font(self._role).key())
        if self._size is None or self._size[0] != key:
            self._size = key, self._fitting_size(rect)
        return self._size[1]

    def _fitting_size(self, rect: QRectF) -> float:
        """As large as leaves the words their full size, within bounds."""
        wanted = self.theme.font(self._role).pixelSize()
        size, font, room = 0.0, self.theme.font(self._role), QSizeF()
        for side in _PICTURES:
            size = min(self.theme.px(side), rect.height() * 0.42)
            left = rect.height() - size - self.theme.px(6)
            room = QSizeF(rect.width(), left * (0.6 if self._sub else 1.0))
            font = fitted_font(self.theme, self._role, self.text(), room)
            if font.pixelSize() >= wanted:
                return size
        # Words come before the picture; beside a line below them there was room to spare.
        fits = text_size(self.text(), font, room.width()).height() <= room.height() + 2
        return size if fits or self._sub else 0.0

    def _paint_picture(
        self, painter: QPainter, rect: QRectF, size: float, ink: str, *, marked: bool = True
    ) -> None:
        x = rect.right() - size if self.rtl else rect.left()
        box = QRectF(x, rect.top(), size, size)
        if self._icon_disc:
            painter.setPen(Qt.PenStyle.NoPen)
            disc = self.theme.colour("card")
            disc.setAlpha(190)
            painter.setBrush(disc)
            painter.drawEllipse(box)
            inset = size * 0.2
            box = box.adjusted(inset, inset, -inset, -inset)
        light = Light(mirrored=self.rtl and self._turns)
        paint_svg(painter, self._picture, box, self.theme.colour(ink).name(), light)
        if self._mark and marked:
            font = fitted_font(
                self.theme,
                TypeRole.SMALL_STRONG,
                self._mark,
                QSizeF(rect.width() - size - self.theme.px(16), size),
            )
            side = Qt.AlignmentFlag.AlignLeft if self.rtl else Qt.AlignmentFlag.AlignRight
            align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            left = rect.left() if self.rtl else rect.left() + size + self.theme.px(16)
            mark = QRectF(left, rect.top(), rect.width() - size - self.theme.px(16), size)
            paint_text(painter, mark, self._mark, font, self.theme.colour("teal"), align)
