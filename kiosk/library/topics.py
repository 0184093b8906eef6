"""A topic's folder: topic.toml, the card files and the pictures beside them."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from kiosk.domain.content import Source, Stage
from kiosk.domain.language import LANGUAGES
from kiosk.library.document import Document
from kiosk.library.markdown import parse_document
from kiosk.library.reader import Reader
from kiosk.library.tables import Toml, read_struct, tables

TOPIC_FILE: Final = "topic.toml"


class SourceTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[source]]`: where a fact comes from, and the cards and checks it carries."""

    id: str
    body: str
    title: str
    year: int
    link: str
    cards: tuple[str, ...] = ()

    def source(self) -> Source:
        """What the screens need."""
        return Source(self.id, self.body, self.title, self.year, self.link)


class TopicTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of topic.toml above its sources."""

    id: str
    order: int
    stages: tuple[Stage, ...]
    tint: int
    icon: str
    minutes: int
    reviewed: str
    review_months: int


class OnlyTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[only]]`: cards, check questions and questions to ask for these stages alone."""

    stages: tuple[Stage, ...]
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A sound source and its count in the file."""

    count: int
    table: SourceTable


@dataclass(frozen=True, slots=True)
class OnlyEntry:
    """A sound `[[only]]` and its count in the file."""

    count: int
    table: OnlyTable


@dataclass(frozen=True, slots=True)
class TopicFolder:
    """A topic as it was written; `head` is None when topic.toml cannot be used."""

    name: str
    folder: Path
    path: str
    file: Toml | None
    head: TopicTable | None
    sources: tuple[SourceEntry, ...]
    only: tuple[OnlyEntry, ...]
    documents: Mapping[str, Document]
    names: tuple[str, ...]

    @property
    def head_path(self) -> str:
        """The name of topic.toml in findings."""
        return f"{self.path}/{TOPIC_FILE}"

    def model(self, broken: AbstractSet[str] = frozenset()) -> Document | None:
        """The text that the others are compared with: English, or the first language.

        Args:
            broken: Paths of files with errors of their own; one of them is the model only
                when there is no other.
        """
        written = list(self.documents.values())
        sound = [document for document in written if document.path not in broken]
        return next(iter([*sound, *written]), None)


def read_topic(folder: Path, reader: Reader) -> TopicFolder:
    """Read everything in a topic's folder."""
    names = reader.names(folder)
    documents: dict[str, Document] = {}
    for language in LANGUAGES:
        name = f"{language}.md"
        if name in names and (text := reader.text(folder / name)) is not None:
            path = reader.relative(folder / name)
            documents[language] = parse_document(text, path, language)
    file = reader.toml(folder / TOPIC_FILE)
    return TopicFolder(
        name=folder.name,
        folder=folder,
        path=reader.relative(folder),
        file=file,
        head=_read_head(file, reader) if file else None,
        sources=read_sources(file, reader) if file else (),
        only=_read_only(file, reader) if file else (),
        documents=documents,
        names=tuple(names),
    )


def _read_head(file: Toml, reader: Reader) -> TopicTable | None:
    own = {key: value for key, value in file.table.items() if key not in ("source", "only")}
    head, faults = read_struct(file, own, TopicTable)
    reader.report(*faults)
    return head


def _read_only(file: Toml, reader: Reader) -> tuple[OnlyEntry, ...]:
    found, faults = tables(file, "only")
    reader.report(*faults)
    entries: list[OnlyEntry] = []
    for count, table in enumerate(found):
        only, faults = read_struct(file, table, OnlyTable, "only", count)
        reader.report(*faults)
        if only is not None:
            entries.append(OnlyEntry(count, only))
    return tuple(entries)


def read_sources(file: Toml, reader: Reader) -> tuple[SourceEntry, ...]:
    """Every sound `[[source]]` of a file."""
    found, faults = tables(file, "source")
    reader.report(*faults)
    entries: list[SourceEntry] = []
    for count, table in enumerate(found):
        source, faults = read_struct(file, table, SourceTable, "source", count)
        reader.report(*faults)
        if source is not None:
            entries.append(SourceEntry(count, source))
    return tuple(entries)
