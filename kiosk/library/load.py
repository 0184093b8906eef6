"""Loads a content folder: what is whole becomes the library, what is not becomes findings.

What has an error is left out, and nothing besides: a language of a topic whose card file has
one, a topic whose topic.toml has one. A language is offered when at least one topic, every
warning sign and every help line are whole in it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.content import ContentLibrary, HelpLine, Sign, Stage, Topic, TopicText
from kiosk.domain.language import LANGUAGES
from kiosk.library.approve import approved
from kiosk.library.check import broken_paths, check
from kiosk.library.direction import directed
from kiosk.library.finding import Finding, Severity
from kiosk.library.languages import words_path
from kiosk.library.pictures import after_loss
from kiosk.library.topics import TopicFolder
from kiosk.library.tree import ContentTree, read_tree


@dataclass(frozen=True, slots=True)
class LoadedContent:
    """What may be shown, and everything that was found."""

    library: ContentLibrary
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that hide something."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)


def load_content(folder: Path, *, today: date | None = None, advice: bool = False) -> LoadedContent:
    """Load a content folder; a broken file never takes the rest down.

    Args:
        folder: The content folder; without one, or an empty one, the library is empty.
        today: The day that reviews are measured by; the real one if left out.
        advice: Whether to look for what hides nothing, too, which takes longer.
    """
    tree = read_tree(folder, today)
    findings = check(tree, advice=advice)
    return LoadedContent(build_library(tree, findings), findings)


def build_library(tree: ContentTree, findings: tuple[Finding, ...]) -> ContentLibrary:
    """Everything in a folder that has no error."""
    broken = broken_paths(findings)
    topics = [topic for f in tree.topics if (topic := _topic(f, broken)) is not None]
    signs = tuple(_signs(tree))
    lines = tuple(entry.table.help_line() for entry in tree.helplines.lines)
    wordless = [code for code in LANGUAGES if words_path(code) in broken]
    whole = _languages(topics, signs, lines)
    languages = tuple(code for code in whole if code not in wordless)
    return ContentLibrary(
        topics=tuple(sorted(topics, key=lambda topic: (topic.order, topic.id))),
        signs=signs,
        help_lines=lines,
        languages=languages,
        approved=approved(tree),
        spoken={code: own.rest.spoken for code, own in tree.glossary.glossaries.items()},
    )


def _topic(folder: TopicFolder, broken: AbstractSet[str]) -> Topic | None:
    head = folder.head
    if head is None or folder.head_path in broken:
        return None
    texts: dict[str, TopicText] = {
        language: directed(document.topic_text(), language)
        for language, document in folder.documents.items()
        if document.path not in broken
    }
    if not texts:
        return None
    return Topic(
        id=head.id,
        order=head.order,
        stages=frozenset(head.stages),
        tint=head.tint,
        icon=head.icon,
        minutes=head.minutes,
        sources=tuple(entry.table.source() for entry in folder.sources),
        texts=texts,
        folder=str(folder.folder),
        only=_only(folder),
        after_loss=_after_loss(folder),
    )


def _only(folder: TopicFolder) -> dict[str, frozenset[Stage]]:
    tables = [entry.table for entry in folder.only]
    return {name: frozenset(table.stages) for table in tables for name in table.cards}


def _after_loss(folder: TopicFolder) -> dict[str, str]:
    """Pictures beside which another one lies for after a loss."""
    found = {name: after_loss(name) for name in folder.names if name.endswith(".svg")}
    return {name: other for name, other in found.items() if other in folder.names}


def _signs(tree: ContentTree) -> list[Sign]:
    """Every sound sign, whatever else is wrong: a sign left out could cost a life."""
    signs: dict[str, Sign] = {}
    for entry in tree.signs.signs:
        table = entry.table
        labels = {
            language: directed(label.sign_label(), language)
            for language, file in tree.signs.labels.items()
            if (label := file.labels.get(table.id)) and label.label.strip() and label.say.strip()
        }
        picture = str(tree.signs.folder / table.picture)
        sign = Sign(table.id, table.subject, picture, frozenset(table.stages), labels)
        signs.setdefault(table.id, sign)
    return list(signs.values())


def _languages(
    topics: list[Topic], signs: tuple[Sign, ...], lines: tuple[HelpLine, ...]
) -> tuple[str, ...]:
    return tuple(
        language
        for language in LANGUAGES
        if any(language in topic.texts for topic in topics)
        and all(language in sign.labels for sign in signs)
        and all(_words(line, language) for line in lines)
    )


def _words(line: HelpLine, language: str) -> bool:
    return bool(line.name.get(language, "").strip() and line.note.get(language, "").strip())
