"""The units in deploy/: what they start is there, and what they name exists."""

import configparser
import os
import re
import shlex
import subprocess

import click
import pytest

from kiosk.cli.main import cli
from kiosk.storage.key import CREDENTIAL
from tests.helpers.project import ROOT
from tests.helpers.units import DROP_INS, SERVICES, TIMERS, UNITS, entries

CALL = re.compile(r"/\.venv/bin/kiosk (?P<words>[^']*?)(?:'.*)?$")
RUNS = ("ExecStart", "ExecStartPre", "ExecStartPost", "ExecCondition")
KNOWN = {
    "Unit": {
        *("Description", "Documentation", "Wants", "After", "Conflicts", "RequiresMountsFor"),
        *("AssertPathIsMountPoint", "StartLimitIntervalSec"),
    },
    "Service": {
        *RUNS,
        *("Type", "NotifyAccess", "User", "PAMName", "UMask", "Environment", "WatchdogSec"),
        *("TTYPath", "TTYReset", "TTYVHangup", "TTYVTDisallocate", "StandardInput"),
        *("StandardOutput", "UtmpIdentifier", "UtmpMode", "Restart", "RestartSec"),
        *("TimeoutStartSec", "TimeoutStopSec", "StateDirectory", "StateDirectoryMode"),
        *("ReadWritePaths", "BindPaths", "LoadCredentialEncrypted", "LimitCORE"),
        *("NoNewPrivileges", "ProtectSystem", "ProtectHome", "PrivateTmp", "PrivateNetwork"),
        *("PrivateDevices", "CapabilityBoundingSet"),
        *("ProtectKernelTunables", "ProtectKernelModules", "ProtectKernelLogs"),
        *("ProtectControlGroups", "ProtectHostname", "RestrictAddressFamilies"),
        *("RestrictNamespaces", "RestrictSUIDSGID", "RestrictRealtime", "LockPersonality"),
        "SystemCallArchitectures",
    },
    "Timer": {"OnCalendar", "Persistent"},
    "Install": {"WantedBy"},
}
CALLS = [
    (path, words[1])
    for path in (*SERVICES, *DROP_INS)
    for _, key, value in entries(path)
    if key in RUNS and (words := CALL.search(value))
]


def _values(name, key):
    return [value for _, found, value in entries(ROOT / "deploy" / name) if found == key]


def _value(name, key):
    [value] = _values(name, key)
    return value


@pytest.mark.parametrize("path", [*UNITS, *DROP_INS], ids=lambda path: path.name)
def test_every_key_is_one_that_systemd_knows(path):
    configparser.RawConfigParser(strict=False).read_string(path.read_text(encoding="utf-8"))
    found = entries(path)
    assert found
    assert [(section, key) for section, key, _ in found if key not in KNOWN[section]] == []


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_every_unit_says_what_it_is(path):
    told = {(section, key): value for section, key, value in entries(path)}
    assert told["Unit", "Description"].startswith("Perinatal Kiosk")
    assert any(section == ("Timer" if path in TIMERS else "Service") for section, _ in told)


@pytest.mark.parametrize("path", TIMERS, ids=lambda path: path.name)
def test_every_timer_has_its_service(path):
    assert path.with_suffix(".service") in SERVICES
    assert _value(path.name, "WantedBy") == "timers.target"


def test_most_units_start_the_kiosk():
    assert {path.name for path, _ in CALLS} == {
        *("kiosk.service", "kiosk-x11.conf", "kiosk-restart.service", "kiosk-backup.service"),
        "kiosk-alerts-test.service",
    }


@pytest.mark.parametrize(("path", "line"), CALLS, ids=lambda it: getattr(it, "name", None))
def test_what_is_started_is_a_command_of_the_kiosk(path, line):
    """Parsed as the kiosk parses it: a renamed command or option would stop the clinic."""
    words = shlex.split(line.replace("%%", "%"))
    context = cli.make_context("kiosk", list(words))
    assert str(context.params["data"]) == "/var/lib/kiosk"
    name = next(word for word in words if word in cli.list_commands(context))
    command = cli.get_command(context, name)
    assert command is not None
    rest = words[words.index(name) + 1 :]
    while isinstance(command, click.Group):
        command, rest = command.get_command(context, rest[0]), rest[1:]
        assert command is not None
    command.make_context(name, rest, parent=context)


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_every_service_runs_as_its_own_user_and_reaches_little(path):
    told = {key: value for _, key, value in entries(path)}
    assert told["User"] == "kiosk"
    assert told["NoNewPrivileges"] == told["PrivateTmp"] == "yes"
    assert told["ProtectSystem"] == "strict"
    assert told["ProtectHome"] in {"yes", "tmpfs"}
    assert "/var/lib/kiosk" in told["ReadWritePaths"].split()
    assert (told["UMask"], told["LimitCORE"]) == ("0077", "0")


def test_the_kiosk_comes_back_by_itself():
    assert _value("kiosk.service", "Restart") == "always"
    assert _value("kiosk.service", "StartLimitIntervalSec") == "0"
    assert int(_value("kiosk.service", "WatchdogSec")) >= 30
    assert _value("kiosk.service", "Type") == "notify"


def test_the_compositor_finds_screens_touch_and_its_socket():
    """What hardening would take away; without systemd as the first process no test can see it."""
    families = _value("kiosk.service", "RestrictAddressFamilies").split()
    assert families == ["AF_UNIX", "AF_INET", "AF_INET6", "AF_NETLINK"]
    assert _value("kiosk.service", "ProtectHome") == "tmpfs"
    assert _value("kiosk.service", "BindPaths") == "-/run/user"
    told = {key for _, key, _ in entries(ROOT / "deploy" / "kiosk.service")}
    assert not told & {"PrivateDevices", "DevicePolicy", "DeviceAllow", "ProtectClock"}


def test_x11_takes_the_place_of_wayland():
    assert _value("kiosk.service", "Environment") == "QT_QPA_PLATFORM=wayland"
    assert _value("kiosk-x11.conf", "Environment") == "QT_QPA_PLATFORM=xcb"
    assert _values("kiosk-x11.conf", "ExecStart")[0] == ""
    calls = [line for path, line in CALLS if path.name in {"kiosk.service", "kiosk-x11.conf"}]
    assert calls[0] == calls[1]


def test_the_key_is_handed_over_under_its_own_name():
    given = _value("kiosk-credential.conf", "LoadCredentialEncrypted")
    assert given == f"{CREDENTIAL}:/etc/kiosk/{CREDENTIAL}.cred"


@pytest.fixture
def shell(tmp_path):
    """Runs the shell line of a unit's key with programs of our own before those of the system."""
    programs = tmp_path / "programs"
    programs.mkdir()

    def run(name, key, *, folder=None, **fakes):
        for program, text in fakes.items():
            fake = programs / program
            fake.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
            fake.chmod(0o755)
        words = shlex.split(_value(name, key).removeprefix("+").replace("%%", "%"))
        assert words[:3] == ["/bin/sh", "-eu", "-c"]
        line = words[3].replace("/mnt/kiosk-backup", str(folder))
        line = line.replace("/opt/kiosk/.venv/bin/", "")
        environment = {"PATH": f"{programs}:{os.defpath}", "LC_ALL": "C.UTF-8"}
        subprocess.run([*words[:3], line], check=True, env=environment, timeout=20, cwd=tmp_path)

    return run


def test_the_night_waits_for_whoever_is_there(shell, tmp_path):
    """The kiosk tells that it is in use twice, then that it is free: restarted once, after that."""
    systemctl = """
        echo "$*" >> said
        case "$1" in
            show) test "$(grep -c ^show said)" -gt 2 && echo "between visits" || echo "in use" ;;
        esac"""
    shell("kiosk-restart.service", "ExecStart", systemctl=systemctl, sleep="echo sleep >> said")
    shown = "show --property=StatusText --value kiosk.service"
    assert (tmp_path / "said").read_text("utf-8").splitlines() == [
        *(shown, "sleep", shown, "sleep", shown),
        "try-restart kiosk.service",
    ]


def test_a_kiosk_that_does_not_run_is_not_waited_for(shell, tmp_path):
    shell("kiosk-restart.service", "ExecStart", systemctl='echo "$1" >> said.txt; test "$1"')
    assert (tmp_path / "said.txt").read_text("utf-8").splitlines()[-1] == "try-restart"


def test_a_backup_has_the_name_of_its_day(shell, tmp_path):
    fakes = {
        "kiosk": 'printf "%s\\n" "$@" > given',
        "date": 'test "$1" = +%Y-%m-%d; echo 2026-03-02',
    }
    shell("kiosk-backup.service", "ExecStart", folder=tmp_path, **fakes)
    given = (tmp_path / "given").read_text("utf-8").splitlines()
    assert given[-2:] == ["--out", f"{tmp_path}/kiosk-2026-03-02.backup"]


@pytest.mark.parametrize("count", [1, 30, 32])
def test_the_newest_thirty_backups_stay_and_nothing_else_is_touched(shell, tmp_path, count):
    folder = tmp_path / "kept"
    folder.mkdir()
    days = [f"kiosk-2026-{1 + day // 28:02}-{1 + day % 28:02}.backup" for day in range(count)]
    others = ["before-the-move.backup", "kiosk-2026-01-01.backup.txt"]
    for name in [*days, *others]:
        (folder / name).touch()
    shell("kiosk-backup.service", "ExecStartPost", folder=folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted([*days[-30:], *others])
