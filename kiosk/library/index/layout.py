"""How a text is laid out: in chunks, in lists, with what draws the eye."""

from __future__ import annotations

from typing import Final

from kiosk.library.check.length import CARD_BULLETS, CARD_WORDS, words_in
from kiosk.library.document import WrittenCard
from kiosk.library.finding import START
from kiosk.library.index.item import Item, Miss, TopicInLanguage, Wanted, bullets, call_outs

CHUNKS: Final = Wanted(
    "chunks",
    f"each card is a chunk of at most {CARD_WORDS} words",
    "CDC 9; PEMAT 8",
    "cards",
)
LISTS: Final = Wanted(
    "lists", f"there are lists, and none has more than {CARD_BULLETS} bullets", "CDC 8", "lists"
)
CUES: Final = Wanted(
    "cues",
    "each card has bullets or a framed sentence that draw the eye to what matters",
    "PEMAT 12",
    "cards",
)


def chunks(text: TopicInLanguage) -> Item:
    """Words of a card; its heading does not count."""
    counts = [(card, _words(card, text.language)) for card in text.cards]
    misses = [
        Miss(card.title.at, f"the card has {count} words")
        for card, count in counts
        if count > CARD_WORDS
    ]
    return CHUNKS.counted(len(counts), misses)


def _words(card: WrittenCard, language: str) -> int:
    return sum(words_in(line.text, language) for block in card.blocks for line in block.texts)


def lists(text: TopicInLanguage) -> Item:
    """Bullets of a card."""
    counts = [(card, bullets(card)) for card in text.cards if bullets(card)]
    if not counts:
        return LISTS.counted(1, [Miss(START, "there is no list")])
    misses = [
        Miss(card.title.at, f"the list has {count} bullets")
        for card, count in counts
        if count > CARD_BULLETS
    ]
    return LISTS.counted(len(counts), misses)


def cues(text: TopicInLanguage) -> Item:
    """Cards of paragraphs alone draw the eye to nothing."""
    why = "nothing but paragraphs stands on the card"
    plain = [card for card in text.cards if not bullets(card) and not call_outs(card)]
    return CUES.counted(len(text.cards), [Miss(card.title.at, why) for card in plain])
