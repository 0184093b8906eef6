"""The glossary: there for every language, the same terms in each, and kept to in the texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.finding import START, Finding, error, nearest, quoted, warning
from kiosk.library.forms import folded, found_form, has_form, without_forms
from kiosk.library.glossary import Glossary
from kiosk.library.parts import Part, PartKind
from kiosk.library.tree import REFERENCE, ContentTree

RULE: Final = "glossary"
_HELD: Final = frozenset({PartKind.CARD, PartKind.CHECK, PartKind.ASK, PartKind.SIGN})
"""What must use the term where the English text does."""


def glossary(tree: ContentTree) -> Iterator[Finding]:
    """Glossaries, then the texts of their languages."""
    folder = tree.glossary
    for language in tree.languages:
        if f"{language}.toml" not in folder.names:
            path = f"{folder.path}/{language}.toml"
            message = "there is no glossary for this language; write one, with the terms of en.toml"
            yield warning(path, START, RULE, message)
    reference = folder.glossaries.get(REFERENCE)
    for language, own in folder.glossaries.items():
        yield from _terms(own)
        if reference is not None and language != REFERENCE:
            yield from _same(own, reference)
    unsaid = {
        language: [
            bare
            for entry in own.terms
            for form in entry.table.avoid
            if (bare := folded(form).strip("* "))
        ]
        for language, own in folder.glossaries.items()
    }
    for part in tree.parts:
        if unsaid.get(part.language):
            yield from _avoided(part, folder.glossaries[part.language], unsaid[part.language])
    if reference is not None:
        yield from _used(tree, reference)


def _terms(own: Glossary) -> Iterator[Finding]:
    seen: set[str] = set()
    for entry in own.terms:
        name, where = entry.table.id, ("term", entry.count)
        if name in seen:
            message = f"the term {quoted(name)} stands here twice; keep one of them"
            yield error(own.file.path, own.file.at(*where, "id"), RULE, message)
        seen.add(name)
        if not any(form.strip(" *") for form in entry.table.use):
            message = f"use says no word for {quoted(name)}; write at least one"
            yield error(own.file.path, own.file.at(*where, "use"), RULE, message)


def _same(own: Glossary, reference: Glossary) -> Iterator[Finding]:
    path = own.file.path
    names = [entry.table.id for entry in own.terms]
    wanted = [entry.table.id for entry in reference.terms]
    for name in wanted:
        if name not in names:
            message = f"the term {quoted(name)} of en.toml is missing; add it"
            yield warning(path, START, RULE, message)
    for entry in own.terms:
        name = entry.table.id
        if name not in wanted:
            message = f"the term {quoted(name)} is not in en.toml; correct it or add it there"
            at = own.file.at("term", entry.count, "id")
            yield warning(path, at, RULE, message + nearest(name, wanted))


def _avoided(part: Part, own: Glossary, unsaid: list[str]) -> Iterator[Finding]:
    # One look for all of them, and for the whole part: nearly all have none.
    whole = "\n".join(folded(line.text) for line in part.lines)
    if not any(bare in whole for bare in unsaid):
        return
    for line in part.lines:
        text = folded(line.text)
        for term in (entry.table for entry in own.terms if entry.table.avoid):
            # A word may be right within the phrase to use.
            rest = without_forms(text, term.use, part.language)
            found = found_form(rest, term.avoid, part.language)
            if found is not None:
                better = " or ".join(quoted(form) for form in term.use)
                message = f"{quoted(found)} is not said here; write {better}"
                yield error(part.path, line.at, RULE, message)


def _used(tree: ContentTree, reference: Glossary) -> Iterator[Finding]:
    english = {
        key: _spoken_of(part, reference)
        for key, part in tree.english().items()
        if part.kind in _HELD
    }
    for part in tree.parts:
        own = tree.glossary.glossaries.get(part.language)
        if own is None or part.language == REFERENCE or part.key not in english:
            continue
        forms = {entry.table.id: entry.table.use for entry in own.terms}
        text = " \n ".join(folded(line.text) for line in part.lines)
        for name in english[part.key]:
            if name in forms and not has_form(text, forms[name], part.language):
                better = " or ".join(quoted(form) for form in forms[name])
                message = f"the English text speaks of {quoted(name)}; write {better}"
                yield warning(part.path, part.at, RULE, message)


def _spoken_of(part: Part, reference: Glossary) -> list[str]:
    """The terms that an English part has, by id."""
    text = " \n ".join(folded(line.text) for line in part.lines)
    return [
        entry.table.id for entry in reference.terms if has_form(text, entry.table.use, REFERENCE)
    ]
