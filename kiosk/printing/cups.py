"""Printing through CUPS: from memory, under a title that tells nothing."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.printing.states import end_of, is_over, print_state
from kiosk.services.ports import PrintState

if TYPE_CHECKING:
    import cups

LONGEST: Final = 600
"""Seconds after which CUPS itself gives a job up: this holds even when the kiosk is off."""

ENDING: Final = 10
"""Seconds that a cancelled job may take to end; after them its data is left to CUPS."""

_INTERVAL: Final = 0.1

_CONTINUE: Final = 100
"""HTTP status: the spooler takes more of the page."""

_OK: Final = 0
"""IPP status successful-ok."""

_JOB: Final = ("job-state", "job-printer-uri", "job-printer-up-time", "time-at-processing")
_ABOUT: Final = ("printer-is-accepting-jobs", "printer-state-reasons", "media-supported")
_PRINTER: Final = (
    "device-uri",
    "printer-state",
    "printer-state-message",
    "printer-state-reasons",
)


class _UnknownError(KioskError):
    """CUPS knows no such queue or job."""


class CupsPrinter:
    """Satisfies `Printer` with one CUPS queue. Any thread may use it.

    Attributes:
        queue: Name of the queue; empty for the system's default.
        server: Socket or host of the print server; empty for the system's.
        longest: Seconds after which CUPS gives a job up.
    """

    def __init__(self, queue: str, *, server: str = "", longest: int = LONGEST) -> None:
        self.queue = queue
        self.server = server
        self.longest = longest

    def available(self) -> bool:
        """Whether CUPS answers and knows the queue."""
        try:
            with self._connected() as connection:
                self._queue(connection)
        except KioskError:
            return False
        return True

    def described(self) -> tuple[str, dict[str, Any]] | None:
        """The queue's name and what CUPS tells of it; None where there is no such queue.

        Raises:
            KioskError: NO_PRINTER_SUPPORT, or PRINT_FAILED when CUPS refuses to tell.
        """
        try:
            with self._connected() as connection:
                queue = self._queue(connection)
                told = connection.getPrinterAttributes(queue, requested_attributes=list(_ABOUT))
                return queue, told
        except KioskError as error:
            if error.code is ErrorCode.NO_PRINTER:
                return None
            raise

    def submit(self, pdf: bytes, *, title: str, copies: int = 1) -> tuple[str, int]:
        """Hand over a page; gives (queue, job number).

        Raises:
            KioskError: NO_PRINTER_SUPPORT, NO_PRINTER or PRINT_FAILED.
        """
        with self._connected() as connection:
            queue = self._queue(connection)
            job = connection.createJob(queue, title, self._options(copies))
            try:
                _send(connection, queue, job, title, pdf)
            except BaseException:
                with suppress(KioskError):
                    self.cancel(queue, job)
                raise
            return queue, job

    def state(self, printer: str, job: int) -> PrintState:
        """The job's true state; FAILED when CUPS does not know it: nobody can say it came out.

        SILENT when CUPS does not answer.

        Raises:
            KioskError: NO_PRINTER_SUPPORT.
        """
        try:
            with self._connected() as connection:
                attributes = connection.getJobAttributes(job, requested_attributes=list(_JOB))
                if not _is_in(printer, attributes):
                    return PrintState.FAILED
                queue = connection.getPrinterAttributes(
                    printer, requested_attributes=list(_PRINTER)
                )
                return print_state(attributes, queue)
        except _UnknownError:
            return PrintState.FAILED
        except KioskError as error:
            if error.code is ErrorCode.NO_PRINTER_SUPPORT:
                raise
            return PrintState.SILENT

    def cancel(self, printer: str, job: int) -> PrintState:
        """Cancel a job, at the printer too, and remove all that CUPS has of it.

        Gives what became of it; FAILED if CUPS knows no such job, and then nothing happens.

        Raises:
            KioskError: NO_PRINTER_SUPPORT, NO_PRINTER or PRINT_FAILED.
        """
        with suppress(_UnknownError), self._connected() as connection:
            attributes = connection.getJobAttributes(job, requested_attributes=list(_JOB))
            if not _is_in(printer, attributes):
                return PrintState.FAILED
            if not is_over(attributes):
                connection.cancelJob(job)
            if ended := _end_of(connection, job):
                connection.cancelJob(job, purge_job=True)
            return ended or PrintState.CANCELLED
        return PrintState.FAILED

    def _options(self, copies: int) -> dict[str, str]:
        """Print at once and without cover sheets, or not at all."""
        return {
            "copies": str(copies),
            "job-cancel-after": str(self.longest),
            "job-hold-until": "no-hold",
            "job-sheets": "none,none",
        }

    def _queue(self, connection: cups.Connection) -> str:
        """The queue's name, if there is such a queue."""
        queue = self.queue or connection.getDefault()
        if not queue:
            raise KioskError(ErrorCode.NO_PRINTER)
        connection.getPrinterAttributes(queue, requested_attributes=["printer-state"])
        return queue

    @contextmanager
    def _connected(self) -> Generator[cups.Connection]:
        """A connection of this call's own; faults of CUPS come out as KioskErrors."""
        try:
            import cups
        except ImportError:
            raise KioskError(ErrorCode.NO_PRINTER_SUPPORT) from None
        # CUPS would ask for a password on the terminal.
        cups.setPasswordCB(lambda _prompt: "")
        try:
            connection = cups.Connection(host=self.server or cups.getServer())
        except RuntimeError:
            raise KioskError(ErrorCode.NO_PRINTER) from None
        try:
            yield connection
        except cups.IPPError as error:
            if error.args[0] == cups.IPP_NOT_FOUND:
                raise _UnknownError(ErrorCode.NO_PRINTER) from None
            raise KioskError(ErrorCode.PRINT_FAILED) from None
        except (cups.HTTPError, RuntimeError):
            raise KioskError(ErrorCode.PRINT_FAILED) from None


def _send(connection: cups.Connection, queue: str, job: int, title: str, pdf: bytes) -> None:
    """Stream the only document of a job; the spooler has all of it when this returns.

    Raises:
        KioskError: PRINT_FAILED.
    """
    status = connection.startDocument(queue, job, title, "application/pdf", 1)
    if status == _CONTINUE:
        status = connection.writeRequestData(pdf, len(pdf))
    if status != _CONTINUE or connection.finishDocument(queue) != _OK:
        raise KioskError(ErrorCode.PRINT_FAILED)


def _end_of(connection: cups.Connection, job: int) -> PrintState | None:
    """Wait until a cancelled job is over; what became of it, None while it is not.

    Purging at once would kill the program that talks to the printer before it can tell the
    printer, which would print what it has when somebody loads paper, hours later.
    """
    deadline = time.monotonic() + ENDING
    while time.monotonic() < deadline:
        ended = end_of(connection.getJobAttributes(job, requested_attributes=["job-state"]))
        if ended is not None:
            return ended
        time.sleep(_INTERVAL)
    return None


def _is_in(queue: str, job: Mapping[str, Any]) -> bool:
    """Whether a job is one of this queue.

    Job numbers begin anew when CUPS is set up afresh: a number may then be somebody else's.
    """
    uri = unquote(str(job.get("job-printer-uri", "")))
    return uri.rpartition("/")[2].casefold() == queue.casefold()
