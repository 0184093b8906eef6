"""The lines to call: numbers large enough to dial from."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.i18n import Words
from kiosk.ui.take_home.blocks import Stack, column_width
from kiosk.ui.take_home.canvas import Canvas, token
from kiosk.ui.take_home.matter import LinePart
from kiosk.ui.take_home.panels import titled
from kiosk.ui.take_home.type import HEADING, POINT, SOFT, STRONG, Look, Paragraph, Type

_SHORT = 4
_NUMBER = Look(1.4, semibold=True, colour="teal")
_SHORT_NUMBER = Look(1.9, semibold=True, colour="teal")
_EMERGENCY = Look(1.9, semibold=True, colour="red")


class _Cell:
    """A number, its name and its note beside it."""

    def __init__(self, face: Type, line: LinePart, width: float, start: float) -> None:
        self._start = start
        self._number = _number(face, line)
        self._name = Paragraph(face, width - start, (f"{line.name}  ", STRONG), (line.note, SOFT))
        self.height = max(self._number.height, self._name.height)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Both in the middle of the row."""
        for paragraph, shift in ((self._number, 0.0), (self._name, self._start)):
            canvas.text(paragraph, x + shift, y + (self.height - paragraph.height) / 2)


class _Row:
    """Cells side by side, with a hairline above."""

    def __init__(self, face: Type, cells: Sequence[_Cell], width: float, step: float) -> None:
        self._cells = cells
        self._width = width
        self._step = step
        self._inner = max(cell.height for cell in cells)
        self._pad = face.em(0.22)
        self.height = self._inner + self._pad * 2

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """The hairline and the cells."""
        canvas.rule(x, y, self._width, token("line"), POINT * 0.5)
        for cell in self._cells:
            cell.draw(canvas, x, y + self._pad + (self._inner - cell.height) / 2)
            x += self._step


def line_table(face: Type, width: float, lines: tuple[LinePart, ...], words: Words) -> Stack:
    """Numbers of a few digits two to a row and largest, the others below in rows."""
    gutter = face.em(2)
    half = column_width(width, 2, gutter)
    title = titled(face, width, "phone", (words.gettext("People you can call"), HEADING))
    short = [line for line in lines if len(line.number) <= _SHORT]
    long = [line for line in lines if len(line.number) > _SHORT]
    cells = _cells(face, short, half)
    pairs = [cells[n : n + 2] for n in range(0, len(cells), 2)]
    rows = [_Row(face, pair, width, half + gutter) for pair in pairs]
    rows += [_Row(face, [cell], width, 0) for cell in _cells(face, long, width)]
    return Stack((title, *rows), face.em(0.06))


def _cells(face: Type, lines: list[LinePart], width: float) -> list[_Cell]:
    widest = max((_number(face, line).natural_width for line in lines), default=0.0)
    return [_Cell(face, line, width, widest + face.em(1)) for line in lines]


def _number(face: Type, line: LinePart) -> Paragraph:
    look = _SHORT_NUMBER if len(line.number) <= _SHORT else _NUMBER
    return Paragraph(
        face,
        face.em(20),
        (line.number, _EMERGENCY if line.emergency else look),
        left_to_right=True,
    )
