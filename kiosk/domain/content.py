"""Education content as the screens need it, whatever file it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Stage(StrEnum):
    """Where the visitor stands; decides on topics, wording and the EPDS."""

    PREGNANT = "pregnant"
    POSTPARTUM = "postpartum"
    LOSS = "loss"
    SUPPORTING = "supporting"


class Subject(StrEnum):
    """Whom a warning sign concerns."""

    MOTHER = "mother"
    BABY = "baby"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallOut:
    """A framed sentence; `kind` is "urgent" or "note"."""

    kind: str
    text: str


Block = Paragraph | Bullets | CallOut


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file beside the text, with its alternative text."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Card:
    """One idea: a heading, a picture and a few lines.

    `spoken` is read aloud instead of the blocks; empty where they read well as they stand.
    """

    id: str
    title: str
    picture: Picture
    blocks: tuple[Block, ...]
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a check question and what is said when it is chosen."""

    id: str
    text: str
    right: bool
    explanation: str


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """A kind question after the cards; exactly one choice is right."""

    id: str
    prompt: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """A question that she may tick to ask her clinician."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a clinical fact comes from: always the issuing body."""

    id: str
    body: str
    title: str
    year: int
    link: str


@dataclass(frozen=True, slots=True)
class TopicText:
    """A topic in one language, whole; `take_home` is what to remember, a sentence each."""

    language: str
    title: str
    spoken: str
    cards: tuple[Card, ...]
    checks: tuple[CheckQuestion, ...]
    questions: tuple[AskQuestion, ...]
    take_home: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its texts by language; ids are the same in every language.

    `only` holds the cards, check questions and questions to ask that are not for all its
    stages, by id; `after_loss` the pictures that have another one for after a loss, file by
    file. `text_for` in `kiosk.domain.stage_text` knows what to do with both.
    """

    id: str
    order: int
    stages: frozenset[Stage]
    tint: int
    icon: str
    minutes: int
    sources: tuple[Source, ...]
    texts: Mapping[str, TopicText]
    folder: str
    only: Mapping[str, frozenset[Stage]] = field(default_factory=dict[str, frozenset[Stage]])
    after_loss: Mapping[str, str] = field(default_factory=dict[str, str])

    def picture_path(self, picture: Picture) -> str:
        """The picture's path on disk."""
        return f"{self.folder}/{picture.file}"


@dataclass(frozen=True, slots=True)
class SignLabel:
    """A warning sign in one language; the loss forms speak of no baby."""

    label: str
    say: str
    label_loss: str
    say_loss: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A warning sign, its picture's path and its labels by language."""

    id: str
    subject: Subject
    picture: str
    stages: frozenset[Stage]
    labels: Mapping[str, SignLabel]


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A telephone line; `number` is as dialled, name and note are by language."""

    id: str
    number: str
    kind: str
    spoken: str
    take_home: bool
    stages: frozenset[Stage]
    name: Mapping[str, str]
    note: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ContentLibrary:
    """All content that the kiosk may show.

    `approved` holds the (topic id, language) pairs that a clinic has approved; all else is
    a draft. `spoken` holds by language what to say for a written form, such as a unit.
    `left_out` holds the ids of topics that the clinic does not show; visits of before know them.
    """

    topics: tuple[Topic, ...]
    signs: tuple[Sign, ...]
    help_lines: tuple[HelpLine, ...]
    languages: tuple[str, ...]
    approved: frozenset[tuple[str, str]] = frozenset()
    spoken: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    left_out: frozenset[str] = frozenset()

    @property
    def shown_topics(self) -> tuple[Topic, ...]:
        """The topics that visitors are offered, in their order."""
        return tuple(topic for topic in self.topics if topic.id not in self.left_out)

    def topic(self, topic_id: str) -> Topic:
        """The topic with this id.

        Raises:
            KeyError: There is none.
        """
        for topic in self.topics:
            if topic.id == topic_id:
                return topic
        raise KeyError(topic_id)

    def sign(self, sign_id: str) -> Sign:
        """The sign with this id.

        Raises:
            KeyError: There is none.
        """
        for sign in self.signs:
            if sign.id == sign_id:
                return sign
        raise KeyError(sign_id)
