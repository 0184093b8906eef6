"""A line to choose: the options of a questionnaire, a check question, a list of questions."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.fit import fitted_font, paint_text, text_size
from kiosk.ui.theme.paint import paint_icon, paint_panel
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import LEAST_TARGET, TypeRole
from kiosk.ui.widgets.pressable import Part, Pressable

_LEAST_HEIGHT = 84


class Mark(Enum):
    """What stands before the words."""

    RADIO = "radio"
    TICK = "tick"
    NONE = "none"


class Verdict(Enum):
    """How a check question's option is shown after answering."""

    OPEN = ("card", "", "")
    RIGHT = ("teal_tint", "teal", "check")
    OTHER = ("sun_tint", "sun", "")


class Choice(Pressable):
    """A checkable line; `accent` is "plum" for the questionnaire, "teal" elsewhere."""

    def __init__(
        self,
        theme: Theme,
        *,
        mark: Mark = Mark.RADIO,
        accent: str = "teal",
        height: int = 116,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._mark = mark
        self._accent = accent
        self._height = height
        self._verdict = Verdict.OPEN
        self._note = ""
        self._was_taken = False
        self._fit = 1.0
        self.casts_shadow = True
        self.setCheckable(True)
        self.part = Part.TICK if mark is Mark.TICK else Part.CHOICE
        self.radius = theme.px(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_chosen(self) -> bool:
        """An answer with a verdict is shown by its colour and note, not as a mark."""
        return self.isChecked() or self._was_taken

    def show_verdict(self, verdict: Verdict, note: str = "", *, taken: bool = False) -> None:
        """Colour the line after a check question was answered; `taken` is hers."""
        self._verdict, self._note, self._was_taken = verdict, note, taken
        self.setAccessibleDescription(note)
        # The note takes room from the words, which may need another line.
        self.updateGeometry()
        self.update()

    def set_fit(self, fit: float) -> None:
        """One text size for all options of a page."""
        if fit != self._fit:
            self._fit = fit
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Long words need a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped words, and never less than a target."""
        font = self.theme.font(TypeRole.OPTION, fit=self._fit)
        whole = self._words_rect(QRectF(0, 0, width, 10)).width()
        room = max(10.0, whole - self._aside())
        words = text_size(self.text(), font, room)
        least = self.theme.px(max(_LEAST_HEIGHT, self._height * self._fit))
        least = max(LEAST_TARGET, least)
        around = 2 * self.theme.px(24 * self._fit)
        return round(max(least, words.height() + around))

    def sizeHint(self) -> QSize:
        """As wide as its place."""
        width = self.width() if self.width() > 100 else self.theme.px(1180)
        return QSize(self.theme.px(700), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never lower than the words need."""
        return QSize(self.theme.px(300), self.theme.px(88))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the face."""
        fill, border = self._verdict.value[0], self._verdict.value[1]
        if self._verdict is Verdict.OPEN and self.isChecked():
            fill, border = f"{self._accent}_tint", self._accent
        elif self._verdict is Verdict.OPEN and self.isDown():
            fill = f"{self._accent}_tint"
        width = float(self.theme.px(5))
        if not border and self.theme.high_contrast:
            border, width = "line", float(max(2, self.theme.px(3)))
        outline = (self.theme.colour(border), width) if border else None
        paint_panel(painter, rect, self.radius, self.theme.colour(fill), outline)
        if self._mark is not Mark.NONE:
            self._paint_mark(painter, rect)
        self._paint_words(painter, rect)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        place = self._words_rect(rect)
        side = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        aside = self._aside()
        if self._note:
            other = Qt.AlignmentFlag.AlignLeft if self.rtl else Qt.AlignmentFlag.AlignRight
            note_align = other | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            colour = self.theme.colour("sun_ink")
            paint_text(painter, place, self._note, self._note_font(), colour, note_align)
        elif self._verdict is Verdict.RIGHT:
            size = aside
            x = place.left() if self.rtl else place.right() - size
            box = QRectF(x, rect.center().y() - size / 2, size, size)
            paint_icon(painter, "check", box, self.theme.colour("teal"))
        words = place.adjusted(aside, 0, 0, 0) if self.rtl else place.adjusted(0, 0, -aside, 0)
        room = QSizeF(words.width(), words.height() - 2 * self.theme.px(8))
        font = fitted_font(self.theme, TypeRole.OPTION, self.text(), room, start=self._fit)
        paint_text(painter, words, self.text(), font, self.theme.colour("ink"), align)

    def _note_font(self) -> QFont:
        plain = self.theme.font(TypeRole.SMALL_STRONG).pixelSize()
        fit = max(self._fit, min(1.0, self.theme.least_type / plain))
        return self.theme.font(TypeRole.SMALL_STRONG, fit=fit)

    def _aside(self) -> float:
        """What the note or the mark of the right answer takes of the words' width."""
        if self._note:
            width = QFontMetricsF(self._note_font()).horizontalAdvance(self._note)
            return width + self.theme.px(12)
        return float(self.theme.px(44)) if self._verdict is Verdict.RIGHT else 0.0

    def _words_rect(self, rect: QRectF) -> QRectF:
        pad = self.theme.px(44)
        lead = pad if self._mark is Mark.NONE else pad + self.theme.px(48) + self.theme.px(34)
        return rect.adjusted(pad, 0, -lead, 0) if self.rtl else rect.adjusted(lead, 0, -pad, 0)

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        size = float(self.theme.px(46))
        pad = self.theme.px(44)
        x = rect.right() - pad - size if self.rtl else rect.left() + pad
        box = QRectF(x, rect.center().y() - size / 2, size, size)
        colour = self.theme.colour(self._accent)
        pen = QPen(colour, self.theme.px(4))
        painter.setPen(pen)
        painter.setBrush(colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        if self._mark is Mark.RADIO:
            painter.drawEllipse(box)
        else:
            corner = self.theme.px(12)
            painter.drawRoundedRect(box, corner, corner)
        if self.isChecked():
            inset = size * 0.2
            inner = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, "check", inner, self.theme.colour("card"))
