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


@pytest.fixture(scope="module")
def bundle(tmp_path_factory) -> Path:
    """The bundle, made as `make bundle` makes it, away from where that was."""
    folder = tmp_path_factory.mktemp("bundle")
    made, keyring = folder / "made", folder / "keyring"
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    pinned = ["--no-deps", "--require-hashes", "--requirement", ROOT / "requirements/keyring.txt"]
    run([sys.executable, "-m", "pip", "install", *quiet, *pinned, "--target", keyring])
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", made, "--workpath", folder / "work"]
    sources = os.pathsep.join([str(keyring), str(ROOT)])
    run([*command, *places, ROOT / "build.spec"], env={**os.environ, "PYTHONPATH": sources})
    shutil.move(made / "kiosk", folder / "moved")
    return folder / "moved"


def test_the_bundle_runs_where_no_python_and_no_checkout_is(bundle, tmp_path):
    check_whole_visit(bundle / "kiosk", tmp_path)


def test_the_bundle_lacks_no_part_of_qt_that_a_part_of_it_needs(bundle):
    """What nothing was found for at run time would only be silent: no voice, no recording."""
    libraries = [*bundle.rglob("libQt6*.so*"), *bundle.rglob("plugins/**/*.so")]
    assert len(libraries) > 20
    for library in libraries:
        told = run(["ldd", library])
        assert not [line for line in told.splitlines() if "libQt6" in line and "not found" in line]


def test_the_bundle_reads_aloud_what_this_environment_reads(bundle):
    own = [sys.executable, "-m", "kiosk", "speech", "--once"]
    here, there = (json.loads(run(each)) for each in (own, [bundle / "kiosk", *own[3:]]))
    assert there == here


def test_the_bundle_knows_keyrings(bundle, tmp_path):
    """None runs here, which it can only tell with the package and its backends."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('[key]\nsource = "keyring"\n', encoding="utf-8")
    where = ["--data", tmp_path / "data", "--settings", settings]
    bare = {"HOME": str(tmp_path), "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [str(word) for word in (bundle / "kiosk", *where, "staff", "list")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=bare,
    )
    assert done.returncode == 1
    assert "no keyring that keeps secrets safe is running" in done.stderr
    viewer = [sys.executable, "-m", "PyInstaller.utils.cliutils.archive_viewer"]
    held = run([*viewer, "--recursive", "--list", bundle / "kiosk"])
    for backend in ("SecretService", "kwallet", "libsecret"):
        assert f"keyring.backends.{backend}" in held
