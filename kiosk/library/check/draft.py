"""Texts that nobody has approved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.finding import START, Finding, note
from kiosk.library.tree import ContentTree

RULE: Final = "draft"


def draft(tree: ContentTree) -> Iterator[Finding]:
    """Every text whose exact wording is not in the record of approvals."""
    for topic, document in tree.documents():
        text = tree.texts[document.path]
        if not tree.approvals.holds(topic.name, document.language, text):
            message = "this text is a draft; approve it with kiosk content approve"
            yield note(document.path, START, RULE, message)
