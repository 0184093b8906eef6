"""What is drawn, as plain values: measured and put together before anything is painted.

Lengths are points; y runs down from the top of the page. On a page that runs from right to
left, x counts from the right edge: the painter turns it round.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.pdf.shaping import Line


class Align(StrEnum):
    """Which edge of its place a line of text keeps to, seen in the direction of the page."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class TextOp:
    """A line of text; `x` and `y` are the corner of its place, `width` its own."""

    x: float
    y: float
    width: float
    height: float
    line: Line
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class BoxOp:
    """A rectangle, filled or framed or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    radius: float = 0.0
    thickness: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class ShapeOp:
    """The shape of a visit's code in a square."""

    x: float
    y: float
    width: float
    height: float
    shape: str
    colour: str


Op = TextOp | BoxOp | ShapeOp


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a known height."""

    height: float
    ops: tuple[Op, ...] = ()

    def moved(self, x: float, y: float) -> tuple[Op, ...]:
        """What is drawn when the piece stands at (x, y)."""
        return tuple(replace(op, x=op.x + x, y=op.y + y) for op in self.ops)


EMPTY = Piece(0.0)


def stack(pieces: Iterable[Piece], gap: float = 0.0) -> Piece:
    """Pieces below each other; those without height take no gap."""
    y = 0.0
    ops: list[Op] = []
    for piece in pieces:
        if piece.height <= 0:
            continue
        if ops:
            y += gap
        ops.extend(piece.moved(0, y))
        y += piece.height
    return Piece(y, tuple(ops))


def beside(columns: Sequence[tuple[float, Piece]]) -> Piece:
    """Pieces with their upper edges in line, each at its own x."""
    ops = [op for x, piece in columns for op in piece.moved(x, 0)]
    return Piece(max((piece.height for _, piece in columns), default=0.0), tuple(ops))


def padded(piece: Piece, across: float, above: float, below: float | None = None) -> Piece:
    """A piece with room around it."""
    height = piece.height + above + (above if below is None else below)
    return Piece(height, piece.moved(across, above))


def on(ground: BoxOp, piece: Piece) -> Piece:
    """A piece on a box of its own height."""
    return Piece(piece.height, (replace(ground, height=piece.height), *piece.ops))
