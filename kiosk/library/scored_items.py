"""Items whose options carry their points: put into printed order, as the key has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.domain.epds import EPDS
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.instrument import Item
from kiosk.domain.instrument_text import ItemText

_LAST_NUMBER: Final = re.compile(r"(\d{1,4})\D*$")


@dataclass(frozen=True, slots=True)
class ScoredOption:
    """An option and every figure that its file gives it: one, if all is well."""

    text: str
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ScoredItem:
    """An item as a file has it: `name` is its id there, `options` stand in any order."""

    name: str
    stem: str
    options: tuple[ScoredOption, ...]
    place: Place


def arrange(items: Sequence[ScoredItem], place: Place) -> tuple[ItemText, ...]:
    """The ten items in order, options in printed order.

    The order is that of the file, unless the names of the items count from 1 to 10.

    Args:
        items: The items of a file.
        place: The file, for faults of no single item.

    Raises:
        InputError: TEXT_BROKEN when items are missing or doubled, when there are too many, or
            when a stem or an option is empty, or points are missing, doubled or contradictory.
    """
    _check_names(items)
    numbers = [_number(item.name) for item in items]
    if len(items) != len(EPDS.items):
        raise broken(place, _miscounted(numbers))
    ordered = list(items)
    if set(numbers) == {item.number for item in EPDS.items}:
        ordered.sort(key=lambda item: _number(item.name))
    return tuple(_item_text(key, item) for key, item in zip(EPDS.items, ordered, strict=True))


def broken(place: Place, reason: str) -> InputError:
    """The refusal of a text that is not whole."""
    return InputError(ErrorCode.TEXT_BROKEN, place=place, reason=reason)


def _check_names(items: Sequence[ScoredItem]) -> None:
    seen: set[str] = set()
    for item in items:
        if item.name in seen:
            raise broken(item.place, f"item {item.name} stands there twice; remove one")
        seen.add(item.name)


def _number(name: str) -> int:
    found = _LAST_NUMBER.search(name)
    return int(found[1]) if found else 0


def _miscounted(numbers: Sequence[int]) -> str:
    most = len(EPDS.items)
    counted = f"there are {len(numbers)} questions with options; {most} are needed"
    missing = [str(item.number) for item in EPDS.items if item.number not in numbers]
    told_apart = len(set(numbers)) == len(numbers) and all(0 < each <= most for each in numbers)
    if numbers and told_apart and len(numbers) < most:
        return f"{counted}; missing: {', '.join(missing)}"
    return counted


def _item_text(key: Item, item: ScoredItem) -> ItemText:
    # A number before the stem is the form's, not the wording's.
    stem = re.sub(rf"^{key.number}\s*[.):]\s*", "", item.stem.strip())
    if not stem:
        raise broken(item.place, f"item {key.number}: the stem is empty; write it")
    if len(item.options) != len(key.points):
        reason = f"item {key.number} has {len(item.options)} options; {len(key.points)} are needed"
        raise broken(item.place, reason)
    by_points = {
        _points_of(key, option, item.place): option.text.strip() for option in item.options
    }
    if set(by_points) != set(key.points):
        given = ", ".join(f"{option.points[0]:g}" for option in item.options)
        needed = ", ".join(str(each) for each in sorted(key.points))
        reason = f"item {key.number}: the options have the points {given}; each of {needed} once"
        raise broken(item.place, f"{reason} is needed")
    return ItemText(key.number, stem, tuple(by_points[points] for points in key.points))


def _points_of(key: Item, option: ScoredOption, place: Place) -> float:
    number = key.number
    if not option.text.strip():
        raise broken(place, f"item {number}: an option is empty; write it")
    if not option.points:
        raise broken(place, f"item {number}: an option has no points; give each its points")
    if len(set(option.points)) > 1:
        raise broken(place, f"item {number}: an option has two different points; correct them")
    return option.points[0]
