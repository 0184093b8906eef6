"""`kiosk run` as a process: started, waited for, looked at and ended, by its id."""

import os
import signal
import subprocess
from collections.abc import Generator
from contextlib import contextmanager

from tests.helpers.e2e_kiosk import Kiosk
from tests.helpers.waiting import wait_until

ENDS_WITHIN = 2.0
"""Seconds in which SIGTERM ends it: a promise."""


@contextmanager
def running(kiosk: Kiosk, *options: str) -> Generator["subprocess.Popen[str]"]:
    """Start `kiosk run`; it is killed at the end if it still runs."""
    process = subprocess.Popen(
        kiosk.command("run", *options),
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **kiosk.environment},
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stderr is not None:
            process.stderr.close()


def wait_for_store(kiosk: Kiosk, process: "subprocess.Popen[str]") -> None:
    """Until it has shown its first screen and opened its database, or has ended."""
    wal = kiosk.data / "kiosk.db-wal"
    wait_until(lambda: wal.exists() or process.poll() is not None, "the kiosk's database open")
    assert process.poll() is None, process.communicate()[1]


def end(process: "subprocess.Popen[str]", within: float = ENDS_WITHIN) -> tuple[int, str]:
    """End it with SIGTERM in time; gives its exit status and what it said."""
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=within)
    return process.returncode, said
