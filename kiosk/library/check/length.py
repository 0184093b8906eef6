"""Cards that are too long to be read in a waiting room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kiosk.library.document import Document, Odd, WrittenCard
from kiosk.library.finding import Finding, error, warning
from kiosk.library.tree import ContentTree

RULE: Final = "length"
CARD_WORDS: Final = 40
CARD_BULLETS: Final = 4
BULLET_WORDS: Final = 14
HEADING_WORDS: Final = 8
CHARACTERS_A_WORD: Final = 1.7
"""Chinese is written without spaces; so many of its characters make a word."""

SYLLABLES_A_WORD: Final = 1.25
"""Vietnamese is written with a space between syllables; so many of them make a word."""

VIETNAMESE: Final = "vi"
CREOLE: Final = "ht"

_LETTER: Final = re.compile(r"\w")
_CHINESE: Final = re.compile("[㐀-䶿一-鿿豈-﫿]")


def words_in(text: str, language: str = "") -> int:
    """The number of words; what has no letter or digit counts for nothing.

    Args:
        text: A line.
        language: What is a word in it: Haitian Creole writes "m ap" where others have an ending.
    """
    characters = len(_CHINESE.findall(text))
    others = _CHINESE.sub(" ", text).split() if characters else text.split()
    if language == CREOLE:
        others = [word for word in others if len(_LETTER.findall(word)) > 1 or word[0].isdigit()]
    counted = sum(1 for word in others if word[0].isalnum() or _LETTER.search(word))
    if language == VIETNAMESE:
        return round(counted / SYLLABLES_A_WORD)
    return counted + round(characters / CHARACTERS_A_WORD)


def length(tree: ContentTree) -> Iterator[Finding]:
    """Words of a card, bullets of a card, words of a bullet and of a heading."""
    for _, document in tree.documents():
        for oddity in document.oddities:
            if oddity.kind is Odd.LONG:
                message = "no screen has room for so much; shorten the text"
                yield error(document.path, oddity.at, RULE, message)
        for card in document.cards:
            yield from _card(document, card)


def _card(document: Document, card: WrittenCard) -> Iterator[Finding]:
    path, at, language = document.path, card.title.at, document.language
    count = sum(words_in(text.text, language) for block in card.blocks for text in block.texts)
    if count > CARD_WORDS:
        message = f"the card has {count} words; shorten it to {CARD_WORDS} or split it"
        yield error(path, at, RULE, message)
    bullets = [text for block in card.blocks if block.kind == "bullets" for text in block.texts]
    if len(bullets) > CARD_BULLETS:
        message = f"the card has {len(bullets)} bullets; keep {CARD_BULLETS} or split it"
        yield error(path, bullets[CARD_BULLETS].at, RULE, message)
    for bullet in bullets:
        if (count := words_in(bullet.text, language)) > BULLET_WORDS:
            message = f"the bullet has {count} words; shorten it to {BULLET_WORDS}"
            yield warning(path, bullet.at, RULE, message)
    if (count := words_in(card.title.text, language)) > HEADING_WORDS:
        message = f"the heading has {count} words; shorten it to {HEADING_WORDS}"
        yield warning(path, at, RULE, message)
