"""The glossary: one word for one thing, language by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from kiosk.domain.language import LANGUAGES
from kiosk.library.reader import Reader
from kiosk.library.tables import Toml, read_struct, tables

GLOSSARY: Final = "glossary"
_LISTS: Final = ("term", "negation_fine")

T = TypeVar("T", bound=msgspec.Struct)


class TermTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[term]]`: the forms to use for a thing, and those never to use."""

    id: str
    use: tuple[str, ...]
    avoid: tuple[str, ...] = ()
    note: str = ""


class FineTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[negation_fine]]`: a card, or other part of a topic, that says "no" in other words."""

    topic: str
    card: str


class NegationTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[negation]`: words that say "no"."""

    words: tuple[str, ...]


class RestTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a glossary once; `[spoken]` is written form -> form to read aloud."""

    negation: NegationTable = NegationTable(())
    spoken: dict[str, str] = msgspec.field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A sound term and its count in the file."""

    count: int
    table: TermTable


@dataclass(frozen=True, slots=True)
class FineEntry:
    """A sound `[[negation_fine]]` and its count in the file."""

    count: int
    table: FineTable


@dataclass(frozen=True, slots=True)
class Glossary:
    """The glossary of one language."""

    file: Toml
    terms: tuple[TermEntry, ...]
    fine: tuple[FineEntry, ...]
    rest: RestTable


@dataclass(frozen=True, slots=True)
class GlossaryFolder:
    """The glossaries as they were written, by language; `names` is all that is there."""

    path: str = GLOSSARY
    names: tuple[str, ...] = ()
    glossaries: Mapping[str, Glossary] = field(default_factory=dict[str, Glossary])


def read_glossaries(folder: Path, reader: Reader) -> GlossaryFolder:
    """Read every glossary in the folder."""
    names = tuple(reader.names(folder)) if reader.is_folder(folder) else ()
    found: dict[str, Glossary] = {}
    for language in LANGUAGES:
        name = f"{language}.toml"
        if name in names and (file := reader.toml(folder / name)) is not None:
            found[language] = _read(file, reader)
    return GlossaryFolder(reader.relative(folder), names, found)


def _read(file: Toml, reader: Reader) -> Glossary:
    own = {key: value for key, value in file.table.items() if key not in _LISTS}
    rest, faults = read_struct(file, own, RestTable)
    reader.report(*faults)
    terms = [TermEntry(count, table) for count, table in _tables(file, "term", TermTable, reader)]
    fine = [
        FineEntry(count, table)
        for count, table in _tables(file, "negation_fine", FineTable, reader)
    ]
    return Glossary(file, tuple(terms), tuple(fine), rest or RestTable())


def _tables(file: Toml, name: str, kind: type[T], reader: Reader) -> Iterator[tuple[int, T]]:
    found, faults = tables(file, name)
    reader.report(*faults)
    for count, table in enumerate(found):
        entry, faults = read_struct(file, table, kind, name, count)
        reader.report(*faults)
        if entry is not None:
            yield count, entry
