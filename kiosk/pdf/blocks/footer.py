"""The foot of the page: whose scale, by what right, which visit, which page."""

from __future__ import annotations

from typing import Final

from kiosk.domain.summary import Summary
from kiosk.domain.visit import FormState
from kiosk.pdf import colours, phrases
from kiosk.pdf.bidi import isolate
from kiosk.pdf.pieces import Align, BoxOp, Piece, beside, stack
from kiosk.pdf.sheet import FOOT, Sheet, Style

_END_SHARE: Final = 0.26


def footer(sheet: Sheet, summary: Summary) -> Piece:
    """One to three small lines under a hairline."""
    _ = sheet.words.gettext
    form = summary.form
    parts: list[str] = []
    if form.state is not FormState.NOT_OFFERED:
        parts.append(isolate(f"{form.instrument.name}: {form.citation}"))
    if form.permission:
        parts.append(_("Permission: %(permission)s") % {"permission": isolate(form.permission)})
    end = sheet.width * _END_SHARE
    page = _("page 1 of 1")
    number = f"{phrases.code(summary.code, sheet.words)} · {page}"
    rule = BoxOp(0, 0, sheet.width, 0.5, fill=colours.LINE)
    text = beside(
        [
            (0, sheet.text(" ".join(parts), sheet.width - end, FOOT, most=3)),
            (
                sheet.width - end,
                sheet.text(number, end, Style(FOOT.size, FOOT.colour, align=Align.END), most=1),
            ),
        ]
    )
    return stack([Piece(0.5, (rule,)), text], sheet.pt(4))
