"""Pictures: one for each card, described for who does not see it."""

from __future__ import annotations

from typing import Final

from kiosk.library.check.length import words_in
from kiosk.library.index.item import Item, Miss, TopicInLanguage, Wanted

PICTURES: Final = Wanted("pictures", "each card has one picture", "CDC 4; PEMAT 15", "cards")
DESCRIBED: Final = Wanted("described", "each picture is described in words", "", "pictures")


def pictures(text: TopicInLanguage) -> Item:
    """Cards with none, or with more than one."""
    misses = [
        Miss(card.title.at, f"the card has {len(card.pictures) or 'no'} pictures")
        for card in text.cards
        if len(card.pictures) != 1
    ]
    return PICTURES.counted(len(text.cards), misses)


def described(text: TopicInLanguage) -> Item:
    """Alternative texts."""
    found = [picture for card in text.cards for picture in card.pictures]
    misses = [Miss(p.at, "the picture is not described") for p in found if not words_in(p.alt)]
    return DESCRIBED.counted(len(found), misses, "there are no pictures")
