"""Cards for some stages only: what is named is there, and every stage keeps a whole topic."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from kiosk.domain.content import Stage
from kiosk.library.document import Document
from kiosk.library.finding import Finding, error, nearest, quoted
from kiosk.library.tables import Toml
from kiosk.library.topics import TopicFolder
from kiosk.library.tree import ContentTree

RULE: Final = "stages"
CARDS: Final = 3
CHECKS: Final = 2


def stages(tree: ContentTree, broken: AbstractSet[str]) -> Iterator[Finding]:
    """Every `[[only]]` of every topic."""
    for topic in tree.topics:
        model = topic.model(broken)
        if topic.file is None or topic.head is None or not topic.only:
            continue
        yield from _tables(topic, topic.file, topic.head.stages)
        if model is not None:
            yield from _names(topic, topic.file, model)
            yield from _enough(topic, topic.file, topic.head.stages, model)


def _tables(topic: TopicFolder, file: Toml, known: tuple[Stage, ...]) -> Iterator[Finding]:
    for entry in topic.only:
        for key in ("stages", "cards"):
            if not getattr(entry.table, key):
                at = file.at("only", entry.count, key)
                yield error(file.path, at, RULE, f"{key} names nothing; name at least one")
        for stage in entry.table.stages:
            if stage not in known:
                message = f"the topic is not for the stage {stage}; remove it or add it above"
                at = file.at("only", entry.count, "stages")
                yield error(file.path, at, RULE, message)


def _names(topic: TopicFolder, file: Toml, model: Document) -> Iterator[Finding]:
    known = [each.id for each in (*model.cards, *model.checks, *model.asks)]
    seen: set[str] = set()
    for entry in topic.only:
        at = file.at("only", entry.count, "cards")
        for name in entry.table.cards:
            if name not in known:
                message = f"there is no card or question {quoted(name)}; correct or remove it"
                yield error(file.path, at, RULE, message + nearest(name, known))
            elif name in seen:
                message = f"{name} is named twice; put all its stages into one [[only]]"
                yield error(file.path, at, RULE, message)
            seen.add(name)


def _enough(
    topic: TopicFolder, file: Toml, known: tuple[Stage, ...], model: Document
) -> Iterator[Finding]:
    for stage in known:
        others = {
            name
            for entry in topic.only
            if stage not in entry.table.stages
            for name in entry.table.cards
        }
        cards = sum(card.id not in others for card in model.cards)
        checks = sum(check.id not in others for check in model.checks)
        if cards < CARDS or checks < CHECKS:
            message = (
                f"at the stage {stage} {cards} cards and {checks} check questions are left;"
                f" leave at least {CARDS} and {CHECKS}"
            )
            yield error(file.path, file.at("only", 0), RULE, message)
