"""A clinic's wording of the EPDS as a FHIR R4 Questionnaire in JSON.

Points come from the extensions `ordinalValue` or `itemWeight`, on an answer option or its
coding. See https://hl7.org/fhir/R4/questionnaire.html.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from kiosk.domain.epds import EPDS_ID
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.instrument_text import InstrumentText
from kiosk.library.scored_items import ScoredItem, ScoredOption, arrange, broken
from kiosk.library.text_language import settle_language

RESOURCE: Final = "Questionnaire"
_DEFINITIONS: Final = "http://hl7.org/fhir/StructureDefinition/"
_POINTS: Final = frozenset({f"{_DEFINITIONS}ordinalValue", f"{_DEFINITIONS}itemWeight"})
_CALCULATED: Final = "calculatedExpression"
_CHOICES: Final = frozenset({"choice", "open-choice"})
_AT: Final = re.compile(
    r"^(?P<reason>.*?)(?: - at `(?:key in )?\$\.?(?P<path>[^`]*)`)?$", re.DOTALL
)


class _Extension(msgspec.Struct, rename="camel"):
    url: str = ""
    value_decimal: float | None = None
    value_integer: int | None = None


class _Coding(msgspec.Struct):
    display: str = ""
    extension: list[_Extension] = []


class _Option(msgspec.Struct, rename="camel"):
    value_coding: _Coding | None = None
    value_string: str = ""
    extension: list[_Extension] = []


class _Item(msgspec.Struct, rename="camel"):
    link_id: str
    type: str = ""
    text: str = ""
    read_only: bool = False
    answer_option: list[_Option] = []
    answer_value_set: str = ""
    item: list[_Item] = []
    extension: list[_Extension] = []


class _Questionnaire(msgspec.Struct):
    item: list[_Item] = []
    language: str = ""
    version: str = ""
    name: str = ""
    title: str = ""
    copyright: str = ""


def parse_questionnaire(source: str, path: str, language: str | None = None) -> InstrumentText:
    """The wording in a FHIR Questionnaire, ten items in order.

    Groups are opened; texts to read, other kinds of questions and calculated scores are left
    out. Without a version of its own it is named after the questionnaire.

    Args:
        source: The JSON text.
        path: The file's name for places.
        language: Its language, where the file does not say.

    Raises:
        InputError: BAD_JSON, BAD_VALUE, TEXT_UNKNOWN_FORMAT for another resource, TEXT_BROKEN,
            or as `settle_language`.
    """
    form = _decode(source, path)
    place = Place(path)
    language = settle_language(form.language, language, _place_of(source, path, "language"))
    places = _Places(source, path)
    items = [_scored(item, places.of(item.link_id)) for item in _questions(form.item)]
    return InstrumentText(
        instrument=EPDS_ID,
        language=language,
        version=form.version.strip() or f"fhir-{form.name.strip() or 'questionnaire'}",
        citation=form.copyright.strip(),
        title=form.title.strip(),
        instruction="",
        items=arrange(items, place),
    )


class _Places:
    """Where items stand, found by their link ids in the order of the file."""

    def __init__(self, source: str, path: str) -> None:
        self._source = source
        self._path = path
        self._from: dict[str, int] = {}

    def of(self, link_id: str) -> Place:
        """The next place of this link id."""
        spelled = "|".join({re.escape(json.dumps(link_id, ensure_ascii=a)) for a in (True, False)})
        pattern = re.compile(rf'"linkId"\s*:\s*(?:{spelled})')
        found = pattern.search(self._source, self._from.get(link_id, 0))
        if not found:
            return Place(self._path)
        self._from[link_id] = found.end()
        return _place_at(self._source, self._path, found.start())


def _decode(source: str, path: str) -> _Questionnaire:
    try:
        table: dict[str, Any] | list[Any] | None = json.loads(source)
        # Half of a pair of surrogates could neither be shown nor kept.
        json.dumps(table, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        place = Place(path, error.lineno, error.colno)
        raise InputError(ErrorCode.BAD_JSON, place=place, reason=error.msg) from None
    except (RecursionError, ValueError):
        reason = "nested too deeply, a number too long, or half a character"
        raise InputError(ErrorCode.BAD_JSON, place=Place(path, 1, 1), reason=reason) from None
    if not isinstance(table, dict) or table.get("resourceType") != RESOURCE:
        raise InputError(ErrorCode.TEXT_UNKNOWN_FORMAT, place=Place(path))
    try:
        return msgspec.convert(table, _Questionnaire)
    except msgspec.ValidationError as error:
        found = _AT.match(str(error))
        key, reason = (found["path"], found["reason"]) if found else (None, str(error))
        raise InputError(
            ErrorCode.BAD_VALUE, place=Place(path), key=key or RESOURCE, reason=reason
        ) from None


def _questions(items: list[_Item]) -> Iterator[_Item]:
    """Questions with options, in the order of the file; none that the form fills in itself."""
    for item in items:
        calculated = item.read_only or any(_CALCULATED in each.url for each in item.extension)
        if item.type in _CHOICES and not calculated:
            yield item
        yield from _questions(item.item)


def _scored(item: _Item, place: Place) -> ScoredItem:
    if item.answer_value_set:
        reason = (
            f"item {item.link_id} takes its options from a value set; write them as answerOption"
        )
        raise broken(place, reason)
    options = tuple(_option(option) for option in item.answer_option)
    return ScoredItem(item.link_id, item.text, options, place)


def _option(option: _Option) -> ScoredOption:
    coding = option.value_coding or _Coding()
    given = (
        each.value_integer if each.value_decimal is None else each.value_decimal
        for each in (*option.extension, *coding.extension)
        if each.url in _POINTS
    )
    return ScoredOption(
        coding.display or option.value_string,
        tuple(points for points in given if points is not None),
    )


def _place_of(source: str, path: str, key: str) -> Place:
    found = re.search(rf'"{key}"\s*:', source)
    return _place_at(source, path, found.start()) if found else Place(path)


def _place_at(source: str, path: str, offset: int) -> Place:
    line_start = source.rfind("\n", 0, offset) + 1
    return Place(path, source.count("\n", 0, offset) + 1, offset - line_start + 1)
