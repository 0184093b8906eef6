"""Approving texts: which there are, and the record with new approvals in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from kiosk.domain.language import LANGUAGES
from kiosk.library.approvals import ApprovalTable, text_hash
from kiosk.library.finding import printable
from kiosk.library.tree import ContentTree

SIGNS_TEXT: Final = "signs"
"""The name under which a language's words of the warning signs are approved."""

LINES_TEXT: Final = "helplines"
"""The same for the help lines: one file, so a change of one line is a change for all."""

_HEAD: Final = (
    "# Who stands for which exact text. Written by kiosk content approve: a changed text has\n"
    "# another hash, and so no approval.\n"
)


@dataclass(frozen=True, slots=True)
class ApprovableText:
    """A text that somebody can stand for; `sound` is false when an error hides it."""

    name: str
    language: str
    path: str
    text: str
    sound: bool


def approvable(tree: ContentTree, broken: AbstractSet[str]) -> Iterator[ApprovableText]:
    """Every text of a content folder: topics, then warning signs, then help lines.

    Args:
        tree: The folder.
        broken: The files that have an error.
    """
    for topic in tree.topics:
        head_broken = topic.head is None or topic.head_path in broken
        for language, document in topic.documents.items():
            path = document.path
            sound = not head_broken and path not in broken
            yield ApprovableText(topic.name, language, path, tree.texts[path], sound)
    for language, labels in tree.signs.labels.items():
        path = labels.file.path
        sound = tree.signs.file is not None and path not in broken
        yield ApprovableText(SIGNS_TEXT, language, path, tree.texts[path], sound)
    path = tree.helplines.path
    for language in _languages_of_lines(tree):
        yield ApprovableText(LINES_TEXT, language, path, tree.texts[path], path not in broken)


def approved(tree: ContentTree) -> frozenset[tuple[str, str]]:
    """(name, language) of every text whose exact words are approved."""
    return frozenset(
        (each.name, each.language)
        for each in approvable(tree, frozenset())
        if tree.approvals.holds(each.name, each.language, each.text)
    )


def with_approvals(
    earlier: Iterable[ApprovalTable],
    texts: Iterable[ApprovableText],
    *,
    by: str,
    role: str,
    date: str,
) -> tuple[ApprovalTable, ...]:
    """The record with one person's approvals of these texts.

    Others' approvals of the same words stay; those of a text's earlier words go.
    """
    new = [
        ApprovalTable(each.name, each.language, text_hash(each.text), by, role, date)
        for each in texts
    ]
    hashes = {(each.topic, each.language): each.hash for each in new}
    mine = {(each.topic, each.language, by, role) for each in new}
    kept = [
        each
        for each in earlier
        if each.hash == hashes.get((each.topic, each.language), each.hash)
        and (each.topic, each.language, each.by, each.role) not in mine
    ]
    return tuple(sorted((*kept, *new), key=lambda e: (e.topic, e.language, e.date, e.by, e.role)))


def written(entries: Iterable[ApprovalTable]) -> str:
    """The record as the text of approvals.toml."""
    return _HEAD + "".join(f"\n[[approval]]\n{''.join(_lines(entry))}" for entry in entries)


def _lines(entry: ApprovalTable) -> Iterator[str]:
    for key in entry.__struct_fields__:
        yield f"{key} = {_quoted(getattr(entry, key))}\n"


def _quoted(value: str) -> str:
    """A TOML string: JSON escapes the same, once nothing invisible is left."""
    return json.dumps(printable(value), ensure_ascii=False)


def _languages_of_lines(tree: ContentTree) -> list[str]:
    """Languages that any help line has words in."""
    named = {code for entry in tree.helplines.lines for code in entry.table.name}
    return [code for code in LANGUAGES if code in named]
