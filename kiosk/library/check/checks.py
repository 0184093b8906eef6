"""Check questions: how many, how many answers, one of them right, each explained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.document import Document, WrittenCheck
from kiosk.library.finding import START, Finding, error
from kiosk.library.tree import ContentTree

RULE: Final = "checks"
QUESTIONS: Final = (2, 4)
ANSWERS: Final = (2, 3)


def checks(tree: ContentTree) -> Iterator[Finding]:
    """Two to four questions of two or three answers."""
    for _, document in tree.documents():
        least, most = QUESTIONS
        count = len(document.checks)
        if not least <= count <= most:
            extra = document.checks[most].prompt.at if count > most else START
            message = f"there are {count} check questions; a topic has {least} to {most}"
            yield error(document.path, extra, RULE, message)
        for check in document.checks:
            yield from _check(document, check)


def _check(document: Document, check: WrittenCheck) -> Iterator[Finding]:
    least, most = ANSWERS
    path, at = document.path, check.prompt.at
    if not least <= len(check.choices) <= most:
        count = len(check.choices)
        yield error(path, at, RULE, f"there are {count} answers; a question has {least} or {most}")
    right = [choice for choice in check.choices if choice.right]
    if len(right) != 1:
        place = right[1].text.at if right else at
        message = f"{len(right)} answers are marked right; mark exactly one with - [x]"
        yield error(path, place, RULE, message)
    for choice in check.choices:
        if not choice.explanation.text:
            message = "the answer is not explained; write the explanation below it, two spaces in"
            yield error(path, choice.text.at, RULE, message)
