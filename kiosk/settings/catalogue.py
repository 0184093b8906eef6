"""All settings as a list, to be shown, looked up and named when a name is misspelt."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from kiosk.settings.layout import EACH, Table, layout
from kiosk.settings.setting import Setting, SettingKind
from kiosk.settings.values import Settings

__all__ = ["Setting", "SettingKind", "all_settings", "nearest_key", "setting", "value_of"]

_RATHER_LIKE: Final = 0.6
_LIKE: Final = 0.75
_VERY_LIKE: Final = 0.85
"""How much a key must be like what was written, from 0 to 1."""


def all_settings() -> tuple[Setting, ...]:
    """Every setting, in the order of the file."""
    return tuple(_flat(layout()))


def setting(key: str) -> Setting | None:
    """The setting of a key; a number may stand for `[]`: "alerts.channel[1].name"."""
    plain = re.sub(r"\[\d*\]", EACH, key)
    return next((each for each in all_settings() if each.key == plain), None)


def nearest_key(name: str, *, near: Iterable[str] = ()) -> str:
    """The key that somebody meant by `name`; empty when none is like it.

    Args:
        name: What was written, with or without the table's name.
        near: Names that stand in the same table, and are looked at first.
    """
    keys = {each.key: each.key for each in all_settings()}
    if "." not in name:
        keys = {key.rpartition(".")[2]: key for key in reversed(keys)}
    # A name that another table has is likelier meant than one that is only a little like it.
    cutoff = _VERY_LIKE if name in keys else _RATHER_LIKE
    for beside in difflib.get_close_matches(name, list(near), n=1, cutoff=cutoff):
        return beside
    likely = difflib.get_close_matches(name, list(keys), n=1, cutoff=_LIKE)
    return keys[likely[0]] if likely else ""


def value_of(settings: Settings, key: str) -> object:
    """What holds for a key now; for one below a list of tables, a value for each of them."""
    return _value(settings, key.split("."))


def _value(at: object, way: list[str]) -> object:
    if not way:
        return msgspec.to_builtins(at)
    name, *rest = way
    if name.endswith(EACH):
        return [_value(each, rest) for each in getattr(at, name.removesuffix(EACH))]
    return _value(getattr(at, name), rest)


def _flat(table: Table) -> Iterator[Setting]:
    if table.tables is not None:
        yield table.tables
    for each in table.fields.values():
        if isinstance(each, Setting):
            yield each
        else:
            yield from _flat(each)
