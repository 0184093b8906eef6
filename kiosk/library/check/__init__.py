"""The rules for content: one a file, all of them in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from kiosk.library.check.answers import answers
from kiosk.library.check.cards import cards
from kiosk.library.check.characters import characters
from kiosk.library.check.checks import checks
from kiosk.library.check.draft import draft
from kiosk.library.check.facts import facts
from kiosk.library.check.front_matter import front_matter
from kiosk.library.check.glossary import glossary
from kiosk.library.check.glyphs import glyphs
from kiosk.library.check.helplines import helplines
from kiosk.library.check.html import html
from kiosk.library.check.ids import ids
from kiosk.library.check.language import language
from kiosk.library.check.languages import languages
from kiosk.library.check.length import length
from kiosk.library.check.markup import markup
from kiosk.library.check.negation import negation
from kiosk.library.check.pictures import pictures
from kiosk.library.check.reading import reading
from kiosk.library.check.repeats import repeats
from kiosk.library.check.schema import schema
from kiosk.library.check.scripts import scripts
from kiosk.library.check.signs import signs
from kiosk.library.check.sources import sources
from kiosk.library.check.spacing import spacing
from kiosk.library.check.stages import stages
from kiosk.library.check.structure import structure
from kiosk.library.check.take_home import take_home
from kiosk.library.check.telephone import telephone
from kiosk.library.check.topics import topics
from kiosk.library.check.unknown_keys import unknown_keys
from kiosk.library.check.untranslated import untranslated
from kiosk.library.check.words import words
from kiosk.library.finding import Finding, Severity
from kiosk.library.tree import ContentTree

Rule = Callable[[ContentTree], Iterable[Finding]]
Comparison = Callable[[ContentTree, AbstractSet[str]], Iterable[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    schema,
    unknown_keys,
    characters,
    languages,
    words,
    topics,
    front_matter,
    html,
    markup,
    cards,
    ids,
    pictures,
    length,
    checks,
    take_home,
    repeats,
    glossary,
    untranslated,
    language,
    signs,
    helplines,
    draft,
)

COMPARISONS: Final[tuple[Comparison, ...]] = (structure, stages, sources, telephone, facts)
"""Rules that hold texts against one another, and so must know which are broken already.

Each knows what those before it found.
"""

ADVICE: Final[tuple[Rule, ...]] = (negation, reading, spacing, scripts, glyphs, answers)
"""Rules that hide nothing: for who writes, and left out where a kiosk starts."""


def check(tree: ContentTree, *, advice: bool = True) -> tuple[Finding, ...]:
    """Every finding of every rule, in the order of the files.

    Args:
        tree: The content.
        advice: Whether to run the rules that find no errors; some of them take their time.
    """
    found = {finding for rule in RULES for finding in rule(tree)}
    for comparison in COMPARISONS:
        found.update(comparison(tree, broken_paths(found)))
    found.update(finding for rule in ADVICE if advice for finding in rule(tree))
    return tuple(sorted(found))


def broken_paths(findings: Iterable[Finding]) -> frozenset[str]:
    """The files that have an error."""
    return frozenset(f.path for f in findings if f.severity is Severity.ERROR)
