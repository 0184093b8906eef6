"""The kiosk on a real display: full screen at once, one at a time, and gone when told to go."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.helpers.e2e_display import SIZE, Display, display, listening_sockets
from tests.helpers.e2e_kiosk import SMALL, Kiosk, one_line, rehearse
from tests.helpers.e2e_running import end, running, wait_for_store
from tests.helpers.project import ROOT
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.system

SHOWN_WITHIN = 5
"""Seconds from the start to a full-screen window."""


@pytest.fixture(scope="module")
def shown() -> Iterator[Display]:
    with display() as opened:
        yield opened


@pytest.fixture
def kiosk(tmp_path, shown) -> Kiosk:
    return Kiosk(tmp_path / "data", environment=shown.environment)


def wait_for_window(shown: Display, seconds: float = SHOWN_WITHIN) -> tuple[int, int, int, int]:
    [window] = wait_until(shown.kiosk_windows, "the kiosk's window", seconds=seconds)
    return window


def test_it_is_shown_full_screen_within_five_seconds(kiosk, shown):
    with running(kiosk) as process:
        assert wait_for_window(shown) == (*SIZE, 0, 0)
        assert process.poll() is None
        assert end(process) == (0, "")
    wait_until(lambda: not shown.kiosk_windows(), "the window gone")


def test_in_a_window_it_leaves_room(kiosk, shown):
    with running(kiosk, "--windowed") as process:
        width, height, _, _ = wait_for_window(shown)
        assert (width, height) == (SIZE[0] * 3 // 4, SIZE[1] * 3 // 4)
        assert end(process)[0] == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_within_two_seconds_even_when_it_comes_twice(kiosk, shown, number):
    with running(kiosk) as process:
        wait_for_window(shown)
        wait_for_store(kiosk, process)
        process.send_signal(number)
        process.send_signal(number)
        _, said = process.communicate(timeout=2)
        assert (process.returncode, said) == (0, "")


def test_a_visit_under_way_is_kept_as_unfinished(kiosk, shown):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.e2e_visit", kiosk.data],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | shown.environment,
    )
    try:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        assert told["screen"] == "epds-10"
        before = time.monotonic()
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=2)
        assert time.monotonic() - before < 2
        assert (process.returncode, said) == (0, b"")
    finally:
        process.kill()
        process.wait()
    [row] = kiosk.visits()
    assert (row["code"], row["state"]) == (told["code"], "unfinished")
    assert [alert["kind"] for alert in kiosk.alerts()] == ["item_10"]


def test_a_second_kiosk_on_the_same_data_is_refused(kiosk, shown, tmp_path):
    script = tmp_path / "script.toml"
    script.write_text('language = "en"\nstage = "pregnant"\n')
    crash = tmp_path / "crash.toml"
    crash.write_text('language = "en"\nepds = [1, 1]\nleave_at = "epds:2"\nleave_by = "crash"\n')
    out = tmp_path / "out"
    (out / "screens").mkdir(parents=True)
    (out / "summary.pdf").write_text("an earlier one")
    with running(kiosk) as process:
        wait_for_window(shown)
        for command in (
            ("run",),
            ("rehearse", script, "--out", out, *SMALL),
            ("rehearse", crash, "--out", out, *SMALL),
        ):
            assert "another kiosk is running" in one_line(kiosk.run(*command))
        assert kiosk.visits() == []
        assert (out / "summary.pdf").read_text() == "an earlier one"
        assert end(process) == (0, "")
    assert kiosk.run("rehearse", script, "--out", out, *SMALL).status == 0


def test_a_kiosk_that_was_killed_does_not_keep_the_next_one_out(kiosk, shown):
    with running(kiosk) as process:
        wait_for_window(shown)
        process.kill()
        process.wait()
    with running(kiosk) as process:
        wait_for_window(shown)
        assert end(process) == (0, "")


def test_with_a_key_that_does_not_fit_it_says_so_and_ends(kiosk, tmp_path):
    assert rehearse(tmp_path, 'language = "en"\n', *SMALL).done.status == 0
    (kiosk.data / "key").write_bytes(bytes(32))
    assert "this key" in one_line(kiosk.run("run"))


def test_it_listens_to_nobody(kiosk, shown):
    with socket.create_server(("127.0.0.1", 0)):
        assert len(listening_sockets(os.getpid())) == 1
    with running(kiosk) as process:
        wait_for_window(shown)
        wait_for_store(kiosk, process)
        assert listening_sockets(process.pid) == []
        assert end(process)[0] == 0


def test_the_doctor_is_told_of_the_display(kiosk):
    done = kiosk.run("doctor", "--json")
    found = [each for each in json.loads(done.out) if each["check"] == "display"]
    assert found[0]["state"] == "ok"
    assert f"{SIZE[0]} x {SIZE[1]} pixels" in found[0]["message"]
