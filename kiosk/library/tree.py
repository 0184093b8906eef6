"""A whole content folder as it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from kiosk.domain.instrument import Instrument
from kiosk.domain.language import LANGUAGES
from kiosk.library.approvals import APPROVALS_FILE, Approvals, read_approvals
from kiosk.library.document import Document
from kiosk.library.finding import Finding
from kiosk.library.helplines import HELPLINES_FILE, LineFile, read_helplines
from kiosk.library.instrument_definition import INSTRUMENTS, read_definitions
from kiosk.library.reader import Reader
from kiosk.library.signs import SignFolder, read_signs
from kiosk.library.topics import TopicFolder, read_topic

TOPICS: Final = "topics"
SIGNS: Final = "signs"


@dataclass(frozen=True, slots=True)
class ContentTree:
    """Everything in a content folder, and what could not be read.

    `texts` holds every text file that was read, by the path that findings print.
    """

    folder: Path
    topics: tuple[TopicFolder, ...]
    signs: SignFolder
    helplines: LineFile
    approvals: Approvals
    instruments: tuple[Instrument, ...]
    texts: Mapping[str, str]
    faults: tuple[Finding, ...]
    stray: tuple[str, ...]
    today: date

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which any topic is written, in the order of the first screen."""
        written = {language for topic in self.topics for language in topic.documents}
        return tuple(language for language in LANGUAGES if language in written)

    def documents(self) -> Iterator[tuple[TopicFolder, Document]]:
        """Every card file that was read, with its topic."""
        for topic in self.topics:
            for document in topic.documents.values():
                yield topic, document


def read_tree(folder: Path, today: date | None = None) -> ContentTree:
    """Read a content folder; nothing in it, nor its absence, makes this fail."""
    root = folder.absolute()
    reader = Reader(root)
    names = reader.names(root / TOPICS) if reader.is_folder(root / TOPICS) else []
    folders = [name for name in names if reader.is_folder(root / TOPICS / name)]
    topics = tuple(read_topic(root / TOPICS / name, reader) for name in folders)
    signs = read_signs(root / SIGNS, reader)
    helplines = read_helplines(root / HELPLINES_FILE, reader)
    approvals = read_approvals(root / APPROVALS_FILE, reader)
    instruments = read_definitions(root / INSTRUMENTS, reader)
    stray = tuple(reader.relative(root / TOPICS / n) for n in names if n not in folders)
    return ContentTree(
        folder=root,
        topics=topics,
        signs=signs,
        helplines=helplines,
        approvals=approvals,
        instruments=instruments,
        texts=reader.texts,
        faults=tuple(reader.findings),
        stray=stray,
        today=today or datetime.now(UTC).date(),
    )
