"""The total on its scale, with the cut-offs that apply."""

from __future__ import annotations

from typing import Final

from kiosk.domain.form_summary import FormSummary
from kiosk.domain.instrument import CutOff
from kiosk.pdf import colours, figures
from kiosk.pdf.pieces import Align, BoxOp, Op, Piece
from kiosk.pdf.sheet import SMALL, SMALL_STRONG, Sheet, Style

_BAR: Final = 8.0
_OVER: Final = 4.0
_MARK: Final = 2.6
_LABEL_ROOM: Final = 40.0


def scale(sheet: Sheet, form: FormSummary, width: float) -> Piece:
    """A bar from 0 to the highest total; bands only where the text version has cut-offs."""
    total = form.score.total
    if total is None:
        return Piece(0)
    step = width / form.highest_total
    cuts = [cut_off for cut_off in form.cut_offs if cut_off.band]
    number = _label(sheet, str(total), total * step, width, bold=True)
    top = number.height + sheet.pt(_OVER) + 1
    bar, over = sheet.pt(_BAR), sheet.pt(_OVER)
    ops: list[Op] = [*number.ops, *_bands(sheet, cuts, step, width, top)]
    ops += [
        BoxOp(cut.total * step - 0.4, top, 0.8, bar + over * 0.8, fill=colours.INK_SOFT)
        for cut in cuts
    ]
    mark = min(max(total * step - _MARK / 2, 0), width - _MARK)
    ops.append(BoxOp(mark, top - over, _MARK, bar + 2 * over, fill=colours.INK))
    labels = _labels(sheet, form, cuts, step, width)
    below = top + bar + over
    ops += [op for label in labels for op in label.moved(0, below)]
    return Piece(below + max(label.height for label in labels), tuple(ops))


def _bands(sheet: Sheet, cuts: list[CutOff], step: float, width: float, top: float) -> list[BoxOp]:
    bar = sheet.pt(_BAR)
    starts = [0.0, *(cut.total * step for cut in cuts)]
    boxes: list[BoxOp] = []
    for place, start in enumerate(starts):
        colour = colours.BANDS[min(place, len(colours.BANDS) - 1)]
        boxes.append(BoxOp(start, top, width - start, bar, fill=colour, radius=bar / 2))
        if place:
            # Only the two ends of the whole bar are round.
            boxes.append(BoxOp(start, top, bar, bar, fill=colour))
    return boxes


def _labels(
    sheet: Sheet, form: FormSummary, cuts: list[CutOff], step: float, width: float
) -> list[Piece]:
    """The ends and the cut-offs: the first named to its left, the last to its right."""
    labels = [_label(sheet, "0", 0, width)]
    for place, cut in enumerate(cuts):
        name = f"{cut.total} {figures.band(cut, sheet.words)}"
        x = cut.total * step
        last = place == len(cuts) - 1
        if last and width - x > 2 * sheet.pt(_LABEL_ROOM):
            labels.append(_at(sheet, name, x - sheet.pt(3), width - x - sheet.pt(20)))
        elif place == 0 and x > 2 * sheet.pt(_LABEL_ROOM):
            room = x - sheet.pt(20)
            labels.append(_at(sheet, name, x + sheet.pt(4) - room, room, Align.END))
        else:
            labels.append(_label(sheet, str(cut.total), x, width))
    return [*labels, _label(sheet, str(form.highest_total), width, width)]


def _at(sheet: Sheet, text: str, x: float, room: float, align: Align = Align.START) -> Piece:
    piece = sheet.text(text, room, Style(SMALL.size, SMALL.colour, align=align), most=1)
    return Piece(piece.height, piece.moved(x, 0))


def _label(sheet: Sheet, text: str, x: float, width: float, *, bold: bool = False) -> Piece:
    """A number centred under or over its place, kept within the bar."""
    room = sheet.pt(_LABEL_ROOM)
    start = min(max(x - room / 2, 0), width - room)
    align = Align.CENTRE
    if x < room / 2:
        align = Align.START
    elif x > width - room / 2:
        align = Align.END
    style = SMALL_STRONG if bold else SMALL
    piece = sheet.text(text, room, Style(style.size, style.colour, bold, align), most=1)
    return Piece(piece.height, piece.moved(start, 0))
