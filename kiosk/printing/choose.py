"""Which print system this machine has."""

from __future__ import annotations

from importlib.util import find_spec

from kiosk.printing.cups import CupsPrinter
from kiosk.printing.none import NoPrinter
from kiosk.services.ports import Printer


def choose_printer(queue: str) -> Printer:
    """CUPS where pycups is installed.

    Args:
        queue: The name of the CUPS queue; empty for the system's default.
    """
    return CupsPrinter(queue) if find_spec("cups") else NoPrinter()
