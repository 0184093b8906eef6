"""Where a page is on its way to paper, as staff read it."""

from __future__ import annotations

from typing import Final

from kiosk.i18n import N_, Words
from kiosk.services.ports import PrintState

_STATES: Final = {
    PrintState.HELD: N_("Kept in the encrypted queue, not printed"),
    PrintState.WAITING: N_("Waiting for the printer"),
    PrintState.PRINTING: N_("Printing now"),
    PrintState.DONE: N_("Printed"),
    PrintState.OFFLINE: N_("The printer is offline. The page waits."),
    PrintState.NO_PAPER: N_("The printer is out of paper. The page waits."),
    PrintState.STOPPED: N_("The printer is stopped. The page waits."),
    PrintState.CANCELLED: N_("Cancelled at the printer, not printed"),
    PrintState.FAILED: N_("The print system refused it, not printed"),
}


def print_state(state: PrintState, words: Words) -> str:
    """A print job's state in words."""
    return words.gettext(_STATES[state])
