"""Tables read from kiosk.toml against what it may say: every fault, and what is sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeGuard, cast

from kiosk.domain.errors import ErrorCode
from kiosk.domain.language import LANGUAGES
from kiosk.domain.own_words import Way, is_line, text_faults
from kiosk.settings.catalogue import nearest_key
from kiosk.settings.fault import SettingFault, bad_value
from kiosk.settings.layout import Table, layout
from kiosk.settings.setting import Setting, SettingKind

_FILLER: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for a required text that is not there, so that the rest can be looked at."""


class ShapeCheck:
    """Looks through the tables of a file once.

    Attributes:
        faults: All that is wrong, in the order of the file.
        sound: The tables without what is wrong in them.
    """

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.faults: list[SettingFault] = []
        self.sound = self._table(given, layout(), [])

    def _table(self, given: Mapping[str, Any], known: Table, at: Way) -> dict[str, Any]:
        sound: dict[str, Any] = {}
        for name, value in given.items():
            if name in known.fields:
                self._field(sound, known.fields[name], value, [*at, name])
            else:
                self.faults.append(_unknown([*at, name], known))
        for name, each in known.fields.items():
            if isinstance(each, Setting) and each.required and name not in sound:
                if name not in given:
                    missing = SettingFault((*at, name), ErrorCode.MISSING_KEY, {"key": name})
                    self.faults.append(missing)
                sound[name] = _filler(each)
        return sound

    def _field(self, sound: dict[str, Any], known: Setting | Table, value: object, at: Way) -> None:
        name = str(at[-1])
        if isinstance(known, Setting):
            found = list(_judge(known, value, at))
            self.faults += found
            if not found:
                sound[name] = value
        elif known.tables is not None:
            if _is_tables(value):
                rows = enumerate(value)
                sound[name] = [self._table(row, known, [*at, count]) for count, row in rows]
            else:
                self.faults.append(bad_value(at, f"tables [[{known.tables.key}]] are needed"))
        elif _is_table(value):
            sound[name] = self._table(value, known, at)
        else:
            self.faults.append(bad_value(at, f"a table [{name}] is needed"))


def _filler(known: Setting) -> str | dict[str, str]:
    if known.kind is SettingKind.BY_LANGUAGE:
        return {}
    return known.choices[0] if known.choices else _FILLER * known.least


def _judge(known: Setting, value: object, at: Way) -> Iterator[SettingFault]:
    """What is wrong with a value, of its own account."""
    match known.kind:
        case SettingKind.TEXTS | SettingKind.LANGUAGES:
            yield from _list(known, value, at)
        case SettingKind.BY_LANGUAGE:
            yield from _by_language(known, value, at)
        case SettingKind.LANGUAGE:
            yield from _language(value, at)
        case _:
            if not _is_one(known, value):
                yield bad_value(at, _needed(known))


def _is_one(known: Setting, value: object) -> bool:
    """Whether a plain value is one that the setting takes."""
    match known.kind:
        case SettingKind.SWITCH:
            return isinstance(value, bool)
        case SettingKind.NUMBER:
            return isinstance(value, int) and _is_number(value, known)
        case SettingKind.DECIMAL:
            return isinstance(value, int | float) and _is_number(value, known)
        case SettingKind.CHOICE:
            return value in known.choices
        case _:
            return isinstance(value, str) and _fits(known, value)


def _needed(known: Setting) -> str:
    match known.kind:
        case SettingKind.SWITCH:
            return "true or false is needed"
        case SettingKind.NUMBER:
            return f"a whole number from {known.allowed} is needed"
        case SettingKind.DECIMAL:
            return f"a number from {known.allowed} is needed"
        case SettingKind.CHOICE:
            return f"unknown; known are {known.allowed}"
        case _:
            limit = f" of {known.allowed}" if known.most is not None else ""
            return f"one line of text{limit} is needed"


def _list(known: Setting, value: object, at: Way) -> Iterator[SettingFault]:
    if not _is_texts(value):
        yield bad_value(at, 'a list of texts is needed, such as ["en"]')
        return
    for text in value:
        if known.kind is SettingKind.LANGUAGES:
            yield from _language(text, at)
        elif not _fits(known, text):
            yield bad_value(at, _needed(known))
    if len(set(value)) < len(value):
        yield bad_value(at, "each may stand there once")


def _language(value: object, at: Way) -> Iterator[SettingFault]:
    if value in LANGUAGES:
        return
    if not isinstance(value, str):
        yield bad_value(at, f"a language is needed; known are {', '.join(LANGUAGES)}")
        return
    told = {"given": value, "known": ", ".join(LANGUAGES)}
    yield SettingFault(tuple(at), ErrorCode.UNKNOWN_LANGUAGE, told)


def _by_language(known: Setting, value: object, at: Way) -> Iterator[SettingFault]:
    if not _is_table(value):
        yield bad_value(at, "a text for each language is needed")
        return
    wrong = [code for code, text in value.items() if not isinstance(text, str)]
    for code in wrong:
        yield bad_value([*at, code], "a text is needed")
    texts = {code: text for code, text in value.items() if code not in wrong}
    for way, reason in text_faults(at, texts, known.most or 0):
        yield bad_value(way, reason)


def _fits(known: Setting, text: str) -> bool:
    if not text:
        return not known.least
    return is_line(text, len(text) if known.most is None else known.most)


def _unknown(at: Way, known: Table) -> SettingFault:
    name = str(at[-1])
    told = {"key": name, "nearest": nearest_key(name, near=known.fields)}
    return SettingFault(tuple(at), ErrorCode.UNKNOWN_KEY, told)


def _is_number(value: float, known: Setting) -> bool:
    if isinstance(value, bool):
        return False
    return known.least <= value and (known.most is None or value <= known.most)


def _is_table(value: object) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, dict)


def _is_tables(value: object) -> TypeGuard[Sequence[Mapping[str, Any]]]:
    return isinstance(value, list) and all(_is_table(each) for each in cast("list[object]", value))


def _is_texts(value: object) -> TypeGuard[Sequence[str]]:
    if not isinstance(value, list):
        return False
    return all(isinstance(each, str) for each in cast("list[object]", value))
