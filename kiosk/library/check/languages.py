"""Files whose names the kiosk does not understand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.domain.language import LANGUAGES
from kiosk.library.finding import START, Finding, error, nearest, quoted, warning
from kiosk.library.signs import SIGNS_FILE
from kiosk.library.topics import TOPIC_FILE
from kiosk.library.tree import ContentTree

RULE: Final = "languages"
PICTURES: Final = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")


def languages(tree: ContentTree) -> Iterator[Finding]:
    """Unknown languages, and files that are no part of the content."""
    for topic in tree.topics:
        yield from _names(topic.path, topic.names, ".md", TOPIC_FILE)
        if not topic.documents:
            message = f"there is no text; write {topic.path}/en.md or another language"
            yield error(topic.path, START, RULE, message)
    yield from _names(tree.signs.path, tree.signs.names, ".toml", SIGNS_FILE)
    for path in tree.stray:
        yield warning(path, START, RULE, "a topic is a folder; move or remove this file")


def _names(folder: str, names: tuple[str, ...], ending: str, head: str) -> Iterator[Finding]:
    for name in names:
        path = f"{folder}/{name}"
        code = name.removesuffix(ending)
        if name == head or name.lower().endswith(PICTURES):
            continue
        if not name.endswith(ending):
            yield warning(path, START, RULE, "this file is not used; move or remove it")
        elif code not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            message = f"unknown language {quoted(code)}; name the file after one of {known}"
            yield error(path, START, RULE, message + nearest(code, LANGUAGES))
