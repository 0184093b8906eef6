"""The slip for a staff printer: a code and "see now", large; nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kiosk.domain.code import VisitCode
from kiosk.i18n import Words
from kiosk.pdf import phrases
from kiosk.pdf.fonts import FontBook, own_fonts
from kiosk.pdf.layout import PAPERS
from kiosk.pdf.pieces import Align, Op, Piece, ShapeOp, stack
from kiosk.pdf.shaping import Shaper
from kiosk.pdf.sheet import Crowding, Sheet, Style

_MARGIN: Final = 36.0
_TOP: Final = 90.0
_GAP: Final = 24.0
_SHAPE: Final = 150.0
_CODE: Final = Style(84, bold=True, align=Align.CENTRE)
_WORDS: Final = Style(60, bold=True, align=Align.CENTRE)

# Not the time of printing: it is no part of what is told.
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)


class AlertSlip:
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

    def render(self, code: VisitCode, *, test: bool = False) -> bytes:
        """A slip as PDF; a `test` says so in place of "see now"."""
        from kiosk.pdf.painter import Painter

        painter = Painter(
            self._size,
            right=self._words.right_to_left,
            title=self._told(test=test),
            language=self._words.language,
            made=_MADE,
        )
        return painter.paint(self._ops(code, test=test))

    def _told(self, *, test: bool) -> str:
        _ = self._words.gettext
        return _("Test of the alert channel") if test else _("See now")

    def _ops(self, code: VisitCode, *, test: bool) -> tuple[Op, ...]:
        width = self._size[0] - 2 * _MARGIN
        sheet = Sheet(self._words, Shaper(self._book), width, Crowding(1.0))
        left = (width - _SHAPE) / 2
        shape = ShapeOp(left, 0, _SHAPE, _SHAPE, code.shape, code.paint)
        pieces = [
            Piece(_SHAPE, (shape,)),
            sheet.text(phrases.code(code, self._words), width, _CODE, most=1),
            sheet.text(self._told(test=test), width, _WORDS, most=3),
        ]
        return stack(pieces, _GAP).moved(_MARGIN, _TOP)
