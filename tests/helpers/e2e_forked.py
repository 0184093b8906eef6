"""Runs the command in a process of its own that need not import everything first.

A process imports the command once and is forked for every run: half a second less each time. What
a run does, is told and leaves behind is that of the installed command, which system tests start.
"""

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.__main__ import main

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(
    ["kiosk.app", "kiosk.cli.main", "kiosk.rehearsing", "kiosk.ui.shell", "kiosk.wiring", __name__]
)


def run_forked(
    arguments: Sequence[str],
    *,
    given: str,
    seconds: float,
    cwd: Path | None,
    environment: Mapping[str, str],
) -> tuple[int, str, str]:
    """Run `kiosk` with these arguments to its end.

    Returns:
        Exit status (minus a signal's number), standard output, standard error.

    Raises:
        subprocess.TimeoutExpired: It did not end in time, and was ended.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "0").write_text(given, encoding="utf-8")
        process = _FORKS.Process(
            target=_command, args=(list(arguments), folder, str(cwd or Path.cwd()), environment)
        )
        process.start()
        process.join(seconds)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise subprocess.TimeoutExpired(["kiosk", *arguments], seconds)
        out, err = (
            (folder / number).read_text(encoding="utf-8", errors="replace") for number in "12"
        )
        return process.exitcode, out, err


def _command(arguments: list[str], folder: Path, cwd: str, environment: Mapping[str, str]) -> None:
    for number, flags in enumerate(
        (os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT)
    ):
        opened = os.open(folder / str(number), flags)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding="utf-8", closefd=False)
        for number, mode in enumerate(("r", "w", "w"))
    )
    # As a shell leaves them.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["kiosk", *arguments]
    main()
