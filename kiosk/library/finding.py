"""What a check says: where, how grave, and what mends it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LONGEST: Final = 60
"""Characters of a file's text that a message quotes at most."""


class Severity(StrEnum):
    """How grave a finding is: what has an error is not shown to visitors."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding; `path` is relative to the content folder, line and column count from 1."""

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.severity} {self.rule}: {self.message}"


@dataclass(frozen=True, slots=True, order=True)
class At:
    """A place in a file; both count from 1."""

    line: int
    column: int


START: Final = At(1, 1)


def error(path: str, at: At, rule: str, message: str) -> Finding:
    """A finding that keeps the text from being shown."""
    return _finding(Severity.ERROR, path, at, rule, message)


def warning(path: str, at: At, rule: str, message: str) -> Finding:
    """A finding that should be mended but hides nothing."""
    return _finding(Severity.WARNING, path, at, rule, message)


def note(path: str, at: At, rule: str, message: str) -> Finding:
    """A finding that is good to know."""
    return _finding(Severity.NOTE, path, at, rule, message)


def quoted(text: str) -> str:
    """A file's text for a message: short, on one line, nothing invisible in it."""
    short = text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."
    return '"' + printable(short) + '"'


def printable(text: str) -> str:
    """The text with every invisible character written as its code."""
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def nearest(word: str, known: Iterable[str]) -> str:
    """A question for a misspelt word; empty when nothing known is like it."""
    near = difflib.get_close_matches(word[:LONGEST], list(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _finding(severity: Severity, path: str, at: At, rule: str, message: str) -> Finding:
    # Names from the disk and from files stand in them: nothing hidden in them may reach a terminal.
    return Finding(printable(path), at.line, at.column, rule, severity, printable(message))
