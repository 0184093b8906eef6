"""What `kiosk doctor` finds: facts that adapters gather, judged by pure functions."""

from kiosk.services.doctor.clinic import clinic, clinic_unknown
from kiosk.services.doctor.clock import ClockFacts, clock
from kiosk.services.doctor.content import content, languages
from kiosk.services.doctor.data_folder import FolderFacts, disk, permissions
from kiosk.services.doctor.display import DisplayFacts, display
from kiosk.services.doctor.epds import epds
from kiosk.services.doctor.finding import Check, Finding, State
from kiosk.services.doctor.fonts import FontFacts, coverage, fonts
from kiosk.services.doctor.printers import QueueFacts, printers
from kiosk.services.doctor.run import Look, run_checks
from kiosk.services.doctor.spooler import spooler
from kiosk.services.doctor.store import store
from kiosk.services.doctor.voices import voices

__all__ = [
    "Check",
    "ClockFacts",
    "DisplayFacts",
    "Finding",
    "FolderFacts",
    "FontFacts",
    "Look",
    "QueueFacts",
    "State",
    "clinic",
    "clinic_unknown",
    "clock",
    "content",
    "coverage",
    "disk",
    "display",
    "epds",
    "fonts",
    "languages",
    "permissions",
    "printers",
    "run_checks",
    "spooler",
    "store",
    "voices",
]
