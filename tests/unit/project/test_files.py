"""What every file of the project keeps to."""

import os
import re
import tomllib

import pytest

import kiosk
from tests.helpers.project import ROOT, project_files, python_files

LONGEST, LONGEST_TEST = 500, 700
# Nothing may tell where it was made, or from where its parts came.
# The hosts are put together here, so that this file names none either.
HOSTS = ("py" + "pi", "python" + "hosted", "deb." + "debian", "security." + "debian", "npm" + "js")
BANNED = re.compile(
    rf"/(?:work|root|home)/[a-z.]|(?:{'|'.join(map(re.escape, HOSTS))})\.(?:org|com)"
    r"|--(?:extra-)?index-url\b|--find[-]links\b|PIP[_]INDEX_URL"
)


def test_no_python_file_is_too_long():
    long = {}
    for path in python_files():
        limit = LONGEST_TEST if path.parts[0] == "tests" else LONGEST
        lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
        if lines > limit:
            long[str(path)] = lines
    assert long == {}


def test_no_file_names_this_machine_or_a_registry():
    found = []
    for path in project_files():
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{path}:{number}: {match[0]}"
            for number, line in enumerate(text.splitlines(), start=1)
            if (match := BANNED.search(line))
        ]
    assert found == []


def test_nothing_that_is_made_is_kept():
    made = {".mo", ".pyc", ".pot~", ".sqlite", ".db", ".pdf"}
    assert [path for path in project_files() if path.suffix in made] == []
    assert [path for path in project_files() if "_share" in path.parts] == []


def test_every_package_folder_says_so():
    folders = {path.parent for path in python_files("kiosk")}
    assert [folder for folder in folders if not (ROOT / folder / "__init__.py").exists()] == []


def test_no_module_opts_out_of_the_type_checker():
    opt_out = re.compile(r"^# *(?:type: *ignore|(?:based)?pyright:)", re.MULTILINE)
    files = [path for path in python_files() if opt_out.search((ROOT / path).read_text("utf-8"))]
    assert files == []


@pytest.mark.parametrize("name", ["deploy/setup.sh", "deploy/lock.sh", ".ci/run"])
def test_a_script_can_be_run(name):
    assert os.access(ROOT / name, os.X_OK)


def test_the_licence_is_the_gpl():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 29 June 2007" in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "GPL-3.0-or-later"


def test_the_version_is_the_same_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == kiosk.__version__
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
