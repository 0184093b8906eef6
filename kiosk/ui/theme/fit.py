"""Text that always fits its place: the largest size at which it does."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole

_SMALLEST = 0.55
_STEP = 0.05
_HAN = re.compile("[㐀-䶿一-鿿豈-﫿，。？！：；、]")
"""Chinese may be broken after any character."""

_BREAK = re.compile(r"[^\S\u00a0\u202f]+")
"""Where a line may end: at any space but those that hold together."""

_WRAP = Qt.TextFlag.TextWordWrap


_REMEMBERED = 4096
"""Measures that are kept: a page has some twenty texts, and pages come back."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A text in a font; fonts that set it alike have the same key."""

    text: str
    key: str
    font: QFont = field(compare=False)


def text_size(text: str, font: QFont, width: float) -> QSizeF:
    """Width and height of a wrapped text."""
    return QSizeF(_size(_Set(text, font.key(), font), width))


def longest_word(text: str, font: QFont) -> float:
    """Width of the widest word, which no wrapping can break."""
    return _longest(_Set(text, font.key(), font))


@functools.lru_cache(maxsize=_REMEMBERED)
def _size(measured: _Set, width: float) -> QSizeF:
    place = QRectF(0, 0, width, 1e6)
    return QFontMetricsF(measured.font).boundingRect(place, int(_WRAP), measured.text).size()


@functools.lru_cache(maxsize=_REMEMBERED)
def _longest(measured: _Set) -> float:
    metrics = QFontMetricsF(measured.font)
    apart = measured.text.replace("（", " （").replace("）", "） ")
    words = _BREAK.split(_HAN.sub(r" \g<0> ", apart))
    return max((metrics.horizontalAdvance(word) for word in words), default=0.0)


def fitted_font(
    theme: Theme,
    role: TypeRole,
    text: str,
    room: QSizeF,
    *,
    language: str = "",
    start: float = 1.0,
) -> QFont:
    """The role's font, smaller if `text` would not fit into `room`."""
    fit = start
    font = theme.font(role, language=language, fit=fit)
    smallest = min(_SMALLEST, theme.least_type / max(1, theme.font(role).pixelSize()))
    while fit > smallest:
        size = text_size(text, font, room.width())
        fits = size.height() <= room.height() + 1
        if fits and longest_word(text, font) <= room.width() + 1:
            break
        fit -= _STEP
        font = theme.font(role, language=language, fit=fit)
    return font


def paint_text(  # noqa: PLR0917 - QPainter's own order
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag,
) -> None:
    """Draw a text, wrapped where it does not fit into one line."""
    painter.setFont(font)
    painter.setPen(colour)
    one_line = QFontMetricsF(font).horizontalAdvance(text) <= rect.width()
    flag = Qt.TextFlag.TextSingleLine if one_line and "\n" not in text else _WRAP
    painter.drawText(rect, int(align) | int(flag), text)
