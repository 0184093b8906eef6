"""Which print system this machine has."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from kiosk.printing.cups import LONGEST, CupsPrinter
from kiosk.printing.none import NoPrinter
from kiosk.services.ports import Printer


def choose_printer(
    queue: str, *, longest: int = LONGEST, otherwise: Callable[[str], Printer] | None = None
) -> Printer:
    """CUPS where pycups is installed; elsewhere another print system, if there is one.

    Args:
        queue: The name of the CUPS queue; empty for the system's default.
        longest: Seconds after which CUPS gives a page up by itself.
        otherwise: Queue -> a printer without CUPS, where this program has any.
    """
    if find_spec("cups"):
        return CupsPrinter(queue, longest=longest)
    return otherwise(queue) if otherwise is not None else NoPrinter()
