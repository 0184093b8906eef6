"""The look as it stands: theme, text size, language and the screen's scale."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui.theme.fonts import font
from kiosk.ui.theme.pictures import Light, light_of
from kiosk.ui.theme.tokens import (
    BODY_CAPITAL_MM,
    CAPITAL,
    LEAST_CAPITAL_MM,
    LEAST_GAP,
    LEAST_TARGET,
    LEAST_TYPE,
    MARGIN,
    TARGET_MM,
    Palette,
    Style,
    TextSize,
    TypeRole,
)

_LANDSCAPE: Final = QSize(1920, 1080)
_MOST_PANEL: Final = 1.5
"""Growth for a small panel above which a page has no room: then it is too small for the kiosk."""

_MOST_DENSE: Final = 1.15
"""The same for staff screens, which hold more."""

_MOST_TARGET: Final = 1.2
"""The same for what is touched: the bar holds a row of it."""

_LARGE: Final = 1.1
_LOW: Final = 2 / 3
"""The part of the window, from below, that a seated person reaches."""

_LOW_SCALE: Final = 0.9
"""How much closer things stand there, for the texts to keep their size."""

_LOW_GROWTH: Final = 1.5
"""Growth of texts in the lower part, so that a smaller drawing keeps them readable."""

_MOST_TEXT: Final = 1.52
"""Growth by all reasons together, above which pages have no room."""

_MOST_GROWTH: Final = 1.64
"""The same in the lower part, where the drawing is smaller."""

_FIXED: Final = (TypeRole.DISPLAY, TypeRole.CODE)
_HEADINGS: Final = (TypeRole.TITLE, TypeRole.HEADING)


class Theme:
    """Shared by every widget, which asks it whenever it lays out or paints.

    Attributes:
        scale: Pixels of this window for one of the drawing.
        portrait: Whether the drawing is that for a window higher than wide: then what stood
            beside stands below.
        stands: Whether the window itself is higher than wide, whatever the drawing.
        panel: By how much text grows on a panel that is small in millimetres, 1 to 1.5.
        aspect: How wide it is for its height, without what stays free above.
        density: Pixels in a millimetre of the panel; 0 where nobody knows.
        motion: Whether new pages glide in.
        lowered: Whether everything stands in the lower two thirds of the window.
        above: Pixels that stay free at the top of the window for that.
    """

    def __init__(self) -> None:
        # Asked for some hundred times a page; whatever changes the look empties them.
        self._fonts: dict[tuple[TypeRole, str, float], QFont] = {}
        self._colours: dict[tuple[int, str], QColor] = {}
        self.style = Style.DAY
        self.text_size = TextSize.NORMAL
        self.language = "en"
        self.scale = 1.0
        self.portrait = False
        self.stands = False
        self.aspect = _LANDSCAPE.width() / _LANDSCAPE.height()
        self.panel = 1.0
        self.density = 0.0
        self.motion = False
        self.lowered = False
        self.above = 0
        self._first: tuple[Style, TextSize] = (Style.DAY, TextSize.NORMAL)

    def __setattr__(self, name: str, value: object) -> None:
        """Change the look: fonts and colours are asked for anew."""
        super().__setattr__(name, value)
        self.__dict__["_fonts"] = {}
        self.__dict__["_colours"] = {}

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return self.style.palette

    def fit(self, size: QSize, density: float = 0.0) -> None:
        """Set the scale for a window, drawn for 1920 x 1080, or 1080 x 1920 when it stands.

        Args:
            size: Of the window, in pixels.
            density: Pixels in a millimetre of the panel; 0 where it does not tell its size.
        """
        self.above = round(size.height() * (1 - _LOW)) if self.lowered else 0
        size = QSize(size.width(), size.height() - self.above)
        self.aspect = size.width() / size.height()
        self.portrait = self.stands = self.aspect < 1
        drawn = _LANDSCAPE.transposed() if self.portrait else _LANDSCAPE
        self.scale = min(size.width() / drawn.width(), size.height() / drawn.height())
        self.scale *= _LOW_SCALE if self.lowered else 1.0
        self.density = density
        self.panel = self._panel(density, _MOST_PANEL)

    def fit_dense(self, size: QSize, density: float = 0.0) -> None:
        """The same for screens that are dense: one drawing, 1920 wide, for every window.

        On a panel that is small in millimetres text grows less, and what is touched does not.
        """
        self.aspect = size.width() / size.height()
        self.portrait, self.stands = False, self.aspect < 1
        width, height = size.width() / _LANDSCAPE.width(), size.height() / _LANDSCAPE.height()
        self.scale = min(width, height)
        self.panel = self._panel(density, _MOST_DENSE)

    def _panel(self, density: float, most: float) -> float:
        """By how much text grows for capitals to be as high as they should."""
        # Type comes in whole pixels.
        wanted = math.ceil(BODY_CAPITAL_MM * density / CAPITAL)
        return min(max(1.0, wanted / (TypeRole.BODY.px * self.scale)), most)

    def px(self, length: float) -> int:
        """A length of the drawing in pixels of this screen."""
        return max(1, round(length * self.scale))

    @property
    def least_type(self) -> int:
        """The smallest size in pixels that a text may shrink to, as long as it fits."""
        return self.px(LEAST_TYPE * (_LOW_GROWTH if self.lowered else 1.0))

    def target(self, height: float) -> int:
        """The height of something to touch in pixels, never below what a finger needs.

        On a panel that is small in millimetres it grows, as far as a row of it has room.
        """
        drawn = self.px(height)
        wanted = min(math.ceil(TARGET_MM * self.density), round(drawn * _MOST_TARGET))
        return max(LEAST_TARGET, drawn, wanted)

    def gap(self, length: float) -> int:
        """A space between two things to touch in pixels, never so small that both are hit."""
        return max(LEAST_GAP, self.px(length))

    def has_least_capitals(self, role: TypeRole, fit: float) -> bool:
        """Whether a text shrunk by a factor is still as large as it must be on any kiosk."""
        capital = self.font(role, fit=fit).pixelSize() * CAPITAL
        return capital >= LEAST_CAPITAL_MM * self.density

    def wide(self, length: float) -> int:
        """A width of the drawing in pixels, no wider than the column of a standing screen."""
        most = _LANDSCAPE.height() - 2 * MARGIN
        return self.px(min(length, most) if self.portrait else length)

    @property
    def is_large(self) -> bool:
        """Whether text is set larger than usual, so that less of it stands beside another."""
        return self._grow > _LARGE

    @property
    def _grow(self) -> float:
        """What every text is multiplied with."""
        grow = min(self.text_size.value * self.style.grow * self.panel, _MOST_TEXT)
        return max(grow, min(grow * _LOW_GROWTH, _MOST_GROWTH)) if self.lowered else grow

    @property
    def is_flat(self) -> bool:
        """Whether what is drawn on is so wide and low that things must stand side by side."""
        return self.lowered and not self.portrait

    def across(self, spacing: int = 0) -> QBoxLayout:
        """A row; on a standing screen a column."""
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if self.portrait else way.LeftToRight)
        row.setSpacing(self.px(spacing if not self.portrait else min(spacing, 40)))
        return row

    def font(self, role: TypeRole, *, language: str = "", fit: float = 1.0) -> QFont:
        """The font of a role; `fit` shrinks a text that would not fit."""
        key = role, language, fit
        made = self._fonts.get(key)
        if made is None:
            made = self._fonts[key] = self._font(role, language, fit)
        # A copy: whoever asks may set it larger or smaller.
        return QFont(made)

    def _font(self, role: TypeRole, language: str, fit: float) -> QFont:
        grow = self._grow
        if role in _FIXED:
            grow = 1.0
        elif role in _HEADINGS:
            grow = 1 + (grow - 1) * 0.6
        pixels = role.px * self.scale * grow * fit
        semibold = role.semibold or self.style.heavy
        return font(language or self.language, pixels, semibold=semibold)

    def colour(self, name: str) -> QColor:
        """A palette colour by its token's name; "tint-3" is that tint of a topic."""
        key = id(self.palette), name
        made = self._colours.get(key)
        if made is None:
            number = name.removeprefix("tint-") if name.startswith("tint-") else ""
            made = self.tint(int(number)) if number else QColor(getattr(self.palette, name))
            self._colours[key] = made
        return QColor(made)

    def tint(self, number: int) -> QColor:
        """The tint of a topic, counted from 1."""
        return QColor(self.palette.tints[(number - 1) % len(self.palette.tints)])

    def light(self, widget: QWidget) -> Light:
        """How a picture in a widget is shown: as the theme lights it, and the way she reads."""
        mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if not self.high_contrast:
            return Light(mirrored=mirrored)
        return light_of(self.palette, mirrored=mirrored)

    @property
    def high_contrast(self) -> bool:
        """Whether every surface has a line around it, and nothing is decoration."""
        return self.style in {Style.CONTRAST, Style.DARK}

    def next_style(self) -> None:
        """Change to the next theme."""
        self.style = self.style.following

    def reset(self) -> None:
        """Back to how every visit begins."""
        self.style, self.text_size = self._first

    def keep(self, size: TextSize, style: Style = Style.DAY) -> None:
        """Begin every visit with this look."""
        self._first = (style, size)
