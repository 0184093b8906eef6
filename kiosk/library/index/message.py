"""The message of each card, what it asks for, and what is left to take along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.check.length import HEADING_WORDS, words_in
from kiosk.library.check.take_home import POINTS
from kiosk.library.document import WrittenCard
from kiosk.library.finding import START
from kiosk.library.index.item import Item, Miss, TopicInLanguage, Wanted, call_outs
from kiosk.library.index.verbs import VERBS, asks

HEADING: Final = Wanted(
    "heading",
    f"each card opens with a heading of at most {HEADING_WORDS} words",
    "CDC 2, 3; PEMAT 9",
    "cards",
)
ACTION: Final = Wanted(
    "action",
    "each card asks for something: a line that begins with what to do, or a framed sentence",
    "CDC 5, 12; PEMAT 20, 21",
    "cards",
)
SUMMARY: Final = Wanted(
    "summary",
    f"{POINTS[0]} or {POINTS[1]} points to remember sum the topic up",
    "PEMAT 11",
    "topics",
)
TOOL: Final = Wanted("tool", "there are questions to take along and ask", "PEMAT 23", "topics")


def heading(text: TopicInLanguage) -> Item:
    """Headings: there, and short."""
    return HEADING.counted(len(text.cards), _headings(text))


def _headings(text: TopicInLanguage) -> Iterator[Miss]:
    for card in text.cards:
        count = words_in(card.title.text, text.language)
        if not count:
            yield Miss(card.title.at, "the card has no heading")
        elif count > HEADING_WORDS:
            yield Miss(card.title.at, f"the heading has {count} words")


def action(text: TopicInLanguage) -> Item:
    """Cards that ask for something, in languages whose verbs are known."""
    if text.language not in VERBS:
        return ACTION.counted(0, (), "no verbs are known for this language")
    why = "no line begins with what to do, and no sentence is framed"
    misses = [Miss(c.title.at, why) for c in text.cards if not _acts(c, text.language)]
    return ACTION.counted(len(text.cards), misses)


def _acts(card: WrittenCard, language: str) -> bool:
    lines = [card.title, *(line for block in card.blocks for line in block.texts)]
    return bool(call_outs(card)) or any(asks(line.text, language) for line in lines)


def summary(text: TopicInLanguage) -> Item:
    """The points to remember."""
    section = text.document.take_home
    if section is None:
        return SUMMARY.counted(1, [Miss(START, "there are no points to remember")])
    count, (least, most) = len(section.points), POINTS
    wrong = not least <= count <= most
    return SUMMARY.counted(1, [Miss(section.title.at, f"there are {count} points")] * wrong)


def tool(text: TopicInLanguage) -> Item:
    """Questions to ask, which are printed on the page that goes home."""
    missing = not text.document.asks
    return TOOL.counted(1, [Miss(START, "there are no questions to ask")] * missing)
