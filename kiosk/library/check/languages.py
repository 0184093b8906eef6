"""Files whose names the kiosk does not understand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.domain.language import LANGUAGES
from kiosk.library.finding import START, At, Finding, error, nearest, quoted, warning
from kiosk.library.signs import SIGNS_FILE
from kiosk.library.topics import TOPIC_FILE
from kiosk.library.tree import REFERENCE, ContentTree

RULE: Final = "languages"
PICTURES: Final = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")


def languages(tree: ContentTree) -> Iterator[Finding]:
    """Languages that are unknown or without a text, and files that are no part of the content."""
    yield from tree.language_file.faults
    yield from _unwritten(tree)
    for topic in tree.topics:
        yield from _names(tree, topic.path, topic.names, ".md", TOPIC_FILE)
        if not topic.documents:
            message = f"there is no text; write {topic.path}/en.md or another language"
            yield error(topic.path, START, RULE, message)
        elif f"{REFERENCE}.md" not in topic.names:
            path = f"{topic.path}/{REFERENCE}.md"
            message = "there is no English text, which the others are held against; write it"
            yield warning(path, START, RULE, message)
    yield from _names(tree, tree.signs.path, tree.signs.names, ".toml", SIGNS_FILE)
    yield from _names(tree, tree.glossary.path, tree.glossary.names, ".toml", "")
    for path in tree.stray:
        yield warning(path, START, RULE, "a topic is a folder; move or remove this file")


def _unwritten(tree: ContentTree) -> Iterator[Finding]:
    file = tree.language_file
    for entry in file.entries:
        code = entry.language.code
        if file.file and not any(f"{code}.md" in topic.names for topic in tree.topics):
            message = f"no topic is written in {code}; write topics/<topic>/{code}.md"
            yield error(file.path, file.file.at("language", entry.count), RULE, message)


def _names(
    tree: ContentTree, folder: str, names: tuple[str, ...], ending: str, head: str
) -> Iterator[Finding]:
    for name in names:
        path = f"{folder}/{name}"
        code = name.removesuffix(ending)
        if name == head or name.lower().endswith(PICTURES):
            continue
        if not name.endswith(ending):
            yield warning(path, START, RULE, "this file is not used; move or remove it")
        elif code not in LANGUAGES:
            yield from unknown(tree, path, START, code)


def unknown(tree: ContentTree, path: str, at: At, code: str) -> Iterator[Finding]:
    """A language that is not known, unless languages.toml has it already."""
    file = tree.language_file
    if code in file.codes:
        yield warning(path, at, RULE, f"{code} is new; it is shown from the kiosk's next start on")
    elif code not in file.declared:
        known = ", ".join(LANGUAGES)
        message = f"unknown language {quoted(code)}; known are {known}"
        more = nearest(code, LANGUAGES) or f"; add it to {file.path} if it is a new one"
        yield error(path, at, RULE, message + more)
