"""The tables of kiosk.toml and their keys, read off the types in `kiosk.settings.values`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final, cast

import msgspec
from msgspec import inspect

from kiosk.settings.setting import Default, Setting, SettingKind
from kiosk.settings.values import LANGUAGE, Settings

EACH: Final = "[]"
"""Stands in a key for the tables of a list: "alerts.channel[].kind"."""


_KINDS: Final[Mapping[type[inspect.Type], SettingKind]] = {
    inspect.LiteralType: SettingKind.CHOICE,
    inspect.BoolType: SettingKind.SWITCH,
    inspect.IntType: SettingKind.NUMBER,
    inspect.FloatType: SettingKind.DECIMAL,
    inspect.DictType: SettingKind.BY_LANGUAGE,
}


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of a table; `tables` is set for a list of tables, and describes it."""

    fields: Mapping[str, Setting | Table]
    tables: Setting | None = None


@cache
def layout() -> Table:
    """All of kiosk.toml, as it may be written."""
    return _table(cast("inspect.StructType", inspect.type_info(Settings)), "")


def _table(known: inspect.StructType, at: str) -> Table:
    return Table({field.encode_name: _field(field, at) for field in known.fields})


def _field(field: inspect.Field, at: str) -> Setting | Table:
    key = f"{at}{field.encode_name}"
    found, told = _bare(field.type)
    if isinstance(found, inspect.StructType):
        return _table(found, f"{key}.")
    default = _default(field)
    plain = _setting(key, found, told)
    # The types come sorted; what holds without a word comes first.
    choices = tuple(sorted(plain.choices, key=lambda each: each != default))
    made = replace(plain, required=field.required, default=default, choices=choices)
    if isinstance(found, inspect.VarTupleType) and isinstance(found.item_type, inspect.StructType):
        return Table(_table(found.item_type, f"{key}{EACH}.").fields, made)
    return made


def _bare(kind: inspect.Type) -> tuple[inspect.Type, Mapping[str, str]]:
    """A type without what was said of it, and that."""
    if not isinstance(kind, inspect.Metadata):
        return kind, {}
    of, told = (cast("Mapping[str, str] | None", each) for each in _said(kind))
    return kind.type, {**(of or {}), **(told or {})}


def _said(kind: inspect.Metadata) -> tuple[object, object]:
    return getattr(kind, "extra", None), getattr(kind, "extra_json_schema", None)


def _setting(key: str, kind: inspect.Type, told: Mapping[str, str]) -> Setting:
    made = Setting(key, _kind(kind, told), told.get("description", ""))
    match kind:
        case inspect.LiteralType(values=values):
            return replace(made, choices=tuple(map(str, values)))
        case inspect.IntType(ge=least, le=most):
            return replace(made, least=least or 0, most=most)
        case inspect.FloatType(ge=least, le=most):
            return replace(made, least=int(least or 0), most=None if most is None else int(most))
        case inspect.DictType(value_type=item) | inspect.VarTupleType(item_type=item):
            return _text(made, item)
        case _:
            return _text(made, kind)


def _kind(kind: inspect.Type, told: Mapping[str, str]) -> SettingKind:
    if isinstance(kind, inspect.VarTupleType):
        if isinstance(kind.item_type, inspect.StructType):
            return SettingKind.TABLES
        named = _bare(kind.item_type)[1].get("of") == LANGUAGE["of"]
        return SettingKind.LANGUAGES if named else SettingKind.TEXTS
    if isinstance(kind, inspect.StrType):
        return SettingKind.LANGUAGE if told.get("of") == LANGUAGE["of"] else SettingKind.TEXT
    return _KINDS[type(kind)]


def _text(made: Setting, kind: inspect.Type) -> Setting:
    """With the limits of the text that it takes; what is no text has none."""
    found, _told = _bare(kind)
    if not isinstance(found, inspect.StrType):
        return made
    return replace(made, least=found.min_length or 0, most=found.max_length)


def _default(field: inspect.Field) -> Default:
    if field.required:
        return None
    made: Any = field.default
    if field.default_factory is not msgspec.NODEFAULT:
        made = field.default_factory()
    return msgspec.to_builtins(made)
