"""A print server and a printer of the test's own: real CUPS, real IPP, nobody else's queues.

Everything is below one folder, talks over sockets in it, and is ended by its process.
"""

import os
import shutil
import socket
import subprocess
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from tests.helpers.project import ROOT
from tests.helpers.waiting import wait_until

CONFIG = ROOT / "deploy/cups/cupsd.conf"
PROGRAMS = ("cupsd", "ippeveprinter", "lpadmin", "cupsdisable", "avahi-daemon", "dbus-daemon")
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
_PAPER = "size{0}=na_letter_8.5x11in&type{0}=stationery&level{0}={1}"
_TRAYS = (1, 3)
"""The paper trays of ippeveprinter, as its form counts them."""

_CUPS_FILES = """
ServerRoot {0}
CacheDir {0}/cache
StateDir {0}/state
RequestRoot {0}/spool
TempDir {0}/tmp
AccessLog {0}/log/access
ErrorLog {0}/log/error
PageLog {0}/log/page
SystemGroup root
"""
_BUS = """
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>{0}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/>
    <allow send_destination="*"/><allow receive_sender="*"/>
  </policy>
</busconfig>
"""
_AVAHI = """
[server]
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
[publish]
disable-publishing=yes
"""


def program(name: str) -> str:
    """The path of a program; skips the test where it is not installed."""
    found = shutil.which(name, path=_PATH)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


class Server:
    """A program that runs in the foreground, with its log in a file."""

    def __init__(self, command: list[str], log: Path, **environment: str) -> None:
        self._command = [program(command[0]), *command[1:]]
        self._log = log
        self._environment = os.environ | environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._environment,
            )

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._process = None

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def log(self) -> str:
        return self._log.read_text(errors="replace") if self._log.exists() else ""


class Discovery:
    """The message bus and the name service that ippeveprinter will not start without."""

    def __init__(self, folder: Path) -> None:
        address = f"unix:path={folder}/bus"
        (folder / "bus.conf").write_text(_BUS.format(address).lstrip())
        (folder / "avahi.conf").write_text(_AVAHI)
        self.environment = {"DBUS_SYSTEM_BUS_ADDRESS": address}
        self._bus = Server(
            ["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork", "--nopidfile"],
            folder / "bus.log",
        )
        self._names = Server(
            [
                "avahi-daemon",
                "-f",
                f"{folder}/avahi.conf",
                "--no-drop-root",
                "--no-chroot",
                "--no-rlimits",
            ],
            folder / "avahi.log",
            **self.environment,
        )
        self._socket = folder / "bus"

    def start(self) -> None:
        if _is_running(Path("/run/avahi-daemon/pid")):
            # There can be one on a machine: the system's own serves as well.
            self.environment = {}
            return
        self._bus.start()
        wait_until(self._socket.exists, "the message bus")
        self._names.start()
        wait_until(lambda: "startup complete" in self._names.log(), "the name service")

    def stop(self) -> None:
        self._names.stop()
        self._bus.stop()


class PrintServer:
    """A cupsd of its own.

    Attributes:
        folder: All that it keeps is below.
        socket: What its clients talk to.
    """

    def __init__(self, folder: Path, config: str) -> None:
        self.folder = folder
        self.socket = folder / "cups.sock"
        for name in ("cache", "state", "spool", "tmp", "log"):
            (folder / name).mkdir()
        lines = [
            f"Listen {self.socket}" if line.startswith("Listen ") else line
            for line in config.splitlines()
        ]
        (folder / "cupsd.conf").write_text("\n".join(lines) + "\n")
        (folder / "cups-files.conf").write_text(_CUPS_FILES.format(folder))
        self._server = Server(
            ["cupsd", "-f", "-c", f"{folder}/cupsd.conf", "-s", f"{folder}/cups-files.conf"],
            folder / "cupsd.log",
        )

    def start(self) -> None:
        self._server.start()
        wait_until(self._answers, "the print server")

    def stop(self) -> None:
        self._server.stop()

    def run(self, name: str, *arguments: str) -> str:
        """One of CUPS's own commands, on this server."""
        environment = os.environ | {"CUPS_SERVER": str(self.socket)}
        return subprocess.run(
            [program(name), *arguments], check=True, capture_output=True, text=True,
            env=environment, timeout=30,
        ).stdout  # fmt: skip

    def add_queue(self, name: str, port: int) -> None:
        uri = f"ipp://localhost:{port}/ipp/print"
        self.run("lpadmin", "-p", name, "-E", "-v", uri, "-m", "everywhere")
        wait_until((self.folder / f"ppd/{name}.ppd").exists, "the queue's description")

    def files_with(self, *texts: bytes) -> list[str]:
        """What is kept of any of these texts, in whatever file."""
        found = [path for path in self.folder.rglob("*") if path.is_file()]
        return [str(path) for path in found if any(text in path.read_bytes() for text in texts)]

    def spooled(self) -> list[str]:
        """The documents in the spool."""
        return sorted(path.name for path in (self.folder / "spool").glob("d*"))

    def _answers(self) -> bool:
        with suppress(OSError), socket.socket(socket.AF_UNIX) as client:
            client.connect(str(self.socket))
            return True
        return False


class NetworkPrinter:
    """An IPP printer that writes what it prints into a folder."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.port = _free_port()
        self._paper = folder / "paper"
        self._paper.mkdir()
        self._server = Server(
            ["ippeveprinter", "-k", "-v", "-s", "600", "-r", "off", "-f", "application/pdf",
             "-d", str(self._paper), "-p", str(self.port), "Clinic"],
            folder / "printer.log",
            **environment,
        )  # fmt: skip

    def start(self) -> None:
        self._server.start()
        wait_until(self._answers, "the printer")

    def stop(self) -> None:
        self._server.stop()

    def log(self) -> str:
        return self._server.log()

    def printed(self) -> list[Path]:
        """What came out, oldest first."""
        return sorted(self._paper.glob("*.pdf"), key=lambda path: int(path.name.split("-")[0]))

    def load(self, sheets: int) -> None:
        """Put this much paper into its trays."""
        form = "&".join(_PAPER.format(tray, sheets) for tray in _TRAYS)
        url = f"http://localhost:{self.port}/media?{form}"
        with urllib.request.urlopen(url, timeout=10) as answer:
            answer.read()

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("localhost", self.port), timeout=5):
            return True
        assert self._server.runs, self._server.log()
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def _is_running(pid_file: Path) -> bool:
    try:
        os.kill(int(pid_file.read_text()), 0)
    except (OSError, ValueError):
        return False
    return True
