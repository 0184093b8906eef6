"""Texts that are hard to read for who is tired, worried or new to the language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.finding import START, Finding, quoted, warning
from kiosk.library.parts import Line, LineKind, Part, PartKind
from kiosk.library.readability import (
    fernandez_huerta,
    flesch_kincaid,
    measure,
    sentences,
    words,
)
from kiosk.library.tree import ContentTree

RULE: Final = "reading"
GRADE: Final = 6.0
CARD_GRADE: Final = 8.0
EASE: Final = 70.0
SENTENCE_WORDS: Final = 20
WORD_LETTERS: Final = 20
CHINESE: Final = "zh_Hans"
SENTENCE_CHARACTERS: Final = 40
_UNREAD: Final = frozenset({LineKind.ALT, LineKind.SPOKEN, LineKind.TITLE})


def reading(tree: ContentTree) -> Iterator[Finding]:
    """English and Spanish by their formulas, other languages by the length of sentences."""
    parts = [part for part in tree.parts if part.path.endswith(".md")]
    for _, document in tree.documents():
        own = [part for part in parts if part.path == document.path]
        lines = [line.text for part in own for line in _read(part)]
        if document.language == "en":
            yield from _english(document.path, lines, own)
        elif document.language == "es":
            ease = fernandez_huerta(measure(lines, "es"))
            if lines and ease < EASE:
                message = f"the reading ease is {ease:.0f} (Fernández Huerta); make it {EASE:.0f}"
                yield warning(document.path, START, RULE, f"{message} or more by shorter sentences")
    for part in tree.parts:
        if part.language not in ("en", "es"):
            for line in _read(part):
                yield from _line(part, line)


def _read(part: Part) -> list[Line]:
    return [line for line in part.lines if line.kind not in _UNREAD]


def _english(path: str, lines: list[str], parts: list[Part]) -> Iterator[Finding]:
    grade = flesch_kincaid(measure(lines, "en"))
    if grade > GRADE:
        message = (
            f"the reading level is grade {grade:.1f} (Flesch-Kincaid); bring it to {GRADE:.0f}"
        )
        yield warning(path, START, RULE, f"{message} by shorter words and sentences")
    for part in parts:
        grade = flesch_kincaid(measure([line.text for line in _read(part)], "en"))
        if part.kind is PartKind.CARD and grade > CARD_GRADE:
            message = f"the card's reading level is grade {grade:.1f}; use shorter words"
            yield warning(path, part.at, RULE, message)


def _line(part: Part, line: Line) -> Iterator[Finding]:
    for sentence in sentences(line.text):
        chinese = part.language == CHINESE
        count = len(sentence.replace(" ", "")) if chinese else len(words(sentence))
        most = SENTENCE_CHARACTERS if chinese else SENTENCE_WORDS
        if count > most:
            what = "characters" if chinese else "words"
            message = f"the sentence has {count} {what}; split it so that none has more than {most}"
            yield warning(part.path, line.at, RULE, message)
    for word in words(line.text) if part.language != CHINESE else ():
        if len(word) > WORD_LETTERS:
            message = f"{quoted(word)} has {len(word)} letters; use a shorter word"
            yield warning(part.path, line.at, RULE, message)
