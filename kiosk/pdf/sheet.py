"""What every block of the page needs: words, measures and a way to set text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from kiosk.i18n import Words
from kiosk.pdf import colours
from kiosk.pdf.bidi import starts_right
from kiosk.pdf.pieces import Align, Piece, TextOp
from kiosk.pdf.shaping import Line, Shaper
from kiosk.pdf.wrapping import wrap

LEADING: Final = 1.28


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks; `size` in points on a page that is not crowded."""

    size: float
    colour: str = colours.INK
    bold: bool = False
    align: Align = Align.START


TITLE: Final = Style(20, bold=True)
CODE: Final = Style(24, bold=True)
MARK: Final = Style(10.5, bold=True, align=Align.CENTRE)
SECTION: Final = Style(12, colours.TEAL, bold=True)
SCORE: Final = Style(15, colours.TEAL, bold=True)
BODY: Final = Style(10)
STRONG: Final = Style(10, bold=True)
SOFT: Final = Style(10, colours.INK_SOFT)
SMALL: Final = Style(8.4, colours.INK_SOFT)
SMALL_STRONG: Final = Style(8.4, bold=True)
FOOT: Final = Style(7.4, colours.INK_SOFT)


@dataclass(frozen=True, slots=True)
class Crowding:
    """How far a full page gives way.

    `factor` is a share of the usual sizes; the others are the most lines of an answer, of a
    note or figure, and the most warning signs and alerts named (None: all).
    """

    factor: float
    answer_lines: int = 3
    text_lines: int = 6
    names: int | None = None
    alerts: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page being laid out; `width` is between its margins, in points."""

    words: Words
    shaper: Shaper
    width: float
    crowding: Crowding

    @property
    def right(self) -> bool:
        """Whether the page runs from right to left."""
        return self.words.right_to_left

    def pt(self, length: float) -> float:
        """A length on a page that is not crowded, on this one."""
        return length * self.crowding.factor

    def text(
        self,
        text: str,
        width: float,
        style: Style = BODY,
        *,
        language: str | None = None,
        most: int | None = None,
    ) -> Piece:
        """Set text in lines.

        Args:
            text: What to set.
            width: Of the lines, in points.
            style: How it looks.
            language: Of the text, where it is not a sentence of the page itself; its direction
                is then that of its first letter.
            most: The most lines.
        """
        size = self.pt(style.size)
        right = self.right if language is None else starts_right(text, otherwise=self.right)

        def measure(part: str) -> Line:
            return self.shaper.line(
                part, language or self.words.language, bold=style.bold, right=right
            )

        limit = self.crowding.text_lines if most is None else most
        lines = wrap(text, width / size, measure, limit)
        align = _turned(style.align) if right != self.right else style.align
        height = size * LEADING
        ops = tuple(
            TextOp(
                _start(align, width, line.width * size), place * height, line.width * size,
                height, line, size, style.colour,
            )
            for place, line in enumerate(lines)
        )  # fmt: skip
        return Piece(len(lines) * height, ops)

    def crowded(self, crowding: Crowding) -> Sheet:
        """The same page, giving way further or less."""
        return replace(self, crowding=crowding)


def _turned(align: Align) -> Align:
    return {Align.START: Align.END, Align.END: Align.START}.get(align, align)


def _start(align: Align, width: float, used: float) -> float:
    match align:
        case Align.START:
            return 0.0
        case Align.CENTRE:
            return (width - used) / 2
        case Align.END:
            return width - used
