"""A slip at a staff printer: printed at once, given up quickly, nothing of it left."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import Final, Protocol

from kiosk.domain.code import VisitCode
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.ports import Printer, PrintState

TITLE: Final = "Clinic slip"
"""The title of every job: spoolers show titles to others and keep them."""

PATIENCE: Final = 12.0
"""Seconds that a printer has; after them the slip is taken back and another channel tried."""

SLIP_LONGEST: Final = 60
"""Seconds after which CUPS gives a slip up by itself, should the kiosk be off by then."""

_INTERVAL: Final = 0.25
_OVER: Final = frozenset(
    {PrintState.DONE, PrintState.CANCELLED, PrintState.FAILED, PrintState.SENT}
)
_OUT: Final = frozenset({PrintState.DONE, PrintState.PRINTING, PrintState.SENT})
_REASONS: Final = {
    ErrorCode.NO_PRINTER_SUPPORT: "no printer support on this machine",
    ErrorCode.NO_PRINTER: "no such printer",
}


class SlipPage(Protocol):
    """Makes slips."""

    def __call__(self, code: VisitCode, *, test: bool) -> bytes:
        """A slip as PDF; a `test` is marked as one."""
        ...


class SlipChannel:
    """Satisfies `AlertChannel`.

    Attributes:
        printer: The queue at the staff's place.
        page: Makes the slip.
        patience: Seconds that the printer has.
    """

    def __init__(
        self,
        printer: Printer,
        page: SlipPage,
        *,
        patience: float = PATIENCE,
    ) -> None:
        self.printer = printer
        self.page = page
        self.patience = patience

    def send(self, code: VisitCode, *, test: bool = False) -> None:
        """Print a slip, and see whether the printer takes it.

        Raises:
            KioskError: SLIP_NOT_PRINTED.
        """
        put_out(self.printer, self.page(code, test=test), self.patience)


def put_out(printer: Printer, slip: bytes, patience: float = PATIENCE) -> None:
    """Print a slip, and see within `patience` seconds whether the printer takes it.

    Raises:
        KioskError: SLIP_NOT_PRINTED.
    """
    try:
        queue, job = printer.submit(slip, title=TITLE)
    except KioskError as error:
        raise _failed(_REASONS.get(error.code, "not taken")) from None
    state = _outcome(printer, queue, job, patience)
    if state is not PrintState.PRINTING:
        # A slip that comes out hours later calls somebody to a chair that is empty, and one
        # that came out leaves its code in the spooler.
        with suppress(KioskError):
            printer.cancel(queue, job)
    if state not in _OUT:
        raise _failed(state.value.replace("_", " "))


def _outcome(printer: Printer, queue: str, job: int, patience: float) -> PrintState:
    """The job's last state, or the one it is in when patience ends."""
    deadline = time.monotonic() + patience
    pause = threading.Event()
    while True:
        state = printer.state(queue, job)
        if state in _OVER or time.monotonic() >= deadline:
            return state
        pause.wait(_INTERVAL)


def _failed(reason: str) -> KioskError:
    return KioskError(ErrorCode.SLIP_NOT_PRINTED, reason=reason)
