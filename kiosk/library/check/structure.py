"""The same cards, checks and questions in every language of a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kiosk.library.document import Document, WrittenCard, WrittenCheck
from kiosk.library.finding import START, At, Finding, error
from kiosk.library.tree import ContentTree

RULE: Final = "structure"

Named = Sequence[tuple[str, At]]


def structure(tree: ContentTree, broken: AbstractSet[str]) -> Iterator[Finding]:
    """Each language against the model: English, or the first language that is sound."""
    for topic in tree.topics:
        model = topic.model(broken)
        for document in topic.documents.values():
            if model is not None and document is not model:
                yield from _compare(document, model)


def _compare(document: Document, model: Document) -> Iterator[Finding]:
    yield from _same(
        "card",
        document,
        model,
        [(card.id, card.title.at) for card in document.cards],
        [(card.id, card.title.at) for card in model.cards],
    )
    yield from _same(
        "check question",
        document,
        model,
        [(check.id, check.prompt.at) for check in document.checks],
        [(check.id, check.prompt.at) for check in model.checks],
    )
    yield from _same(
        "question to ask",
        document,
        model,
        [(ask.id, ask.text.at) for ask in document.asks],
        [(ask.id, ask.text.at) for ask in model.asks],
    )
    own, wanted = document.take_home, model.take_home
    if own and wanted and len(own.points) != len(wanted.points):
        message = f"there are {len(own.points)} points to take home, in {model.language}.md"
        message += f" {len(wanted.points)}; make them the same"
        yield error(document.path, own.title.at, RULE, message)
    cards = {card.id: card for card in model.cards}
    for card in document.cards:
        if card.id in cards:
            yield from _card(document, card, cards[card.id], model)
    checks = {check.id: check for check in model.checks}
    for check in document.checks:
        if check.id in checks:
            yield from _check(document, check, checks[check.id], model)


def _same(
    what: str, document: Document, model: Document, own: Named, wanted: Named
) -> Iterator[Finding]:
    """Findings for ids that are missing, added or in another order."""
    own_ids, wanted_ids = [name for name, _ in own], [name for name, _ in wanted]
    for index, name in enumerate(wanted_ids):
        if name and name not in own_ids:
            at = own[min(index, len(own) - 1)][1] if own else START
            message = f"the {what} {name} of {model.language}.md is missing; add it"
            yield error(document.path, at, RULE, message)
    for name, at in own:
        if name and name not in wanted_ids:
            message = f"the {what} {name} is not in {model.language}.md; remove it or add it there"
            yield error(document.path, at, RULE, message)
    shared = [(name, at) for name, at in own if name in wanted_ids]
    order = [name for name in wanted_ids if name in own_ids]
    for (name, at), expected in zip(shared, order, strict=False):
        if name != expected:
            message = f"the {what} {expected} comes first in {model.language}.md; keep its order"
            yield error(document.path, at, RULE, message)
            return


def _card(
    document: Document, card: WrittenCard, wanted: WrittenCard, model: Document
) -> Iterator[Finding]:
    own_files = [picture.file for picture in card.pictures]
    files = [picture.file for picture in wanted.pictures]
    if own_files and files and own_files != files:
        message = f"{model.language}.md has the picture {', '.join(files)} here; use the same"
        yield error(document.path, card.pictures[0].at, RULE, message)
    for kind in ("urgent", "note"):
        count = sum(block.kind == kind for block in wanted.blocks)
        own = sum(block.kind == kind for block in card.blocks)
        if own != count:
            message = f"the card has {own} call-outs [!{kind}], in {model.language}.md {count}"
            yield error(document.path, card.title.at, RULE, f"{message}; make them the same")


def _check(
    document: Document, check: WrittenCheck, wanted: WrittenCheck, model: Document
) -> Iterator[Finding]:
    yield from _same(
        "answer",
        document,
        model,
        [(choice.id, choice.text.at) for choice in check.choices],
        [(choice.id, choice.text.at) for choice in wanted.choices],
    )
    right = {choice.id: choice.right for choice in wanted.choices}
    for choice in check.choices:
        if right.get(choice.id, choice.right) != choice.right:
            state = "right" if right[choice.id] else "not right"
            message = f"the answer {choice.id} is {state} in {model.language}.md; mark it the same"
            yield error(document.path, choice.text.at, RULE, message)
