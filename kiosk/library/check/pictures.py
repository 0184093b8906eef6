"""Pictures: each card has one, the file is there, sound, and holds no words and no code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.library.document import Document, Odd, WrittenCard
from kiosk.library.finding import START, Finding, error, quoted, warning
from kiosk.library.pictures import after_loss, inspect
from kiosk.library.tree import ContentTree

RULE: Final = "pictures"
IMAGES: Final = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.svg")


def pictures(tree: ContentTree) -> Iterator[Finding]:
    """Pictures of cards and of signs."""
    for topic in tree.topics:
        used: set[str] = set()
        for document in topic.documents.values():
            yield from _document(document, topic.names)
            used.update(p.file for card in document.cards for p in card.pictures)
        used.update({after_loss(file) for file in used})
        yield from _files(tree, topic.path, topic.names, used)
    used = set()
    file = tree.signs.file
    for entry in tree.signs.signs if file else ():
        used.add(entry.table.picture)
        fault = _fault(entry.table.picture, tree.signs.names)
        if fault and file:
            yield error(file.path, file.at("sign", entry.count, "picture"), RULE, fault)
    yield from _files(tree, tree.signs.path, tree.signs.names, used)


def _document(document: Document, names: Iterable[str]) -> Iterator[Finding]:
    for oddity in document.oddities:
        if oddity.kind is Odd.PICTURE:
            message = "a picture stands on a line of its own, with empty text around; move it"
            yield error(document.path, oddity.at, RULE, message)
    for card in document.cards:
        yield from _card(document, card, names)


def _card(document: Document, card: WrittenCard, names: Iterable[str]) -> Iterator[Finding]:
    if not card.pictures:
        message = "the card has no picture; add ![what it shows](file.svg) below the heading"
        yield error(document.path, card.title.at, RULE, message)
    for picture in card.pictures[1:]:
        yield error(document.path, picture.at, RULE, "a card has one picture; remove this one")
    for picture in card.pictures:
        if not picture.alt:
            message = "the picture is not described; say in the [brackets] what it shows"
            yield error(document.path, picture.at, RULE, message)
        fault = _fault(picture.file, names)
        if fault:
            yield error(document.path, picture.at, RULE, fault)


def _fault(file: str, names: Iterable[str]) -> str:
    """What is wrong with a picture's name; empty when nothing is."""
    if not _NAME.fullmatch(file):
        return f"{quoted(file)} is no name of a picture; it must be an .svg file beside this text"
    if file not in names:
        return f"there is no file {file} in this folder; add it or correct the name"
    return ""


def _files(
    tree: ContentTree, folder: str, names: Iterable[str], used: set[str]
) -> Iterator[Finding]:
    for name in names:
        path = f"{folder}/{name}"
        if not name.lower().endswith(IMAGES):
            continue
        if name not in used:
            yield warning(path, START, RULE, "no text uses this picture; use or remove it")
        elif _NAME.fullmatch(name):
            for at, message in inspect(tree.folder / folder / name):
                yield error(path, at, RULE, message)
