"""Warning signs: none is missing, and each has words in every language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.finding import START, Finding, error, nearest, quoted
from kiosk.library.signs import LabelFile
from kiosk.library.tree import ContentTree

RULE: Final = "signs"
MOTHER: Final = (
    "headache",
    "dizziness",
    "thoughts-of-harm",
    "vision-changes",
    "fever",
    "swelling",
    "trouble-breathing",
    "chest-pain",
    "severe-vomiting",
    "belly-pain",
    "baby-moves-less",
    "bleeding-or-fluid",
    "heavy-bleeding-after-birth",
    "leg-pain-or-swelling",
    "extreme-tiredness",
)
BABY: Final = (
    "baby-fever",
    "baby-cold",
    "baby-not-feeding",
    "baby-fits",
    "baby-hard-to-wake",
    "baby-trouble-breathing",
    "baby-blue",
    "baby-few-wet-diapers",
    "baby-yellow",
    "baby-cord-red",
)
NEEDED: Final = (*MOTHER, *BABY, "something-else")
"""The signs that a visitor must be able to find."""


def signs(tree: ContentTree) -> Iterator[Finding]:
    """The list of signs, then the words of each language."""
    yield from _list(tree)
    known = [entry.table.id for entry in tree.signs.signs]
    for language in tree.languages:
        if f"{language}.toml" not in tree.signs.names and known:
            path = f"{tree.signs.path}/{language}.toml"
            message = "the signs have no words in this language; add this file"
            yield error(path, START, RULE, message)
    for labels in tree.signs.labels.values():
        yield from _labels(labels, known)


def _list(tree: ContentTree) -> Iterator[Finding]:
    file = tree.signs.file
    if file is None:
        return
    seen: set[str] = set()
    for entry in tree.signs.signs:
        where = ("sign", entry.count)
        if entry.table.id in seen:
            message = f"the sign {quoted(entry.table.id)} stands here twice; choose another id"
            yield error(file.path, file.at(*where, "id"), RULE, message)
        if not entry.table.stages:
            message = "no stage is named; name at least one"
            yield error(file.path, file.at(*where, "stages"), RULE, message)
        seen.add(entry.table.id)
    for name in NEEDED:
        if name not in seen:
            yield error(file.path, START, RULE, f"the sign {name} is missing; add it")


def _labels(labels: LabelFile, known: list[str]) -> Iterator[Finding]:
    file = labels.file
    for name in known:
        if name not in file.table:
            message = f"the sign {name} has no words; add [{name}] with label and say"
            yield error(file.path, START, RULE, message)
    for name, label in labels.labels.items():
        for key in ("label", "say"):
            if not str(getattr(label, key)).strip():
                yield error(file.path, file.at(name, key), RULE, f"{key} is empty; write it")
    for name in file.table:
        if known and name not in known:
            message = f"there is no sign {quoted(name)} in signs.toml; correct or remove it"
            yield error(file.path, file.at(name), RULE, message + nearest(name, known))
