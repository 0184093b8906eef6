"""kiosk.toml changed in one place: comments and order stay, the file is sound or untouched."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Mapping, MutableMapping, MutableSequence
from pathlib import Path
from typing import Final, TypeGuard

import tomlkit
from tomlkit.exceptions import TOMLKitError

from kiosk.domain.errors import ErrorCode, InputError, KioskError, Place
from kiosk.files import read_text, replace_file
from kiosk.settings import Settings, parse_settings
from kiosk.settings.catalogue import Setting, SettingKind, nearest_key, setting

Value = str | float | bool | list[str] | dict[str, str]
"""What a setting can be given; tables of a list are changed key by key."""

_DECIMAL: Final = r"[+-]?\d{1,18}(\.\d{1,18})?"
_STEP: Final = re.compile(r"(?P<name>[^.\[\]]+)(?:\[(?P<count>\d+)\])?")


def _nothing(made: Settings) -> None:
    del made


def change_settings(
    file: Path, values: Mapping[str, Value], *, refuse: Callable[[Settings], None] = _nothing
) -> Settings:
    """Give settings other values in kiosk.toml, together: what one needs, another may bring.

    Args:
        file: The settings file; it must be there.
        values: What each becomes, by key: "idle.seconds", "response.text.en" for one language of
            a text, "alerts.channel[1].name" in the first of a list of tables.
        refuse: Raises what else stands against the new settings, such as a topic not there.

    Returns:
        The settings of the changed file; a running kiosk has them after its next start.

    Raises:
        KioskError: There is no such key, a value or anything else in the file is not as it
            must be, or it cannot be written. The file is then as it was.
    """

    def changed(text: str) -> str:
        for key, value in values.items():
            text = with_setting(text, key, value, str(file))
        return text

    return _change(file, changed, refuse)


def add_row(
    file: Path,
    table: str,
    row: Mapping[str, Value],
    *,
    refuse: Callable[[Settings], None] = _nothing,
) -> Settings:
    """Add a table at the end of a list of them.

    Args:
        file: The settings file; it must be there.
        table: The list, such as "alerts.channel".
        row: What stands in the new table.
        refuse: As in `change_settings`.

    Returns:
        The settings of the changed file.

    Raises:
        KioskError: As `change_settings`.
    """

    def add(document: tomlkit.TOMLDocument) -> None:
        *above, name = _way(table)
        parent = _walk(document, above)
        if str(name) not in parent:
            parent[str(name)] = tomlkit.aot()
        rows = parent[str(name)]
        if not _is_tables(rows):
            raise TOMLKitError
        rows.append(dict(row))

    return _change(file, lambda text: _with(text, table, add, str(file)), refuse)


def remove_row(
    file: Path, table: str, count: int, *, refuse: Callable[[Settings], None] = _nothing
) -> Settings:
    """Remove the table of a list that has this number, counted from 1.

    Returns:
        The settings of the changed file.

    Raises:
        KioskError: As `change_settings`; BAD_VALUE for a table that is not there.
    """

    def remove(document: tomlkit.TOMLDocument) -> None:
        *above, name = _way(table)
        parent = _walk(document, above)
        rows = parent.get(str(name))
        if not _is_tables(rows) or not 0 < count <= len(rows):
            raise TOMLKitError
        del rows[count - 1]
        if not rows:
            del parent[str(name)]

    return _change(file, lambda text: _with(text, table, remove, str(file)), refuse)


def _change(
    file: Path, changed: Callable[[str], str], refuse: Callable[[Settings], None]
) -> Settings:
    text = read_text(file)
    new = changed(text)
    settings, faults = parse_settings(new, str(file))
    for fault in faults:
        raise _seen(fault, text, str(file))
    refuse(settings)
    _write(file, new)
    return settings


def with_setting(text: str, key: str, value: Value, path: str) -> str:
    """The text of kiosk.toml with a setting changed.

    Raises:
        InputError: BAD_TOML, UNKNOWN_KEY, or BAD_VALUE for a table that is not there.
    """
    return _with(text, key, lambda document: _put(document, _way(key), value), path)


def _with(text: str, key: str, change: Callable[[tomlkit.TOMLDocument], None], path: str) -> str:
    parse_settings(text, path)
    _known(key)
    try:
        document = tomlkit.parse(text)
        change(document)
        return tomlkit.dumps(document)
    except TOMLKitError:
        # What tomllib reads and tomlkit does not: two tables of one name in pieces, say.
        raise InputError(
            ErrorCode.BAD_VALUE, place=Place(path), key=key, reason="change it by hand"
        ) from None


def value_from(key: str, written: str) -> Value:
    """What somebody wrote on a command line for a key: "90", "true", "en, es".

    Raises:
        InputError: UNKNOWN_KEY, or BAD_VALUE for a value that only the file can hold.
    """
    known = _known(key)
    match known.kind:
        case SettingKind.NUMBER:
            return int(written) if re.fullmatch(r"[+-]?\d{1,18}", written.strip()) else written
        case SettingKind.DECIMAL:
            return float(written) if re.fullmatch(_DECIMAL, written.strip()) else written
        case SettingKind.SWITCH:
            return {"true": True, "false": False}.get(written.strip().lower(), written)
        case SettingKind.TEXTS | SettingKind.LANGUAGES:
            return [part for each in written.split(",") if (part := each.strip())]
        case SettingKind.TABLES:
            reason = f"write {known.allowed} into the file"
            raise InputError(ErrorCode.BAD_VALUE, key=key, reason=reason)
        case SettingKind.BY_LANGUAGE if known.key == _plain(key):
            reason = f"say for which language: {key}.en"
            raise InputError(ErrorCode.BAD_VALUE, key=key, reason=reason)
        case _:
            return written


def _known(key: str) -> Setting:
    """The setting that a key is about; a text by language may be followed by a language."""
    found = setting(key) if _is_key(key) else None
    if found is None:
        parent = setting(key.rpartition(".")[0])
        if parent is not None and parent.kind is SettingKind.BY_LANGUAGE:
            return parent
        # Typed, not read from a file: there is no place to name.
        nearest = nearest_key(key).replace("[]", "[1]")
        raise InputError(ErrorCode.UNKNOWN_KEY, place=None, key=key, nearest=nearest)
    return found


def _is_key(key: str) -> bool:
    return all(_STEP.fullmatch(part) for part in key.split("."))


def _plain(key: str) -> str:
    return re.sub(r"\[\d+\]", "[]", key)


def _way(key: str) -> list[str | int]:
    """The steps of a key; a count from 1 becomes a place from 0."""
    steps: list[str | int] = []
    for part in key.split("."):
        name, _, rest = part.partition("[")
        steps.append(name)
        if rest:
            steps.append(int(rest.removesuffix("]")) - 1)
    return steps


def _put(document: object, way: list[str | int], value: Value) -> None:
    *tables, last = way
    _walk(document, tables)[str(last)] = value


def _walk(document: object, way: list[str | int]) -> MutableMapping[str, object]:
    at = document
    for step in way:
        at = _inside(at, step)
    if not _is_table(at):
        raise TOMLKitError
    return at


def _inside(at: object, step: str | int) -> object:
    """One step down; a table that is not there is added at the end of the one it belongs to."""
    if _is_table(at) and isinstance(step, str):
        if step not in at:
            at[step] = tomlkit.table()
        return at[step]
    if _is_tables(at) and isinstance(step, int) and 0 <= step < len(at):
        return at[step]
    raise TOMLKitError


def _is_table(at: object) -> TypeGuard[MutableMapping[str, object]]:
    return isinstance(at, MutableMapping)


def _is_tables(at: object) -> TypeGuard[MutableSequence[object]]:
    return isinstance(at, MutableSequence)


def _seen(fault: InputError, before: str, path: str) -> InputError:
    """A fault with its place, as far as the file that people see has it."""
    known: Mapping[str, str | float] = fault.params
    earlier = parse_settings(before, path)[1]
    if any((each.code, each.params) == (fault.code, known) for each in earlier):
        return fault
    return InputError(fault.code, place=Place(path), **known)


def _write(file: Path, text: str) -> None:
    real = Path(os.path.realpath(file))
    try:
        replace_file(real, text.encode(), stat.S_IMODE(real.stat().st_mode))
    except OSError as error:
        reason = error.strerror or "unwritable"
        raise KioskError(ErrorCode.FILE_UNWRITABLE, place=Place(str(file)), reason=reason) from None
