"""The form of a card file: headings, ids, call-outs, and nothing outside a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.document import Document, Odd, Oddity
from kiosk.library.finding import START, Finding, error, quoted
from kiosk.library.markdown import CALL_OUTS
from kiosk.library.tree import ContentTree

RULE: Final = "cards"


def cards(tree: ContentTree) -> Iterator[Finding]:
    """Parts that are out of form, and cards that say nothing."""
    for _, document in tree.documents():
        for oddity in document.oddities:
            message = _message(oddity)
            if message:
                yield error(document.path, oddity.at, RULE, message)
        yield from _empty(document)


def _empty(document: Document) -> Iterator[Finding]:
    if not document.cards:
        yield error(document.path, START, RULE, "there is no card; add one: ## Heading {#id}")
    for card in document.cards:
        if not card.blocks:
            message = "the card says nothing; write a line or some bullets under its picture"
            yield error(document.path, card.title.at, RULE, message)
    texts = [
        *(card.title for card in document.cards),
        *(text for card in document.cards for block in card.blocks for text in block.texts),
        *(check.prompt for check in document.checks),
        *(choice.text for check in document.checks for choice in check.choices),
        *(ask.text for ask in document.asks),
        *(card.spoken for card in document.cards if card.spoken),
        *(document.take_home.points if document.take_home else ()),
    ]
    for text in texts:
        if not text.text:
            yield error(document.path, text.at, RULE, "the text is missing here; write it")


def _message(oddity: Oddity) -> str:
    what = quoted(oddity.what)
    kinds = " or ".join(f"> [!{kind}] text" for kind in CALL_OUTS)
    return {
        Odd.HEADING: "headings begin with ## and a space; correct or remove this one",
        Odd.CALL_OUT: f"a call-out is written {kinds}; correct this one",
        Odd.NO_ID: f"{what} has no id; add one at the end of the line: {{#id}}",
        Odd.BAD_ID: f"the id {what} is not allowed; use letters a-z, digits and single dashes",
        Odd.STRAY_ID: f"{what} is not expected here; remove it",
        Odd.STRAY: f"this does not belong here: {what}; move or remove it",
        Odd.MARK: "an answer begins with - [ ] or, the right one, with - [x]; correct it",
    }.get(oddity.kind, "")
