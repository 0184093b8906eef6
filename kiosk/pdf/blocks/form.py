"""The questionnaire's result, what it can mean, and the place for a chart label."""

from __future__ import annotations

from typing import Final

from kiosk.domain.form_summary import FormSummary
from kiosk.domain.visit import FormState
from kiosk.pdf import colours, figures
from kiosk.pdf.bidi import isolate
from kiosk.pdf.blocks.scale import scale
from kiosk.pdf.pieces import EMPTY, Align, BoxOp, Piece, beside, padded, stack
from kiosk.pdf.sheet import BODY, SCORE, SMALL, SMALL_STRONG, Sheet, Style

_LABEL_WIDTH: Final = 158.0
_LABEL_HEIGHT: Final = 84.0
_GAP: Final = 20.0


def form(sheet: Sheet, summary: FormSummary, chart: str = "") -> Piece:
    """The result on the start side, the label's place with the chart number on the other."""
    # A label of paper does not shrink with the page.
    width = sheet.width - _LABEL_WIDTH - _GAP
    return beside(
        [(0, _result(sheet, summary, width)), (sheet.width - _LABEL_WIDTH, _label(sheet, chart))]
    )


def _result(sheet: Sheet, summary: FormSummary, width: float) -> Piece:
    words = sheet.words
    heading = sheet.text(figures.heading(summary, words), width, SCORE, most=1)
    if summary.state not in (FormState.COMPLETE, FormState.UNFINISHED):
        lines = figures.explanation(summary, words)
        return stack([heading, *(sheet.text(line, width, BODY) for line in lines)], sheet.pt(3))
    complete = summary.score.total is not None
    lines = figures.meaning(summary, words) if complete else []
    shown = f"{figures.text_used(summary, words)} {figures.item_times(summary, words)}".strip()
    lines = [*lines, *figures.subscales(summary, words), shown]
    strong = [words.gettext("A screen, not a diagnosis.")]
    if not complete:
        strong = figures.explanation(summary, words)
    return stack(
        [
            heading,
            padded(scale(sheet, summary, width), 0, 0, sheet.pt(4)) if complete else EMPTY,
            *(sheet.text(line, width, SMALL_STRONG) for line in strong),
            *(sheet.text(line, width, SMALL) for line in lines),
        ],
        sheet.pt(1.5),
    )


def _label(sheet: Sheet, chart: str) -> Piece:
    frame = BoxOp(
        0, 3, _LABEL_WIDTH, _LABEL_HEIGHT, stroke=colours.LABEL, radius=6, thickness=1, dashed=True
    )
    style = Style(10, colours.LABEL, align=Align.CENTRE)
    text = sheet.text(sheet.words.gettext("chart label"), _LABEL_WIDTH - 10, style, most=2)
    if chart:
        strong = Style(BODY.size, BODY.colour, bold=True, align=Align.CENTRE)
        text = stack([text, sheet.text(isolate(chart), _LABEL_WIDTH - 10, strong, most=2)], 2)
    above = 3 + (_LABEL_HEIGHT - text.height) / 2
    return Piece(_LABEL_HEIGHT + 3, (frame, *text.moved(5, above)))
