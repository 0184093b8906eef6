"""What the services need from the outside, as small Protocols."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from kiosk.domain.audit import AuditHead, AuditLine
from kiosk.domain.code import VisitCode
from kiosk.domain.deliveries import Delivery
from kiosk.domain.facts import Entry
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.summary import Summary
from kiosk.domain.visit import Visit, VisitState
from kiosk.i18n import Words

Clock = Callable[[], datetime]
"""Gives the present time, with zone."""


@dataclass(frozen=True, slots=True, order=True)
class BoardPlace:
    """Where a row stands on the board; places sort as the rows do."""

    rank: int
    order: int
    row: int


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A visit as the open list shows it: a code and what to do, never a reason.

    `place` is what the next page is asked for with.
    """

    visit_id: str
    code: VisitCode
    state: VisitState
    language: str
    started_at: datetime
    updated_at: datetime
    open_alerts: int
    alert_since: datetime | None
    help_wanted: bool
    printed: bool
    reviewed: bool
    slip: str
    place: BoardPlace


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person with a PIN; `role` is "staff" or "admin".

    `pin_changed` is false while the PIN is one that somebody else gave them. Who is not
    `active` is known still, and comes in no more.
    """

    name: str
    role: str
    pin_hash: str
    pin_changed: bool = False
    active: bool = True


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong PINs in a row, and until when none is taken."""

    failures: int
    locked_until: datetime | None


class PrintState(StrEnum):
    """Where a page is on its way to paper.

    LOST: the printer was gone while it had the page. ATTENTION: a jam, an open door, no ink.
    PAUSED: somebody paused the queue. SILENT: the print system does not answer. SENT: handed
    over to a print system that tells no more.
    """

    HELD = "held"
    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    OFFLINE = "offline"
    LOST = "lost"
    NO_PAPER = "no_paper"
    WRONG_PAPER = "wrong_paper"
    ATTENTION = "attention"
    PAUSED = "paused"
    STOPPED = "stopped"
    SILENT = "silent"
    SENT = "sent"
    CANCELLED = "cancelled"
    FAILED = "failed"


class PageKind(StrEnum):
    """Which page is printed."""

    SUMMARY = "summary"
    TAKE_HOME = "take_home"
    PRESSURE_LOG = "pressure_log"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A page somebody asked for; held in the encrypted database, never as a file.

    `printer_job` is the spooler's own number, None while the page is held. Once `begun`,
    paper may have come out: nobody can say that it did not.
    """

    id: int
    visit_id: str
    kind: PageKind
    state: PrintState
    asked_at: datetime
    asked_by: str
    printer: str | None = None
    printer_job: int | None = None
    begun: bool = False
    copies: int = 1


class VisitStore(Protocol):
    """Visits and their facts. Every method raises StorageError on trouble."""

    def append(self, visit_id: str, entries: Sequence[Entry], visit: Visit) -> None:
        """Add facts and refresh the visit's row, durably, in one transaction."""
        ...

    def entries(self, visit_id: str) -> list[Entry]:
        """All facts of a visit, oldest first; empty when it is unknown."""
        ...

    def forget(self, visit_id: str, kept: Sequence[Entry], visit: Visit) -> None:
        """Replace a visit's facts by those kept; what goes is overwritten on disk."""
        ...

    def remove(self, visit_id: str) -> None:
        """Delete a visit altogether; what goes is overwritten on disk."""
        ...

    def ids_in(self, state: VisitState) -> list[str]:
        """Visits in a state, oldest first."""
        ...

    def codes_in_use(self) -> set[VisitCode]:
        """Codes of visits that are open, paused, or not yet reviewed."""
        ...

    def board(
        self, *, limit: int, after: BoardPlace | None = None, code: str = ""
    ) -> list[BoardRow]:
        """A page of the board, the rows behind `after`.

        Open alerts stand first (the oldest before the others), then who asked for help with
        the screen, finished, unfinished, at the kiosk or away, printed, reviewed: the newest
        before the others. `code` keeps the rows whose code contains it ("gre", "42",
        "green 4").
        """
        ...

    def alerts_waiting(self) -> int:
        """How many alerts nobody has acknowledged."""
        ...

    def is_code_open(self, code: VisitCode, but: str) -> bool:
        """Whether a visit other than `but` holds this code and nobody has reviewed it."""
        ...

    def find_code(self, code: str) -> str | None:
        """The newest visit that carries this code ("green 42")."""
        ...

    def asked_at(self, chart: str, but: str) -> datetime | None:
        """When another visit than `but` of a chart last completed its questionnaire."""
        ...


class VisitHistory(Protocol):
    """All that was ever stored of visits, for figures about them."""

    def histories(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[list[Entry]]:
        """The facts of each visit that began in a time, oldest visit first; a few at a time.

        Raises:
            StorageError: They cannot be read.
        """
        ...


class TextStore(Protocol):
    """Installed wordings of instruments."""

    def put(self, installed: InstalledText, at: datetime) -> None:
        """Install, in place of an earlier one in the same language."""
        ...

    def get(self, instrument: str, language: str) -> InstalledText | None:
        """The wording in this language, if any."""
        ...

    def all(self) -> list[InstalledText]:
        """Every installed wording, by language."""
        ...

    def remove(self, instrument: str, language: str) -> bool:
        """Remove a wording; whether there was one."""
        ...


class StaffStore(Protocol):
    """People with PINs, and the lock-out, which survives a restart."""

    def put(self, member: StaffMember) -> None:
        """Add a person, or replace their PIN and role."""
        ...

    def all(self) -> list[StaffMember]:
        """Everyone, by name."""
        ...

    def attempts(self) -> Attempts:
        """Wrong PINs in a row."""
        ...

    def set_attempts(self, attempts: Attempts) -> None:
        """Keep the count durably."""
        ...


class PinHasher(Protocol):
    """Argon2id."""

    def hash(self, pin: str) -> str:
        """A salted hash."""
        ...

    def matches(self, pin: str, pin_hash: str) -> bool:
        """Whether the hash is this PIN's."""
        ...


class PrintJobStore(Protocol):
    """The encrypted print queue."""

    def add(self, visit_id: str, kind: PageKind, asked_at: datetime, asked_by: str) -> PrintJob:
        """A new job in state HELD."""
        ...

    def update(self, job: PrintJob) -> None:
        """Keep a job's new state."""
        ...

    def jobs(self, visit_id: str | None = None) -> list[PrintJob]:
        """Jobs, newest first."""
        ...

    def in_states(self, states: Collection[PrintState]) -> list[PrintJob]:
        """Jobs that are in one of these states, newest first."""
        ...


class AuditLog(Protocol):
    """Who did what to which visit; never an answer."""

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        """Add one line."""
        ...


class AuditReader(Protocol):
    """The audit log, to be looked through."""

    def lines(self) -> list[AuditLine]:
        """Every line, oldest first."""
        ...

    def newest(self, count: int) -> list[AuditLine]:
        """The last lines, newest first."""
        ...

    def head(self) -> AuditHead:
        """How far the log has come, as it is kept beside the log."""
        ...


class RetentionStore(Protocol):
    """Visits whose time is over.

    None is given or deleted that is open or paused, has an open alert, or a page on its way.
    """

    def before(self, moment: datetime, limit: int) -> list[str]:
        """Visits that began before a moment, oldest first."""
        ...

    def printed_and_reviewed(self) -> list[str]:
        """Visits whose clinician's page came out and that staff have reviewed, oldest first."""
        ...

    def delete(self, visit_id: str, at: datetime, by: str, action: str) -> bool:
        """Delete all of a visit, overwritten on disk, with its line in the audit log.

        False, and nothing is changed, when it may not be deleted now.
        """
        ...

    def compact(self, pages: int) -> None:
        """Give so many free pages of the file back, and empty its log."""
        ...

    def compact_all(self) -> None:
        """Give all free space of the file back, unless another program uses it; may take long."""
        ...


class Printer(Protocol):
    """A print system. Calls may block: they run off the GUI thread."""

    def available(self) -> bool:
        """Whether there is a print system and a printer to use."""
        ...

    def submit(self, pdf: bytes, *, title: str, copies: int = 1) -> tuple[str, int]:
        """Hand over a page from memory; gives (printer, job number).

        Raises:
            KioskError: NO_PRINTER_SUPPORT, NO_PRINTER or PRINT_FAILED.
        """
        ...

    def state(self, printer: str, job: int) -> PrintState:
        """The job's true state as the print system tells it."""
        ...

    def cancel(self, printer: str, job: int) -> PrintState:
        """Cancel and purge the job's data; gives what became of it: DONE when it came out."""
        ...


class AlertChannel(Protocol):
    """A way to reach staff away from the kiosk. Calls may block: each has its own thread."""

    def send(self, code: VisitCode, *, test: bool = False) -> None:
        """Tell staff to see the visitor with this code now; nothing else is told.

        A `test` is marked as one.

        Raises:
            KioskError: It did not arrive.
        """
        ...


class SlipStore(Protocol):
    """Codes of visit slips that were handed out."""

    def add(self, code: str, at: datetime, by: str) -> bool:
        """Keep a new code; False when it was handed out before."""
        ...

    def is_free(self, code: str) -> bool:
        """Whether a code was handed out and no visit carries it."""
        ...

    def give(self, code: str, visit_id: str) -> None:
        """Tie a code to a visit."""
        ...


class DeliveryStore(Protocol):
    """What went out by which channel, and when a channel was last tested."""

    def add(self, deliveries: Sequence[Delivery]) -> None:
        """Keep calls that went out, or did not arrive, durably."""
        ...

    def of_visit(self, visit_id: str) -> list[Delivery]:
        """All calls for a visit, oldest first."""
        ...

    def latest(self, channel: str) -> Delivery | None:
        """The last call by a channel, for whatever visit."""
        ...

    def tested(self, channel: str, target: str, at: datetime) -> None:
        """Keep that a test arrived; `target` tells where the channel leads."""
        ...

    def last_test(self, channel: str, target: str) -> datetime | None:
        """When a test last arrived there."""
        ...


class SummaryPage(Protocol):
    """Renders the clinician's page."""

    def render(self, summary: Summary, words: Words) -> bytes:
        """One page as PDF, in the language of `words`."""
        ...
