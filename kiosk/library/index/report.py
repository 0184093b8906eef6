"""The counted items of every topic, language by language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from kiosk.library.document import Document
from kiosk.library.index.figures import explained, few, sums
from kiosk.library.index.item import Item, State, TopicInLanguage
from kiosk.library.index.layout import chunks, cues, lists
from kiosk.library.index.message import action, heading, summary, tool
from kiosk.library.index.origin import sources
from kiosk.library.index.pictures import described, pictures
from kiosk.library.index.wording import everyday, reading, sentence_length, short_words
from kiosk.library.topics import TopicFolder
from kiosk.library.tree import ContentTree

ITEMS: Final[tuple[Callable[[TopicInLanguage], Item], ...]] = (
    heading,
    action,
    summary,
    tool,
    chunks,
    lists,
    cues,
    pictures,
    described,
    sentence_length,
    reading,
    short_words,
    everyday,
    few,
    explained,
    sums,
    sources,
)

BODIES: Final = (
    "CDC: Centers for Disease Control and Prevention, Clear Communication Index, 2014",
    "PEMAT: Agency for Healthcare Research and Quality, PEMAT for printed material, 2013",
)

CAUTION: Final = (
    "A count is a part of the items named behind it, or this project's own where none is; "
    "it is no score of the CDC's index or of PEMAT."
)


@dataclass(frozen=True, slots=True)
class Report:
    """One topic in one language; `sound` is false when an error hides the text."""

    topic: str
    language: str
    path: str
    sound: bool
    items: tuple[Item, ...]

    @property
    def counted(self) -> int:
        """How many items there was something to count for."""
        return sum(item.state is not State.NOT_COUNTED for item in self.items)

    @property
    def met(self) -> int:
        """How many of those are met by every case."""
        return sum(item.state is State.MET for item in self.items)


def reports(tree: ContentTree, broken: AbstractSet[str]) -> Iterator[Report]:
    """Every card file that can be read.

    Args:
        tree: The content.
        broken: The files that have an error.
    """
    for topic, document in tree.documents():
        sound = not {document.path, topic.head_path} & broken
        text = _text(tree, topic, document)
        items = tuple(count(text) for count in ITEMS)
        yield Report(topic.name, document.language, document.path, sound, items)


def _text(tree: ContentTree, topic: TopicFolder, document: Document) -> TopicInLanguage:
    return TopicInLanguage(
        document=document,
        parts=tuple(part for part in tree.parts if part.path == document.path),
        glossary=tree.glossary.glossaries.get(document.language),
        sources=topic.sources if topic.file else None,
    )
