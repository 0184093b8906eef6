"""The record of approvals: who stands for which exact text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from kiosk.library.reader import Reader
from kiosk.library.tables import Toml, read_struct, tables, unknown_keys

APPROVALS_FILE: Final = "approvals.toml"


class ApprovalTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[approval]]`: a text's SHA-256 (`text_hash`), by whom, in which role, on what day."""

    topic: str
    language: str
    hash: str
    by: str
    role: str
    date: str


@dataclass(frozen=True, slots=True)
class Approvals:
    """The approvals as they were written; none when there is no file."""

    file: Toml | None = None
    entries: tuple[ApprovalTable, ...] = ()

    def holds(self, topic: str, language: str, text: str) -> bool:
        """Whether this exact text is approved."""
        wanted = (topic, language, text_hash(text))
        return any((entry.topic, entry.language, entry.hash) == wanted for entry in self.entries)


def text_hash(text: str) -> str:
    """SHA-256 of a card file's text, whatever its line ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return hashlib.sha256(plain.encode()).hexdigest()


def read_approvals(path: Path, reader: Reader) -> Approvals:
    """Read the record of approvals; a clinic that has approved nothing has none."""
    if not reader.exists(path):
        return Approvals()
    file = reader.toml(path)
    if file is None:
        return Approvals()
    reader.report(*unknown_keys(file, file.table, ["approval"]))
    found, faults = tables(file, "approval")
    reader.report(*faults)
    entries: list[ApprovalTable] = []
    for count, table in enumerate(found):
        entry, faults = read_struct(file, table, ApprovalTable, "approval", count)
        reader.report(*faults)
        if entry is not None:
            entries.append(entry)
    return Approvals(file, tuple(entries))
