"""The colours of the page, the same as on the screens."""

from __future__ import annotations

from typing import Final

PAPER: Final = "#FFFFFF"
INK: Final = "#1E2B34"
INK_SOFT: Final = "#3B4750"
TEAL: Final = "#0E5A57"
TEAL_TINT: Final = "#DCEFEC"
RED: Final = "#A1201F"
RED_DEEP: Final = "#741413"
RED_TINT: Final = "#FCE6E3"
SUN_TINT: Final = "#FFE9C7"
LINE: Final = "#D9CFC0"
LABEL: Final = "#8A7F6D"
BANDS: Final = (TEAL_TINT, "#FBE7C6", "#F8DCD6")
"""Along the scale: below the first cut-off, then from each cut-off upwards."""


def rgb(colour: str) -> tuple[float, float, float]:
    """Shares of red, green and blue from 0 to 1 for "#RRGGBB"."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue
