"""HTML in a card file: the kiosk shows plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.document import Odd
from kiosk.library.finding import Finding, error
from kiosk.library.tree import ContentTree

RULE: Final = "html"


def html(tree: ContentTree) -> Iterator[Finding]:
    """Tags and comments."""
    for _, document in tree.documents():
        for oddity in document.oddities:
            if oddity.kind is Odd.HTML:
                message = "HTML tags and comments are not shown; write plain text instead"
                yield error(document.path, oddity.at, RULE, message)
