"""The head of the page: marks, title, code, where and when, and about her."""

from __future__ import annotations

from typing import Final

from kiosk.domain.summary import Summary
from kiosk.pdf import colours, phrases
from kiosk.pdf.pieces import Align, BoxOp, Piece, ShapeOp, beside, on, padded, stack
from kiosk.pdf.sheet import BODY, CODE, MARK, SOFT, TITLE, Sheet, Style

_GAP: Final = 14.0


def header(sheet: Sheet, summary: Summary, clinic: str, kiosk: str) -> Piece:
    """Everything down to the line under the head."""
    words = sheet.words
    half = sheet.width / 2
    title = sheet.text(words.gettext("Visit summary"), half, TITLE, most=1)
    first = beside([(0, padded(title, 0, sheet.pt(3), 0)), (half, _code(sheet, summary, half))])
    style = Style(BODY.size, BODY.colour, bold=summary.interpreter, align=Align.END)
    about = sheet.text(phrases.about_her(summary, words), half, style, most=2)
    used = max((op.width for op in about.ops), default=0.0)
    where = phrases.place_and_time(summary, words, clinic, kiosk)
    place = sheet.text(where, sheet.width - used - sheet.pt(_GAP), SOFT, most=2)
    second = beside([(0, place), (half, about)])
    rule = BoxOp(0, 0, sheet.width, 1.6, fill=colours.TEAL)
    return stack(
        [
            stack(_marks(sheet, summary), sheet.pt(3)),
            stack([first, second], sheet.pt(1)),
            Piece(1.6, (rule,)),
        ],
        sheet.pt(5),
    )


def _marks(sheet: Sheet, summary: Summary) -> list[Piece]:
    ground = BoxOp(0, 0, sheet.width, 0, fill=colours.SUN_TINT, radius=4)
    return [
        on(ground, padded(sheet.text(mark, sheet.width, MARK, most=1), 0, sheet.pt(2)))
        for mark in phrases.marks(summary, sheet.words)
    ]


def _code(sheet: Sheet, summary: Summary, before: float) -> Piece:
    """The code at the far edge, its shape before it."""
    room = sheet.width - before
    style = Style(CODE.size, bold=True, align=Align.END)
    text = sheet.text(phrases.code(summary.code, sheet.words), room, style, most=1)
    used = max((op.width for op in text.ops), default=0.0)
    side = sheet.pt(20)
    shape = ShapeOp(
        room - used - side - sheet.pt(8), (text.height - side) / 2, side, side,
        summary.code.shape, summary.code.paint,
    )  # fmt: skip
    return Piece(text.height, (shape, *text.ops))
