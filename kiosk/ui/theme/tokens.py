"""Design tokens: colours, type sizes, spaces and radii at 1920 x 1080."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #RRGGBB, named for what they are for."""

    paper: str
    card: str
    ink: str
    ink_soft: str
    teal: str
    teal_deep: str
    teal_tint: str
    on_teal: str
    on_teal_soft: str
    red: str
    red_deep: str
    red_tint: str
    on_red: str
    plum: str
    plum_tint: str
    sun: str
    sun_soft: str
    sun_glow: str
    sun_tint: str
    sun_ink: str
    sand: str
    line: str
    focus: str
    shadow: bool
    tints: tuple[str, ...]


DAY: Final = Palette(
    paper="#FBF6EE",
    card="#FFFFFF",
    ink="#1E2B34",
    ink_soft="#44525C",
    teal="#0E5A57",
    teal_deep="#0A4341",
    teal_tint="#DCEFEC",
    on_teal="#FFFFFF",
    on_teal_soft="#DCEFEC",
    red="#A1201F",
    red_deep="#741413",
    red_tint="#FCE6E3",
    on_red="#FFFFFF",
    plum="#6B3A6E",
    plum_tint="#EFE6F5",
    sun="#C8861A",
    sun_soft="#FFE9C7",
    sun_glow="#FFDFB3",
    sun_tint="#FFF4E2",
    sun_ink="#5E3C00",
    sand="#E8DDCB",
    line="#D9CFC0",
    focus="#1E2B34",
    shadow=True,
    tints=(
        "#F8DCD6",
        "#FBE7C6",
        "#D9E4F5",
        "#E7DDF1",
        "#DDEBD3",
        "#F0E2CE",
        "#D4ECEE",
        "#F6DDE6",
    ),
)

CONTRAST: Final = Palette(
    paper="#FFFFFF",
    card="#FFFFFF",
    ink="#000000",
    ink_soft="#1A1A1A",
    teal="#003B39",
    teal_deep="#000000",
    teal_tint="#E2F4F2",
    on_teal="#FFFFFF",
    on_teal_soft="#FFFFFF",
    red="#7A0000",
    red_deep="#4D0000",
    red_tint="#FFF0EE",
    on_red="#FFFFFF",
    plum="#43144A",
    plum_tint="#F6EEFA",
    sun="#6B4300",
    sun_soft="#FFF3DC",
    sun_glow="#FFF3DC",
    sun_tint="#FFF8EA",
    sun_ink="#3B2600",
    sand="#BDBDBD",
    line="#000000",
    focus="#000000",
    shadow=False,
    tints=("#FFFFFF",) * 8,
)


class TextSize(Enum):
    """The three text sizes, as factors."""

    NORMAL = 1.0
    LARGE = 1.18
    LARGEST = 1.36

    @property
    def following(self) -> TextSize:
        """The next size, and from the largest back to the first."""
        sizes = list(TextSize)
        return sizes[(sizes.index(self) + 1) % len(sizes)]


class TypeRole(Enum):
    """What a text is for: (px at 1920 x 1080, semibold)."""

    DISPLAY = (108, True)
    CODE = (150, True)
    TITLE = (64, True)
    HEADING = (54, True)
    LEAD = (40, False)
    BODY = (42, False)
    STRONG = (42, True)
    OPTION = (41, False)
    BUTTON = (38, True)
    TILE = (36, True)
    LABEL = (32, False)
    LABEL_STRONG = (32, True)
    SMALL = (28, False)
    SMALL_STRONG = (28, True)

    @property
    def px(self) -> int:
        """Size in pixels at 1920 x 1080."""
        return self.value[0]

    @property
    def semibold(self) -> bool:
        """Whether it is set in weight 600."""
        return self.value[1]


MARGIN: Final = 96
EDGE: Final = 64
GAP: Final = 28
RADIUS: Final = 36
RADIUS_SMALL: Final = 24
LOWER_EDGE: Final = 8
TARGET: Final = 88
"""Least height of anything to touch at 1920 x 1080 (20 mm on a 24-inch panel is 75)."""
