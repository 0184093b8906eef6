"""How hard a text is to read: known formulas for English and Spanish, lengths elsewhere.

Syllables are counted by the places where a word may be divided. This misses some, such as the
first one of "area", in the same way as the usual programs for these formulas do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyphen import Pyphen

_END: Final = re.compile(r"[.!?…]+(?=[\s»”’)]|$)|[。！？؟]+")
_WORD: Final = re.compile(r"[\w’'-]*\w[\w’'-]*")
_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
_DICTIONARIES: Final = {"en": "en_US", "es": "es"}


@dataclass(frozen=True, slots=True)
class Measure:
    """How much there is of a text."""

    sentences: int
    words: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        """The average; 0 without words."""
        return self.words / max(1, self.sentences)

    @property
    def syllables_a_word(self) -> float:
        """The average; 0 without words."""
        return self.syllables / max(1, self.words)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a line; a figure such as 100.4 ends none."""
    for part in _END.split(text):
        if _WORD.search(part):
            yield part.strip()


def words(text: str) -> list[str]:
    """The words of a text, figures among them."""
    return _WORD.findall(text)


def measure(lines: Iterable[str], language: str) -> Measure:
    """Count a text line by line: the end of a line ends a sentence.

    Args:
        lines: Bullets, paragraphs, answers and so on.
        language: "en" or "es".
    """
    found = [words(sentence) for line in lines for sentence in sentences(line)]
    counts = [_syllables(word, language) for sentence in found for word in sentence]
    return Measure(len(found), len(counts), sum(counts))


def flesch_kincaid(text: Measure) -> float:
    """The school grade of an English text (Kincaid, Fishburne, Rogers and Chissom 1975)."""
    return 0.39 * text.words_a_sentence + 11.8 * text.syllables_a_word - 15.59


def fernandez_huerta(text: Measure) -> float:
    """The ease of a Spanish text, 100 and above very easy (Fernández Huerta 1959)."""
    return 206.84 - 60 * text.syllables_a_word - 1.02 * text.words_a_sentence


@cache
def _syllables(word: str, language: str) -> int:
    parts = [part for part in _NOT_LETTERS.split(word.casefold()) if part]
    dictionary = _dictionary(language)
    return max(1, sum(len(dictionary.positions(part)) + 1 for part in parts))


@cache
def _dictionary(language: str) -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang=_DICTIONARIES[language])
