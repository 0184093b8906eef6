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
from kiosk.library.glossary import GLOSSARY, GlossaryFolder, read_glossaries
from kiosk.library.helplines import HELPLINES_FILE, LineFile, read_helplines
from kiosk.library.instrument_definition import INSTRUMENTS, read_definitions
from kiosk.library.languages import LARGEST_WORDS, WORDS, LanguageFile, read_languages
from kiosk.library.parts import Part, document_parts, help_line_parts, sign_parts
from kiosk.library.reader import Reader
from kiosk.library.signs import SignFolder, read_signs
from kiosk.library.topics import TopicFolder, read_topic

TOPICS: Final = "topics"
SIGNS: Final = "signs"
REFERENCE: Final = "en"
"""The language that all others are translated from."""


@dataclass(frozen=True, slots=True)
class ContentTree:
    """Everything in a content folder, and what could not be read.

    `texts` holds every text file that was read, by the path that findings print; `parts` all
    that visitors are told, whether it may be shown or not. `words` are the names of the files
    with the words of the interface.
    """

    folder: Path
    language_file: LanguageFile
    words: tuple[str, ...]
    topics: tuple[TopicFolder, ...]
    signs: SignFolder
    helplines: LineFile
    glossary: GlossaryFolder
    parts: tuple[Part, ...]
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

    def english(self) -> dict[tuple[str, str, str], Part]:
        """The English parts by their keys: what the other languages are held against."""
        return {part.key: part for part in self.parts if part.language == REFERENCE}

    def documents(self) -> Iterator[tuple[TopicFolder, Document]]:
        """Every card file that was read, with its topic."""
        for topic in self.topics:
            for document in topic.documents.values():
                yield topic, document


def read_tree(folder: Path, today: date | None = None) -> ContentTree:
    """Read a content folder; nothing in it, nor its absence, makes this fail."""
    root = folder.absolute()
    reader = Reader(root)
    language_file = read_languages(root, reader)
    words = _words(root / WORDS, reader)
    names = reader.names(root / TOPICS) if reader.is_folder(root / TOPICS) else []
    folders = [name for name in names if reader.is_folder(root / TOPICS / name)]
    topics = tuple(read_topic(root / TOPICS / name, reader) for name in folders)
    signs = read_signs(root / SIGNS, reader)
    helplines = read_helplines(root / HELPLINES_FILE, reader)
    glossary = read_glossaries(root / GLOSSARY, reader)
    approvals = read_approvals(root / APPROVALS_FILE, reader)
    instruments = read_definitions(root / INSTRUMENTS, reader)
    stray = tuple(reader.relative(root / TOPICS / n) for n in names if n not in folders)
    return ContentTree(
        folder=root,
        language_file=language_file,
        words=words,
        topics=topics,
        signs=signs,
        helplines=helplines,
        glossary=glossary,
        parts=tuple(_parts(topics, signs, helplines)),
        approvals=approvals,
        instruments=instruments,
        texts=reader.texts,
        faults=tuple(reader.findings),
        stray=stray,
        today=today or datetime.now(UTC).date(),
    )


def _words(folder: Path, reader: Reader) -> tuple[str, ...]:
    names = reader.names(folder) if reader.is_folder(folder) else []
    for name in names:
        if name.endswith(".po"):
            reader.text(folder / name, largest=LARGEST_WORDS)
    return tuple(names)


def _parts(topics: tuple[TopicFolder, ...], signs: SignFolder, lines: LineFile) -> Iterator[Part]:
    for topic in topics:
        for document in topic.documents.values():
            yield from document_parts(topic.name, document)
    for language, labels in signs.labels.items():
        yield from sign_parts(language, labels)
    yield from help_line_parts(lines)
