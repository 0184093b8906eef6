"""Time and memory beside a bare PySide6 window, measured in the same run; figures, no limits."""

import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.e2e_display import display
from tests.helpers.e2e_kiosk import SCRIPTS
from tests.helpers.project import ROOT
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.bench

ROUNDS = 7
FRAME_MS = 1000 / 60


@dataclass
class Measured:
    """A window until its first paint: how long, and how much memory a moment later."""

    ms: float
    kilobytes: int


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    """A display of a kiosk's size."""
    with display((1920, 1080)) as shown:
        yield {**os.environ, **shown.environment}


def start(environment: dict[str, str], *arguments: str | Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.helpers.e2e_bench", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment)


def memory(pid: int) -> int:
    """Proportional set size: what the process adds to the memory in use, in kB."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    found = re.search(r"^Pss:\s+(\d+) kB", told, re.MULTILINE)
    assert found
    return int(found[1])


def measure(environment: dict[str, str], *arguments: str | Path, ready: Path | None) -> Measured:
    """Start a window; end it once it is painted and `ready` is there."""
    begun = time.perf_counter()
    process = start(environment, *arguments)
    assert process.stdout is not None
    try:
        assert process.stdout.readline()
        spent = (time.perf_counter() - begun) * 1_000
        wait_until(lambda: ready is None or ready.exists(), "the database open")
        return Measured(spent, memory(process.pid))
    finally:
        process.kill()
        process.communicate()


def milliseconds(environment: dict[str, str], *arguments: str | Path) -> list[float]:
    process = start(environment, *arguments)
    told, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return [json.loads(line)["ms"] for line in told.splitlines()]


def share(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def test_start_until_the_first_paint_and_memory(environment, say, tmp_path):
    data = tmp_path / "data"
    ready = data / "kiosk.db-wal"
    measure(environment, "bare", ready=None)
    measure(environment, "kiosk", data, ready=ready)
    bare: list[Measured] = []
    kiosk: list[Measured] = []
    for _ in range(ROUNDS):
        for companion in ("kiosk.db-wal", "kiosk.db-shm"):
            (data / companion).unlink(missing_ok=True)
        bare.append(measure(environment, "bare", ready=None))
        kiosk.append(measure(environment, "kiosk", data, ready=ready))
    for name, unit, of in (
        ("start until the first paint", "ms", lambda each: each.ms),
        ("memory (PSS)", "kB", lambda each: each.kilobytes),
    ):
        plain, ours = (statistics.median(map(of, them)) for them in (bare, kiosk))
        say(f"{name}: {ours:.0f} {unit}, {ours / plain:.2f} times a bare window's {plain:.0f}")


def test_a_tap_until_the_next_screen_is_saved_and_painted(environment, say, tmp_path):
    bare = milliseconds(environment, "bare-taps")
    script = SCRIPTS / "whole-visit-es.toml"
    kiosk = milliseconds(environment, "taps", script, tmp_path / "data")
    assert len(kiosk) > 50
    for percent in (50, 95):
        ours, plain = share(kiosk, percent), share(bare, percent)
        frames = f"{ours / FRAME_MS:.1f} frames"
        say(
            f"a tap until the next screen, p{percent} of {len(kiosk)}: {ours:.1f} ms = {frames},"
            f" {ours / plain:.1f} times a bare page's {plain:.1f} ms"
        )
