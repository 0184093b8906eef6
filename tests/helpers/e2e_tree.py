"""An accessibility bus of its own for a test, and a reader of the tree outside the process."""

import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pytest

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
"""The one that Debian's packages of the client are for."""
CLIENT = Path(__file__).with_name("tree_client.py")
_ENABLE = [
    "gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
    "--method", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>",
]  # fmt: skip


@contextmanager
def accessibility_bus(display: str) -> Generator[dict[str, str]]:
    """A session bus with assistive technology switched on; gives what programs need to join."""
    client = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    tools = all(map(shutil.which, ("dbus-daemon", "gdbus"))) and LAUNCHER.exists()
    if not tools or subprocess.run(client, capture_output=True, check=False).returncode:
        pytest.skip("not installed: dbus, libglib2.0-bin, at-spi2-core, gir1.2-atspi-2.0")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    launcher = None
    try:
        assert daemon.stdout is not None
        joined = {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip(),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        everything = os.environ | joined
        launcher = subprocess.Popen(
            [LAUNCHER, "--launch-immediately"], env=everything, stderr=subprocess.DEVNULL
        )
        subprocess.run(_ENABLE, env=everything, check=True, capture_output=True, timeout=20)
        yield joined
    finally:
        for process in (launcher, daemon):
            if process is not None:
                process.terminate()
                process.wait(timeout=10)
        if daemon.stdout is not None:
            daemon.stdout.close()


class TreeReader:
    """Somebody who has nothing but the tree: reads what shows, presses by name."""

    def __init__(self, joined: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, CLIENT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | joined,
        )
        self.heard: list[str] = []

    def __enter__(self) -> Self:
        """For `with`."""
        return self

    def __exit__(self, *about: object) -> None:
        """End the client."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=20)
        self._process.stdout.close()

    def page(self, heading: str, described: str = "") -> list[str]:
        """Wait for a page by its heading, and what that is described as, if anything is named.

        Returns:
            The page's lines: "role|name|description|states|language".
        """
        return self._ask("page", f"{heading}\t{described}")

    def press(self, name: str) -> None:
        """Press what has this name."""
        self._ask("press", name)

    def _ask(self, what: str, text: str) -> list[str]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{what}\t{text}\n")
        self._process.stdin.flush()
        lines: list[str] = []
        for line in self._process.stdout:
            if line.rstrip("\n") in ("done", "failed"):
                assert line.startswith("done"), "\n".join([f"{what} {text!r}", *lines])
                self.heard += lines
                return lines
            lines.append(line.rstrip("\n"))
        raise AssertionError(f"the client ended at {what} {text!r}")
