"""The audit log's chain: each line's hash covers the line before it and all of its own fields."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FIRST: Final = "0" * 64
"""What the first line carries as the hash of the line before it."""


@dataclass(frozen=True, slots=True)
class AuditHead:
    """How far a log has come: the number of its last line, and that line's hash."""

    seq: int = 0
    hash: str = FIRST

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Who did what when, to what: a visit's id, a name, a language; never an answer.

    `at` is the time as it is stored (ISO 8601 with zone): the hash covers the very characters.
    """

    seq: int
    at: str
    by: str
    action: str
    subject: str
    previous: str
    hash: str

    def own_hash(self) -> str:
        """What `hash` must be for a line that nobody has changed."""
        fields = (self.seq, self.at, self.by, self.action, self.subject, self.previous)
        return hashlib.sha256(json.dumps(fields).encode()).hexdigest()


class Fault(StrEnum):
    """What is wrong with a log."""

    CHANGED = "changed"
    """A line does not have the hash that its fields give."""

    MISPLACED = "misplaced"
    """A line does not follow the one before it: some are missing, added or in another order."""

    CUT = "cut"
    """The log ends before a line that is known to have been written."""

    REWRITTEN = "rewritten"
    """A line is sound in itself, but not the one that is known to have been written."""


@dataclass(frozen=True, slots=True)
class Break:
    """The first line that is not as it was written."""

    seq: int
    fault: Fault


def next_line(head: AuditHead, at: str, by: str, action: str, subject: str) -> AuditLine:
    """The line that follows `head`."""
    bare = AuditLine(head.seq + 1, at, by, action, subject, head.hash, "")
    return AuditLine(bare.seq, at, by, action, subject, head.hash, bare.own_hash())


def find_break(
    lines: Iterable[AuditLine], *known: AuditHead, after: AuditHead | None = None
) -> Break | None:
    """Where a log is first not as it was written; None where it is whole.

    Args:
        lines: The lines in the order of their numbers.
        known: Heads that the log is known to have had: the one kept beside it, and any from
            elsewhere (an export, a backup, a note).
        after: Where to begin: the head before the first of `lines`; the log's start if left out.
    """
    head = after or AuditHead()
    wanted: dict[int, set[str]] = {}
    for each in known:
        wanted.setdefault(each.seq, set()).add(each.hash)
    for line in lines:
        if line.seq != head.seq + 1 or line.previous != head.hash:
            return Break(head.seq + 1, Fault.MISPLACED)
        if line.hash != line.own_hash():
            return Break(line.seq, Fault.CHANGED)
        if wanted.get(line.seq, {line.hash}) != {line.hash}:
            return Break(line.seq, Fault.REWRITTEN)
        head = AuditHead(line.seq, line.hash)
    if any(seq > head.seq for seq in wanted):
        return Break(head.seq + 1, Fault.CUT)
    return None


def parse_head(text: str) -> AuditHead | None:
    """What `str` made of a head; None for anything else."""
    seq, _, digest = text.strip().partition(":")
    sound = seq.isascii() and seq.isdigit() and len(seq) <= 18  # noqa: PLR2004 - 64 bits
    if not sound or len(digest) != len(FIRST) or set(digest) - set("0123456789abcdef"):
        return None
    return AuditHead(int(seq), digest)
