"""The kiosk from outside: the command in processes of its own, on folders of its own."""

import contextlib
import io
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.cli.main import run
from tests.helpers.e2e_forked import run_forked
from tests.helpers.project import ROOT

COMMAND = Path(sys.executable).with_name("kiosk")
SCRIPTS = ROOT / "tests" / "rehearsals"
SMALL = ("--window-size", "960x540")
"""A window of which pictures are taken quickly."""

QT_NOISE = "This plugin does not support propagateSizeHints()"
"""What Qt's platform without a display says by itself."""

DATA_FILES = {"kiosk.db", "kiosk.db-wal", "kiosk.db-shm", "key", "lock", "kiosk.log"}
COLOURS = ("green", "blue", "amber", "violet", "rose", "teal", "brown", "grey")


@dataclass(frozen=True)
class Done:
    """What a command left: exit status and what it said."""

    status: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """Lines on standard error, without Qt's own about the missing display."""
        return [line for line in self.err.splitlines() if line != QT_NOISE]


@dataclass(frozen=True)
class Kiosk:
    """The installed command on one data folder; `extra` are more global options."""

    data: Path
    extra: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    before: Sequence[str] = ()
    cwd: Path | None = None

    def command(self, *arguments: str | Path) -> list[str]:
        """The command line."""
        given = map(str, arguments)
        return [*self.before, str(COMMAND), "--data", str(self.data), *self.extra, *given]

    def run(self, *arguments: str | Path, given: str = "", seconds: float = 50) -> Done:
        """Run a command to its end."""
        if not self.before:
            return Done(
                *run_forked(
                    ["--data", str(self.data), *self.extra, *map(str, arguments)],
                    given=given,
                    seconds=seconds,
                    cwd=self.cwd,
                    environment=os.environ | self.environment,
                )
            )
        done = subprocess.run(
            self.command(*arguments),
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds,
            cwd=self.cwd,
            env=os.environ | self.environment,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def works(self, *arguments: str | Path, given: str = "") -> str:
        """Run a command that must succeed; gives its output."""
        done = self.run(*arguments, given=given)
        assert done.status == 0, done.err
        return done.out

    def kept(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """What `visits` and `alerts` give, read in this process: at once, for a folder at rest."""
        told: list[list[dict[str, Any]]] = []
        for command in (["visits", "--all"], ["alerts"]):
            with contextlib.redirect_stdout(io.StringIO()) as out:
                assert run(["--data", str(self.data), *command, "--json"]) == 0
            told.append(json.loads(out.getvalue()))
        visits, alerts = told
        return visits, alerts

    def visits(self) -> list[dict[str, Any]]:
        """`kiosk visits --all --json`."""
        return json.loads(self.works("visits", "--all", "--json"))

    def alerts(self) -> list[dict[str, Any]]:
        """`kiosk alerts --json`."""
        return json.loads(self.works("alerts", "--json"))


@dataclass(frozen=True)
class Rehearsal:
    """A rehearsal that has ended: its script, its folders and what it said."""

    script: dict[str, Any]
    folder: Path
    done: Done

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def visit(self) -> dict[str, Any]:
        """visit.json."""
        return json.loads((self.out / "visit.json").read_text(encoding="utf-8"))

    @property
    def pictures(self) -> list[str]:
        """Names of the pictures, in the order of their numbers."""
        names = [path.name for path in (self.out / "screens").iterdir()]
        return sorted(names, key=lambda name: (int(name.partition("-")[0]), name))


def rehearse(folder: Path, script: str, *options: str) -> Rehearsal:
    """Rehearse a script, given as TOML, into folder/out on folder/data."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "script.toml"
    path.write_text(script, encoding="utf-8")
    done = Kiosk(folder / "data").run("rehearse", path, "--out", folder / "out", *options)
    return Rehearsal(tomllib.loads(script), folder, done)


def points_of(item: int, position: int) -> int:
    """The published key: items 1, 2 and 4 rise down the page, the others fall."""
    return position - 1 if item in {1, 2, 4} else 4 - position


def total_of(positions: Sequence[int]) -> int:
    """Points of all answers."""
    return sum(points_of(item, position) for item, position in enumerate(positions, start=1))


def one_line(done: Done) -> str:
    """The one line with which a command has refused."""
    assert done.status == 1, done
    assert "Traceback" not in done.err
    assert len(done.complaints) == 1, done.err
    assert done.complaints[0].startswith("kiosk: ")
    return done.complaints[0]
