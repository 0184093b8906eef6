"""Sentences and words: short, easy to read, and those that people use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.domain.language import SPACELESS, script_of
from kiosk.library.check.reading import (
    CARD_GRADE,
    EASE,
    GRADE,
    SENTENCE_CHARACTERS,
    SENTENCE_WORDS,
    WORD_LETTERS,
)
from kiosk.library.finding import START, quoted
from kiosk.library.forms import folded, found_form, without_forms
from kiosk.library.glossary import TermTable
from kiosk.library.index.item import Item, Miss, TopicInLanguage, Wanted, read_lines
from kiosk.library.parts import Line, PartKind
from kiosk.library.readability import (
    Measure,
    fernandez_huerta,
    flesch_kincaid,
    measure,
    sentences,
    words,
)

SENTENCES: Final = Wanted(
    "sentences",
    f"no sentence has more than {SENTENCE_WORDS} words; where no spaces are written, "
    f"{SENTENCE_CHARACTERS} characters",
    "",
    "sentences",
)
READING: Final = Wanted(
    "reading",
    f"English is at grade {GRADE:.0f} (Flesch-Kincaid; a card at {CARD_GRADE:.0f}) or lower, "
    f"Spanish at an ease of {EASE:.0f} (Fernández Huerta) or higher",
    "",
    "texts and cards",
)
SHORT_WORDS: Final = Wanted(
    "short-words", f"no word has more than {WORD_LETTERS} letters", "", "words"
)
EVERYDAY: Final = Wanted(
    "everyday",
    "no word stands in the text that the glossary says to avoid",
    "CDC 7; PEMAT 3, 4",
    "lines",
)
_FORMULAS: Final = ("en", "es")


def sentence_length(text: TopicInLanguage) -> Item:
    """Sentences of every line that is read."""
    spaceless = script_of(text.language) in SPACELESS
    most = SENTENCE_CHARACTERS if spaceless else SENTENCE_WORDS
    what = "characters" if spaceless else "words"
    found = [(line.at, sentence) for line in text.read for sentence in sentences(line.text)]
    counts = [(at, len(s.replace(" ", "")) if spaceless else len(words(s))) for at, s in found]
    misses = [Miss(at, f"the sentence has {count} {what}") for at, count in counts if count > most]
    return SENTENCES.counted(len(counts), misses, "there are no sentences")


def reading(text: TopicInLanguage) -> Item:
    """The reading level of the whole and, in English, of each card."""
    if text.language not in _FORMULAS:
        return READING.counted(0, (), "no formula is known to fit this language")
    if not text.read:
        return READING.counted(0, (), "there is nothing to read")
    whole = _measure(text.read, text.language)
    if text.language == "es":
        ease = fernandez_huerta(whole)
        low = Miss(START, f"the reading ease is {ease:.0f}")
        return READING.counted(1, [low] if ease < EASE else [])
    cards = [part for part in text.parts if part.kind is PartKind.CARD]
    grades = [(START, "text", flesch_kincaid(whole), GRADE)]
    for card in cards:
        grade = flesch_kincaid(_measure(read_lines(card), text.language))
        grades.append((card.at, "card", grade, CARD_GRADE))
    misses = [
        Miss(at, f"the {what} is at grade {grade:.1f}")
        for at, what, grade, most in grades
        if grade > most
    ]
    return READING.counted(len(grades), misses)


def _measure(lines: list[Line] | tuple[Line, ...], language: str) -> Measure:
    return measure([line.text for line in lines], language)


def short_words(text: TopicInLanguage) -> Item:
    """Long words, where no formula looks at them."""
    if text.language in _FORMULAS:
        return SHORT_WORDS.counted(0, (), "the reading level looks at the words")
    if script_of(text.language) in SPACELESS:
        return SHORT_WORDS.counted(0, (), "this language is written without spaces")
    found = [(line.at, word) for line in text.read for word in words(line.text)]
    misses = [
        Miss(at, f"{quoted(word)} has {len(word)} letters")
        for at, word in found
        if len(word) > WORD_LETTERS
    ]
    return SHORT_WORDS.counted(len(found), misses, "there are no words")


def everyday(text: TopicInLanguage) -> Item:
    """Lines with a word to avoid, as the content check finds them."""
    entries = text.glossary.terms if text.glossary else ()
    terms = [entry.table for entry in entries if entry.table.avoid]
    if not terms:
        return EVERYDAY.counted(0, (), "the glossary of this language names no word to avoid")
    lines = [line for part in text.parts for line in part.lines]
    found = [(line.at, list(_avoided(line.text, terms, text.language))) for line in lines]
    misses = [Miss(at, f"the text says {' and '.join(bad)}") for at, bad in found if bad]
    return EVERYDAY.counted(len(lines), misses)


def _avoided(text: str, terms: list[TermTable], language: str) -> Iterator[str]:
    whole = folded(text)
    for term in terms:
        # A word may be right within the phrase to use.
        rest = without_forms(whole, term.use, language)
        if found := found_form(rest, term.avoid, language):
            yield quoted(found)
