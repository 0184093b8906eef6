"""Pages on their way to paper: held encrypted, released by staff, followed until they are out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.ports import (
    AuditLog,
    Clock,
    PageKind,
    Printer,
    PrintJob,
    PrintJobStore,
    PrintState,
)

TITLE: Final = "Clinic page"
"""The title of every job: spoolers show titles to others and keep them."""

AUTOMATIC: Final = "kiosk"
"""Who lets a page go that nobody asked for: the setting that pages print when a visit ends."""

PATIENCE: Final = timedelta(seconds=120)
"""How long a page may wait for a printer in trouble before it comes back into the queue."""

SECOND_AFTER: Final = timedelta(seconds=30)
"""How long it waits before a second printer takes over, where one is set."""

TROUBLE: Final = frozenset(
    {
        PrintState.OFFLINE,
        PrintState.LOST,
        PrintState.NO_PAPER,
        PrintState.WRONG_PAPER,
        PrintState.ATTENTION,
        PrintState.PAUSED,
        PrintState.STOPPED,
        PrintState.SILENT,
    }
)
"""Somebody has to go to the printer."""

SPOOLED: Final = TROUBLE | {PrintState.WAITING, PrintState.PRINTING}
"""The print system has the page."""

RELEASABLE: Final = frozenset({PrintState.HELD, PrintState.CANCELLED, PrintState.FAILED})
"""It did not come out as far as anybody knows, and the print system no longer has it."""

OUT: Final = frozenset({PrintState.DONE, PrintState.SENT})
"""It came out, or went where nobody can follow it."""

_UNTOUCHED: Final = frozenset(
    {PrintState.OFFLINE, PrintState.NO_PAPER, PrintState.WRONG_PAPER, PrintState.PAUSED}
)
"""Trouble in which no paper can have come out, unless the printer had begun before."""

_NOT_TAKEN: Final = frozenset(
    {ErrorCode.NO_PRINTER, ErrorCode.NO_PRINTER_SUPPORT, ErrorCode.PRINT_FAILED}
)

Render = Callable[[str, datetime | None], bytes]
"""Visit id, and when it is printed once more -> the page as PDF, of what is stored now."""


class Printing:
    """The print queue. Calls may block for as long as the print system does; any thread may call.

    No page is stored: it is made from the encrypted visit when it is released. Her own pages, which
    nobody can make again here, stay in memory until a second printer cannot need them any more,
    where there is one. Nothing prints that was not released, nothing prints twice unless staff ask
    for it, and nothing prints long after: a page whose printer is in trouble for `patience` is
    taken back.
    """

    def __init__(
        self,
        jobs: PrintJobStore,
        printer: Printer,
        audit: AuditLog,
        clock: Clock,
        page: Render,
        *,
        second: Printer | None = None,
        patience: timedelta = PATIENCE,
        copies: int = 1,
    ) -> None:
        """`page` makes the clinician's page; others are told by `provide`.

        `second` takes over where the first is known not to have printed. `copies` is how many
        of each come out where nobody asks for another number.
        """
        self._jobs = jobs
        self._printer = printer
        self._second = second
        # The print system that took a page, by the printer's name. After a restart the first
        # one is asked: it knows every printer of this machine.
        self._took: dict[str, Printer] = {}
        # Job -> her page, as it went to the first printer.
        self._hers: dict[int, bytes] = {}
        self._audit = audit
        self._clock = clock
        self._pages: dict[PageKind, Render] = {PageKind.SUMMARY: page}
        self._patience = patience
        self._copies = copies
        self._trouble_since: dict[int, datetime] = {}
        self._turn = threading.RLock()

    def provide(self, kind: PageKind, page: Render) -> None:
        """Say how a kind of page is made, where it can be made."""
        self._pages[kind] = page

    def available(self) -> bool:
        """Whether there is a print system and a printer to use."""
        return self._printer.available()

    def stuck(self) -> int:
        """How many pages wait for a printer that is in trouble, as last seen."""
        return len(self._jobs.in_states(TROUBLE))

    def jobs(self, visit_id: str | None = None) -> list[PrintJob]:
        """Jobs as they were last seen, newest first; of one visit, or all."""
        return self._jobs.jobs(visit_id)

    def latest(self, visit_id: str, kind: PageKind) -> PrintJob | None:
        """The newest job for a page of a visit."""
        return next((job for job in self._jobs.jobs(visit_id) if job.kind is kind), None)

    def hold(self, visit_id: str, kind: PageKind, by: str) -> PrintJob:
        """Put a page into the queue; gives the job that is there already, if it is still held.

        Raises:
            KioskError: StorageError.
        """
        with self._turn:
            latest = self.latest(visit_id, kind)
            if latest and latest.state is PrintState.HELD:
                return latest
            job = self._jobs.add(visit_id, kind, self._clock(), by)
            self._note(job, by, "page_held")
            return job

    def release(
        self, job: PrintJob, by: str, *, copies: int | None = None, reprint: bool = False
    ) -> PrintJob:
        """Send a page to the printer; with `reprint` one that was sent before, as a new job.

        Raises:
            KioskError: PAGE_RELEASED when it was sent before and `reprint` is not given;
                NO_PRINTER_SUPPORT, NO_PRINTER or PRINT_FAILED, and the page is held;
                VISIT_UNKNOWN, StorageError, or what making the page raises.
        """
        with self._turn:
            current = self._current(job)
            if current.state not in RELEASABLE:
                if not reprint:
                    raise KioskError(ErrorCode.PAGE_RELEASED)
                current = self.hold(current.visit_id, current.kind, by)
            pdf = self._render(current)
            return self._send(replace(current, copies=copies or self._copies), pdf, by)

    def let_go(self, visit_id: str, *, copies: int | None = None) -> PrintJob | None:
        """Print the clinician's page of a visit that has just ended; None if there is one already.

        Raises:
            KioskError: As `release`: the page is held for staff.
        """
        with self._turn:
            if self.latest(visit_id, PageKind.SUMMARY) is not None:
                return None
            job = self.hold(visit_id, PageKind.SUMMARY, AUTOMATIC)
            return self.release(job, AUTOMATIC, copies=copies)

    def is_reprint(self, visit_id: str, kind: PageKind) -> bool:
        """Whether a page came out before, or may have."""
        jobs = (job for job in self._jobs.jobs(visit_id) if job.kind is kind)
        return any(job.state in OUT or job.begun for job in jobs)

    def poll(self, job: PrintJob) -> PrintJob:
        """Ask the print system and keep what it tells; takes the page back after long trouble."""
        with self._turn:
            current = self._current(job)
            if current.state not in SPOOLED:
                return current
            seen = self._keep(current, self._seen(current))
            with suppress(KioskError):
                # Where the print system cannot be told now, the next poll tries again.
                if self._can_take_over(seen):
                    return self._take_over(seen)
                if self._is_lasting(seen, self._patience):
                    return self.withdraw(seen)
            return seen

    def poll_all(self) -> list[PrintJob]:
        """Poll every job the print system has, those from before a restart among them."""
        jobs = [self.poll(job) for job in self._jobs.in_states(SPOOLED)]
        with self._turn:
            waiting = {job.id for job in self._jobs.in_states(SPOOLED) if not job.begun}
            self._hers = {job: pdf for job, pdf in self._hers.items() if job in waiting}
        return jobs

    def withdraw(self, job: PrintJob, by: str = "") -> PrintJob:
        """Take a page back from the print system into the queue, unless it came out meanwhile.

        Raises:
            KioskError: The print system cannot be told: the page is still with it.
        """
        return self._stop(job, PrintState.HELD, "page_withdrawn", by)

    def cancel(self, job: PrintJob, by: str) -> PrintJob:
        """Take a page out of the queue and back from the print system.

        Raises:
            KioskError: The print system cannot be told: the page is still with it.
        """
        return self._stop(job, PrintState.CANCELLED, "page_cancelled", by)

    def _stop(self, job: PrintJob, state: PrintState, action: str, by: str) -> PrintJob:
        with self._turn:
            current = self._current(job)
            if current.state in SPOOLED:
                if self._ended(current) is PrintState.DONE:
                    return self._keep(current, PrintState.DONE)
            elif current.state is not PrintState.HELD or state is PrintState.HELD:
                return current
            stopped = replace(current, state=state, printer=None, printer_job=None)
            self._jobs.update(stopped)
            self._trouble_since.pop(stopped.id, None)
            self._note(stopped, by, action)
            return stopped

    def _ended(self, job: PrintJob) -> PrintState:
        """End a job that the print system has; what became of it there."""
        seen = self._seen(job)
        if seen is PrintState.DONE or job.printer is None or job.printer_job is None:
            return seen
        return self._system_of(job).cancel(job.printer, job.printer_job)

    def _can_take_over(self, job: PrintJob) -> bool:
        """Whether nothing of a page can have come out of the first printer, and it stays so."""
        if self._second is None or job.printer is None or job.state not in _UNTOUCHED:
            return False
        untouched = not job.begun and job.copies == 1
        is_first = self._took.get(job.printer) is not self._second
        return untouched and is_first and self._is_lasting(job, SECOND_AFTER)

    def _take_over(self, job: PrintJob) -> PrintJob:
        """Take a page back from the first printer, and send it to the second."""
        held = self._stop(job, PrintState.HELD, "page_withdrawn", "")
        if held.state is not PrintState.HELD or self._second is None:
            return held
        with suppress(KioskError):
            # What cannot be made again here stays held: staff are told, and print it.
            pdf = self._hers.pop(held.id, None) or self._render(held)
            return self._submit(held, pdf, "", self._second)
        return held

    def _send(self, job: PrintJob, pdf: bytes, by: str) -> PrintJob:
        """To the first printer; to the second where the first takes nothing at all."""
        try:
            sent = self._submit(job, pdf, by, self._printer)
        except KioskError as error:
            if self._second is None or error.code not in _NOT_TAKEN:
                raise
            return self._submit(job, pdf, by, self._second)
        if self._second is not None and sent.kind is not PageKind.SUMMARY:
            self._hers[sent.id] = pdf
        return sent

    def _submit(self, job: PrintJob, pdf: bytes, by: str, system: Printer) -> PrintJob:
        # Kept before the page goes: should the kiosk stop in between, nobody is told that the
        # page still waits here, and nobody prints it twice unawares.
        going = replace(job, state=PrintState.WAITING, printer=None, printer_job=None)
        self._jobs.update(going)
        try:
            printer, number = system.submit(pdf, title=TITLE, copies=job.copies)
        except KioskError:
            self._jobs.update(replace(going, state=PrintState.HELD))
            raise
        self._took[printer] = system
        sent = replace(going, printer=printer, printer_job=number)
        try:
            self._jobs.update(sent)
        except KioskError:
            # A page that nobody could follow does not go out.
            with suppress(KioskError):
                system.cancel(printer, number)
            raise
        self._note(sent, by, "page_released")
        return sent

    def _system_of(self, job: PrintJob) -> Printer:
        return self._took.get(job.printer or "", self._printer)

    def _seen(self, job: PrintJob) -> PrintState:
        """What the print system tells; FAILED when the kiosk stopped while it sent the page."""
        if job.printer is None or job.printer_job is None:
            return PrintState.FAILED
        try:
            state = self._system_of(job).state(job.printer, job.printer_job)
        except KioskError:
            return PrintState.SILENT
        # A printer that had begun and is gone may have put out half of it.
        return PrintState.LOST if job.begun and state is PrintState.OFFLINE else state

    def _keep(self, job: PrintJob, state: PrintState) -> PrintJob:
        """Store a state if it is new; what is over leaves nothing in the print system."""
        begun = job.begun or state in (PrintState.PRINTING, PrintState.LOST)
        kept = replace(job, state=state, begun=begun)
        if kept != job:
            self._jobs.update(kept)
        if state not in SPOOLED and job.printer is not None and job.printer_job is not None:
            with suppress(KioskError):
                self._system_of(job).cancel(job.printer, job.printer_job)
        return kept

    def _is_lasting(self, job: PrintJob, patience: timedelta) -> bool:
        """Whether its printer has been in trouble for so long."""
        if job.state not in TROUBLE:
            self._trouble_since.pop(job.id, None)
            return False
        now = self._clock()
        return now - self._trouble_since.setdefault(job.id, now) >= patience

    def _render(self, job: PrintJob) -> bytes:
        render = self._pages.get(job.kind)
        if render is None:
            raise KioskError(ErrorCode.PRINT_FAILED)
        again = self.is_reprint(job.visit_id, job.kind)
        return render(job.visit_id, self._clock() if again else None)

    def _current(self, job: PrintJob) -> PrintJob:
        """The job as it is stored: another thread may have moved it on."""
        for stored in self._jobs.jobs(job.visit_id):
            if stored.id == job.id:
                return stored
        raise KioskError(ErrorCode.VISIT_UNKNOWN)

    def _note(self, job: PrintJob, by: str, action: str) -> None:
        self._audit.write(self._clock(), by, action, job.visit_id)
