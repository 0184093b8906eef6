"""The title and the spoken title at the head of a card file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.document import Document, Odd, Oddity
from kiosk.library.finding import START, Finding, error, nearest, quoted
from kiosk.library.front import KEYS
from kiosk.library.tree import ContentTree

RULE: Final = "front-matter"


def front_matter(tree: ContentTree) -> Iterator[Finding]:
    """Missing, unknown, empty and malformed lines."""
    for _, document in tree.documents():
        for oddity in document.oddities:
            message = _message(oddity)
            if message:
                yield error(document.path, oddity.at, RULE, message)
        yield from _keys(document)


def _keys(document: Document) -> Iterator[Finding]:
    for key, written in document.front.items():
        if key not in KEYS:
            message = f"unknown key {quoted(key)}; remove it or correct its name"
            yield error(document.path, written.at, RULE, message + nearest(key, KEYS))
        elif not written.text:
            yield error(
                document.path, written.at, RULE, f"{key} is empty; write it after the colon"
            )
    missing = [key for key in KEYS if key not in document.front]
    broken = {oddity.kind for oddity in document.oddities} & {Odd.NO_FRONT, Odd.FRONT_OPEN}
    for key in missing if not broken else ():
        yield error(document.path, START, RULE, f"{key} is missing; add a line {key}: ...")


def _message(oddity: Oddity) -> str:
    match oddity.kind:
        case Odd.NO_FRONT:
            return "the file must begin with ---, title: ..., spoken: ... and ---; add these lines"
        case Odd.FRONT_OPEN:
            return "the lines of title and spoken have no end; add a line --- below them"
        case Odd.FRONT_LINE:
            return f"{quoted(oddity.what)} is not of the form key: text; correct or remove it"
        case Odd.FRONT_TWICE:
            return f"{quoted(oddity.what)} stands here twice; keep one of them"
        case _:
            return ""
