"""A visit on the board: its code, what to do, how long it waits, and the act itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.code import VisitCode
from kiosk.i18n import Words
from kiosk.ui.colour_words import spoken_code
from kiosk.ui.theme.fit import fitted_font, paint_text
from kiosk.ui.theme.paint import icon_path, paint_icon, paint_svg
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.pressable import Pressable

HEIGHT = 86


class _Body(Pressable):
    """All of the line but its act: a touch anywhere opens the visit."""

    def __init__(self, theme: Theme, code: VisitCode, words: Words, what: str, age: str) -> None:
        super().__init__(theme)
        self._code = code
        self._spoken = spoken_code(code, words)
        self._age = age
        self.arrows_to_screen = True
        self.radius = float(theme.px(20))
        self.setText(what)
        self.setAccessibleName(self._spoken)
        self.setAccessibleDescription(f"{what}, {age}")

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Code, what to do, how long ago, and a mark that there is more behind."""
        px = self.theme.px
        shape, mark = px(36), px(32)
        ink, soft = self.theme.colour("ink"), self.theme.colour("ink_soft")
        paint_svg(
            painter, icon_path(f"shape-{self._code.shape}"), self._at(px(46), shape, shape),
            self._code.paint,
        )  # fmt: skip
        words = px(98)
        self._words(painter, self._at(words, px(290)), self._spoken, TypeRole.STRONG, ink)
        ends = rect.width() - px(64) - px(330)
        self._words(painter, self._at(px(410), ends - px(430)), self.text(), TypeRole.LABEL, ink)
        self._words(painter, self._at(ends, px(330)), self._age, TypeRole.LABEL, soft, end=True)
        box = self._at(rect.width() - px(16) - mark, mark, mark)
        if self.rtl:
            painter.translate(2 * box.center().x(), 0)
            painter.scale(-1, 1)
        paint_icon(painter, "next", box, soft)
        painter.resetTransform()

    def _at(self, start: float, width: float, height: float = 0) -> QRectF:
        """A place `start` from where the line begins, mirrored where it is read so."""
        tall = height or self.height()
        left = self.width() - start - width if self.rtl else start
        return QRectF(left, (self.height() - tall) / 2, width, tall)

    def _words(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        role: TypeRole,
        colour: QColor,
        *,
        end: bool = False,
    ) -> None:
        font = fitted_font(self.theme, role, text, place.size())
        right = end is not self.rtl
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        paint_text(painter, place, text, font, colour, align)


class BoardLine(Panel):
    """One visit.

    Attributes:
        open: Opens it.
        act: Does what there is to do; None where opening it is all.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        code: VisitCode,
        texts: tuple[str, str],
        *,
        stripe: str,
        act: tuple[str, Kind] | None,
    ) -> None:
        """`texts` are what to do and how long ago; `stripe` is a colour's token."""
        super().__init__(theme, radius=22)
        self._line = theme
        self._stripe = stripe
        self.setFixedHeight(theme.target(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap(10))
        self.open = _Body(theme, code, words, *texts)
        self.open.setFixedHeight(theme.target(HEIGHT))
        self.open.setObjectName(f"open-{code.colour}-{code.number}")
        row.addWidget(self.open, 1)
        self.act: Button | None = None
        if act is not None:
            self.act = Button(theme, act[1], height=HEIGHT - 14, padding=28)
            self.act.arrows_to_screen = True
            self.act.radius = theme.px(18)
            self.act.set_role(TypeRole.LABEL_STRONG)
            self.act.setText(act[0])
            self.act.setObjectName(f"act-{code.colour}-{code.number}")
            self.act.setAccessibleDescription(self.open.accessibleName())
            self.act.setFixedWidth(theme.px(270))
            self.act.setFixedHeight(theme.target(HEIGHT - 14))
            row.addWidget(self.act, 0, Qt.AlignmentFlag.AlignVCenter)
            # Spaces follow the direction of reading; margins do not.
            row.addSpacing(theme.px(9))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The surface, and a stripe of meaning at its start."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._line.colour(self._stripe))
        width = self._line.px(16)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        clip = QRectF(self.width() - width if mirrored else 0, 0, width, self.height())
        painter.setClipRect(clip)
        painter.drawRoundedRect(QRectF(self.rect()), self.radius, self.radius)
        painter.end()
