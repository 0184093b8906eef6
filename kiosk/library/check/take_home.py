"""What to remember of a topic: three or four short sentences for the page she takes home."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.check.length import BULLET_WORDS, words_in
from kiosk.library.document import Document
from kiosk.library.finding import START, Finding, error, warning
from kiosk.library.tree import ContentTree

RULE: Final = "take-home"
POINTS: Final = (3, 4)


def take_home(tree: ContentTree) -> Iterator[Finding]:
    """The section is there, has so many points, and each is short."""
    for _, document in tree.documents():
        yield from _section(document)


def _section(document: Document) -> Iterator[Finding]:
    path, section = document.path, document.take_home
    if section is None:
        message = "nothing says what to remember; add a section ## ! Heading with 3 or 4 bullets"
        yield warning(path, START, RULE, message)
        return
    least, most = POINTS
    count = len(section.points)
    if not least <= count <= most:
        at = section.points[most].at if count > most else section.title.at
        message = f"there are {count} points to take home; a topic has {least} or {most}"
        yield error(path, at, RULE, message)
    if not section.title.text:
        yield error(path, section.title.at, RULE, "the heading is missing after ## !; write it")
    for point in section.points:
        if (count := words_in(point.text, document.language)) > BULLET_WORDS:
            message = f"the point has {count} words; shorten it to {BULLET_WORDS}"
            yield warning(path, point.at, RULE, message)
