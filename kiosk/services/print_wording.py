"""Where a page is on its way to paper, as staff read it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from kiosk.i18n import N_, Words
from kiosk.services.ports import PrintJob, PrintState

_STATES: Final = {
    PrintState.HELD: N_("Kept in the encrypted queue, not printed"),
    PrintState.WAITING: N_("Waiting for the printer"),
    PrintState.PRINTING: N_("Printing now"),
    PrintState.DONE: N_("Printed"),
    PrintState.OFFLINE: N_("The printer is offline. The page waits."),
    PrintState.LOST: N_("The printer was lost while it had the page. Look at what came out."),
    PrintState.NO_PAPER: N_("The printer is out of paper. The page waits."),
    PrintState.WRONG_PAPER: N_("The printer wants other paper. The page waits."),
    PrintState.ATTENTION: N_("The printer needs a hand: a jam, an open door or no ink."),
    PrintState.PAUSED: N_("The printer's queue is paused. The page waits."),
    PrintState.STOPPED: N_("The printer is stopped. The page waits."),
    PrintState.SILENT: N_("The print system does not answer. Nobody can tell about the page."),
    PrintState.CANCELLED: N_("Cancelled at the printer, not printed"),
    PrintState.FAILED: N_("The print system refused it, not printed"),
    PrintState.SENT: N_("Handed to the print system, which tells no more. Look at the printer."),
}
_MAY_BE_OUT: Final = {
    PrintState.HELD: N_("Taken back, but some of it may have come out. Look at the printer."),
    PrintState.CANCELLED: N_("Cancelled, but some of it may have come out. Look at the printer."),
    PrintState.FAILED: N_("It failed, but some of it may have come out. Look at the printer."),
}
"""The same once the printer had begun: nobody can say that nothing came out."""


def print_state(job: PrintJob, words: Words) -> str:
    """A print job's state in words."""
    told = _MAY_BE_OUT.get(job.state) if job.begun else None
    return words.gettext(told or _STATES[job.state])


def reprint_mark(at: datetime, words: Words) -> str:
    """What stands on a page that is printed once more."""
    return words.gettext("Reprint, %(date)s %(time)s") % {
        "date": words.date(at),
        "time": words.time(at),
    }
