"""`kiosk retention`, as it is typed."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.cli.main import run
from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.storage.lock import hold_lock
from kiosk.storage.store import open_store
from tests.helpers.stored_visits import put_visit

NOW = datetime.now(UTC)
STAGE, FINISHED = facts.StageGiven(Stage.PREGNANT), facts.Finished()
OLD, YOUNG = "ab12" + "0" * 28, "cd34" + "0" * 28


@pytest.fixture
def kiosk(tmp_path, capsys):
    """Runs a command on a data folder of its own; gives (exit status, output, errors)."""

    def command(*arguments, settings=""):
        (tmp_path / "kiosk.toml").write_text(settings, encoding="utf-8")
        given = ["--data", tmp_path / "data", "--settings", tmp_path / "kiosk.toml"]
        status = run([*map(str, given), "retention", *arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return command


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "data") as opened:
        start = NOW - timedelta(days=31)
        put_visit(opened.visits, OLD, STAGE, FINISHED, start=start)
        put_visit(opened.visits, YOUNG, STAGE, FINISHED, code=("rose", 77), start=NOW)
        yield opened


def left(store):
    return [row.visit_id for row in store.visits.board(limit=9)]


def test_what_would_go_is_told_and_stays(kiosk, store):
    expected = (0, "ab120000  older than it may be\n", "to delete: 1\n")
    assert kiosk("run", "--dry-run") == expected
    assert left(store) == [YOUNG, OLD]


def test_what_is_over_goes(kiosk, store):
    assert kiosk("run") == (0, "ab120000  older than it may be\n", "deleted: 1\n")
    assert left(store) == [YOUNG]
    assert [line.by for line in store.audit.lines()] == ["retention"]
    assert kiosk("run") == (0, "", "deleted: 0\n")


def test_the_days_are_those_of_the_settings(kiosk, store):
    assert kiosk("run", settings="[retention]\ndays = 32")[1] == ""
    assert kiosk("run", settings="[retention]\ndays = 31")[1] != ""


def test_it_runs_beside_a_kiosk(kiosk, store, tmp_path):
    with hold_lock(tmp_path / "data"):
        assert kiosk("run")[0] == 0
    assert left(store) == [YOUNG]


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_bounds(kiosk, days):
    status, out, err = kiosk("run", settings=f"[retention]\ndays = {days}")
    assert (status, out) == (1, "")
    assert "kiosk.toml:2:1: retention.days: a whole number from 1 to 3650 is needed" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("command", [[], ["run"]])
def test_help_has_an_example(kiosk, command):
    status, out, _ = kiosk(*command, "--help")
    assert status == 0
    assert "retention run" in out
