"""A counted item, what it is counted in, and where it is not met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from kiosk.library.document import Document, WrittenBlock, WrittenCard
from kiosk.library.finding import At
from kiosk.library.glossary import Glossary
from kiosk.library.parts import Line, LineKind, Part
from kiosk.library.topics import SourceEntry

_UNREAD: Final = frozenset({LineKind.ALT, LineKind.SPOKEN, LineKind.TITLE})


class State(StrEnum):
    """An item is met when every case is; without a case it is not counted."""

    MET = "met"
    NOT_MET = "not met"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True, slots=True, order=True)
class Miss:
    """A card, line and so on that does not meet an item, and why."""

    at: At
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item in one text.

    Attributes:
        id: Its name, the same in every language.
        asks: What it asks for, in our words.
        cites: The items of the CDC's index and of AHRQ's tool that it is a part of; empty where
            it is this project's own.
        unit: What was counted, in the plural.
        of: How many of them there are.
        misses: Those that do not meet it, one each.
        reason: Why nothing was counted.
    """

    id: str
    asks: str
    cites: str
    unit: str
    of: int
    misses: tuple[Miss, ...] = ()
    reason: str = ""

    @property
    def met(self) -> int:
        """How many meet it."""
        return self.of - len(self.misses)

    @property
    def state(self) -> State:
        """Met by all, not met, or not counted."""
        if not self.of:
            return State.NOT_COUNTED
        return State.NOT_MET if self.misses else State.MET


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item before it is counted in a text."""

    id: str
    asks: str
    cites: str
    unit: str

    def counted(self, of: int, misses: Iterable[Miss], reason: str = "") -> Item:
        """The item as it was counted; `reason` tells why where there was nothing to count."""
        found = tuple(sorted(misses))
        return Item(self.id, self.asks, self.cites, self.unit, of, found, "" if of else reason)


@dataclass(frozen=True)
class TopicInLanguage:
    """What the items are counted in; `sources` is None when topic.toml cannot be read."""

    document: Document
    parts: tuple[Part, ...]
    glossary: Glossary | None
    sources: tuple[SourceEntry, ...] | None

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.document.language

    @property
    def cards(self) -> tuple[WrittenCard, ...]:
        """The cards, sound or not."""
        return self.document.cards

    @cached_property
    def read(self) -> tuple[Line, ...]:
        """Every line that visitors read, but for the title."""
        return tuple(line for part in self.parts for line in read_lines(part))


def read_lines(part: Part) -> list[Line]:
    """The lines of a part that visitors read."""
    return [line for line in part.lines if line.kind not in _UNREAD]


def bullets(card: WrittenCard) -> int:
    """How many bullets a card has."""
    return sum(len(block.texts) for block in card.blocks if block.kind == "bullets")


def call_outs(card: WrittenCard) -> list[WrittenBlock]:
    """The framed sentences of a card."""
    return [block for block in card.blocks if block.kind not in ("bullets", "paragraph")]
