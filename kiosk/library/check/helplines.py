"""Help lines: numbers that can be dialled, words in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kiosk.domain.language import LANGUAGES
from kiosk.library.check.languages import unknown
from kiosk.library.finding import Finding, error, quoted
from kiosk.library.helplines import LineEntry
from kiosk.library.tables import Toml
from kiosk.library.tree import ContentTree

RULE: Final = "helplines"
_NUMBER: Final = re.compile(r"\+?[0-9](?:[ -]?[0-9])*")


def helplines(tree: ContentTree) -> Iterator[Finding]:
    """Ids, numbers and words of every line."""
    file = tree.helplines.file
    if file is None:
        return
    seen: set[str] = set()
    for entry in tree.helplines.lines:
        if entry.table.id in seen:
            message = f"the line {quoted(entry.table.id)} stands here twice; choose another id"
            yield error(file.path, file.at("line", entry.count, "id"), RULE, message)
        seen.add(entry.table.id)
        yield from _number(file, entry)
        yield from _words(tree, file, entry)


def _number(file: Toml, entry: LineEntry) -> Iterator[Finding]:
    line, where = entry.table, ("line", entry.count)
    if not _NUMBER.fullmatch(line.number):
        message = "the number is written with Western digits and single dashes; correct it"
        yield error(file.path, file.at(*where, "number"), RULE, message)
    elif _digits(line.spoken) != _digits(line.number):
        message = f"spoken has other digits than the number {line.number}; correct one of them"
        yield error(file.path, file.at(*where, "spoken"), RULE, message)
    if line.kind == "violence" and line.take_home:
        message = "this line must not go home on paper, others may read it; set it to false"
        yield error(file.path, file.at(*where, "take_home"), RULE, message)
    if not line.stages:
        message = "no stage is named; name at least one"
        yield error(file.path, file.at(*where, "stages"), RULE, message)


def _digits(text: str) -> str:
    return "".join(c for c in text if c in "0123456789")


def _words(tree: ContentTree, file: Toml, entry: LineEntry) -> Iterator[Finding]:
    for key, words in entry.words().items():
        way = ("line", entry.count, key)
        for language in tree.languages:
            if not words.get(language, "").strip():
                message = f"the {key} of {quoted(entry.table.id)} is missing in {language}; add it"
                yield error(file.path, file.at(*way, language), RULE, message)
        for language in words:
            if language not in LANGUAGES:
                at = file.at(*way, language)
                for fault in unknown(tree, file.path, at, language):
                    yield replace(fault, rule=RULE)
