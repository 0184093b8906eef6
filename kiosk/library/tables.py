"""TOML tables into structures, with every fault of a file at once instead of the first alone."""

from __future__ import annotations

import difflib
import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar, cast, get_args, get_origin

import msgspec

from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.files import parse_table, place_of
from kiosk.library.finding import LONGEST, At, printable

T = TypeVar("T", bound=msgspec.Struct)

_KINDS: Final = {
    "int": "a whole number",
    "float": "a number",
    "str": 'text in "quotes"',
    "bool": "true or false",
    "array": "a list in [brackets]",
    "object": "a table",
    "null": "nothing",
    "datetime": "a date",
    "date": "a date",
    "time": "a time",
}
_EXPECTED: Final = re.compile(r"^Expected `(?P<wanted>[^`]*)`(?:, got `(?P<given>[^`]*)`)?")


@dataclass(frozen=True, slots=True)
class Toml:
    """A TOML file: what it says and the text it was read from."""

    path: str
    text: str
    table: Mapping[str, Any]

    def place(self, *keys: str | int) -> Place:
        """Where a key stands."""
        return place_of(self.text, list(keys), self.path)

    def at(self, *keys: str | int) -> At:
        """Where a key stands, without the file's name."""
        place = self.place(*keys)
        return At(place.line or 1, place.column or 1)


def parse(text: str, path: str) -> Toml:
    """Read TOML text.

    Raises:
        InputError: BAD_TOML.
    """
    try:
        return Toml(path, text, parse_table(text, path))
    except (RecursionError, ValueError) as fault:
        # The parser lets these out: tables nested by the thousand, numbers without end.
        reason = "nested too deeply" if isinstance(fault, RecursionError) else "a number too long"
        raise InputError(ErrorCode.BAD_TOML, place=Place(path, 1, 1), reason=reason) from None


def read_struct(
    file: Toml, table: object, kind: type[T], *keys: str | int
) -> tuple[T | None, list[InputError]]:
    """Check one table of a file.

    Args:
        file: The file the table stands in.
        table: The table.
        kind: The structure it must have; its fields may be structures, but no lists of them.
        keys: The way from the outside of the file to the table.

    Returns:
        The structure, or None and every fault in it.
    """
    if not isinstance(table, dict):
        return None, [_bad_value(file, keys, "", "must be a table")]
    known = cast("dict[str, object]", table)
    try:
        return msgspec.convert(known, kind), []
    except msgspec.ValidationError:
        return None, list(_faults(file, known, kind, keys))


def tables(file: Toml, name: str) -> tuple[list[object], list[InputError]]:
    """The tables under `[[name]]`; none when the key is missing."""
    found: object = file.table.get(name, [])
    if isinstance(found, list):
        return cast("list[object]", found), []
    return [], [_bad_value(file, (), name, f"must be written as [[{name}]]")]


def unknown_keys(file: Toml, table: Mapping[str, object], known: list[str]) -> list[InputError]:
    """A fault for every top-level key that the file may not have."""
    return [_unknown(file, (), key, known) for key in table if key not in known]


def _faults(
    file: Toml, table: dict[str, object], kind: type[msgspec.Struct], keys: tuple[str | int, ...]
) -> Iterator[InputError]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key in table:
        if key not in fields:
            yield _unknown(file, keys, key, list(fields))
    for name, field in fields.items():
        if name in table:
            reason = _wrong(table[name], field.type)
            if reason:
                yield _bad_value(file, keys, name, reason)
        elif field.required:
            yield InputError(ErrorCode.MISSING_KEY, place=file.place(*keys), key=name)


def _wrong(value: object, kind: object) -> str:
    """Why a value is not of a kind; empty when it is."""
    try:
        msgspec.convert(value, cast("type[object]", kind))
    except msgspec.ValidationError as fault:
        return _reason(str(fault), kind)
    return ""


def _reason(message: str, kind: object) -> str:
    allowed = list(_allowed(kind))
    if allowed and "Expected `array`" not in message:
        return f"must be one of {', '.join(allowed)}"
    expected = _EXPECTED.match(message)
    if not expected:
        return message
    wanted = " or ".join(_KINDS.get(word, word) for word in expected["wanted"].split(" | "))
    wanted = wanted.removesuffix(" or nothing")
    given = expected["given"]
    return f"must be {wanted}" + (f", not {_KINDS.get(given, given)}" if given else "")


def _allowed(kind: object) -> Iterator[str]:
    """The values that an enumeration within a kind allows."""
    if get_origin(kind) is Literal:
        yield from (str(value) for value in get_args(kind))
    elif isinstance(kind, enum.EnumMeta):
        yield from (str(cast("enum.Enum", member).value) for member in kind)
    else:
        for part in get_args(kind):
            yield from _allowed(part)


def _unknown(file: Toml, keys: tuple[str | int, ...], key: str, known: list[str]) -> InputError:
    near = difflib.get_close_matches(key[:LONGEST], known, n=1)
    return InputError(
        ErrorCode.UNKNOWN_KEY,
        place=file.place(*keys, key),
        key=printable(key[:LONGEST]),
        nearest=near[0] if near else "",
    )


def _bad_value(file: Toml, keys: tuple[str | int, ...], key: str, reason: str) -> InputError:
    way = (*keys, key) if key else keys
    name = key or next((str(k) for k in reversed(keys) if isinstance(k, str)), "")
    return InputError(ErrorCode.BAD_VALUE, place=file.place(*way), key=name, reason=reason)
