"""Which print system this machine has."""

from __future__ import annotations

from importlib.util import find_spec

from kiosk.printing.cups import LONGEST, CupsPrinter
from kiosk.printing.none import NoPrinter
from kiosk.services.ports import Printer


def choose_printer(queue: str, *, longest: int = LONGEST) -> Printer:
    """CUPS where pycups is installed.

    Args:
        queue: The name of the CUPS queue; empty for the system's default.
        longest: Seconds after which CUPS gives a page up by itself.
    """
    return CupsPrinter(queue, longest=longest) if find_spec("cups") else NoPrinter()
