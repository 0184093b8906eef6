"""What this machine tells of its clock and its display; whatever it does not tell is left open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.services.doctor import ClockFacts, DisplayFacts

PATIENCE: Final = 8.0
"""Seconds until a program that does not answer is given up."""

_ZONE_FILE: Final = Path("/etc/timezone")
_ZONE_LINK: Final = Path("/etc/localtime")


def clock_facts(now: datetime) -> ClockFacts:
    """The time, the name of the zone, and whether systemd goes by a time server."""
    told: dict[str, str] = {}
    for line in _output(["timedatectl", "show", "-p", "Timezone", "-p", "NTPSynchronized"]):
        name, _, value = line.partition("=")
        told[name] = value
    zone = os.environ.get("TZ", "").lstrip(":") or told.get("Timezone", "") or zone_name()
    synchronised = {"yes": True, "no": False}.get(told.get("NTPSynchronized", ""))
    return ClockFacts(now, zone, synchronised)


def zone_name(file: Path = _ZONE_FILE, link: Path = _ZONE_LINK) -> str:
    """The zone as the system's files name it; empty where none is set."""
    if link.is_symlink():
        _, _, name = str(link.resolve()).partition("/zoneinfo/")
        return name
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def has_display() -> bool:
    """Whether windows can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    plain = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return plain or sys.platform in {"win32", "darwin"}


def display_facts() -> DisplayFacts | None:
    """The display, asked for by a process of its own: a window system that fails ends it.

    None where there is none, or it does not answer.
    """
    if not has_display():
        return None
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
    try:
        (*_, line) = _output([*own, "doctor", "--of-display"])
        return DisplayFacts(**json.loads(line))
    except (ValueError, TypeError):
        return None


def _output(command: list[str]) -> list[str]:
    """The lines that a program prints; none where it is not there, fails or hangs."""
    try:
        done = subprocess.run(  # noqa: S603 - the kiosk itself, or a program of the system
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
            text=True,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return done.stdout.splitlines()
