"""Texts in another language than their file's: two files swapped, or a card put into the wrong one.

No list of words is needed: each language is known by what its other topics, signs and help lines
say, so this holds for languages that a clinic adds as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kiosk.domain.language import LANGUAGES, Language
from kiosk.library.finding import Finding, error
from kiosk.library.forms import folded
from kiosk.library.parts import Part
from kiosk.library.tree import ContentTree

RULE: Final = "language"
LEAST_WORDS: Final = 8
"""A part with fewer words says too little to be told apart."""

LEAST_KNOWN: Final = 120
"""Different words that a language needs elsewhere before anything is held against it."""

OWN: Final = 0.6
"""Share of words that are known in the own language: with so many, nothing else is asked."""

MARGIN: Final = 0.3
"""By so much more of the words must be known in the other language."""

_WORD: Final = re.compile("[㐀-䶿一-鿿豈-﫿]|[^\\W\\d_㐀-䶿一-鿿豈-﫿]+")


@dataclass
class _Vocabulary:
    """The words of one language, and in how many topics or lists each stands."""

    owners: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    counts: Counter[str] = field(default_factory=Counter[str])

    def add(self, owner: str, words: set[str]) -> None:
        new = words - self.owners.setdefault(owner, set())
        self.owners[owner] |= new
        self.counts.update(new)

    def is_known(self, but: str) -> bool:
        """Whether enough is said elsewhere than in `but` to know the language by."""
        here = self.owners.get(but, set())
        return len(self.counts) - sum(self.counts[word] == 1 for word in here) >= LEAST_KNOWN

    def share(self, words: list[str], but: str, least: int = 1) -> float:
        """How many of the words stand in at least so many places other than `but`, 0 to 1."""
        here = self.owners.get(but, set())
        found = sum(self.counts[word] - (word in here) >= least for word in words)
        return found / len(words)


def language(tree: ContentTree) -> Iterator[Finding]:
    """One finding a part; one alone where most of a file is in the other language."""
    parts = [(part, _words(part)) for part in tree.parts if part.language in LANGUAGES]
    known: dict[str, _Vocabulary] = {}
    for part, words in parts:
        known.setdefault(part.language, _Vocabulary()).add(part.owner, set(words))
    of_file: Counter[str] = Counter()
    wrong: dict[str, list[tuple[Part, str]]] = {}
    for part, words in parts:
        if len(words) < LEAST_WORDS:
            continue
        of_file[part.path] += 1
        if other := _other(part, words, known):
            wrong.setdefault(part.path, []).append((part, other))
    for path, found in wrong.items():
        mostly = len(found) * 2 > of_file[path] and len(found) > 1
        for part, other in found[:1] if mostly else found:
            own, what = LANGUAGES[part.language], "this file" if mostly else "this"
            message = f"{what} is not {_name(own)} but {_name(LANGUAGES[other])}"
            yield error(path, part.at, RULE, f"{message}; put it into the file of its language")


def _other(part: Part, words: list[str], known: dict[str, _Vocabulary]) -> str | None:
    """The language that a part is in, if it is not its own."""
    own = known[part.language].share(words, part.owner)
    if own >= OWN or not known[part.language].is_known(part.owner):
        return None
    # Words of one place alone may have got there by the same mistake.
    shares = {code: each.share(words, part.owner, least=2) for code, each in known.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= own + MARGIN else None


def _words(part: Part) -> list[str]:
    return [word for line in part.lines for word in _WORD.findall(folded(line.text))]


def _name(language: Language) -> str:
    return f"{language.name} ({language.code})"
