"""The rules for content: one a file, all of them in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from kiosk.library.check.cards import cards
from kiosk.library.check.characters import characters
from kiosk.library.check.checks import checks
from kiosk.library.check.draft import draft
from kiosk.library.check.front_matter import front_matter
from kiosk.library.check.helplines import helplines
from kiosk.library.check.html import html
from kiosk.library.check.ids import ids
from kiosk.library.check.languages import languages
from kiosk.library.check.length import length
from kiosk.library.check.markup import markup
from kiosk.library.check.pictures import pictures
from kiosk.library.check.schema import schema
from kiosk.library.check.signs import signs
from kiosk.library.check.sources import sources
from kiosk.library.check.structure import structure
from kiosk.library.check.topics import topics
from kiosk.library.check.unknown_keys import unknown_keys
from kiosk.library.finding import Finding, Severity
from kiosk.library.tree import ContentTree

Rule = Callable[[ContentTree], Iterable[Finding]]
Comparison = Callable[[ContentTree, AbstractSet[str]], Iterable[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    schema,
    unknown_keys,
    characters,
    languages,
    topics,
    front_matter,
    html,
    markup,
    cards,
    ids,
    pictures,
    length,
    checks,
    signs,
    helplines,
    draft,
)


COMPARISONS: Final[tuple[Comparison, ...]] = (structure, sources)
"""Rules that hold texts against one another, and so must know which are broken already."""


def check(tree: ContentTree) -> tuple[Finding, ...]:
    """Every finding of every rule, in the order of the files."""
    found = {finding for rule in RULES for finding in rule(tree)}
    broken = broken_paths(found)
    found.update(finding for rule in COMPARISONS for finding in rule(tree, broken))
    return tuple(sorted(found))


def broken_paths(findings: Iterable[Finding]) -> frozenset[str]:
    """The files that have an error."""
    return frozenset(f.path for f in findings if f.severity is Severity.ERROR)
