"""Sources: every card and check question stands on one, and it can be looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kiosk.library.document import Document
from kiosk.library.finding import START, Finding, error, nearest, quoted
from kiosk.library.tables import Toml
from kiosk.library.topics import SourceEntry, TopicFolder
from kiosk.library.tree import ContentTree

RULE: Final = "sources"
OLDEST: Final = 1950


def sources(tree: ContentTree, broken: AbstractSet[str]) -> Iterator[Finding]:
    """Sources of topics, signs and help lines."""
    latest = tree.today.year + 1
    for topic in tree.topics:
        if topic.file is not None:
            yield from _entries(topic.file, topic.sources, latest)
            yield from _carried(topic, topic.file, topic.model(broken))
    for part in (tree.signs, tree.helplines):
        if part.file is not None:
            yield from _entries(part.file, part.sources, latest)
    if tree.signs.file is not None:
        named = [("sign", entry.count, entry.table.source) for entry in tree.signs.signs]
        yield from _named(tree.signs.file, tree.signs.sources, named)
    if tree.helplines.file is not None:
        named = [("line", entry.count, entry.table.source) for entry in tree.helplines.lines]
        yield from _named(tree.helplines.file, tree.helplines.sources, named)


def _entries(file: Toml, entries: Sequence[SourceEntry], latest: int) -> Iterator[Finding]:
    seen: set[str] = set()
    for entry in entries:
        table, where = entry.table, ("source", entry.count)
        for key in ("id", "body", "title"):
            if not str(getattr(table, key)).strip():
                yield error(file.path, file.at(*where, key), RULE, f"{key} is empty; write it")
        if table.id in seen:
            message = f"the source {quoted(table.id)} stands here twice; choose another id"
            yield error(file.path, file.at(*where, "id"), RULE, message)
        seen.add(table.id)
        if not _is_link(table.link):
            message = "the link must begin with https:// and lead to the issuer; correct it"
            yield error(file.path, file.at(*where, "link"), RULE, message)
        if not OLDEST <= table.year <= latest:
            message = f"the year must lie between {OLDEST} and {latest}; correct it"
            yield error(file.path, file.at(*where, "year"), RULE, message)


def _is_link(link: str) -> bool:
    host = link.removeprefix("https://").partition("/")[0]
    return link.startswith("https://") and "." in host and not any(c.isspace() for c in link)


def _carried(topic: TopicFolder, file: Toml, model: Document | None) -> Iterator[Finding]:
    """Every card and check of the topic has a source; no source names what is not there."""
    if model is None:
        return
    known = [*(card.id for card in model.cards), *(check.id for check in model.checks)]
    carried = {name for entry in topic.sources for name in entry.table.cards}
    for name in known:
        if name and name not in carried:
            message = f"{name} has no source; name it in the cards of the source it stands on"
            yield error(file.path, START, RULE, message)
    for entry in topic.sources:
        for name in entry.table.cards:
            if name not in known:
                message = f"there is no card or check {quoted(name)}; correct or remove it"
                at = file.at("source", entry.count, "cards")
                yield error(file.path, at, RULE, message + nearest(name, known))


def _named(
    file: Toml, entries: Sequence[SourceEntry], named: list[tuple[str, int, str]]
) -> Iterator[Finding]:
    known = [entry.table.id for entry in entries]
    for kind, count, source in named:
        if source not in known:
            message = f"there is no source {quoted(source)} in this file; add or correct it"
            at = file.at(kind, count, "source")
            yield error(file.path, at, RULE, message + nearest(source, known))
