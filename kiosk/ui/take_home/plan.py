"""How much is said: from everything she read down to the headings of what matters most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ALL: Final = 1000

_LARGEST: Final = 12.0
_AMPLE: Final = 9.6
"""Points below which rather less is said than set smaller."""
_READABLE: Final = 9.0
_SMALLEST: Final = 7.5
_STEPS_A_POINT: Final = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """Lengths of the lists, and the smallest body text in points to try them with.

    `urgent_bullets` is for cards with an urgent call-out: their figures matter most.
    """

    smallest: float
    bullets: int = 1
    urgent_bullets: int = 1
    prose: bool = False
    points: int = ALL
    questions: int = ALL

    @property
    def sizes(self) -> tuple[float, ...]:
        """Sizes of body text to choose from, smallest first."""
        first, last = self.smallest * _STEPS_A_POINT, _LARGEST * _STEPS_A_POINT
        return tuple(step / _STEPS_A_POINT for step in range(round(first), round(last) + 1))


PLANS: Final = (
    Plan(_AMPLE, bullets=ALL, urgent_bullets=ALL, prose=True),
    Plan(_AMPLE, bullets=ALL, urgent_bullets=ALL),
    Plan(_AMPLE, bullets=2, urgent_bullets=ALL),
    Plan(_READABLE, urgent_bullets=2),
    Plan(_SMALLEST),
    *(Plan(_SMALLEST, points=points, questions=12) for points in (6, 5, 4, 3, 2)),
    *(Plan(_SMALLEST, points=2, questions=questions) for questions in (8, 6)),
    *(Plan(_SMALLEST, points=1, questions=questions) for questions in (6, 4, 2)),
    Plan(_SMALLEST, points=0, questions=2),
)
"""In the order in which they are tried; the last is taken whether it fits or not."""
