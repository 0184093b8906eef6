"""The help lines: helplines.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import msgspec

from kiosk.domain.content import HelpLine, Stage
from kiosk.library.reader import Reader
from kiosk.library.tables import Toml, read_struct, tables, unknown_keys
from kiosk.library.topics import SourceEntry, read_sources

HELPLINES_FILE: Final = "helplines.toml"


class LineTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[line]]`: a telephone line, its names and notes by language."""

    id: str
    number: str
    spoken: str
    kind: Literal["emergency", "crisis", "support", "poison", "violence"]
    take_home: bool
    stages: tuple[Stage, ...]
    source: str
    name: dict[str, str]
    note: dict[str, str]

    def help_line(self) -> HelpLine:
        """What the screens need."""
        return HelpLine(
            self.id,
            self.number,
            self.kind,
            self.spoken,
            self.take_home,
            frozenset(self.stages),
            self.name,
            self.note,
        )


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A sound line and its count in the file."""

    count: int
    table: LineTable

    def words(self) -> Mapping[str, Mapping[str, str]]:
        """The texts by key and language."""
        return {"name": self.table.name, "note": self.table.note}


@dataclass(frozen=True, slots=True)
class LineFile:
    """The lines as they were written; `file` is None when it cannot be read."""

    path: str
    file: Toml | None = None
    lines: tuple[LineEntry, ...] = ()
    sources: tuple[SourceEntry, ...] = ()


def read_helplines(path: Path, reader: Reader) -> LineFile:
    """Read the file of help lines."""
    name = reader.relative(path)
    file = reader.toml(path)
    if file is None:
        return LineFile(name)
    reader.report(*unknown_keys(file, file.table, ["line", "source"]))
    found, faults = tables(file, "line")
    reader.report(*faults)
    entries: list[LineEntry] = []
    for count, table in enumerate(found):
        line, faults = read_struct(file, table, LineTable, "line", count)
        reader.report(*faults)
        if line is not None:
            entries.append(LineEntry(count, line))
    return LineFile(name, file, tuple(entries), read_sources(file, reader))
