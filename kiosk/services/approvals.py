"""Texts of the content folder for somebody to read and stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from kiosk.services.ports import AuditLog, Clock

APPROVED: Final = "content_approved"


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """A text and how far it is.

    Attributes:
        name: A topic's folder, "signs" or "helplines".
        language: Its code.
        state: "draft", "outdated" (changed since), "approved" or "errors".
        by: Who stands for these very words or stood for earlier ones, with role and date.
    """

    name: str
    language: str
    state: str
    by: str = ""

    @property
    def waits(self) -> bool:
        """Whether somebody has to read it."""
        return self.state in ("draft", "outdated")


@dataclass(frozen=True, slots=True)
class ReadText:
    """The exact words that somebody reads; `mark` tells them from any others."""

    text: str
    mark: str


class ApprovalRecord(Protocol):
    """The record in the content folder."""

    def rows(self) -> Sequence[ApprovalRow]:
        """Every text that there is, in the order of the content.

        Raises:
            KioskError: The content cannot be read.
        """
        ...

    def read(self, name: str, language: str) -> ReadText:
        """The exact words of a text.

        Raises:
            KioskError: There is no such text, or it has errors.
        """
        ...

    def approve(self, name: str, language: str, mark: str, by: str, role: str) -> None:
        """Record who stands for the words of this mark.

        Raises:
            KioskError: TEXT_CHANGED where they are other words by now, or it cannot be written.
        """
        ...


class Approvals:
    """What an administrator does with them at the kiosk."""

    def __init__(self, record: ApprovalRecord, log: AuditLog, clock: Clock) -> None:
        self._record = record
        self._log = log
        self._clock = clock

    def rows(self) -> tuple[ApprovalRow, ...]:
        """Every text, those that wait first.

        Raises:
            KioskError: As the record says.
        """
        return tuple(sorted(self._record.rows(), key=lambda row: not row.waits))

    def read(self, row: ApprovalRow) -> ReadText:
        """The exact words.

        Raises:
            KioskError: As the record says.
        """
        return self._record.read(row.name, row.language)

    def approve(self, row: ApprovalRow, read: ReadText, by: str, role: str) -> None:
        """Stand for what was read.

        Raises:
            KioskError: As the record says.
        """
        self._record.approve(row.name, row.language, read.mark, by, role)
        self._log.write(self._clock(), by, APPROVED, f"{row.name} {row.language}")
