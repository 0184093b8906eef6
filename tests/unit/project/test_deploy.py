"""The units in deploy/: what they start is there, and what they name exists."""

import configparser
import re
import shlex
import shutil
import subprocess

import click
import pytest

from kiosk.cli.main import cli
from tests.helpers.project import ROOT

UNITS = sorted((ROOT / "deploy").glob("*.service")) + sorted((ROOT / "deploy").glob("*.timer"))
CALL = re.compile(r"/\.venv/bin/kiosk (.*)")


def _read(path):
    unit = configparser.RawConfigParser(strict=False, delimiters=["="])
    # Systemd's keys are not in small letters.
    unit.optionxform = str  # pyright: ignore[reportAttributeAccessIssue]
    unit.read(path, encoding="utf-8")
    return unit


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_every_unit_says_what_it_is(path):
    unit = _read(path)
    assert unit["Unit"]["Description"].startswith("Perinatal Kiosk")
    assert unit.has_section("Service" if path.suffix == ".service" else "Timer")


@pytest.mark.parametrize("path", [p for p in UNITS if p.suffix == ".timer"], ids=lambda p: p.name)
def test_every_timer_has_its_service(path):
    assert path.with_suffix(".service") in UNITS
    assert _read(path)["Install"]["WantedBy"] == "timers.target"


@pytest.mark.parametrize(
    "path", [p for p in UNITS if CALL.search(p.read_text(encoding="utf-8"))], ids=lambda p: p.name
)
def test_what_is_started_is_a_command_of_the_kiosk(path):
    """Parsed as the kiosk parses it: a renamed command or option would stop the clinic."""
    line = _read(path)["Service"]["ExecStart"]
    found = CALL.search(line.rstrip("'"))
    assert found
    words = shlex.split(found[1].replace("%%", "%"))
    context = cli.make_context("kiosk", list(words))
    name = next(word for word in words if word in cli.list_commands(context))
    command = cli.get_command(context, name)
    assert command is not None
    rest = words[words.index(name) + 1 :]
    while isinstance(command, click.Group):
        command, rest = command.get_command(context, rest[0]), rest[1:]
        assert command is not None
    command.make_context(name, rest, parent=context)


def test_the_kiosk_comes_back_by_itself():
    service = _read(ROOT / "deploy" / "kiosk.service")["Service"]
    assert service["Restart"] == "always"
    assert int(service["WatchdogSec"]) >= 30
    assert service["Type"] == "notify"


def test_systemd_finds_nothing_wrong(tmp_path):
    """systemd-analyze knows every key; what is not installed here is left out."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("not installed: systemd")
    for path in UNITS:
        text = path.read_text(encoding="utf-8")
        for program in ("/usr/bin/cage", "/opt/kiosk/.venv/bin/kiosk", "/usr/bin/systemctl"):
            text = text.replace(program, "/bin/true")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    units = [str(tmp_path / path.name) for path in UNITS]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    own = [line for line in done.stderr.splitlines() if str(tmp_path) in line]
    assert own == []
