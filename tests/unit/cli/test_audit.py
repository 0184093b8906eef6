"""`kiosk audit`, as it is typed."""

import csv
import json

import pytest

from kiosk.cli.main import run
from kiosk.storage.connection import open_database
from kiosk.storage.store import open_store
from tests.helpers.stored_visits import NOON

LINES = 3


@pytest.fixture
def kiosk(tmp_path, capsys):
    """Runs a command on a data folder of its own; gives (exit status, output, errors)."""

    def command(*arguments):
        status = run(["--data", str(tmp_path / "data"), "audit", *map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return command


@pytest.fixture
def log(tmp_path):
    with open_store(tmp_path / "data") as store:
        for number in range(LINES):
            store.audit.write(NOON, "Ann", "did", f"visit {number}")
        return store.audit.lines()


def tamper(tmp_path, *statements):
    database = open_database(tmp_path / "data" / "kiosk.db", (tmp_path / "data/key").read_bytes())
    for trigger in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        database.execute(f"DROP TRIGGER {trigger[0]}")
    for statement in statements:
        database.execute(statement)
    database.close()


def test_a_whole_log_prints_its_head(kiosk, log):
    assert kiosk("verify") == (0, f"3:{log[-1].hash}\n", "whole: 3 lines\n")


def test_a_head_that_was_noted_is_met(kiosk, log):
    noted = f"2:{log[1].hash}"
    assert kiosk("verify", "--head", noted, "--head", f"1:{log[0].hash}")[0] == 0
    status, out, err = kiosk("verify", "--head", noted.replace(noted[-1], "f0"[noted[-1] == "f"]))
    assert (status, out) == (1, "")
    assert "line 2 is not the one that was noted" in err


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE audit_log SET by = 'Ben' WHERE seq = 2", "line 2 has been changed"),
        ("DELETE FROM audit_log WHERE seq = 1", "line 1 is missing"),
        ("DELETE FROM audit_log WHERE seq > 2", "its end is missing from line 3 on"),
        ("DELETE FROM audit_log", "its end is missing from line 1 on"),
    ],
)
def test_what_somebody_with_the_key_did_is_one_line(kiosk, log, tmp_path, statement, said):
    tamper(tmp_path, statement)
    status, out, err = kiosk("verify")
    assert (status, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_log_cut_with_its_own_head_shows_by_the_noted_one(kiosk, log, tmp_path):
    tamper(
        tmp_path,
        "DELETE FROM audit_log WHERE seq = 3",
        f"UPDATE audit_head SET seq = 2, hash = '{log[1].hash}'",
    )
    assert kiosk("verify")[0] == 0
    status, _, err = kiosk("verify", "--head", f"3:{log[2].hash}")
    assert status == 1
    assert "its end is missing from line 3 on" in err


def test_or_by_a_backup(kiosk, log, tmp_path):
    assert run(["--data", str(tmp_path / "data"), "backup", "--out", str(tmp_path / "b")]) == 0
    status, out, _ = kiosk("verify", "--backup", tmp_path / "b")
    assert status == 0
    assert out.splitlines()[-1].startswith("4:")
    tamper(
        tmp_path,
        "DELETE FROM audit_log WHERE seq > 2",
        f"UPDATE audit_head SET seq = 2, hash = '{log[1].hash}'",
    )
    assert kiosk("verify")[0] == 0
    status, _, err = kiosk("verify", "--backup", tmp_path / "b")
    assert status == 1
    assert "its end is missing from line 3 on" in err
    status, _, err = kiosk("verify", "--backup", tmp_path / "none")
    assert status == 1
    assert "there is no such file" in err


def test_no_head_at_all_is_damage(kiosk, log, tmp_path):
    tamper(tmp_path, "DELETE FROM audit_head")
    status, out, err = kiosk("verify")
    assert (status, out) == (1, "")
    assert "damaged" in err


def test_what_is_no_head_is_said(kiosk, log):
    status, out, err = kiosk("verify", "--head", "3")
    assert (status, out) == (1, "")
    assert "--head is not what kiosk audit verify prints" in err


def test_csv_and_json_hold_the_lines(kiosk, log, tmp_path):
    for name in ("audit.csv", "audit.JSON"):
        assert kiosk("export", "--out", tmp_path / name)[0] == 0
    with (tmp_path / "audit.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["hash"] for row in rows] == [line.hash for line in log]
    written = json.loads((tmp_path / "audit.JSON").read_text(encoding="utf-8"))
    assert [each["action"] for each in written] == [*["did"] * LINES, "audit_exported"]
    assert (tmp_path / "audit.csv").stat().st_mode & 0o777 == 0o600
    assert kiosk("verify")[0] == 0


def test_another_suffix_is_refused_and_nothing_is_written(kiosk, log, tmp_path):
    status, out, err = kiosk("export", "--out", tmp_path / "audit.xlsx")
    assert (status, out) == (1, "")
    assert "audit.xlsx: give the file a name that ends in .csv or .json" in err
    assert not (tmp_path / "audit.xlsx").exists()


def test_the_newest_lines_come_first(kiosk, log):
    status, out, err = kiosk("list", "--last", "2")
    assert (status, err) == (0, "")
    assert out.splitlines() == [f"{n}\t{NOON.isoformat()}\tAnn\tdid\tvisit {n - 1}" for n in (3, 2)]


def test_an_empty_log(kiosk):
    assert kiosk("list") == (0, "", "Nothing yet.\n")


@pytest.mark.parametrize("command", [[], ["verify"], ["export"], ["list"]])
def test_help_has_an_example(kiosk, command):
    status, out, _ = kiosk(*command, "--help")
    assert status == 0
    assert "Example: kiosk audit" in out
