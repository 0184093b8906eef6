"""Pieces of the page that know their height and can be put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Protocol

from kiosk.ui.take_home.canvas import Canvas
from kiosk.ui.take_home.type import Paragraph

Mark = Callable[[Canvas, float, float], None]
"""Draws a bullet, box or icon with its beginning corner at a place."""


class Block(Protocol):
    """Anything that takes up height."""

    @property
    def height(self) -> float:
        """Its height when laid out."""
        ...

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its beginning corner at this place."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, with a mark before it if it has one."""

    paragraph: Paragraph
    mark: Mark | None = None
    indent: float = 0.0

    @property
    def height(self) -> float:
        """The paragraph's height."""
        return self.paragraph.height

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """The mark at the edge, the text beside it."""
        if self.mark is not None:
            self.mark(canvas, x, y)
        canvas.text(self.paragraph, x + self.indent, y)


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one below the other."""

    blocks: Sequence[Block]
    gap: float

    @property
    def height(self) -> float:
        """All of them and the gaps between."""
        return sum(b.height for b in self.blocks) + self.gap * max(0, len(self.blocks) - 1)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """From top to bottom."""
        for block in self.blocks:
            block.draw(canvas, x, y)
            y += block.height + self.gap


class Columns:
    """Blocks in columns of nearly one height, read down one column and then the next."""

    def __init__(
        self, blocks: Sequence[Block], count: int, *, step: float, gap: float, even: bool = False
    ) -> None:
        """`step` is from one column to the next; `even` spreads each to the full height."""
        self._step = step
        self._columns = [Stack(part, gap) for part in _balanced(blocks, count, gap)]
        self.height = max((column.height for column in self._columns), default=0.0)
        if even:
            self._columns = [self._spread(column) for column in self._columns]

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """One beside the other."""
        for column in self._columns:
            column.draw(canvas, x, y)
            x += self._step

    def _spread(self, column: Stack) -> Stack:
        gaps = len(column.blocks) - 1
        if gaps < 1:
            return column
        wanted = column.gap + (self.height - column.height) / gaps
        return Stack(column.blocks, min(wanted, column.gap * 2.6))


def column_width(width: float, count: int, gutter: float) -> float:
    """The width of each of `count` columns."""
    return (width - gutter * (count - 1)) / count


def _balanced(blocks: Sequence[Block], count: int, gap: float) -> list[Sequence[Block]]:
    """Cut a list where the tallest part is as low as can be, the first part leading."""
    if not blocks:
        return []
    cuts = combinations(range(1, len(blocks)), min(count, len(blocks)) - 1)
    parted = [[blocks[a:b] for a, b in pairwise((0, *cut, len(blocks)))] for cut in cuts]
    return min(reversed(parted), key=lambda parts: max(Stack(p, gap).height for p in parts))
