"""The pinned parts: each with its hashes, none tied to an index."""

import re
import tomllib

import pytest

from tests.helpers.project import ROOT

LOCKS = ("run", "dev", "cups", "keyring")


def _logical_lines(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    joined = text.replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def _pins(name) -> dict[str, str]:
    return dict(line.split()[0].split("==") for line in _logical_lines(name))


def _required(lines) -> set[str]:
    return {re.split(r"[^\w-]", line)[0].lower() for line in lines}


@pytest.mark.parametrize("name", LOCKS)
def test_every_part_is_pinned_with_hashes(name):
    pin = re.compile(r"[a-z0-9.-]+==\S+ (?:; .*?)? *(?:--hash=sha256:[0-9a-f]{64} *)+")
    assert [line for line in _logical_lines(name) if not pin.fullmatch(line)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_index_is_named(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert [line for line in text.splitlines() if line.startswith("-")] == []


def test_what_the_project_asks_for_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert _required(project["dependencies"]) <= _pins("run").keys()
    assert _required(project["dependencies"] + extras["dev"]) <= _pins("dev").keys()
    assert _required(extras["cups"]) == _pins("cups").keys()
    assert _required(extras["keyring"]) <= _pins("keyring").keys()


def test_what_a_keyring_shares_with_the_kiosk_has_the_same_version():
    run, keyring = _pins("run"), _pins("keyring")
    shared = run.keys() & keyring.keys()
    assert shared
    assert {name: run[name] for name in shared} == {name: keyring[name] for name in shared}


def test_development_runs_on_what_is_shipped():
    assert _pins("run").items() <= _pins("dev").items()
