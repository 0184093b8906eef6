"""A card file as it was written: every part with its place, sound or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.content import (
    AskQuestion,
    Block,
    Bullets,
    CallOut,
    Card,
    CheckQuestion,
    Choice,
    Paragraph,
    Picture,
    TopicText,
)
from kiosk.library.finding import At


class Odd(StrEnum):
    """What the card format does not know; each is worded by the rule that reports it."""

    NO_FRONT = "no_front"
    FRONT_OPEN = "front_open"
    FRONT_LINE = "front_line"
    FRONT_TWICE = "front_twice"
    HTML = "html"
    LINK = "link"
    EMPHASIS = "emphasis"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"
    NUMBERED = "numbered"
    NESTED = "nested"
    HEADING = "heading"
    PICTURE = "picture"
    CALL_OUT = "call_out"
    NO_ID = "no_id"
    BAD_ID = "bad_id"
    STRAY_ID = "stray_id"
    STRAY = "stray"
    MARK = "mark"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something out of place; `what` is the text in question."""

    kind: Odd
    at: At
    what: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A plain text and where it begins."""

    text: str
    at: At


@dataclass(frozen=True, slots=True)
class WrittenPicture:
    """A picture's line."""

    file: str
    alt: str
    at: At


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """`kind` is "paragraph", "bullets", "urgent" or "note"; one text a bullet."""

    kind: str
    texts: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class WrittenCard:
    """A card; `id` is empty where none is written, `spoken` None where it is read as it is."""

    id: str
    title: Written
    pictures: tuple[WrittenPicture, ...]
    blocks: tuple[WrittenBlock, ...]
    spoken: Written | None = None


@dataclass(frozen=True, slots=True)
class WrittenChoice:
    """An option of a check question."""

    id: str
    text: Written
    right: bool
    explanation: Written


@dataclass(frozen=True, slots=True)
class WrittenCheck:
    """A check question."""

    id: str
    prompt: Written
    choices: tuple[WrittenChoice, ...]


@dataclass(frozen=True, slots=True)
class WrittenAsk:
    """A question to ask."""

    id: str
    text: Written


@dataclass(frozen=True, slots=True)
class WrittenTakeHome:
    """The section of what to remember."""

    title: Written
    points: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole card file."""

    path: str
    language: str
    front: Mapping[str, Written]
    cards: tuple[WrittenCard, ...]
    checks: tuple[WrittenCheck, ...]
    asks: tuple[WrittenAsk, ...]
    take_home: WrittenTakeHome | None
    oddities: tuple[Oddity, ...]

    def topic_text(self) -> TopicText:
        """What the screens need; only for a document without errors."""
        return TopicText(
            language=self.language,
            title=self.front["title"].text,
            spoken=self.front["spoken"].text,
            cards=tuple(_card(card) for card in self.cards),
            checks=tuple(_check(check) for check in self.checks),
            questions=tuple(AskQuestion(ask.id, ask.text.text) for ask in self.asks),
            take_home=tuple(p.text for p in self.take_home.points) if self.take_home else (),
        )


def _card(card: WrittenCard) -> Card:
    picture = card.pictures[0]
    blocks = tuple(_block(block) for block in card.blocks)
    spoken = card.spoken.text if card.spoken else ""
    return Card(card.id, card.title.text, Picture(picture.file, picture.alt), blocks, spoken)


def _block(block: WrittenBlock) -> Block:
    texts = tuple(written.text for written in block.texts)
    match block.kind:
        case "bullets":
            return Bullets(texts)
        case "paragraph":
            return Paragraph(texts[0])
        case kind:
            return CallOut(kind, texts[0])


def _check(check: WrittenCheck) -> CheckQuestion:
    choices = tuple(
        Choice(choice.id, choice.text.text, choice.right, choice.explanation.text)
        for choice in check.choices
    )
    return CheckQuestion(check.id, check.prompt.text, choices)
