"""Every text of the content, part by part: what one language says and another must say too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kiosk.library.document import Document, WrittenCard, WrittenCheck
from kiosk.library.finding import At
from kiosk.library.helplines import LineFile
from kiosk.library.signs import LabelFile
from kiosk.library.tables import Toml

SIGNS: Final = "signs"
HELP_LINES: Final = "helplines"
TAKE_HOME: Final = "take-home"


class PartKind(StrEnum):
    """What a part is."""

    FRONT = "front"
    CARD = "card"
    CHECK = "check question"
    ASK = "question to ask"
    TAKE_HOME = "take-home"
    SIGN = "sign"
    HELP_LINE = "help line"


class LineKind(StrEnum):
    """What a line is; a line is one bullet, paragraph, answer and so on."""

    TITLE = "title"
    HEADING = "heading"
    ALT = "alt"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    CALL_OUT = "call-out"
    SPOKEN = "spoken"
    ANSWER = "answer"
    EXPLANATION = "explanation"
    ASK = "ask"
    POINT = "point"
    LABEL = "label"
    NAME = "name"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One text; `key` is its place in its part, the same in every language."""

    key: str
    kind: LineKind
    text: str
    at: At


@dataclass(frozen=True, slots=True)
class Part:
    """A card, question, sign and so on in one language; `owner` is its topic or list."""

    owner: str
    kind: PartKind
    id: str
    language: str
    path: str
    at: At
    lines: tuple[Line, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What the part is called in every language."""
        return self.owner, self.kind, self.id


def document_parts(owner: str, document: Document) -> Iterator[Part]:
    """Everything that a card file says."""
    path, language = document.path, document.language

    def part(kind: PartKind, name: str, lines: list[Line]) -> Part:
        return Part(owner, kind, name, language, path, lines[0].at, tuple(lines))

    front = [
        Line(key, LineKind.TITLE, written.text, written.at)
        for key, written in document.front.items()
    ]
    if front:
        yield part(PartKind.FRONT, "", front)
    for card in document.cards:
        yield part(PartKind.CARD, card.id, list(_card_lines(card)))
    for check in document.checks:
        yield part(PartKind.CHECK, check.id, list(_check_lines(check)))
    for ask in document.asks:
        yield part(PartKind.ASK, ask.id, [Line("ask", LineKind.ASK, ask.text.text, ask.text.at)])
    section = document.take_home
    if section is not None:
        heading = Line("heading", LineKind.HEADING, section.title.text, section.title.at)
        points = [
            Line(f"point {number}", LineKind.POINT, point.text, point.at)
            for number, point in enumerate(section.points, start=1)
        ]
        yield part(PartKind.TAKE_HOME, TAKE_HOME, [heading, *points])


def _card_lines(card: WrittenCard) -> Iterator[Line]:
    yield Line("heading", LineKind.HEADING, card.title.text, card.title.at)
    for picture in card.pictures:
        yield Line("alt", LineKind.ALT, picture.alt, picture.at)
    for number, block in enumerate(card.blocks, start=1):
        kind = {"bullets": LineKind.BULLET, "paragraph": LineKind.PARAGRAPH}.get(
            block.kind, LineKind.CALL_OUT
        )
        for count, text in enumerate(block.texts, start=1):
            yield Line(f"{block.kind} {number}.{count}", kind, text.text, text.at)
    if card.spoken is not None:
        yield Line("spoken", LineKind.SPOKEN, card.spoken.text, card.spoken.at)


def _check_lines(check: WrittenCheck) -> Iterator[Line]:
    yield Line("prompt", LineKind.HEADING, check.prompt.text, check.prompt.at)
    for choice in check.choices:
        told = choice.explanation
        yield Line(f"answer {choice.id}", LineKind.ANSWER, choice.text.text, choice.text.at)
        yield Line(f"why {choice.id}", LineKind.EXPLANATION, told.text, told.at)


def sign_parts(language: str, labels: LabelFile) -> Iterator[Part]:
    """The words of every warning sign in one language."""
    file = labels.file
    for name, label in labels.labels.items():
        texts = {key: str(getattr(label, key)) for key in label.__struct_fields__}
        lines = [
            Line(key, LineKind.LABEL, text, file.at(name, key))
            for key, text in texts.items()
            if text
        ]
        at = file.at(name)
        yield Part(SIGNS, PartKind.SIGN, name, language, file.path, at, tuple(lines))


def help_line_parts(lines: LineFile) -> Iterator[Part]:
    """The words of every help line, language by language."""
    if lines.file is None:
        return
    for entry in lines.lines:
        for language in dict.fromkeys((*entry.table.name, *entry.table.note)):
            found = list(_help_lines(lines.file, entry.count, language, entry.words()))
            yield Part(
                HELP_LINES,
                PartKind.HELP_LINE,
                entry.table.id,
                language,
                lines.path,
                found[0].at,
                tuple(found),
            )


def _help_lines(
    file: Toml, count: int, language: str, words: Mapping[str, Mapping[str, str]]
) -> Iterator[Line]:
    for key, texts in words.items():
        if language in texts:
            kind = LineKind.NAME if key == "name" else LineKind.NOTE
            yield Line(key, kind, texts[language], file.at("line", count, key, language))
