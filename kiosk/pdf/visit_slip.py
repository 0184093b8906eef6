"""The slip that staff hand out: a code to type, and the same for a scanner."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kiosk.domain.slip import spaced
from kiosk.i18n import Words
from kiosk.pdf import colours
from kiosk.pdf.fonts import FontBook, own_fonts
from kiosk.pdf.layout import PAPERS
from kiosk.pdf.pieces import Align, BoxOp, Op, Piece, stack
from kiosk.pdf.shaping import Shaper
from kiosk.pdf.sheet import Crowding, Sheet, Style

_MARGIN: Final = 36.0
_TOP: Final = 72.0
_GAP: Final = 22.0
_SIDE: Final = 190.0
_LEFT_TO_RIGHT: Final = "\u200e%s\u200e"
_CODE: Final = Style(64, bold=True, align=Align.CENTRE)
_TITLE: Final = Style(30, bold=True, align=Align.CENTRE)
_HOW: Final = Style(18, align=Align.CENTRE)

# Not the time of printing: it is no part of what is told.
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)


class VisitSlip:
    """Makes slips; safe to use from one thread at a time.

    Args:
        fonts: The folder with the kiosk's own fonts.
        paper: "letter" or "a4".
        words: The clinic's language.
    """

    def __init__(self, fonts: Path, paper: str, words: Words) -> None:
        self._book: Final = FontBook(own_fonts(fonts))
        self._size: Final = PAPERS[paper]
        self._words: Final = words

    def render(self, code: str) -> bytes:
        """A slip as PDF; it holds nothing but the code."""
        from kiosk.pdf.painter import Painter

        painter = Painter(
            self._size,
            right=self._words.right_to_left,
            title=self._words.gettext("Visit slip"),
            language=self._words.language,
            made=_MADE,
        )
        return painter.paint(self._ops(code))

    def _ops(self, code: str) -> tuple[Op, ...]:
        _ = self._words.gettext
        width = self._size[0] - 2 * _MARGIN
        sheet = Sheet(self._words, Shaper(self._book), width, Crowding(1.0))
        how = _("At the kiosk: touch “I have a slip” on the welcome page and type this code.")
        pieces = [
            sheet.text(_("Visit slip"), width, _TITLE, most=1),
            Piece(_SIDE, _squares(code, (width - _SIDE) / 2)),
            sheet.text(_LEFT_TO_RIGHT % spaced(code), width, _CODE, most=1),
            sheet.text(how, width, _HOW, most=3),
        ]
        return stack(pieces, _GAP).moved(_MARGIN, _TOP)


def _squares(code: str, left: float) -> tuple[Op, ...]:
    """The code as a QR code, dark runs joined so that no hairline parts them."""
    import segno

    rows = [list(row) for row in segno.make(code, error="m", micro=False).matrix]
    size = _SIDE / len(rows)
    # A little taller, so that no light shows between two rows.
    tall = size * 1.03
    found: list[Op] = []
    for down, row in enumerate(rows):
        start: int | None = None
        for across, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = across
            elif not dark and start is not None:
                run = (across - start) * size
                found.append(BoxOp(left + start * size, down * size, run, tall, fill=colours.INK))
                start = None
    return tuple(found)
