"""Breaks text into lines, in the order of reading, before any line is turned round."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from kiosk.pdf.shaping import Line

Measure = Callable[[str], Line]
"""Shapes a line of text; widths are for a size of 1."""

ELLIPSIS: Final = "…"

_PARTS: Final = re.compile(r"[^ \t\r\n\u200b-]*-+(?=[^\W\d])|[^ \t\r\n\u200b]+[ \t\r\n\u200b]*")


def wrap(text: str, width: float, measure: Measure, most: int | None = None) -> list[Line]:
    """Break text into lines no wider than `width`.

    Args:
        text: What to set.
        width: In sizes of the letters.
        measure: Shapes a line.
        most: The most lines; where there are more, the last ends in an ellipsis.
    """
    parts = [piece for part in _parts(text) for piece in _narrow(part, width, measure)]
    rows: list[list[str]] = []
    used = 0.0
    space = measure(" ").width
    for part in parts:
        bare = part.rstrip()
        wide = measure(bare).width
        if not rows or used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(part)
        used += wide + space * (len(part) - len(bare))
    texts = ["".join(row).strip() for row in rows]
    if most is not None and len(rows) > most:
        # A word of the next row shows that the row is full.
        texts = [*texts[: most - 1], _cut([*rows[most - 1], rows[most][0]], width, measure)]
    return [measure(text) for text in texts]


def _parts(text: str) -> Iterator[str]:
    """Where a line may break: after spaces and hyphens, and between ideographs."""
    for part in _PARTS.findall(text.strip()):
        if part.isascii():
            yield part
            continue
        start = 0
        for place in range(1, len(part)):
            if _ideograph(part[place]) or (_ideograph(part[place - 1]) and part[place].isalnum()):
                yield part[start:place]
                start = place
        yield part[start:]


def _ideograph(char: str) -> bool:
    return unicodedata.east_asian_width(char) == "W" and unicodedata.category(char) == "Lo"


def _narrow(part: str, width: float, measure: Measure) -> Iterator[str]:
    """A word too wide for any line, in pieces that are not."""
    while len(part) > 1 and measure(part.rstrip()).width > width:
        end = len(part) - 1
        while end > 1 and measure(part[:end]).width > width:
            end -= 1
        yield part[:end]
        part = part[end:]
    yield part


def _cut(parts: list[str], width: float, measure: Measure) -> str:
    """As much of the text as has room before an ellipsis."""
    while len(parts) > 1 and measure("".join(parts).rstrip() + ELLIPSIS).width > width:
        parts = parts[:-1]
    text = "".join(parts).rstrip()
    while text and measure(text + ELLIPSIS).width > width:
        text = text[:-1].rstrip()
    return text + ELLIPSIS
