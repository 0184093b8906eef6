"""One size for a whole questionnaire: the largest at which each of its pages has room."""

from __future__ import annotations

from typing import Final

from kiosk.domain.instrument_text import InstrumentText
from kiosk.ui.theme.fit import longest_word, text_size
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import LEAST_TARGET, TypeRole

FORM_WIDTH: Final = 1240
OPTION_HEIGHT: Final = 104
OPTION_GAP: Final = 18
_ROOM: Final = 640
_STANDING_ROOM: Final = 1300
_BESIDE: Final = 44 * 2 + 82
"""Of an option's width, what its ring and its sides take."""

FORM_FITS: Final = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66)


def form_fit(theme: Theme, text: InstrumentText) -> float | None:
    """The largest of `FORM_FITS` at which all items fit; None where not even the smallest does.

    A size below which no kiosk may go counts as none.
    """
    for fit in FORM_FITS:
        if all(_fits(theme, text.language, item.stem, item.options, fit) for item in text.items):
            return fit if theme.has_least_capitals(TypeRole.OPTION, fit) else None
    return None


def _fits(theme: Theme, language: str, stem: str, options: tuple[str, ...], fit: float) -> bool:
    wide = theme.wide(FORM_WIDTH)
    stem_font = theme.font(TypeRole.HEADING, language=language, fit=fit)
    height = text_size(stem, stem_font, wide).height()
    font = theme.font(TypeRole.OPTION, language=language, fit=fit)
    room = wide - theme.px(_BESIDE)
    for option in options:
        size = text_size(option, font, room)
        if longest_word(option, font) > room:
            return False
        height += max(theme.px(OPTION_HEIGHT), LEAST_TARGET, size.height() + 2 * theme.px(24))
        height += theme.gap(OPTION_GAP)
    return height <= theme.px(_room(theme))


def _room(theme: Theme) -> float:
    """How high the form may be: a window that is higher for its width has more room."""
    wide, high = (1080, 1920) if theme.portrait else (1920, 1080)
    spare = max(0.0, wide / theme.aspect - high)
    return spare + (_STANDING_ROOM if theme.portrait else _ROOM)
