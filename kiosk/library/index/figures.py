"""Numbers: few on a card, each with words, none to be worked out."""

from __future__ import annotations

import re
from typing import Final

from kiosk.library.check.length import words_in
from kiosk.library.index.item import Item, Miss, TopicInLanguage, Wanted, read_lines
from kiosk.library.numbers import figures, phones, plain
from kiosk.library.parts import Line, PartKind

MOST: Final = 4
"""Numbers of a card: as many as it may have bullets. Neither body names a figure."""

LEAST_WORDS: Final = 2
"""Words, besides the number itself, that can say what it is for."""

FEW: Final = Wanted(
    "few-numbers",
    f"no card has more than {MOST} numbers (one in two units counts once, telephone numbers not)",
    "CDC 15; PEMAT 6",
    "cards with numbers",
)
EXPLAINED: Final = Wanted(
    "number-words",
    f"no number stands alone: at least {LEAST_WORDS} words stand with it",
    "CDC 16; PEMAT 6",
    "lines with numbers",
)
SUMS: Final = Wanted(
    "no-sums",
    "no number is a per cent or part of a sum",
    "CDC 15, 17; PEMAT 7",
    "lines with numbers",
)
_CELSIUS: Final = re.compile(r"°C$")
_FAHRENHEIT: Final = re.compile(r"°F$")
_SUM: Final = re.compile(r"[%٪％=÷×]|\d\s*\+\s*\d")
_NUMBER_AND_UNIT: Final = re.compile(
    r"[\d.,/:+-]*\d[\d.,/:+-]*|° ?[FC]|℉|℃|\b(?:mg|mcg|µg|lbs?|kg)\b", re.IGNORECASE | re.ASCII
)
_NONE: Final = "there are no numbers"


def few(text: TopicInLanguage) -> Item:
    """Numbers of each card that has any."""
    counts = [
        (part.at, sum(len(numbers(line.text)) for line in read_lines(part)))
        for part in text.parts
        if part.kind is PartKind.CARD
    ]
    found = [(at, count) for at, count in counts if count]
    misses = [Miss(at, f"the card has {count} numbers") for at, count in found if count > MOST]
    return FEW.counted(len(found), misses, _NONE)


def explained(text: TopicInLanguage) -> Item:
    """Lines that hold a number and next to nothing else."""
    lines = _with_numbers(text)
    misses = [Miss(x.at, "the number stands alone") for x in lines if _words(x.text) < LEAST_WORDS]
    return EXPLAINED.counted(len(lines), misses, _NONE)


def sums(text: TopicInLanguage) -> Item:
    """Lines whose numbers the reader must work with."""
    lines = _with_numbers(text)
    misses = [Miss(x.at, "there is a per cent or a sum") for x in lines if _SUM.search(x.text)]
    return SUMS.counted(len(lines), misses, _NONE)


def numbers(text: str) -> list[str]:
    """The numbers of a line that a reader has to understand."""
    calls = phones(text)
    found = [figure for figure in figures(text) if figure not in calls]
    if any(_FAHRENHEIT.search(figure) for figure in found):
        return [figure for figure in found if not _CELSIUS.search(figure)]
    return found


def _with_numbers(text: TopicInLanguage) -> list[Line]:
    """Lines of cards and of what to remember; an answer may be a number alone."""
    kinds = (PartKind.CARD, PartKind.TAKE_HOME)
    parts = [part for part in text.parts if part.kind in kinds]
    return [line for part in parts for line in read_lines(part) if numbers(line.text)]


def _words(text: str) -> int:
    return words_in(_NUMBER_AND_UNIT.sub(" ", plain(text)))
