"""Ids that stand twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.library.document import Document
from kiosk.library.finding import At, Finding, error
from kiosk.library.tree import ContentTree

RULE: Final = "ids"


def ids(tree: ContentTree) -> Iterator[Finding]:
    """Cards and check questions share their ids; answers and questions to ask have their own."""
    for _, document in tree.documents():
        yield from _twice(
            document,
            [
                *((card.id, card.title.at) for card in document.cards),
                *((check.id, check.prompt.at) for check in document.checks),
            ],
        )
        for check in document.checks:
            yield from _twice(document, [(choice.id, choice.text.at) for choice in check.choices])
        yield from _twice(document, [(ask.id, ask.text.at) for ask in document.asks])


def _twice(document: Document, named: Iterable[tuple[str, At]]) -> Iterator[Finding]:
    first: dict[str, At] = {}
    for name, at in named:
        if name in first:
            message = f"the id {name} already stands in line {first[name].line}; choose another"
            yield error(document.path, at, RULE, message)
        elif name:
            first[name] = at
