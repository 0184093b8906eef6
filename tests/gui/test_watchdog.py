"""What systemd hears of the kiosk."""

import socket

import pytest
from PySide6.QtCore import QObject

from kiosk.ui.watchdog import FREE, IN_USE, Watchdog
from tests.helpers.project import ROOT


@pytest.fixture
def systemd(tmp_path):
    """A socket as systemd's, and its address."""
    path = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(path)
        listening.setblocking(False)
        yield listening, path


def _heard(listening):
    said = []
    while True:
        try:
            said.append(listening.recv(100).decode())
        except BlockingIOError:
            return said


def test_it_says_ready_then_that_it_lives_then_that_it_ends(kiosk_app, systemd, qtbot):
    listening, path = systemd
    watchdog = Watchdog(QObject(kiosk_app), {"NOTIFY_SOCKET": path, "WATCHDOG_USEC": "40000"})
    watchdog.start()
    assert _heard(listening) == ["READY=1"]
    heard = []
    qtbot.waitUntil(lambda: len(heard.extend(_heard(listening)) or heard) >= 2)
    assert set(heard) == {"WATCHDOG=1"}
    watchdog.stop()
    assert _heard(listening)[-1] == "STOPPING=1"


def test_an_abstract_address(kiosk_app, tmp_path):
    name = f"kiosk-test-{tmp_path.name}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0{name}")
        listening.setblocking(False)
        Watchdog(QObject(kiosk_app), {"NOTIFY_SOCKET": f"@{name}"}).start()
        assert _heard(listening) == ["READY=1"]


@pytest.mark.parametrize("environment", [{}, {"NOTIFY_SOCKET": "/nowhere/at/all"}])
def test_without_systemd_nothing_happens(kiosk_app, environment):
    watchdog = Watchdog(QObject(kiosk_app), {**environment, "WATCHDOG_USEC": "soon"})
    watchdog.start()
    watchdog.stop()


def test_whether_it_is_in_use_is_told_when_it_changes(kiosk_app, systemd):
    listening, path = systemd
    watchdog = Watchdog(QObject(kiosk_app), {"NOTIFY_SOCKET": path})
    for in_use in (False, False, True, True, False):
        watchdog.show_use(in_use)
    free, used = f"STATUS={FREE}", f"STATUS={IN_USE}"
    assert _heard(listening) == [free, used, free]


def test_the_nightly_restart_waits_for_the_same_word():
    text = (ROOT / "deploy" / "kiosk-restart.service").read_text(encoding="utf-8")
    assert f'= "{IN_USE}"; do sleep' in text
