"""Markdown that the card format does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kiosk.library.document import Odd
from kiosk.library.finding import Finding, error
from kiosk.library.tree import ContentTree

RULE: Final = "markup"

_MENDS: Final[Mapping[Odd, str]] = {
    Odd.LINK: "links cannot be followed at the kiosk; write plain text instead",
    Odd.EMPHASIS: "emphasis is not shown; remove the stars, underscores or tildes",
    Odd.CODE: "code is not shown; remove the backquotes, or the four spaces before the line",
    Odd.TABLE: "tables are not shown; write a short list instead",
    Odd.RULE: "lines across the page are not shown; remove it",
    Odd.NUMBERED: "numbered lists are not shown; begin each item with a dash",
    Odd.NESTED: "a list item or call-out holds one text only; take this out of it",
}


def markup(tree: ContentTree) -> Iterator[Finding]:
    """Links, emphasis, code, tables, rules, numbered and nested lists."""
    for _, document in tree.documents():
        for oddity in document.oddities:
            if oddity.kind in _MENDS:
                yield error(document.path, oddity.at, RULE, _MENDS[oddity.kind])
