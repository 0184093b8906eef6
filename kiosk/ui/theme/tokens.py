"""Design tokens: colours, type sizes, spaces and radii at 1920 x 1080."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    ink_soft="#3B4750",
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
    sun="#BF8019",
    sun_soft="#FFE9C7",
    sun_glow="#FFDFB3",
    sun_tint="#FFF4E2",
    sun_ink="#5E3C00",
    sand="#E8DDCB",
    line="#9C835E",
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

DARK: Final = Palette(
    paper="#0B1014",
    card="#151D24",
    ink="#FFFFFF",
    ink_soft="#E6EDF2",
    teal="#8CE5DA",
    teal_deep="#BDF3EC",
    teal_tint="#0F3634",
    on_teal="#06201E",
    on_teal_soft="#06201E",
    red="#FFA69F",
    red_deep="#FFC9C4",
    red_tint="#3A1210",
    on_red="#2A0504",
    plum="#E6BDEB",
    plum_tint="#33203A",
    sun="#F3B53F",
    sun_soft="#151D24",
    sun_glow="#151D24",
    sun_tint="#3A2C0C",
    sun_ink="#FFE2A6",
    sand="#38444E",
    line="#FFFFFF",
    focus="#FFFFFF",
    shadow=False,
    tints=("#151D24",) * 8,
)

LARGE_PRINT: Final = replace(
    DAY,
    card="#FFFFFF",
    ink="#10181E",
    ink_soft="#24313A",
    sun_soft="#FBF6EE",
    sun_glow="#FBF6EE",
    line="#24313A",
)


class Style(Enum):
    """The themes, in the order of the button that changes them: (palette, text factor, heavy).

    `heavy` sets running text in semibold, too.
    """

    DAY = (DAY, 1.0, False)
    CONTRAST = (CONTRAST, 1.0, False)
    DARK = (DARK, 1.0, False)
    LARGE_PRINT = (LARGE_PRINT, 1.2, True)

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self.value[0]

    @property
    def grow(self) -> float:
        """What every text size is multiplied with."""
        return self.value[1]

    @property
    def heavy(self) -> bool:
        """Whether running text is semibold."""
        return self.value[2]

    @property
    def following(self) -> Style:
        """The next one, and from the last back to the first."""
        styles = list(Style)
        return styles[(styles.index(self) + 1) % len(styles)]


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


CAPITAL: Final = 0.7
"""Height of a capital letter in em, in the typefaces used."""

LEAST_TYPE: Final = 25
"""Pixels at 1920 x 1080 on a 24-inch panel: capitals are 4.8 mm high, the least of section 508."""

LEAST_CAPITAL_MM: Final = 4.8
"""What section 508 (402.4) asks of capitals on a kiosk, in millimetres."""

BODY_CAPITAL_MM: Final = 7.3
"""What 0.7 degrees are at 60 cm, in millimetres: capitals of running text are not lower."""

FADE_MS: Final = 140
"""How long a new screen takes to stand out; it takes touches from its first moment."""

GLIDE: Final = 28
"""How far it comes from, along the way that she reads."""

MARGIN: Final = 96
EDGE: Final = 64
GAP: Final = 28
RADIUS: Final = 36
RADIUS_SMALL: Final = 24
LOWER_EDGE: Final = 8
LEAST_GAP: Final = 8
LEAST_TARGET: Final = 44
"""Pixels that anything to touch is high and wide, at the least."""

TARGET: Final = 88
"""Least height of anything to touch at 1920 x 1080 (20 mm on a 24-inch panel is 75)."""

TARGET_MM: Final = 20
"""What a finger hits without aiming, in millimetres."""
