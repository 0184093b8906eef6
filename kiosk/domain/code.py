"""The visit code: a colour word, that colour's own shape, and two digits ("green 42").

It replaces the name that is never asked: short enough to say at a desk, and told apart
by shape as well as colour.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

COLOURS: Final = {
    "green": ("circle", "#2E8F5B"),
    "blue": ("square", "#2F63B5"),
    "amber": ("triangle", "#C77A0A"),
    "violet": ("diamond", "#7A4FB3"),
    "rose": ("star", "#C2477A"),
    "teal": ("hexagon", "#1B8A8F"),
    "brown": ("leaf", "#8A5A34"),
    "grey": ("ring", "#66727C"),
}
"""Colour word -> (shape, hex colour)."""

LOWEST_NUMBER: Final = 10
HIGHEST_NUMBER: Final = 99


@dataclass(frozen=True, slots=True, order=True)
class VisitCode:
    """A colour word of COLOURS and a number of two digits."""

    colour: str
    number: int

    def __str__(self) -> str:
        return f"{self.colour} {self.number:02d}"

    @property
    def shape(self) -> str:
        """The shape that always goes with this colour."""
        return COLOURS[self.colour][0]

    @property
    def paint(self) -> str:
        """The colour as #RRGGBB."""
        return COLOURS[self.colour][1]


def free_codes(taken: Collection[VisitCode]) -> Iterator[VisitCode]:
    """Every code that no open visit holds, in a fixed order."""
    used = frozenset(taken)
    for number in range(LOWEST_NUMBER, HIGHEST_NUMBER + 1):
        for colour in COLOURS:
            code = VisitCode(colour, number)
            if code not in used:
                yield code
