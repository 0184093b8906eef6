"""One line of what `kiosk doctor` finds, and what mends it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it stands: `NOTE` is good to know and stops nothing."""

    OK = "ok"
    NOTE = "note"
    MISSING = "missing"


class Check(StrEnum):
    """What is looked at, in this order."""

    DATA = "data"
    KEY = "key"
    DATABASE = "database"
    PERMISSIONS = "permissions"
    DISK = "disk"
    CLOCK = "clock"
    CONTENT = "content"
    LANGUAGES = "languages"
    EPDS = "epds"
    FONTS = "fonts"
    VOICES = "voices"
    PRINTER = "printer"
    SPOOLER = "spooler"
    DISPLAY = "display"
    CLINIC = "clinic"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line; `mend` is empty where there is nothing to do."""

    check: str
    state: State
    message: str
    mend: str = ""

    def __str__(self) -> str:
        line = f"{self.state:<8} {self.check}: {self.message}"
        return f"{line}; {self.mend}" if self.mend else line
