"""What administrators work with, in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kiosk.domain import facts
from kiosk.domain.audit import AuditHead, AuditLine, next_line
from kiosk.domain.content import Stage
from kiosk.domain.epds import EPDS
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.figures import Figures, Month, figures_of
from kiosk.domain.replay import replay
from kiosk.services.administration import Administration
from kiosk.services.doctor.finding import Finding, State
from tests.helpers.stored_visits import entries_of

NOW = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)

FOUND = (
    Finding("data", State.OK, "the data folder can be used"),
    Finding("key", State.NOTE, "the key lies beside the database", "protect it"),
    Finding("printer", State.MISSING, "there is no printer", "set printing.printer"),
)


@dataclass
class MemoryLog:
    """Satisfies `Log`."""

    kept: list[AuditLine] = field(default_factory=list)

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        self.kept.append(next_line(self.head(), at.isoformat(), by, action, subject))

    def lines(self) -> list[AuditLine]:
        return list(self.kept)

    def newest(self, count: int) -> list[AuditLine]:
        return self.kept[::-1][:count]

    def head(self) -> AuditHead:
        last = self.kept[-1:]
        return AuditHead(last[0].seq, last[0].hash) if last else AuditHead()


@dataclass
class MemoryFolder:
    """Satisfies `ExportFolder`."""

    files: dict[str, bytes] = field(default_factory=dict)
    full: bool = False

    def save(self, name: str, content: bytes) -> str:
        path = self.place(name)
        self.files[path] = content
        return path

    def place(self, name: str) -> str:
        if self.full:
            raise KioskError(ErrorCode.FILE_UNWRITABLE, reason="No space left on device")
        return f"/out/{name}"


@dataclass
class Administered:
    """An administration, and what lies behind it."""

    log: MemoryLog = field(default_factory=MemoryLog)
    folder: MemoryFolder = field(default_factory=MemoryFolder)
    visits: int = 8
    asked: list[tuple[Month | None, Month | None]] = field(default_factory=list)
    backups: list[tuple[str, str]] = field(default_factory=list)
    found: tuple[Finding, ...] = FOUND

    def figures(self, first: Month | None, last: Month | None) -> tuple[Figures, ...]:
        """Figures of visits that read a topic, all of one month."""
        self.asked.append((first, last))
        told = facts.StageGiven(Stage.PREGNANT)
        read = facts.CardShown("feelings", "one")
        visits = (replay(entries_of(told, read, start=NOW)) for _ in range(self.visits))
        return figures_of(visits, EPDS)

    def back_up(self, file: str, by: str) -> int:
        """Remembers what was asked for."""
        self.backups.append((file, by))
        return self.visits

    def made(self, *, with_folder: bool = True) -> Administration:
        """The administration itself."""
        return Administration(
            log=self.log,
            clock=lambda: NOW,
            figures_from=self.figures,
            figures_page=lambda found: f"PDF of {len(found)}".encode(),
            back_up=self.back_up,
            machine=lambda: self.found,
            folder=self.folder if with_folder else None,
        )

    def happened(self, actions: Iterable[str]) -> None:
        """Lines in the log, the last one newest."""
        for action in actions:
            self.log.write(NOW, "Ines", action, "visit-0123456789abcdef0123456789")
