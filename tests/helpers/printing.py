"""What the print queue needs from the outside, written by hand."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from kiosk.domain.errors import ErrorCode, KioskError, StorageError
from kiosk.services.ports import PageKind, PrintJob, PrintState

START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class FakeClock:
    """A clock that goes when it is told to."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class FakeAudit:
    """Satisfies `AuditLog`."""

    lines: list[tuple[str, str, str]] = field(default_factory=list)

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        self.lines.append((by, action, subject))


@dataclass
class FakePrintJobs:
    """Satisfies `PrintJobStore`; `refuse` tells which updates fail as if the disk were full."""

    stored: list[PrintJob] = field(default_factory=list)
    refuse: Callable[[PrintJob], bool] = lambda _job: False

    def add(self, visit_id: str, kind: PageKind, asked_at: datetime, asked_by: str) -> PrintJob:
        number = len(self.stored) + 1
        job = PrintJob(number, visit_id, kind, PrintState.HELD, asked_at, asked_by)
        self.stored.append(job)
        return job

    def update(self, job: PrintJob) -> None:
        if self.refuse(job):
            raise StorageError(ErrorCode.DISK_FULL)
        self.stored = [job if old.id == job.id else old for old in self.stored]

    def jobs(self, visit_id: str | None = None) -> list[PrintJob]:
        found = [replace(job) for job in self.stored if visit_id in (None, job.visit_id)]
        return found[::-1]

    def in_states(self, states: Collection[PrintState]) -> list[PrintJob]:
        return [job for job in self.jobs() if job.state in states]


@dataclass
class FakePrinter:
    """Satisfies `Printer`; the test says what has become of a job.

    `answers` is whether the print system can be reached, `is_set_up` whether there is a printer.
    What `comes_out` prints in the moment it is cancelled.
    """

    is_set_up: bool = True
    answers: bool = True
    states: dict[int, PrintState] = field(default_factory=dict)
    sent: list[tuple[bytes, str, int]] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    name: str = "clinic"
    comes_out: set[int] = field(default_factory=set)

    def available(self) -> bool:
        return self.is_set_up and self.answers

    def submit(self, pdf: bytes, *, title: str, copies: int = 1) -> tuple[str, int]:
        if not self.available():
            raise KioskError(ErrorCode.NO_PRINTER)
        self.sent.append((pdf, title, copies))
        number = 100 + len(self.sent)
        self.states.setdefault(number, PrintState.WAITING)
        return self.name, number

    def state(self, printer: str, job: int) -> PrintState:
        if not self.answers:
            raise KioskError(ErrorCode.NO_PRINTER_SUPPORT)
        return self.states.get(job, PrintState.FAILED)

    def cancel(self, printer: str, job: int) -> PrintState:
        if not self.answers:
            raise KioskError(ErrorCode.NO_PRINTER)
        self.cancelled.append(job)
        self.states.pop(job, None)
        return PrintState.DONE if job in self.comes_out else PrintState.CANCELLED
