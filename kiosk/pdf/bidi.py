"""The order in which a line is read and the order in which it is seen (UAX 9).

Text set between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE is ordered by itself and
counts as one neutral character in the text around it.
"""

from __future__ import annotations

import unicodedata
from typing import Any, Final, Protocol, cast

FSI: Final = "\u2068"
PDI: Final = "\u2069"
_OBJECT: Final = "\ufffc"
_TURNING: Final = frozenset({"R", "AL", "AN", "RLE", "RLO"})
_OPENING: Final = {"(": ")", "[": "]", "{": "}"}
_STRONG: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


class _Algorithm(Protocol):
    """The steps of python-bidi that leave the levels behind (it brings no types)."""

    def get_empty_storage(self) -> dict[str, Any]: ...
    def get_embedding_levels(self, text: str, storage: dict[str, Any]) -> None: ...
    def explicit_embed_and_overrides(self, storage: dict[str, Any]) -> None: ...
    def resolve_weak_types(self, storage: dict[str, Any]) -> None: ...
    def resolve_neutral_types(self, storage: dict[str, Any], debug: bool) -> None: ...  # noqa: FBT001
    def resolve_implicit_levels(self, storage: dict[str, Any], debug: bool) -> None: ...  # noqa: FBT001


def isolate(text: str) -> str:
    """The text, kept from mixing with the direction of what stands around it."""
    return f"{FSI}{text}{PDI}"


def plain(text: str) -> str:
    """The text without the marks of isolation."""
    return text.replace(FSI, "").replace(PDI, "")


def starts_right(text: str, *, otherwise: bool = False) -> bool:
    """Whether the first letter of the text belongs to a right-to-left script."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return otherwise


def levels(text: str, *, right: bool) -> list[int]:
    """Embedding level of every character; odd levels run from right to left.

    Args:
        text: One line, in the order of reading.
        right: Whether the line as a whole runs from right to left.
    """
    if not right and not any(unicodedata.bidirectional(char) in _TURNING for char in text):
        return [0] * len(text)
    return _levels(text, int(right))


def visual_order(line: list[int]) -> list[int]:
    """Places in the order of reading, sorted from left to right as they are seen (L2)."""
    order = list(range(len(line)))
    if not line:
        return order
    for level in range(max(line), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and line[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _levels(text: str, base: int) -> list[int]:
    outer, inner = _split(text)
    result = [base] * len(text)
    places = [place for place, _ in outer]
    for place, level in zip(places, _resolve("".join(c for _, c in outer), base), strict=True):
        result[place] = level
    for start, end in inner:
        around = result[start]
        right = starts_right(text[start + 1 : end], otherwise=bool(around % 2))
        own = around + 1 if right != bool(around % 2) else around
        result[start + 1 : end] = _levels(text[start + 1 : end], own)
        if end < len(text):
            result[end] = around
    return result


def _split(text: str) -> tuple[list[tuple[int, str]], list[tuple[int, int]]]:
    """The text around isolates, each of them one object, and where the isolates stand."""
    outer: list[tuple[int, str]] = []
    inner: list[tuple[int, int]] = []
    depth = start = 0
    for place, char in enumerate(text):
        if char == FSI:
            if depth == 0:
                start = place
                outer.append((place, _OBJECT))
            depth += 1
        elif char == PDI and depth:
            depth -= 1
            if depth == 0:
                inner.append((start, place))
        elif depth == 0:
            outer.append((place, _OBJECT if char == PDI else char))
    if depth:
        inner.append((start, len(text)))
    return outer, inner


def _resolve(text: str, base: int) -> list[int]:
    import bidi.algorithm

    steps = cast("_Algorithm", bidi.algorithm)
    storage = steps.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = ("L", "R")[base % 2]
    steps.get_embedding_levels(text, storage)
    chars: list[dict[str, Any]] = storage["chars"]
    for place, char in enumerate(chars):
        char["place"] = place
    steps.explicit_embed_and_overrides(storage)
    steps.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], ("L", "R")[base % 2])
    steps.resolve_neutral_types(storage, False)  # noqa: FBT003 - not by keyword in all versions
    steps.resolve_implicit_levels(storage, False)  # noqa: FBT003
    kept: dict[int, int] = {int(c["place"]): int(c["level"]) for c in storage["chars"]}
    result: list[int] = []
    for place in range(len(text)):
        # Characters that the algorithm drops (joiners) go with the one before them.
        result.append(kept.get(place, result[-1] if result else base))
    return result


def _resolve_brackets(chars: list[dict[str, Any]], base: str) -> None:
    """Give both brackets of a pair one direction (N0), which python-bidi leaves out."""
    for start, end in _pairs([str(char["ch"]) for char in chars]):
        inside = {_STRONG.get(str(char["type"])) for char in chars[start + 1 : end]} - {None}
        if not inside:
            continue
        direction = base
        if base not in inside:
            before = (_STRONG.get(str(char["type"])) for char in reversed(chars[:start]))
            other = next(iter(inside))
            direction = other if next((d for d in before if d), base) == other else base
        for place in (start, end):
            if chars[place]["type"] == "ON":
                chars[place]["type"] = direction


def _pairs(text: list[str]) -> list[tuple[int, int]]:
    """Places of brackets that belong together, by their opening."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for place, char in enumerate(text):
        if char in _OPENING:
            waiting.append((_OPENING[char], place))
            continue
        match = next((i for i in reversed(range(len(waiting))) if waiting[i][0] == char), None)
        if match is not None:
            found.append((waiting[match][1], place))
            del waiting[match:]
    return sorted(found)
