"""Files that people write: TOML into typed values, every fault with line and column.

And a file put in the place of another, whole or not at all.
"""

from __future__ import annotations

import codecs
import difflib
import os
import re
import tempfile
import tomllib
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeGuard, TypeVar

import msgspec

from kiosk.domain.errors import ErrorCode, InputError, Place

LARGEST: Final = 2_000_000
"""Bytes above which a file is not read: nobody writes such a text by hand."""

T = TypeVar("T")

_TOML_PLACE: Final = re.compile(
    r"^(?P<message>.*?) \(at line (?P<line>\d+), column (?P<column>\d+)\)$"
)
_UNKNOWN: Final = re.compile(r"unknown field `(?P<key>[^`]*)`")
_MISSING: Final = re.compile(r"missing required field `(?P<key>[^`]*)`")
_AT: Final = re.compile(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_DEEPEST: Final = 20
"""Keys on the way to a value; nothing that people write for the kiosk has more than six."""

_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")


def read_text(path: Path, *, largest: int = LARGEST) -> str:
    """The text of a UTF-8 file; a byte-order mark is dropped.

    Raises:
        InputError: FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE or NOT_UTF8.
    """
    place = Place(str(path))
    try:
        if not path.is_file() and path.exists():
            raise InputError(ErrorCode.FILE_UNREADABLE, place=place, reason="not a file")
        if path.stat().st_size > largest:
            raise InputError(ErrorCode.FILE_TOO_LARGE, place=place, most=largest)
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputError(ErrorCode.FILE_MISSING, place=place) from None
    except OSError as error:
        raise InputError(
            ErrorCode.FILE_UNREADABLE, place=place, reason=error.strerror or "unreadable"
        ) from None
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        raise InputError(ErrorCode.NOT_UTF8, place=Place(str(path), line, column)) from None


def replace_file(path: Path, content: bytes, mode: int) -> None:
    """Write beside the file, under a name of its own, then take its place and its owner.

    Args:
        path: The file itself, no link to it.
        content: All that it will hold.
        mode: Who may read and write it.

    Raises:
        OSError: It cannot be written; an older one stays as it was.
    """
    descriptor, name = tempfile.mkstemp(prefix=".kiosk-", dir=path.parent)
    sibling = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        sibling.chmod(mode)
        _keep_owner(sibling, path)
        sibling.replace(path)
    except BaseException:
        sibling.unlink(missing_ok=True)
        raise


def _keep_owner(new: Path, old: Path) -> None:
    """The administrator may write a file that the kiosk's own user must go on reading."""
    with suppress(OSError, AttributeError):
        before = old.stat()
        os.chown(new, before.st_uid, before.st_gid)


def read_toml(path: Path, kind: type[T]) -> T:
    """Read a TOML file into `kind`, a msgspec structure.

    Raises:
        InputError: As `read_text`, and BAD_TOML, BAD_VALUE, UNKNOWN_KEY, MISSING_KEY.
    """
    return parse_toml(read_text(path), kind, str(path))


def parse_toml(text: str, kind: type[T], path: str) -> T:
    """Read TOML text into `kind`; `path` is named in errors."""
    return convert(parse_table(text, path), kind, text, path)


def parse_table(text: str, path: str) -> dict[str, Any]:
    """Read TOML text into plain tables."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, place = _toml_fault(str(error), text, path)
        raise InputError(ErrorCode.BAD_TOML, place=place, reason=message) from None
    except (RecursionError, ValueError):
        # Brackets nested beyond reason, or a number of thousands of digits.
        reason = "nested too deeply, or a number too long"
        raise InputError(ErrorCode.BAD_TOML, place=Place(path, 1, 1), reason=reason) from None


def convert(table: dict[str, Any], kind: type[T], text: str, path: str) -> T:
    """Check plain tables against `kind`; `text` is what they were read from."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise _value_fault(str(error), kind, text, path) from None


def place_of(text: str, keys: list[str | int], path: str) -> Place:
    """Where in TOML text a key stands, as well as its tables tell.

    Args:
        text: The TOML text.
        keys: From the outside in: table names, counts in arrays of tables, the key.
        path: The file's name for the place.
    """
    wanted = tuple(key for key in keys if key != "...")
    places = _places(text)
    for depth in range(len(wanted), 0, -1):
        if found := places.get(wanted[:depth]):
            return Place(path, *found)
    return Place(path, 1, 1)


@lru_cache(maxsize=8)
def _places(text: str) -> dict[tuple[str | int, ...], tuple[int, int]]:
    """Line and column where each table and key is first written, by the way to it."""
    places: dict[tuple[str | int, ...], tuple[int, int]] = {}
    prefix: list[str | int] = []
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        header = re.match(r"^(\[\[?)\s*([^\[\]]+?)\s*\]", stripped)
        if header:
            prefix = _prefix(header.group(2), counts, array=header.group(1) == "[[")
            found = prefix
        elif key := re.match(r"""^["']?([\w.-]+)["']?\s*=""", stripped):
            found = [*prefix, *key.group(1).split(".")]
        else:
            continue
        column = line.index(stripped[0]) + 1
        for depth in range(1, min(len(found), _DEEPEST) + 1):
            places.setdefault(tuple(found[:depth]), (number, column))
    return places


def _prefix(name: str, counts: dict[str, int], *, array: bool) -> list[str | int]:
    parts = [part.strip().strip("\"'") for part in name.split(".")[:_DEEPEST]]
    if array:
        counts[name] = counts.get(name, -1) + 1
    prefix: list[str | int] = []
    for depth, part in enumerate(parts, start=1):
        prefix.append(part)
        count = counts.get(".".join(parts[:depth]))
        if count is not None:
            prefix.append(count)
    return prefix


def _toml_fault(message: str, text: str, path: str) -> tuple[str, Place]:
    match = _TOML_PLACE.match(message)
    if match:
        return match["message"], Place(path, int(match["line"]), int(match["column"]))
    plain = message.partition(" (at end of document)")[0]
    return plain, Place(path, max(1, len(text.splitlines())), 1)


def _value_fault(message: str, kind: object, text: str, path: str) -> InputError:
    at = _AT.search(message)
    plain = message[: at.start()] if at else message
    keys: list[str | int] = []
    for name, count in _STEP.findall(at["path"] if at else ""):
        keys.append(name or (int(count) if count.isdigit() else count))
    if unknown := _UNKNOWN.search(plain):
        key = unknown["key"]
        near = difflib.get_close_matches(key, _fields_of(kind), n=1)
        place = place_of(text, [*keys, key], path)
        return InputError(
            ErrorCode.UNKNOWN_KEY, place=place, key=key, nearest=near[0] if near else ""
        )
    if missing := _MISSING.search(plain):
        return InputError(
            ErrorCode.MISSING_KEY, place=place_of(text, keys, path), key=missing["key"]
        )
    key = next((str(k) for k in reversed(keys) if isinstance(k, str) and k != "..."), "")
    place = place_of(text, keys, path)
    return InputError(ErrorCode.BAD_VALUE, place=place, key=key, reason=plain)


def _fields_of(kind: object) -> list[str]:
    """Every field name that a structure and its parts know."""
    names: list[str] = []
    seen: set[object] = set()
    todo: list[object] = [kind]
    while todo:
        current = todo.pop()
        if current in seen:
            continue
        seen.add(current)
        if _is_struct(current):
            for field in msgspec.structs.fields(current):
                names.append(field.encode_name)
                todo.append(field.type)
        else:
            todo.extend(getattr(current, "__args__", ()))
    return names


def _is_struct(kind: object) -> TypeGuard[type[msgspec.Struct]]:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
