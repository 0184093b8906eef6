"""What the print system tells of a queue, and what its settings file says."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kiosk.printing.cups import CupsPrinter
from kiosk.services.doctor.printers import QueueFacts

CUPSD_CONF: Final = Path("/etc/cups/cupsd.conf")


def queue_facts(queue: str, setting: str, *, server: str = "") -> QueueFacts:
    """A queue as CUPS tells of it; without printer support there is none.

    Args:
        queue: Its name; empty for the system's default.
        setting: The key in kiosk.toml that names it.
        server: Socket or host of the print server; empty for the system's.
    """
    found = CupsPrinter(queue, server=server).described() if find_spec("cups") else None
    if found is None:
        return QueueFacts(queue, setting, found=False)
    name, attributes = found
    reasons = attributes.get("printer-state-reasons", ())
    return QueueFacts(
        name,
        setting,
        found=True,
        accepting=bool(attributes.get("printer-is-accepting-jobs", True)),
        reasons=tuple([reasons] if isinstance(reasons, str) else map(str, reasons)),
        media=tuple(map(str, attributes.get("media-supported", ()))),
    )


def spooler_settings(file: Path = CUPSD_CONF) -> str | None:
    """The text of cupsd.conf; None where there is none, or who asks may not read it."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
