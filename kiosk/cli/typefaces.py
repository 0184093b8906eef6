"""Which characters of each language's texts its faces lack, on the screen and on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kiosk.domain.content import Bullets, ContentLibrary, Topic
from kiosk.domain.language import own_name
from kiosk.library.typefaces import drawable
from kiosk.pdf.fonts import FontBook, own_fonts
from kiosk.services.doctor import FontFacts

_WITHOUT_SHAPE: Final = frozenset("\u00a0\u2009\u202f\u200e\u200f\u061c\u200b\u200c\u200d")
"""Spaces and marks of direction leave nothing to see, whichever face they are from."""


def missing_files(folder: Path) -> tuple[str, ...]:
    """Names of the font files that are not there."""
    every = [file for of in own_fonts(folder).values() for file in (of.regular, of.semibold)]
    return tuple(file.name for file in every if not file.is_file())


def coverage_facts(
    languages: Iterable[str], library: ContentLibrary, folder: Path
) -> Iterator[FontFacts]:
    """For each language, what its faces lack of its own name and of the content's texts."""
    book = FontBook(own_fonts(folder))
    for language in languages:
        letters = sorted(set("".join(_texts(library, language))) - _WITHOUT_SHAPE)
        shown = [letter for letter in letters if letter.isprintable() and not letter.isspace()]
        known = drawable(language, folder)
        screen = None if known is None else "".join(x for x in shown if ord(x) not in known)
        paper = "".join(letter for letter in shown if not book.covers(letter, language))
        yield FontFacts(language, screen, paper)


def _texts(library: ContentLibrary, language: str) -> Iterator[str]:
    yield own_name(language)
    for topic in library.topics:
        yield from _of_topic(topic, language)
    for sign in library.signs:
        if label := sign.labels.get(language):
            yield label.label
            yield label.say
    for line in library.help_lines:
        yield line.name.get(language, "")
        yield line.note.get(language, "")


def _of_topic(topic: Topic, language: str) -> Iterator[str]:
    text = topic.texts.get(language)
    if text is None:
        return
    yield text.title
    for card in text.cards:
        yield card.title
        for block in card.blocks:
            yield from block.items if isinstance(block, Bullets) else (block.text,)
    for check in text.checks:
        yield check.prompt
        for choice in check.choices:
            yield from (choice.text, choice.explanation)
    yield from (question.text for question in text.questions)
