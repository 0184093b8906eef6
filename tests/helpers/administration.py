"""What administrators work with, in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event

from kiosk.domain import facts
from kiosk.domain.audit import AuditHead, AuditLine, next_line
from kiosk.domain.content import Stage
from kiosk.domain.epds import EPDS
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.figures import (
    ALL,
    Cell,
    Counts,
    Figure,
    Figures,
    Month,
    Share,
    Spread,
    figures_of,
)
from kiosk.domain.replay import replay
from kiosk.services.administration import Administration, Backup
from kiosk.services.doctor.finding import Finding, State
from tests.helpers.stored_visits import entries_of

_PATIENCE = 30
"""Seconds that work waits for a test."""

NOW = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)

FOUND = (
    Finding("data", State.OK, "the data folder can be used"),
    Finding("key", State.NOTE, "the key lies beside the database", "protect it"),
    Finding("printer", State.MISSING, "there is no printer", "set printing.printer"),
)


EVERYTHING = Figures(
    mode="clinic",
    first=Month(2026, 1),
    last=Month(2026, 3),
    visits=60,
    counts=(
        Counts(Figure.MONTHS, tuple(Cell(f"2026-0{n}", 20) for n in (1, 2, 3)), 60),
        Counts(
            Figure.LANGUAGES,
            (Cell("en", 30), Cell("es", 20), Cell("ht", None), Cell("vi", None)),
            60,
        ),
        Counts(Figure.TOPICS, (Cell("feelings", 40), Cell("preeclampsia", 0)), 60),
        Counts(Figure.ENDS, (Cell("finished", 48), Cell("unfinished", 12)), 60),
        Counts(Figure.FORMS, (Cell("complete", 40), Cell("not_started", 20)), 60),
        Counts(Figure.ALERTS, (Cell("item_10", None), Cell("blood_pressure_severe", None)), None),
    ),
    shares=(
        Share(Figure.CUT_OFFS, ALL, 15, 40, at_least=11),
        Share(Figure.CUT_OFFS, ALL, None, None, at_least=13),
        Share(Figure.CHECKS, "preeclampsia", 25, 30),
    ),
    spreads=(
        Spread(Figure.FORM_MINUTES, ALL, 40, 3.0, 4.5, 16.5),
        Spread(Figure.ALERT_MINUTES, "warning_sign", 8, 10.5, 12.5, 119.5),
        Spread(Figure.ALERT_MINUTES, "item_10"),
    ),
)
"""Something of each kind; the numbers of a few are hidden."""


@dataclass
class MemoryLog:
    """Satisfies `Log`."""

    kept: list[AuditLine] = field(default_factory=list)
    fault: KioskError | None = None

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        self.kept.append(next_line(self.head(), at.isoformat(), by, action, subject))

    def lines(self) -> list[AuditLine]:
        if self.fault is not None:
            raise self.fault
        return list(self.kept)

    def newest(self, count: int) -> list[AuditLine]:
        return self.lines()[::-1][:count]

    def head(self) -> AuditHead:
        last = self.kept[-1:]
        return AuditHead(last[0].seq, last[0].hash) if last else AuditHead()


@dataclass
class MemoryFolder:
    """Satisfies `ExportFolder`."""

    files: dict[str, bytes] = field(default_factory=dict)
    full: bool = False
    where: str = "/out"

    def save(self, name: str, content: bytes) -> str:
        path = self.place(name)
        self.files[path] = content
        return path

    def place(self, name: str) -> str:
        if self.full:
            raise KioskError(ErrorCode.FILE_UNWRITABLE, reason="No space left on device")
        return f"{self.where}/{name}"


@dataclass
class Administered:
    """An administration, and what lies behind it."""

    log: MemoryLog = field(default_factory=MemoryLog)
    folder: MemoryFolder = field(default_factory=MemoryFolder)
    visits: int = 8
    shown: tuple[Figures, ...] | None = None
    log_is_whole: bool = True
    asked: list[tuple[Month | None, Month | None]] = field(default_factory=list)
    backups: list[tuple[str, str]] = field(default_factory=list)
    found: tuple[Finding, ...] = FOUND
    fault: KioskError | None = None
    may_look: Event = field(default_factory=Event)
    may_read: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.may_look.set()
        self.may_read.set()

    def figures(self, first: Month | None, last: Month | None) -> tuple[Figures, ...]:
        """What is to be shown; else figures of visits that read a topic, all of one month."""
        self.asked.append((first, last))
        assert self.may_read.wait(_PATIENCE)
        if self.fault is not None:
            raise self.fault
        if self.shown is not None:
            return self.shown
        told = facts.StageGiven(Stage.PREGNANT)
        read = facts.CardShown("feelings", "one")
        visits = (replay(entries_of(told, read, start=NOW)) for _ in range(self.visits))
        return figures_of(visits, EPDS)

    def back_up(self, file: str, by: str) -> Backup:
        """Remembers what was asked for, and tells the log."""
        self.backups.append((file, by))
        self.log.write(NOW, by, "backup_written")
        return Backup(file, self.visits, self.log_is_whole)

    def look(self) -> tuple[Finding, ...]:
        """What is found, once it may be."""
        assert self.may_look.wait(_PATIENCE)
        if self.fault is not None:
            raise self.fault
        return self.found

    def made(self, *, with_folder: bool = True) -> Administration:
        """The administration itself."""
        return Administration(
            log=self.log,
            clock=lambda: NOW,
            figures_from=self.figures,
            figures_page=lambda found: f"PDF of {len(found)}".encode(),
            back_up=self.back_up,
            machine=self.look,
            folder=self.folder if with_folder else None,
        )

    def happened(self, actions: Iterable[str]) -> None:
        """Lines in the log, the last one newest."""
        for action in actions:
            self.log.write(NOW, "Ines", action, "visit-0123456789abcdef0123456789")
