"""Questions and answers that stand twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.library.document import Document, Written
from kiosk.library.finding import Finding, error, warning
from kiosk.library.forms import folded
from kiosk.library.tree import ContentTree

RULE: Final = "repeats"


def repeats(tree: ContentTree) -> Iterator[Finding]:
    """The same answer twice is an error: nobody could tell which is right."""
    for _, document in tree.documents():
        yield from _document(document)


def _document(document: Document) -> Iterator[Finding]:
    path = document.path
    for check in document.checks:
        for text, first in _twice(choice.text for choice in check.choices):
            message = f"the answer says what line {first.at.line} says; write another"
            yield error(path, text.at, RULE, message)
    for what, texts in (
        ("check question", [check.prompt for check in document.checks]),
        ("question to ask", [ask.text for ask in document.asks]),
        ("card's heading", [card.title for card in document.cards]),
    ):
        for text, first in _twice(texts):
            message = f"the {what} says what line {first.at.line} says; reword or remove it"
            yield warning(path, text.at, RULE, message)


def _twice(texts: Iterable[Written]) -> Iterator[tuple[Written, Written]]:
    """Each text that repeats an earlier one, with that one."""
    first: dict[str, Written] = {}
    for written in texts:
        text = folded(written.text)
        if text and text in first:
            yield written, first[text]
        first.setdefault(text, written)
