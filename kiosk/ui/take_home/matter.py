"""What stands on the page, taken from the visit and the content, before any drawing.

Nothing of the questionnaire comes in here, and no line that is not to go home with her.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.code import VisitCode
from kiosk.domain.content import (
    Bullets,
    CallOut,
    Card,
    ContentLibrary,
    Paragraph,
    Stage,
    Subject,
    Topic,
)
from kiosk.domain.stage_text import text_for
from kiosk.domain.visit import Visit
from kiosk.i18n import Words
from kiosk.settings import Settings


@dataclass(frozen=True, slots=True)
class Point:
    """A card that she read: its heading, its bullets, what else it says, what is urgent."""

    title: str
    bullets: tuple[str, ...]
    prose: tuple[str, ...]
    urgent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicPart:
    """A topic that she read; `picture` is a path, or empty for the topic's icon alone.

    `take_home` is what its authors want remembered; where there is none, the cards she read
    are its `points`.
    """

    title: str
    icon: str
    picture: str
    tint: int
    points: tuple[Point, ...]
    take_home: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignPart:
    """A warning sign's short label and its picture's path."""

    label: str
    picture: str


@dataclass(frozen=True, slots=True)
class LinePart:
    """A telephone line as it is dialled and named."""

    number: str
    name: str
    note: str
    emergency: bool


@dataclass(frozen=True, slots=True)
class Matter:
    """All that the page may say."""

    clinic: str
    day: str
    code: VisitCode
    topics: tuple[TopicPart, ...]
    questions: tuple[str, ...]
    signs: tuple[SignPart, ...]
    lines: tuple[LinePart, ...]
    draft: bool
    mark: str = ""


def gather(
    visit: Visit, library: ContentLibrary, words: Words, settings: Settings, mark: str = ""
) -> Matter:
    """Everything for the page, in the language of `words`; `mark` stands beside the code."""
    language = words.language
    read = {topic_id for topic_id, _ in visit.cards_read}
    topics = [t for t in library.topics if t.id in read and language in t.texts]
    stage = visit.stage or Stage.SUPPORTING
    return Matter(
        clinic=settings.clinic.name,
        day=words.date(visit.finished_at or visit.updated_at),
        code=visit.code,
        topics=tuple(_topic(topic, visit, language) for topic in topics),
        questions=tuple(_questions(visit, library, language)),
        signs=tuple(_signs(library, stage, language)),
        lines=tuple(_lines(library, stage, language)),
        draft=_is_draft(topics, library, language),
        mark=mark,
    )


def _topic(topic: Topic, visit: Visit, language: str) -> TopicPart:
    text = text_for(topic, language, visit.stage)
    cards = [card for card in text.cards if (topic.id, card.id) in visit.cards_read]
    # Nearly every picture shows a pregnancy or a baby.
    pictured = cards and visit.stage is not Stage.LOSS
    return TopicPart(
        title=text.title,
        icon=topic.icon,
        picture=topic.picture_path(cards[0].picture) if pictured else "",
        tint=topic.tint,
        points=() if text.take_home else tuple(_point(card) for card in cards),
        take_home=text.take_home,
    )


def _point(card: Card) -> Point:
    notes = [b.text for b in card.blocks if isinstance(b, CallOut) and b.kind != "urgent"]
    return Point(
        title=card.title,
        bullets=tuple(item for b in card.blocks if isinstance(b, Bullets) for item in b.items),
        prose=(*(b.text for b in card.blocks if isinstance(b, Paragraph)), *notes),
        urgent=tuple(b.text for b in card.blocks if isinstance(b, CallOut) and b.kind == "urgent"),
    )


def _questions(visit: Visit, library: ContentLibrary, language: str) -> Iterator[str]:
    texts = {
        (topic.id, question.id): question.text
        for topic in library.topics
        if language in topic.texts
        for question in topic.texts[language].questions
    }
    return (texts[key] for key in visit.questions if key in texts)


def _signs(library: ContentLibrary, stage: Stage, language: str) -> Iterator[SignPart]:
    for sign in library.signs:
        if sign.subject is Subject.MOTHER and stage in sign.stages and language in sign.labels:
            label = sign.labels[language]
            yield SignPart(label.label_loss if stage is Stage.LOSS else label.label, sign.picture)


def _lines(library: ContentLibrary, stage: Stage, language: str) -> Iterator[LinePart]:
    for line in library.help_lines:
        if line.take_home and stage in line.stages and language in line.name:
            yield LinePart(
                number=line.number,
                name=line.name[language],
                note=line.note.get(language, ""),
                emergency=line.kind == "emergency",
            )


def _is_draft(topics: list[Topic], library: ContentLibrary, language: str) -> bool:
    """Whether a topic shown is not approved; without topics, whether nothing is."""
    if not topics:
        return all(approved != language for _, approved in library.approved)
    return any((topic.id, language) not in library.approved for topic in topics)
