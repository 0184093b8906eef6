"""A page for her readings at home: how to measure, what to do when, two weeks of rows."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainter

from kiosk.i18n import Words
from kiosk.settings import Settings
from kiosk.ui.take_home.canvas import Canvas, tint, token
from kiosk.ui.take_home.paper import made
from kiosk.ui.take_home.type import ALARM, BODY, POINT, SOFT, STRONG, Look, Paragraph, Type
from kiosk.ui.theme.paint import icon_path

TITLE: Final = "Perinatal Kiosk: blood pressure log"
DAYS: Final = 14
_BODY: Final = 11.5
_TITLE: Final = Look(2.0, semibold=True, colour="teal")
_UNDER: Final = Look(1.05, colour="ink_soft")
_HEAD: Final = Look(0.95, semibold=True)
_DATE_SHARE: Final = 0.16
_NOTE_SHARE: Final = 0.24
_READINGS: Final = 4


def pressure_log_pdf(words: Words, settings: Settings, *, draft: bool, mark: str = "") -> bytes:
    """The page as PDF, in the language of `words`; nothing of any visit is on it.

    `draft` says on it that the clinic has not approved the text it goes with, `mark` stands
    below the title: that it is printed once more.
    """

    def draw(painter: QPainter, width: float, height: float) -> None:
        page = _Log(words, width, Canvas(painter, width, mirrored=words.right_to_left))
        y = page.figures(page.how(page.head(settings.clinic.name, mark)))
        page.table(y, height, draft=draft)

    return made(settings.printing.paper, TITLE, [draw])


class _Log:
    def __init__(self, words: Words, width: float, canvas: Canvas) -> None:
        self._words = words
        self._width = width
        self._canvas = canvas
        self._face = Type(words.language, words.right_to_left, _BODY)
        self._pad = self._face.em(0.8)

    def head(self, clinic: str, mark: str) -> float:
        face, pad = self._face, self._pad
        title = self._text(self._words.gettext("My blood pressure at home"), _TITLE)
        said = " · ".join(filter(None, (face.apart(clinic), mark)))
        under = self._text(said, _UNDER)
        height = title.height + under.height + pad * 1.4
        canvas = self._canvas
        canvas.panel(canvas.box(0, 0, self._width, height), pad, tint(1))
        canvas.text(title, pad, pad * 0.7)
        canvas.text(under, pad, pad * 0.7 + title.height)
        side = face.em(3.4)
        place = canvas.box(self._width - side - pad, (height - side) / 2, side, side)
        canvas.picture(icon_path("pulse"), place, token("teal").name())
        return height + pad

    def how(self, y: float) -> float:
        """How to measure, a line each."""
        _ = self._words.gettext
        for line in (
            _("No coffee, smoking or exercise for 30 minutes. Then sit still for 5 minutes."),
            _("Feet flat, back supported. Cuff on bare skin, arm at heart level. Do not talk."),
            _("Two readings, one minute apart, in the morning and in the evening."),
        ):
            text = self._text(line, BODY, indent=self._face.em(1.2))
            dot = self._face.em(0.42)
            middle = y + (self._face.leading(BODY) - dot) / 2
            self._canvas.dot(self._canvas.box(self._pad, middle, dot, dot), token("teal"))
            self._canvas.text(text, self._pad + self._face.em(1.2), y)
            y += text.height + self._face.em(0.2)
        return y + self._pad * 0.5

    def figures(self, y: float) -> float:
        """What to do at which figure; either one counts."""
        _ = self._words.gettext
        lines = (
            (_("140/90 or higher, top or bottom: call your clinic today."), STRONG),
            (_("160/110 or higher, top or bottom: call 911 now."), ALARM),
            (_("A high reading and a warning sign: call 911 now."), ALARM),
        )
        texts = [self._text(text, Look(1.05, look.semibold, look.colour)) for text, look in lines]
        height = sum(text.height for text in texts) + self._pad * 1.2
        canvas = self._canvas
        canvas.panel(canvas.box(0, y, self._width, height), self._pad, token("red_tint"))
        down = y + self._pad * 0.6
        for text in texts:
            canvas.text(text, self._pad, down)
            down += text.height
        return y + height + self._pad

    def table(self, y: float, height: float, *, draft: bool) -> None:
        """Two weeks: the date, four readings, room for a note."""
        edges, names = self._columns(), self._names()
        heads = [
            Paragraph(self._face, edges[n + 1] - edges[n] - self._pad * 0.5, (name, _HEAD))
            for n, name in enumerate(names)
        ]
        foot = self._text(self._foot(draft=draft), SOFT)
        top = y + max(text.height for text in heads) + self._pad * 0.5
        for n, text in enumerate(heads):
            self._canvas.text(text, edges[n] + self._pad * 0.25, y)
        bottom = height - foot.height - self._pad
        step = (bottom - top) / DAYS
        for row in range(DAYS + 1):
            line = token("ink_soft") if row == 0 else token("line")
            self._canvas.rule(0, top + row * step, self._width, line, POINT * 0.9)
        for edge in edges[1:-1]:
            box = self._canvas.box(edge - POINT * 0.4, y, POINT * 0.8, bottom - y)
            self._canvas.panel(box, 0, token("line"))
        self._canvas.text(foot, 0, height - foot.height)

    def _columns(self) -> list[float]:
        date, note = self._width * _DATE_SHARE, self._width * _NOTE_SHARE
        each = (self._width - date - note) / _READINGS
        return [0, *(date + n * each for n in range(_READINGS + 1)), self._width]

    def _names(self) -> list[str]:
        _ = self._words.gettext
        readings = [f"{when} {n}" for when in (_("Morning"), _("Evening")) for n in (1, 2)]
        return [_("Date"), *readings, _("Notes")]

    def _foot(self, *, draft: bool) -> str:
        _ = self._words.gettext
        bring = _("Bring this page to every visit.")
        unapproved = _("Draft text, not yet approved by your clinic.")
        return f"{bring} {unapproved}" if draft else bring

    def _text(self, text: str, look: Look, *, indent: float = 0.0) -> Paragraph:
        return Paragraph(self._face, self._width - self._pad * 2 - indent, (text, look))
