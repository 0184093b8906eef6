"""A "no" that got lost: where English says it, the same line of every language must too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.finding import Finding, quoted, warning
from kiosk.library.forms import folded, has_form
from kiosk.library.glossary import Glossary
from kiosk.library.parts import Line, LineKind, Part, PartKind
from kiosk.library.tree import REFERENCE, ContentTree

RULE: Final = "negation"
_PARTS: Final = frozenset({PartKind.CARD, PartKind.CHECK, PartKind.TAKE_HOME})
_UNHELD: Final = frozenset({LineKind.ALT, LineKind.SPOKEN})


def negation(tree: ContentTree) -> Iterator[Finding]:
    """Line by line, in every language that has a glossary."""
    reference = tree.glossary.glossaries.get(REFERENCE)
    for language, own in tree.glossary.glossaries.items():
        yield from _declared(tree, own, language)
    if reference is None:
        return
    markers = reference.rest.negation.words
    english = tree.english()
    for part in tree.parts:
        own = tree.glossary.glossaries.get(part.language)
        wanted = english.get(part.key)
        if own is None or wanted is None or part.language == REFERENCE or part.kind not in _PARTS:
            continue
        fine = {(entry.table.topic, entry.table.card) for entry in own.fine}
        if own.rest.negation.words and (part.owner, part.id) not in fine:
            yield from _part(part, wanted, own.rest.negation.words, markers)


def _part(
    part: Part, wanted: Part, words: tuple[str, ...], markers: tuple[str, ...]
) -> Iterator[Finding]:
    own, english = _lines(part), _lines(wanted)
    if own.keys() != english.keys():
        # The lines are told apart otherwise: the part as a whole must do.
        says = any(_says(line, words, part.language) for line in own.values())
        lost = [line for line in english.values() if _says(line, markers, REFERENCE)]
        if lost and not says:
            yield _finding(part, part.lines[0], lost[0])
        return
    for key, line in english.items():
        if _says(line, markers, REFERENCE) and not _says(own[key], words, part.language):
            yield _finding(part, own[key], line)


def _lines(part: Part) -> dict[str, Line]:
    return {line.key: line for line in part.lines if line.kind not in _UNHELD}


def _says(line: Line, words: tuple[str, ...], language: str) -> bool:
    return has_form(folded(line.text), words, language)


def _finding(part: Part, line: Line, english: Line) -> Finding:
    message = (
        f'line {english.at.line} of en.md says "no" or "not": {quoted(english.text)}; say so here'
        f" too, or declare it fine in the glossary"
    )
    return warning(part.path, line.at, RULE, message)


def _declared(tree: ContentTree, own: Glossary, language: str) -> Iterator[Finding]:
    """What is declared fine must be there: a renamed card would stay unwatched."""
    known = {(part.owner, part.id) for part in tree.parts if part.language == language}
    for entry in own.fine:
        table = entry.table
        if (table.topic, table.card) not in known:
            message = f"there is no {quoted(f'{table.topic}/{table.card}')}; correct or remove it"
            at = own.file.at("negation_fine", entry.count)
            yield warning(own.file.path, at, RULE, message)
    if not own.rest.negation.words:
        message = "there are no words of negation; add [negation] with words"
        yield warning(own.file.path, own.file.at("negation"), RULE, message)
    for word in own.rest.negation.words:
        if not word.strip(" *"):
            message = "a word of negation is empty; write or remove it"
            yield warning(own.file.path, own.file.at("negation", "words"), RULE, message)
