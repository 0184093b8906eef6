"""The warning signs: signs.toml and a file of labels for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from kiosk.domain.content import SignLabel, Stage, Subject
from kiosk.domain.language import LANGUAGES
from kiosk.library.reader import Reader
from kiosk.library.tables import Toml, read_struct, tables, unknown_keys
from kiosk.library.topics import SourceEntry, read_sources

SIGNS_FILE: Final = "signs.toml"


class SignTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[sign]]` of signs.toml."""

    id: str
    subject: Subject
    picture: str
    stages: tuple[Stage, ...]
    source: str


class LabelTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[sign id]` of a language's file; without loss forms the usual ones hold."""

    label: str
    say: str
    label_loss: str = ""
    say_loss: str = ""

    def sign_label(self) -> SignLabel:
        """What the screens need."""
        return SignLabel(
            self.label, self.say, self.label_loss or self.label, self.say_loss or self.say
        )


@dataclass(frozen=True, slots=True)
class SignEntry:
    """A sound sign and its count in the file."""

    count: int
    table: SignTable


@dataclass(frozen=True, slots=True)
class LabelFile:
    """The labels of one language, by sign."""

    file: Toml
    labels: Mapping[str, LabelTable]


@dataclass(frozen=True, slots=True)
class SignFolder:
    """The signs as they were written; `file` is None when signs.toml cannot be read."""

    folder: Path
    path: str = "signs"
    file: Toml | None = None
    signs: tuple[SignEntry, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    labels: Mapping[str, LabelFile] = field(default_factory=dict[str, LabelFile])
    names: tuple[str, ...] = ()

    @property
    def head_path(self) -> str:
        """The name of signs.toml in findings."""
        return f"{self.path}/{SIGNS_FILE}"


def read_signs(folder: Path, reader: Reader) -> SignFolder:
    """Read everything in the folder of signs."""
    names = tuple(reader.names(folder))
    file = reader.toml(folder / SIGNS_FILE)
    labels: dict[str, LabelFile] = {}
    for language in LANGUAGES:
        name = f"{language}.toml"
        if name in names and (written := reader.toml(folder / name)) is not None:
            labels[language] = _read_labels(written, reader)
    path = reader.relative(folder)
    if file is None:
        return SignFolder(folder, path, labels=labels, names=names)
    reader.report(*unknown_keys(file, file.table, ["sign", "source"]))
    signs = _read_entries(file, reader)
    return SignFolder(folder, path, file, signs, read_sources(file, reader), labels, names)


def _read_entries(file: Toml, reader: Reader) -> tuple[SignEntry, ...]:
    found, faults = tables(file, "sign")
    reader.report(*faults)
    entries: list[SignEntry] = []
    for count, table in enumerate(found):
        sign, faults = read_struct(file, table, SignTable, "sign", count)
        reader.report(*faults)
        if sign is not None:
            entries.append(SignEntry(count, sign))
    return tuple(entries)


def _read_labels(file: Toml, reader: Reader) -> LabelFile:
    labels: dict[str, LabelTable] = {}
    for sign, table in file.table.items():
        label, faults = read_struct(file, table, LabelTable, sign)
        reader.report(*faults)
        if label is not None:
            labels[sign] = label
    return LabelFile(file, labels)
