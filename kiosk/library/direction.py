"""Keeps figures whole: with their unit in one line, and from left to right in every language.

Authors write "100.4 °F (38.0 °C)" and "140/90" plainly; without isolation the parts change
places among Arabic words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Final, TypeVar, cast

from kiosk.domain.language import LANGUAGES

MARK: Final = "\u200e"
"""Left-to-right mark. Isolates would do as well, but the fonts have no glyph for them."""

LEAD: Final = "\u200f"
"""Right-to-left mark, before a line that begins with a figure."""

NO_BREAK: Final = "\u00a0"
_BEFORE_DEGREES: Final = re.compile(r"(?<=\d) (?=°\s?[FC])")
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
    """The content with its figures bound, and isolated where the language needs it."""
    known = LANGUAGES.get(language)
    rtl = known is not None and known.right_to_left
    return cast("T", _mapped(content, (lambda text: isolated(bound(text))) if rtl else bound))


def bound(text: str) -> str:
    """A text in which no line ends between a temperature and its unit."""
    return _BEFORE_DEGREES.sub(NO_BREAK, text)


def isolated(text: str) -> str:
    """A text with each figure of several parts kept from left to right."""
    marked = _FIGURE.sub(_wrapped, text)
    # Else the mark at its beginning would make the whole line one from left to right.
    return f"{LEAD}{marked}" if marked.startswith(MARK) else marked


def _wrapped(match: re.Match[str]) -> str:
    figure = match.group()
    return f"{MARK}{figure}{MARK}" if _PARTS.search(figure) else figure


def _mapped(value: object, change: Callable[[str], str]) -> object:
    """Every text in dataclasses and tuples, ids and file names left as they are."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(item, change) for item in cast("tuple[object, ...]", value))
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name not in _IDS]
        return replace(value, **{name: _mapped(getattr(value, name), change) for name in names})
    return value
