"""The urgent box and the notes: what must be known before anything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kiosk.domain.summary import Summary, UrgentLine
from kiosk.pdf import alarms, colours, phrases
from kiosk.pdf.pieces import EMPTY, BoxOp, Piece, beside, on, padded, stack
from kiosk.pdf.sheet import STRONG, Sheet, Style

SignLabel = Callable[[str, str], str]
"""(sign id, language) -> its name."""

_ACROSS: Final = 12.0
_WHAT_SHARE: Final = 0.53
_ALERT_LINES: Final = 12
_ONE_COLUMN: Final = 3
_HEADING: Final = Style(13, colours.RED_DEEP, bold=True)
_WHAT: Final = Style(10, colours.RED_DEEP, bold=True)
_DONE: Final = Style(9.4, colours.RED_DEEP)
_OPEN: Final = Style(9.4, colours.RED_DEEP, bold=True)


def urgent(sheet: Sheet, summary: Summary, sign_label: SignLabel) -> Piece:
    """A box with a line an alert; nothing when there is none."""
    if not summary.urgent:
        return EMPTY
    inner = sheet.width - 2 * sheet.pt(_ACROSS)
    shown = summary.urgent[: sheet.crowding.alerts]
    rows = [_row(sheet, line, inner, sign_label) for line in shown]
    if left := len(summary.urgent) - len(shown):
        rows.append(sheet.text(phrases.and_more(left, sheet.words), inner, _WHAT, most=1))
    heading = alarms.heading(summary.urgent, sheet.words)
    inside = stack([sheet.text(heading, inner, _HEADING, most=1), *rows], sheet.pt(2.5))
    ground = BoxOp(
        0, 0, sheet.width, 0, fill=colours.RED_TINT, stroke=colours.RED, radius=7, thickness=1.4
    )
    return on(ground, padded(inside, sheet.pt(_ACROSS), sheet.pt(7)))


def _row(sheet: Sheet, line: UrgentLine, width: float, sign_label: SignLabel) -> Piece:
    language = sheet.words.language
    names = [sign_label(sign, language) for sign in line.signs[: sheet.crowding.names]]
    what = alarms.alert(line, sheet.words, names, len(line.signs) - len(names))
    gap = sheet.pt(12)
    wide = width * _WHAT_SHARE
    style = _DONE if line.acknowledged_at else _OPEN
    done = sheet.text(alarms.status(line, sheet.words), width - wide - gap, style)
    return beside(
        [
            (0, sheet.text(what, wide, _WHAT, most=_ALERT_LINES)),
            (wide + gap, padded(done, 0, sheet.pt(0.4), 0)),
        ]
    )


def notes(sheet: Sheet, summary: Summary) -> Piece:
    """A calm box with a line a note; nothing when there is none."""
    lines = phrases.notes(summary, sheet.words)
    if not lines:
        return EMPTY
    inner = sheet.width - 2 * sheet.pt(_ACROSS)
    if len(lines) > _ONE_COLUMN:
        half = (inner - sheet.pt(_ACROSS)) / 2
        split = (len(lines) + 1) // 2
        first, second = _points(sheet, lines[:split], half), _points(sheet, lines[split:], half)
        inside = beside([(0, first), (inner - half, second)])
    else:
        inside = _points(sheet, lines, inner)
    ground = BoxOp(0, 0, sheet.width, 0, fill=colours.SUN_TINT, radius=7)
    return on(ground, padded(inside, sheet.pt(_ACROSS), sheet.pt(5)))


def _points(sheet: Sheet, lines: list[str], width: float) -> Piece:
    dot = sheet.pt(10)
    rows = [
        beside([(0, sheet.text("•", dot, STRONG)), (dot, sheet.text(line, width - dot, STRONG))])
        for line in lines
    ]
    return stack(rows, sheet.pt(1))
