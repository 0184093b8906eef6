"""Keeps figures whole in languages written from right to left.

Authors write "100.4 °F (38.0 °C)" and "140/90" plainly; without isolation the parts change
places among Arabic words.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Final, TypeVar, cast

from kiosk.domain.language import LANGUAGES

MARK: Final = "\u200e"
"""Left-to-right mark. Isolates would do as well, but the fonts have no glyph for them."""

LEAD: Final = "\u200f"
"""Right-to-left mark, before a line that begins with a figure."""

_MINUS: Final = "\u2212"
_DEGREES: Final = r"\s*°\s*[FC]"
_FIGURE: Final = re.compile(
    rf"[-{_MINUS}]?\d+(?:[./-]\d+)*"
    rf"(?:{_DEGREES}(?:\s*\([-{_MINUS}]?\d+(?:\.\d+)?{_DEGREES}\))?)?"
)
_PARTS: Final = re.compile(rf"[°./{_MINUS}-]")

_IDS: Final = frozenset({"id", "file", "language", "kind"})

T = TypeVar("T")


def directed(content: T, language: str) -> T:
    """The content with its figures isolated, where the language needs it."""
    known = LANGUAGES.get(language)
    if known is None or not known.right_to_left:
        return content
    return cast("T", _mapped(content))


def isolated(text: str) -> str:
    """A text with each figure of several parts kept from left to right."""
    marked = _FIGURE.sub(_wrapped, text)
    # Else the mark at its beginning would make the whole line one from left to right.
    return f"{LEAD}{marked}" if marked.startswith(MARK) else marked


def _wrapped(match: re.Match[str]) -> str:
    figure = match.group()
    return f"{MARK}{figure}{MARK}" if _PARTS.search(figure) else figure


def _mapped(value: object) -> object:
    """Every text in dataclasses and tuples, ids and file names left as they are."""
    if isinstance(value, str):
        return isolated(value)
    if isinstance(value, tuple):
        return tuple(_mapped(item) for item in cast("tuple[object, ...]", value))
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name not in _IDS]
        return replace(value, **{name: _mapped(getattr(value, name)) for name in names})
    return value
