"""Her questions to tick off, and the warning signs in their frame."""

from __future__ import annotations

from kiosk.i18n import Words
from kiosk.ui.take_home.blocks import Block, Columns, Mark, Stack, Text, column_width
from kiosk.ui.take_home.canvas import Canvas, token
from kiosk.ui.take_home.matter import SignPart
from kiosk.ui.take_home.plan import Plan
from kiosk.ui.take_home.topics import more
from kiosk.ui.take_home.type import (
    ALARM,
    BODY,
    HEADING,
    POINT,
    SOFT,
    Look,
    Paragraph,
    Type,
)
from kiosk.ui.theme.paint import icon_path


def titled(face: Type, width: float, icon: str, *runs: tuple[str, Look]) -> Text:
    """A heading with its icon before it; runs after the first may say more."""
    look = runs[0][1]
    size = face.em(1.4)
    indent = size + face.em(0.5)
    down = (face.leading(look) - size) / 2
    ink = token("red" if look is ALARM else look.colour).name()

    def mark(canvas: Canvas, x: float, y: float) -> None:
        canvas.picture(icon_path(icon), canvas.box(x, y + down, size, size), ink)

    return Text(Paragraph(face, width - indent, *runs), mark, indent)


class Panel:
    """A heading and its list on a rounded ground."""

    def __init__(
        self, face: Type, width: float, inside: Stack, *, ground: str, frame: str = ""
    ) -> None:
        self._width = width
        self._pad = face.em(0.8)
        self._inside = inside
        self._ground = ground
        self._frame = frame
        self.height = inside.height + self._pad * 1.6

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """The ground, the frame if it has one, and what is inside."""
        border = (token(self._frame), POINT * 1.3) if self._frame else None
        box = canvas.box(x, y, self._width, self.height)
        canvas.panel(box, self._pad, token(self._ground), border)
        self._inside.draw(canvas, x + self._pad, y + self._pad * 0.8)


def questions_panel(
    face: Type, width: float, questions: tuple[str, ...], plan: Plan, words: Words
) -> Panel:
    """What she ticked, each with a box to tick once it is answered."""
    gutter, indent = face.em(1.6), face.em(1.6)
    inner = _room(face, width)
    count = min(2, len(questions))
    column = column_width(inner, count, gutter)
    shown = questions[: plan.questions]
    blocks: list[Block] = [
        Text(Paragraph(face, column - indent, (text, BODY)), _tick_box(face), indent)
        for text in shown
    ]
    if hidden := len(questions) - len(shown):
        blocks.append(more(face, words, hidden, column))
    title = words.gettext("What you want to ask")
    hint = words.gettext("Bring this page to your visit.")
    inside = (
        titled(face, inner, "question", (f"{title}   ", HEADING), (hint, SOFT)),
        Columns(blocks, count, step=column + gutter, gap=face.em(0.3)),
    )
    return Panel(face, width, Stack(inside, face.em(0.4)), ground="teal_tint")


def signs_panel(face: Type, width: float, signs: tuple[SignPart, ...], words: Words) -> Panel:
    """The warning signs, framed, each with its picture."""
    gutter, indent = face.em(1.0), face.em(2.0)
    inner = _room(face, width)
    column = column_width(inner, 3, gutter)
    blocks = [
        Text(Paragraph(face, column - indent, (sign.label, BODY)), _picture(face, sign), indent)
        for sign in signs
    ]
    title = words.gettext("Call your clinic or 911 right away if you have one of these")
    inside = (
        titled(face, inner, "warning", (title, ALARM)),
        Columns(blocks, 3, step=column + gutter, gap=face.em(0.36)),
    )
    return Panel(face, width, Stack(inside, face.em(0.45)), ground="red_tint", frame="red")


def _room(face: Type, width: float) -> float:
    return width - face.em(0.8) * 2


def _tick_box(face: Type) -> Mark:
    size = face.em(0.95)
    down = (face.leading(BODY) - size) / 2

    def mark(canvas: Canvas, x: float, y: float) -> None:
        box = canvas.box(x, y + down, size, size)
        canvas.panel(box, size * 0.22, token("card"), (token("teal"), POINT * 0.9))

    return mark


def _picture(face: Type, sign: SignPart) -> Mark:
    size = face.em(1.5)
    down = (face.leading(BODY) - size) / 2
    ink = token("red").name()

    def mark(canvas: Canvas, x: float, y: float) -> None:
        canvas.picture(sign.picture, canvas.box(x, y + down, size, size), ink)

    return mark
