"""A display of its own for a test: Xvfb, and what xwininfo and the kernel say of it."""

import os
import re
import select
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

SIZE = (1280, 800)
PROGRAMS = {"Xvfb": "xvfb", "xwininfo": "x11-utils"}
TITLE = '"Perinatal Kiosk"'
LISTENING = "0A"
"""The state of a listening socket in /proc/net/tcp."""


@dataclass(frozen=True)
class Display:
    """A running X server without a screen that anybody sees."""

    name: str

    @property
    def environment(self) -> dict[str, str]:
        """For a program that is to show its windows here."""
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def windows(self) -> list[str]:
        """One line a window that is on the display."""
        command = ["xwininfo", "-root", "-tree", "-display", self.name]
        told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)
        return told.stdout.splitlines()

    def kiosk_windows(self) -> list[tuple[int, int, int, int]]:
        """Width, height, x and y of every visible window of the kiosk."""
        pattern = re.compile(
            rf"^\s*(0x\w+) {TITLE}.*?(\d+)x(\d+)[+-]\d+[+-]\d+\s+\+(-?\d+)\+(-?\d+)"
        )
        found = [match for line in self.windows() if (match := pattern.match(line))]
        return [(int(m[2]), int(m[3]), int(m[4]), int(m[5])) for m in found if self._is_shown(m[1])]

    def _is_shown(self, window: str) -> bool:
        command = ["xwininfo", "-id", window, "-display", self.name]
        told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)
        return "Map State: IsViewable" in told.stdout


@contextmanager
def display(size: tuple[int, int] = SIZE) -> Generator[Display]:
    """An X server that chooses a free number itself; it is ended by its id."""
    missing = [package for name, package in PROGRAMS.items() if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    reader, writer = os.pipe()
    screen = f"{size[0]}x{size[1]}x24"
    options = ["-displayfd", str(writer), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", *options], pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        ready, _, _ = select.select([reader], [], [], 20)
        number = os.read(reader, 16).decode().strip() if ready else ""
        assert number, "Xvfb did not start"
        yield Display(f":{number}")
    finally:
        server.terminate()
        server.wait(timeout=10)
        os.close(reader)


def listening_sockets(pid: int) -> list[str]:
    """Local addresses on which a process waits for others, by TCP, UDP or a path."""
    own = {
        target.removeprefix("socket:[").rstrip("]")
        for link in Path(f"/proc/{pid}/fd").iterdir()
        if (target := _target(link)).startswith("socket:")
    }
    found: list[str] = []
    for protocol in ("tcp", "tcp6", "udp", "udp6"):
        table = Path(f"/proc/{pid}/net/{protocol}")
        rows = table.read_text(encoding="ascii").splitlines()[1:] if table.exists() else []
        for row in rows:
            cells = row.split()
            waits = protocol.startswith("udp") or cells[3] == LISTENING
            found += [f"{protocol} {cells[1]}"] if waits and cells[9] in own else []
    for row in Path(f"/proc/{pid}/net/unix").read_text(encoding="utf-8").splitlines()[1:]:
        cells = row.split()
        accepts = int(cells[3], 16) & 0x10000
        found += [f"unix {cells[-1]}"] if accepts and cells[6] in own else []
    return found


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except FileNotFoundError:
        return ""
