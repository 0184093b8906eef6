"""Simple charts: bars beside their names, columns over months, ranges of minutes.

Each number stands beside its bar; one that is not told has a dashed frame instead of a bar.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from kiosk.domain.figures import Cell, Counts, Share, Spread
from kiosk.pdf import colours
from kiosk.pdf.pieces import Align, BoxOp, Op, Piece, beside, padded, stack
from kiosk.pdf.sheet import SECTION, SMALL, SMALL_STRONG, SOFT, Sheet, Style
from kiosk.services.figure_words import FigureWords

Label = Callable[[str], str]
"""A key -> its name."""

_NAME: Final = 0.39
_BAR: Final = 0.29
_UNTOLD_BAR: Final = 0.3
"""Of a bar's room, where its length would be a number that is not told."""

_THICK: Final = 8.0
_GAP: Final = 8.0
_HIGH: Final = 62.0
_FRAME: Final = 10.0
_MOST_ROWS: Final = 12
_MARK: Final = 2.2
_LEAST_LABEL: Final = 46.0
"""Room that the name of a month takes, in points."""

_NUMBER: Final = Style(SMALL.size, colours.INK, bold=True)
_UNTOLD: Final = Style(SMALL.size, colours.INK_SOFT)


def titled(
    sheet: Sheet, title: str, rows: Sequence[Piece], width: float, *, hidden: bool = False
) -> Piece:
    """A chart under its title; a long one is cut, and says so; `hidden` is why it has no row."""
    heading = sheet.text(title, width, SECTION, most=2)
    if not rows:
        _ = sheet.words.gettext
        why = _("Hidden: too few people.") if hidden else _("Nothing yet.")
        return stack([heading, sheet.text(why, width, SOFT, most=2)], sheet.pt(3))
    shown = list(rows[:_MOST_ROWS])
    if more := len(rows) - len(shown):
        said = sheet.words.gettext("and %(count)s more in the table") % {"count": more}
        shown.append(sheet.text(said, width, SMALL, most=1))
    return stack([heading, *shown], sheet.pt(3.5))


def bars(sheet: Sheet, counts: Counts, words: FigureWords, width: float) -> list[Piece]:
    """A bar for each count, the longest as long as there is room."""
    largest = max((cell.count or 0 for cell in counts.cells), default=0) or 1
    return [
        _row(
            sheet,
            words.key(counts.figure, cell.key),
            None if cell.count is None else cell.count / largest,
            words.hidden if cell.count is None else str(cell.count),
            width,
        )
        for cell in counts.cells
    ]


def share_bars(
    sheet: Sheet, shares: Sequence[Share], words: FigureWords, width: float
) -> list[Piece]:
    """A bar for each share of all; the whole room is a hundred per cent."""
    said = sheet.words.gettext("%(percent)s%% (%(part)s of %(whole)s)")
    rows: list[Piece] = []
    for share in shares:
        told = {"percent": share.percent, "part": share.part, "whole": share.of}
        text = words.hidden if share.percent is None else said % told
        length = None if share.percent is None else share.percent / 100
        name = words.key(share.figure, share.key, share.at_least)
        rows.append(_row(sheet, name, length, text, width, track=True))
    return rows


def ranges(
    sheet: Sheet, spreads: Sequence[Spread], words: FigureWords, width: float
) -> list[Piece]:
    """Where the middle half lies, on one scale from zero; a mark at the median."""
    longest = max((spread.upper or 0 for spread in spreads), default=0) or 1
    said = sheet.words.gettext("%(median)s (%(lower)s to %(upper)s)")
    rows: list[Piece] = []
    for spread in spreads:
        name = words.key(spread.figure, spread.key)
        if spread.lower is None or spread.median is None or spread.upper is None:
            rows.append(_row(sheet, name, None, words.hidden, width))
            continue
        told = {"median": spread.median, "lower": spread.lower, "upper": spread.upper}
        ends = (spread.lower / longest, spread.median / longest, spread.upper / longest)
        rows.append(_placed(sheet, name, _range(sheet, ends, width * _BAR), said % told, width))
    return rows


def columns(sheet: Sheet, counts: Counts, words: FigureWords, width: float) -> list[Piece]:
    """A column for each key from left to right, as for months; names where there is room."""
    cells = counts.cells
    if not cells:
        return []
    step = min(width / len(cells), sheet.pt(70))
    every = max(1, round(sheet.pt(_LEAST_LABEL) / step + 0.49))
    largest = max((cell.count or 0 for cell in cells), default=0) or 1
    over = sheet.pt(SMALL.size) * 1.3
    ops: list[Op] = []
    for place, cell in enumerate(cells):
        x = place * step
        column = _column(sheet, cell, (cell.count or 0) / largest, step)
        ops += column.moved(x, over)
        number = words.hidden if cell.count is None else str(cell.count)
        if step >= sheet.pt(24) or (cell.count is not None and step >= sheet.pt(14)):
            share = _FRAME / _HIGH if cell.count is None else cell.count / largest
            high = sheet.pt(_HIGH) * (1 - share)
            style = _UNTOLD if cell.count is None else _NUMBER
            middle = Style(style.size, style.colour, style.bold, Align.CENTRE)
            ops += sheet.text(number, step, middle, most=1).moved(x, high)
        if place % every == 0:
            room = step * min(every, len(cells) - place)
            name = words.key(counts.figure, cell.key)
            align = Align.CENTRE if every == 1 else Align.START
            label = sheet.text(name, room, Style(SMALL.size, SMALL.colour, align=align), most=1)
            ops += label.moved(x, over + sheet.pt(_HIGH) + sheet.pt(2))
    ops.append(BoxOp(0, over + sheet.pt(_HIGH), step * len(cells), 0.6, fill=colours.LABEL))
    return [Piece(over + sheet.pt(_HIGH) + over + sheet.pt(2), tuple(ops))]


def _column(sheet: Sheet, cell: Cell, share: float, step: float) -> Piece:
    high, wide = sheet.pt(_HIGH), step * 0.62
    if cell.count is None:
        frame = BoxOp(
            (step - wide) / 2, high - sheet.pt(_FRAME), wide, sheet.pt(_FRAME),
            stroke=colours.LABEL, thickness=0.7, dashed=True,
        )  # fmt: skip
        return Piece(high, (frame,))
    tall = high * share
    return Piece(high, (BoxOp((step - wide) / 2, high - tall, wide, tall, fill=colours.TEAL),))


def _row(
    sheet: Sheet, name: str, length: float | None, number: str, width: float, *, track: bool = False
) -> Piece:
    """A name, a bar of a share of its room, and the number."""
    room, thick = width * _BAR, sheet.pt(_THICK)
    ops: list[Op] = []
    if track:
        ops.append(BoxOp(0, 0, room, thick, fill=colours.TEAL_TINT, radius=1.5))
    if length is None:
        ops = [
            BoxOp(0, 0, room * _UNTOLD_BAR, thick, stroke=colours.LABEL, thickness=0.7, dashed=True)
        ]
    elif length:
        ops.append(BoxOp(0, 0, max(room * length, 1.2), thick, fill=colours.TEAL, radius=1.5))
    return _placed(sheet, name, Piece(thick, tuple(ops)), number, width, told=length is not None)


def _placed(
    sheet: Sheet, name: str, bar: Piece, number: str, width: float, *, told: bool = True
) -> Piece:
    gap = sheet.pt(_GAP)
    label = sheet.text(name, width * _NAME - gap, SMALL, language=sheet.words.language, most=2)
    said = sheet.text(
        number,
        width * (1 - _NAME - _BAR) - gap,
        SMALL_STRONG if told else _UNTOLD,
        most=2,
    )
    line = sheet.pt(SMALL.size) * 1.28
    centred = padded(bar, 0, (line - bar.height) / 2, 0)
    return beside([(0, label), (width * _NAME, centred), (width * (_NAME + _BAR) + gap, said)])


def _range(sheet: Sheet, ends: tuple[float, float, float], room: float) -> Piece:
    lower, median, upper = (end * room for end in ends)
    thick, mark = sheet.pt(_THICK), sheet.pt(_MARK)
    line = BoxOp(0, thick / 2 - 0.4, room, 0.8, fill=colours.LINE)
    middle = BoxOp(lower, 0, max(upper - lower, mark), thick, fill=colours.TEAL_TINT, radius=1.5)
    at = min(max(median - mark / 2, 0), room - mark)
    return Piece(thick, (line, middle, BoxOp(at, -1, mark, thick + 2, fill=colours.TEAL)))
