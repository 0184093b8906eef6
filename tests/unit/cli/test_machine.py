"""What the machine tells of its clock and its display."""

import stat
from datetime import UTC, datetime

import pytest

from kiosk.cli import machine
from kiosk.cli.machine import clock_facts, display_facts, has_display, zone_name

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts a program of this name on the path, which prints some lines."""

    def make(name, printed, status=0):
        file = tmp_path / name
        file.write_text(f"#!/bin/sh\nprintf '{printed}'\nexit {status}\n", encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
        return file

    return make


def test_systemd_tells_of_the_zone_and_the_time_server(program, monkeypatch):
    monkeypatch.delenv("TZ", raising=False)
    program("timedatectl", "Timezone=America/Chicago\\nNTPSynchronized=no\\n")
    facts = clock_facts(NOON)
    assert (facts.now, facts.zone, facts.synchronised) == (NOON, "America/Chicago", False)


def test_where_systemd_tells_nothing_the_rest_is_left_open(program, monkeypatch):
    program("timedatectl", "no bus", status=1)
    monkeypatch.setenv("TZ", ":Asia/Tokyo")
    facts = clock_facts(NOON)
    assert (facts.zone, facts.synchronised) == ("Asia/Tokyo", None)


def test_the_zone_by_the_files_of_the_system(tmp_path):
    name, link = tmp_path / "timezone", tmp_path / "localtime"
    assert zone_name(name, link) == ""
    name.write_text("Europe/Madrid\n", encoding="ascii")
    assert zone_name(name, link) == "Europe/Madrid"
    target = tmp_path / "zoneinfo" / "Asia" / "Seoul"
    target.parent.mkdir(parents=True)
    target.touch()
    link.symlink_to(target)
    assert zone_name(name, link) == "Asia/Seoul"


@pytest.fixture
def plain(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(machine.sys, "platform", "linux")
    return monkeypatch


def test_whether_there_is_a_display(plain):
    assert not has_display()
    assert display_facts() is None
    plain.setenv("WAYLAND_DISPLAY", "wayland-1")
    assert has_display()
    plain.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not has_display()


@pytest.mark.parametrize(
    ("printed", "width"),
    [
        ('{"width": 1920, "height": 1080, "dots_per_inch": 96.0, "touch": true}\\n', 1920),
        ("null\\n", None),
        ("nothing that is JSON\\n", None),
        ("", None),
    ],
)
def test_the_display_is_asked_for_by_a_process_of_its_own(plain, program, printed, width):
    plain.setenv("DISPLAY", ":7")
    plain.setattr(machine.sys, "executable", str(program("kiosk", printed)))
    facts = display_facts()
    assert (facts.width if facts else None) == width
