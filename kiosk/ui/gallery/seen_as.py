"""Colours as people see them who lack one kind of cone.

The matrices are those of Machado, Oliveira and Fernandes (2009), "A physiologically-based model
for simulation of color vision deficiency", IEEE TVCG 15(6), at full severity; they are for
linear light.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Final

from PySide6.QtGui import QImage

_Row = tuple[float, float, float]


class Sight(StrEnum):
    """Which kind of cone is missing."""

    PROTANOPIA = "protanopia"
    DEUTERANOPIA = "deuteranopia"
    TRITANOPIA = "tritanopia"


_MATRICES: Final[dict[Sight, tuple[_Row, _Row, _Row]]] = {
    Sight.PROTANOPIA: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Sight.DEUTERANOPIA: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Sight.TRITANOPIA: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


@cache
def seen(colour: int, sight: Sight) -> int:
    """A colour 0xRRGGBB as it is seen."""
    light = [_to_light((colour >> shift & 255) / 255) for shift in (16, 8, 0)]
    mixed = [
        sum(share * part for share, part in zip(row, light, strict=True))
        for row in _MATRICES[sight]
    ]
    red, green, blue = (round(255 * _from_light(min(1.0, max(0.0, part)))) for part in mixed)
    return red << 16 | green << 8 | blue


def picture_as(image: QImage, sight: Sight) -> QImage:
    """A picture as it is seen; opaque."""
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(made.bits()).cast("I")
    for place, colour in enumerate(pixels):
        pixels[place] = 0xFF000000 | seen(colour & 0xFFFFFF, sight)
    return made


def _to_light(value: float) -> float:
    """An sRGB value from 0 to 1 as linear light."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _from_light(light: float) -> float:
    """Linear light from 0 to 1 as an sRGB value."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
