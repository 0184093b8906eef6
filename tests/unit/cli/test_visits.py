"""`kiosk visits` and `kiosk summary`, as they are typed."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from kiosk.cli.main import run
from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, Outcome
from kiosk.storage.connection import Connection, open_database
from kiosk.storage.store import open_store
from tests.helpers.stored_visits import put_visit

NOW = datetime.now(UTC).replace(microsecond=0)
PREGNANT = facts.StageGiven(Stage.PREGNANT)
SEVERE = facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_SEVERE)
SIGN = facts.AlertRaised(2, AlertKind.WARNING_SIGN)
SEEN = facts.AlertAcknowledged(2, "Ann", Outcome.SEEN)
FIRST, SECOND, THIRD = "ab12" + "0" * 28, "ab99" + "0" * 28, "cd34" + "0" * 28


@pytest.fixture
def kiosk(tmp_path, capsys):
    """Runs a command on a data folder of its own; gives (exit status, output, errors)."""

    def command(*arguments):
        status = run(["--data", str(tmp_path / "data"), *map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return command


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def three(store):
    """A visit with two alerts, one of them seen; a finished one; one that staff reviewed."""
    day = timedelta(days=1)
    put_visit(
        store.visits, FIRST, PREGNANT, SEVERE, SIGN, SEEN, facts.Left(facts.Leaving.IDLE),
        start=NOW - 2 * day,
    )  # fmt: skip
    put_visit(store.visits, SECOND, PREGNANT, facts.Finished(), code=("blue", 10), start=NOW - day)
    put_visit(
        store.visits, THIRD, PREGNANT, facts.Finished(), facts.Reviewed("Ann"),
        code=("rose", 77), start=NOW - 3 * day,
    )  # fmt: skip
    return store


@pytest.mark.usefixtures("three")
def test_visits_tell_codes_and_states_and_never_a_reason(kiosk):
    status, out, err = kiosk("visits")
    first, second = out.splitlines()
    assert (status, err) == (0, "")
    assert first.split()[:6] == [FIRST[:8], "green", "42", "unfinished", "1", "alert"]
    assert second.split()[:5] == [SECOND[:8], "blue", "10", "finished", "-"]
    assert "blood" not in out
    assert f"{(NOW - timedelta(days=1)).astimezone():%Y-%m-%d %H:%M}" in second


@pytest.mark.usefixtures("three")
def test_all_visits(kiosk):
    lines = kiosk("visits", "--all")[1].splitlines()
    assert len(lines) == 3
    assert lines[2].startswith(THIRD[:8])
    assert lines[2].endswith("reviewed")


@pytest.mark.usefixtures("three")
def test_visits_for_programs(kiosk):
    first, second = json.loads(kiosk("visits", "--json")[1])
    assert first == {
        "id": FIRST,
        "code": "green 42",
        "state": "unfinished",
        "language": "en",
        "open_alerts": 1,
        "help_wanted": False,
        "printed": False,
        "reviewed": False,
        "started_at": first["started_at"],
        "updated_at": first["updated_at"],
    }
    assert datetime.fromisoformat(first["started_at"]) == NOW - timedelta(days=2)
    assert second["open_alerts"] == 0


def test_no_visits(kiosk):
    assert kiosk("visits") == (0, "", "No visits.\n")
    assert json.loads(kiosk("visits", "--json")[1]) == []


def test_more_visits_than_are_read_at_once(kiosk, store, monkeypatch):
    monkeypatch.setattr("kiosk.cli.visits._PAGE", 2)
    for number in range(5):
        put_visit(store.visits, f"{number:032x}", PREGNANT, code=("teal", 20 + number))
    assert len(json.loads(kiosk("visits", "--json")[1])) == 5


def test_several_alerts_and_a_call_for_help(kiosk, store):
    note = facts.NoteAdded(facts.NoteKind.HELP)
    put_visit(store.visits, FIRST, PREGNANT, SEVERE, SIGN, note)
    line = kiosk("visits")[1]
    assert "2 alerts" in line
    assert "help wanted" in line


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("visit", [FIRST, FIRST.upper(), "ab1", "green 42", " Green  42 "])
def test_a_summary_of_a_visit_by_id_or_code(kiosk, tmp_path, visit):
    page = tmp_path / "page.pdf"
    assert kiosk("summary", visit, "--out", page) == (0, "", "")
    (sheet,) = PdfReader(page).pages
    assert "green 42" in sheet.extract_text()


@pytest.mark.parametrize("visit", ["ab", "a"])
def test_ids_that_begin_alike(kiosk, three, tmp_path, visit):
    page = tmp_path / "page.pdf"
    status, out, err = kiosk("summary", visit, "--out", page)
    assert (status, out) == (1, "")
    assert "several visits" in err
    assert not page.exists()


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("visit", ["ef", "green 43", "mauve 12", "", FIRST + "0", "%"])
def test_no_such_visit(kiosk, tmp_path, visit):
    page = tmp_path / "page.pdf"
    status, out, err = kiosk("summary", visit, "--out", page)
    assert (status, out) == (1, "")
    assert err == "kiosk: there is no such visit; kiosk visits lists them\n"
    assert not page.exists()


@pytest.mark.usefixtures("three")
def test_a_summary_that_cannot_be_written(kiosk, tmp_path):
    for page in (tmp_path / "nowhere" / "page.pdf", tmp_path):
        status, out, err = kiosk("summary", "ab1", "--out", page)
        assert (status, out) == (1, "")
        assert err.startswith(f"kiosk: {page}: cannot be written (")
        assert err.count("\n") == 1


@pytest.mark.usefixtures("three")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a device of Linux")
def test_a_full_disk(kiosk):
    status, _out, err = kiosk("summary", "ab1", "--out", "/dev/full")
    assert status == 1
    assert err.startswith("kiosk: /dev/full: cannot be written (No space left")
    assert Path("/dev/full").is_char_device()


@pytest.mark.usefixtures("three")
def test_that_a_summary_was_taken_out_is_kept(kiosk, tmp_path):
    kiosk("summary", "ab1", "--out", tmp_path / "page.pdf")
    data = tmp_path / "data"
    connection = Connection(open_database(data / "kiosk.db", (data / "key").read_bytes()))
    lines = connection.rows('SELECT by, "action", subject FROM audit_log')
    connection.close()
    assert lines == [("command line", "summary_written", FIRST)]


@pytest.mark.parametrize("command", ["visits", "summary", "alerts", "print"])
def test_help_has_an_example(kiosk, command):
    status, out, _err = kiosk(command, "--help")
    assert status == 0
    assert f"Example: kiosk {command}" in out
