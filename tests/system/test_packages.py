"""What people install, a wheel or a bundle, runs a whole visit far from this checkout."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.helpers.e2e_kiosk import SCRIPTS, total_of
from tests.helpers.project import ROOT

pytestmark = pytest.mark.system

SCRIPT = "whole-visit-es.toml"
PAGES = {"summary.pdf", "take-home.pdf", "visit.json", "screens"}


def run(command: Sequence[str | Path], *, seconds: float = 280, **more: object) -> str:
    """Run a program that must succeed; gives its output."""
    done = subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
        cwd=str(more.get("cwd", ROOT)),
        env=environment if isinstance(environment := more.get("env"), Mapping) else None,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def check_whole_visit(command: Path, folder: Path) -> None:
    """Rehearse in a folder of its own, with a fresh home and nothing of this environment."""
    home, elsewhere = folder / "home", folder / "elsewhere"
    for place in (home, elsewhere):
        place.mkdir()
    shutil.copy(SCRIPTS / SCRIPT, elsewhere / "visit.toml")
    bare = {"HOME": str(home), "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
    run([command, "rehearse", "visit.toml", "--out", "out"], cwd=elsewhere, env=bare)
    out = elsewhere / "out"
    assert {path.name for path in out.iterdir()} == PAGES
    visit = json.loads((out / "visit.json").read_text(encoding="utf-8"))
    assert (visit["state"], visit["language"]) == ("finished", "es")
    assert visit["epds"]["total"] == total_of(visit["epds"]["positions"])
    assert len(visit["topics"]) == 3
    assert len(list((out / "screens").iterdir())) == len(visit["screens"])
    data = home / ".local" / "share" / "perinatal-kiosk"
    assert (data / "kiosk.db").is_file()
    told = run([command, "visits", "--json"], cwd=elsewhere, env=bare)
    assert [row["code"] for row in json.loads(told)] == [visit["code"]]


def check_knows_nothing_of_the_checkout(folder: Path) -> None:
    """No text file of what was installed names the place where it was made."""
    texts = {".py", ".txt", ".toml", ".json", ".pth", ".md"}
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix in texts:
            assert str(ROOT).encode() not in path.read_bytes(), path


@pytest.fixture
def wheel(tmp_path) -> Path:
    """A wheel of this checkout."""
    out = tmp_path / "wheel"
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out]
    run([*command, ROOT])
    [made] = out.glob("*.whl")
    return made


def test_a_wheel_runs_in_an_environment_that_has_only_its_pinned_parts(wheel, tmp_path):
    environment = tmp_path / "environment"
    # Debian splits ensurepip off: the pip of this environment fills the new one.
    run([sys.executable, "-m", "venv", "--without-pip", environment])
    pip = [sys.executable, "-m", "pip", "--python", environment / "bin" / "python", "install"]
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    pinned = ROOT / "requirements" / "run.txt"
    run([*pip, *quiet, "--require-hashes", "--requirement", pinned])
    run([*pip, *quiet, "--no-deps", wheel])
    run([*pip[:-1], "check"])
    check_knows_nothing_of_the_checkout(next((environment / "lib").glob("*/*/kiosk")))
    check_whole_visit(environment / "bin" / "kiosk", tmp_path)


def test_the_bundle_runs_where_no_python_and_no_checkout_is(tmp_path):
    made = tmp_path / "made"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", made, "--workpath", tmp_path / "work"]
    run([*command, *places, ROOT / "build.spec"])
    bundle = tmp_path / "bundle"
    shutil.move(made / "kiosk", bundle)
    check_whole_visit(bundle / "kiosk", tmp_path)
