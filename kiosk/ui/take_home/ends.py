"""The head of the page and its foot."""

from __future__ import annotations

from kiosk.i18n import Words
from kiosk.ui.colour_words import spoken_code
from kiosk.ui.take_home.canvas import Canvas, token
from kiosk.ui.take_home.matter import Matter
from kiosk.ui.take_home.type import POINT, SOFT, Look, Paragraph, Type
from kiosk.ui.theme.paint import art_path, icon_path

_TITLE = Look(2.1, semibold=True, colour="teal")
_UNDER = Look(1.05, colour="ink_soft")
_CLOSING = Look(1.05, semibold=True, colour="teal")
_DRAFT = Look(0.82, colour="ink_soft")


class Head:
    """The title on a warm ground, the clinic and the day, a leaf."""

    def __init__(self, face: Type, width: float, matter: Matter, words: Words) -> None:
        self._width = width
        self._pad = face.em(1.1)
        self._art = face.em(4.2)
        room = width - self._art - self._pad * 3
        self._title = Paragraph(face, room, (words.gettext("For you to take home"), _TITLE))
        # The clinic's name may be in another script than the page.
        under = " · ".join(face.apart(part) for part in (matter.clinic, matter.day))
        self._under = Paragraph(face, room, (under, _UNDER))
        self._text = self._title.height + self._under.height
        self.height = max(self._text + self._pad * 1.3, self._art + self._pad * 0.8)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Ground, words, leaf."""
        whole = canvas.box(x, y, self._width, self.height)
        canvas.panel(whole, self._pad, token("sun_tint"))
        top = y + (self.height - self._text) / 2
        canvas.text(self._title, x + self._pad, top)
        canvas.text(self._under, x + self._pad, top + self._title.height)
        down = (self.height - self._art) / 2
        side = x + self._width - self._art - self._pad
        canvas.picture(art_path("leaf"), canvas.box(side, y + down, self._art, self._art))


class Foot:
    """A closing line; that the text is a draft, if it is one; her code, small."""

    def __init__(self, face: Type, width: float, matter: Matter, words: Words) -> None:
        self._width = width
        self._gap = face.em(0.45)
        code = " · ".join(filter(None, (spoken_code(matter.code, words), matter.mark)))
        self._code = Paragraph(face, width, (code, SOFT))
        self._size = face.em(0.85)
        self._line = face.leading(SOFT)
        self._shape = icon_path(f"shape-{matter.code.shape}"), matter.code.paint
        self._code_width = self._code.natural_width + self._size * 1.5
        closing = words.gettext(
            "This page does not replace your care team. If you are worried, call."
        )
        room = width - self._code_width - face.em(1.5)
        self._text = Paragraph(face, room, (closing, _CLOSING))
        if matter.draft:
            draft = words.gettext("Draft text, not yet approved by your clinic.")
            self._text = _joined(face, room, closing, draft)
        self.height = self._gap + self._text.height

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Below a line, as on the clinician's page."""
        canvas.rule(x, y, self._width, token("teal"), POINT * 1.4)
        y += self._gap
        start = x + self._width - self._code_width
        down = (self._line - self._size) / 2
        path, paint = self._shape
        canvas.picture(path, canvas.box(start, y + down, self._size, self._size), paint)
        canvas.text(self._code, start + self._size * 1.5, y)
        canvas.text(self._text, x, y)


def _joined(face: Type, room: float, closing: str, draft: str) -> Paragraph:
    """On one line where there is room, else the draft's sentence below the other."""
    beside = Paragraph(face, room, (f"{closing}  ", _CLOSING), (draft, _DRAFT))
    if beside.layout.lineCount() == 1:
        return beside
    return Paragraph(face, room, (f"{closing}\u2028", _CLOSING), (draft, _DRAFT))
