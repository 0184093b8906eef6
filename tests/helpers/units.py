"""Reads the units of deploy/."""

from pathlib import Path

from tests.helpers.project import ROOT

_FOLDER = ROOT / "deploy"
SERVICES = sorted(_FOLDER.glob("*.service"))
TIMERS = sorted(_FOLDER.glob("*.timer"))
DROP_INS = sorted(_FOLDER.glob("*.conf"))
UNITS = [*SERVICES, *TIMERS]


def entries(path: Path) -> list[tuple[str, str, str]]:
    """(section, key, value) of each line, in order: a key may stand twice, and be emptied."""
    found: list[tuple[str, str, str]] = []
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith(("#", ";")):
            key, _, value = line.partition("=")
            found.append((section, key, value))
    return found
