"""The units in deploy/: read by systemd itself, and the kiosk under the compositor they name."""

import os
import shlex
import shutil
import signal
import socket
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers.e2e_kiosk import Kiosk
from tests.helpers.project import ROOT
from tests.helpers.units import DROP_INS, SERVICES, UNITS, entries
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.system

PROGRAMS = (
    *("/usr/bin/cage", "/usr/bin/xinit", "/opt/kiosk/.venv/bin/kiosk"),
    "Documentation=file:///opt/kiosk/docs/ADMIN.md",
)
DROPPED = {
    "kiosk-x11.conf": ("kiosk",),
    "kiosk-credential.conf": ("kiosk", "kiosk-restart", "kiosk-backup", "kiosk-alerts-test"),
}
MOST_EXPOSED = 70
"""Tenths of systemd's own measure of what a service could do, from 0 to 100."""


@pytest.fixture
def installed(tmp_path) -> list[str]:
    """The units with their drop-ins, as an administrator installs them; paths of the units.

    What need not be on the machine of the tests is replaced by what is.
    """
    if shutil.which("systemd-analyze") is None:
        pytest.skip("not installed: systemd")
    for path in UNITS:
        _copy(path, tmp_path / path.name)
    for path in DROP_INS:
        for name in DROPPED[path.name]:
            folder = tmp_path / f"{name}.service.d"
            folder.mkdir(exist_ok=True)
            _copy(path, folder / path.name)
    return [str(tmp_path / path.name) for path in UNITS]


def _copy(unit: Path, to: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    for program in PROGRAMS:
        text = text.replace(program, "" if "=" in program else "/bin/true")
    to.write_text(text, encoding="utf-8")


def _faults(units: list[str]) -> list[str]:
    """What systemd says of these units; it speaks of others of the machine, too."""
    command = ["systemd-analyze", "verify", "--man=no", *units]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)
    folder = str(Path(units[0]).parent)
    own = {Path(unit).name for unit in units}
    lines = done.stderr.splitlines()
    return [line for line in lines if folder in line or line.partition(":")[0] in own]


def test_systemd_finds_nothing_wrong(installed):
    assert _faults(installed) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("kiosk.service", "WatchdogSecs=60"),
        ("kiosk.service.d/kiosk-x11.conf", "ExecStart=/nowhere/at/all"),
        ("kiosk-backup.timer", "OnCalendar=nightly"),
    ],
)
def test_systemd_would_find_a_mistake(installed, tmp_path, file, line):
    section = "[Timer]" if file.endswith(".timer") else "[Service]"
    with (tmp_path / file).open("a", encoding="utf-8") as unit:
        unit.write(f"\n{section}\n{line}\n")
    assert _faults(installed)


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_service_can_do_little_by_systemds_own_measure(path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("not installed: systemd")
    command = ["systemd-analyze", "security", "--offline=yes", f"--threshold={MOST_EXPOSED}"]
    done = subprocess.run(
        [*command, str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout[-2000:]


def _of_the_kiosk(key: str) -> str:
    [value] = [
        value for _, each, value in entries(ROOT / "deploy" / "kiosk.service") if each == key
    ]
    return value


@contextmanager
def _under_the_compositor(kiosk: Kiosk, folder: Path) -> "Generator[subprocess.Popen[bytes]]":
    """The kiosk as kiosk.service starts it, on a screen that nobody sees."""
    compositor, _, _ = _of_the_kiosk("ExecStart").partition(" -- ")
    # The compositor refuses root, and who runs the tests may be root.
    as_user = () if os.getuid() else ("unshare", "--user", "--map-user=1000", "--map-group=1000")
    words = shlex.split(compositor.removeprefix("/usr/bin/"))
    drawn = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
    environment = {**os.environ, **kiosk.environment, **drawn, "XDG_RUNTIME_DIR": str(folder)}
    environment.pop("DISPLAY", None)
    process = subprocess.Popen(
        [*as_user, *words, "--", *kiosk.command("run")],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


def test_the_kiosk_starts_under_the_compositor_and_tells_systemd(tmp_path):
    missing = [name for name in ("cage", "Xwayland", "unshare") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    platform, _, wayland = _of_the_kiosk("Environment").partition("=")
    heard: list[str] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.setblocking(False)
        told = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1000000"}
        kiosk = Kiosk(tmp_path / "data", environment={**told, platform: wayland})
        with _under_the_compositor(kiosk, tmp_path) as process:

            def lives() -> bool:
                assert process.poll() is None, process.stderr and process.stderr.read()
                try:
                    heard.append(systemd.recv(200).decode())
                except BlockingIOError:
                    return False
                return heard[-1] == "WATCHDOG=1"

            wait_until(lives, "a sign of life", seen=heard)
    assert heard[:2] == ["STATUS=between visits", "READY=1"]
