"""Where what a topic says comes from."""

from __future__ import annotations

from typing import Final

from kiosk.library.index.item import Item, Miss, TopicInLanguage, Wanted

SOURCES: Final = Wanted(
    "sources",
    "each card and check question stands on a named source (topic.toml)",
    "CDC 11",
    "cards and questions",
)


def sources(text: TopicInLanguage) -> Item:
    """Cards and check questions that no source names."""
    if text.sources is None:
        return SOURCES.counted(0, (), "topic.toml cannot be read")
    named = {name for entry in text.sources for name in entry.table.cards}
    parts = [(card.id, card.title.at) for card in text.cards]
    parts += [(check.id, check.prompt.at) for check in text.document.checks]
    misses = [Miss(at, "no source names it") for name, at in parts if name not in named]
    return SOURCES.counted(len(parts), misses)
