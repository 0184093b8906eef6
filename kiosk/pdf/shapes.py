"""The shapes that go with the colours of the visit codes, drawn on a field of 64 by 64.

The same outlines as the icons on the screens. A shape is a list of steps: "m" and "l" with a
point, "c" with three, "z" without.
"""

from __future__ import annotations

from typing import Final

Step = tuple[str, tuple[float, ...]]

FIELD: Final = 64.0
_KAPPA: Final = 0.5523


def _polygon(*points: tuple[float, float]) -> tuple[Step, ...]:
    first, *others = points
    return (("m", first), *(("l", point) for point in others), ("z", ()))


def _circle(radius: float) -> tuple[Step, ...]:
    c, k = FIELD / 2, radius * _KAPPA
    low, high = c - radius, c + radius
    return (
        ("m", (high, c)),
        ("c", (high, c + k, c + k, high, c, high)),
        ("c", (c - k, high, low, c + k, low, c)),
        ("c", (low, c - k, c - k, low, c, low)),
        ("c", (c + k, low, high, c - k, high, c)),
        ("z", ()),
    )


SHAPES: Final[dict[str, tuple[Step, ...]]] = {
    "circle": _circle(25.5),
    "square": _polygon((10, 10), (54, 10), (54, 54), (10, 54)),
    "triangle": _polygon((32, 9), (57, 53), (7, 53)),
    "diamond": _polygon((32, 6), (54, 32), (32, 58), (10, 32)),
    "star": _polygon(
        (32, 7), (39, 24), (58, 25.5), (43.5, 38), (48, 57),
        (32, 46.5), (16, 57), (20.5, 38), (6, 25.5), (25, 24),
    ),
    "hexagon": _polygon((57, 32), (44.5, 54), (19.5, 54), (7, 32), (19.5, 10), (44.5, 10)),
    "leaf": (
        ("m", (9, 57)),
        ("l", (14, 50)),
        ("c", (8, 26, 22, 9, 56, 8)),
        ("c", (57, 42, 38, 57, 16, 51)),
        ("z", ()),
    ),
    "ring": (*_circle(26), *_circle(12)),
}  # fmt: skip
"""Shape -> its outline; filled by the even-odd rule."""
