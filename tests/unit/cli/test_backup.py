"""`kiosk backup`, `restore` and `key rotate`, as they are typed."""

import io
import shutil

import click
import pytest

from kiosk.cli.main import run
from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.storage.connection import open_database
from kiosk.storage.lock import hold_lock
from kiosk.storage.store import open_store
from tests.helpers.fake_keyring import FakeKeyring, installed, not_installed
from tests.helpers.stored_visits import NOON, put_visit

PHRASE = "three words & more"
VISIT = "ab12" + "0" * 28


@pytest.fixture
def kiosk(tmp_path, capsys, monkeypatch):
    """Runs a command on a data folder; gives (exit status, output, errors)."""

    def command(*arguments, data="data", typed="", settings=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        (tmp_path / "kiosk.toml").write_text(settings, encoding="utf-8")
        given = "--data", tmp_path / data, "--settings", tmp_path / "kiosk.toml", *arguments
        status = run([str(each) for each in given])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert not any(line.strip() in out + err for line in typed.splitlines() if line)
        return status, out, err

    return command


@pytest.fixture
def head(tmp_path):
    """A data folder with a visit; gives the head of its log."""
    with open_store(tmp_path / "data") as store:
        put_visit(store.visits, VISIT, facts.StageGiven(Stage.PREGNANT), facts.Finished())
        store.audit.write(NOON, "Ann", "did")
        return store.audit.head()


def visits(tmp_path, data="data"):
    with open_store(tmp_path / data) as store:
        return [row.visit_id for row in store.visits.board(limit=9)]


def refused(result, said):
    status, out, err = result
    assert (status, out) == (1, "")
    assert err.startswith("kiosk: ")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_backup_goes_to_another_machine_with_its_key(kiosk, head, tmp_path):
    backup, key = tmp_path / "b", tmp_path / "data" / "key"
    assert kiosk("backup", "--out", backup) == (0, f"{backup}: 1 visits, audit log {head}\n", "")
    restored = kiosk("restore", backup, "--key", key, data="other")
    assert restored == (0, f"{tmp_path / 'other'}: restored; 1 visits, audit log {head}\n", "")
    assert visits(tmp_path, "other") == [VISIT]
    assert kiosk("audit", "verify", "--head", head, data="other")[0] == 0


def test_or_with_a_passphrase(kiosk, head, tmp_path):
    backup = tmp_path / "b"
    assert kiosk("backup", "--out", backup, "--passphrase-stdin", typed=PHRASE + "\n")[0] == 0
    assert kiosk("restore", backup, "--passphrase-stdin", data="other", typed=PHRASE)[0] == 0
    assert visits(tmp_path, "other") == [VISIT]
    wrong = kiosk("restore", backup, "--passphrase-stdin", data="third", typed=PHRASE + "!")
    refused(wrong, "b: is no backup of a kiosk, or was made under another key or passphrase")
    assert not (tmp_path / "third").exists()


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_a_passphrase_is_asked_for_hidden_and_a_new_one_twice(
    kiosk, head, tmp_path, monkeypatch, capsys
):
    asked = []

    def hidden(prompt="", **_):
        asked.append(prompt)
        return PHRASE

    monkeypatch.setattr(click.termui, "hidden_prompt_func", hidden)
    monkeypatch.setattr("sys.stdin", Terminal())
    data, backup = str(tmp_path / "data"), str(tmp_path / "b")
    assert run(["--data", data, "backup", "--out", backup, "--passphrase"]) == 0
    assert len(asked) == 2
    assert run(["--data", data, "restore", backup, "--passphrase", "--check"]) == 0
    assert len(asked) == 3
    assert PHRASE not in "".join(capsys.readouterr())


def test_without_a_terminal_nothing_is_asked(kiosk, head, tmp_path):
    refused(kiosk("backup", "--out", tmp_path / "b", "--passphrase"), "--passphrase-stdin")
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("typed", ["", "\n", "eleven char"])
def test_a_short_passphrase_is_refused(kiosk, head, tmp_path, typed):
    result = kiosk("backup", "--out", tmp_path / "b", "--passphrase-stdin", typed=typed)
    refused(result, "a passphrase needs at least 12 characters")
    assert not (tmp_path / "b").exists()


def test_a_backup_is_looked_through_without_restoring_it(kiosk, head, tmp_path):
    backup = tmp_path / "b"
    kiosk("backup", "--out", backup)
    expected = (0, f"{backup}: whole; 1 visits, audit log {head}\n", "")
    assert kiosk("restore", backup, "--check") == expected
    refused(kiosk("restore", backup, "--check", data="other"), "no key yet")
    backup.write_bytes(backup.read_bytes()[:-4096])
    refused(kiosk("restore", backup, "--check"), "b: is cut off or damaged")


def test_what_is_there_is_replaced_only_when_told_and_copied_first(kiosk, head, tmp_path):
    backup = tmp_path / "b"
    kiosk("backup", "--out", backup)
    refused(kiosk("restore", backup), "add --replace")
    with hold_lock(tmp_path / "data"):
        refused(kiosk("restore", backup, "--replace"), "another kiosk is running")
    status, out, err = kiosk("restore", backup, "--replace")
    assert (status, err) == (0, "")
    (copy,) = tmp_path.glob("data.before-*")
    assert str(copy) in out
    assert visits(tmp_path, copy.name) == visits(tmp_path) == [VISIT]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("none", "there is no such file"),
        (".", "cannot be read"),
        ("foreign", "is no backup of a kiosk"),
        ("empty", "is cut off or damaged"),
    ],
)
def test_what_is_no_backup_is_one_line(kiosk, head, tmp_path, file, said):
    (tmp_path / "foreign").write_bytes(b"x" * 10_000)
    (tmp_path / "empty").touch()
    refused(kiosk("restore", tmp_path / file, "--replace"), said)
    assert visits(tmp_path) == [VISIT]


@pytest.mark.parametrize(
    ("file", "said"),
    [("none", "there is no such file"), (".", "cannot be read"), ("k", "32 bytes")],
)
def test_what_is_no_key_is_one_line(kiosk, head, tmp_path, file, said):
    kiosk("backup", "--out", tmp_path / "b")
    (tmp_path / "k").write_bytes(bytes(33))
    refused(kiosk("restore", tmp_path / "b", "--key", tmp_path / file, data="other"), said)


def test_a_key_and_a_passphrase_are_too_much(kiosk, tmp_path):
    given = "--key", tmp_path / "k", "--passphrase-stdin"
    assert kiosk("restore", tmp_path / "b", *given, typed=PHRASE)[0] == 2


@pytest.mark.parametrize(
    ("out", "said"),
    [("none/b", "cannot be written"), (".", "cannot be written"), ("data/b", "another disk")],
)
def test_a_place_where_no_backup_can_be_is_one_line(kiosk, head, tmp_path, out, said):
    refused(kiosk("backup", "--out", tmp_path / out), said)


def test_a_broken_log_is_told_at_both_ends(kiosk, head, tmp_path):
    database = open_database(tmp_path / "data" / "kiosk.db", (tmp_path / "data/key").read_bytes())
    database.execute("DROP TRIGGER audit_log_no_update")
    database.execute("UPDATE audit_log SET by = 'Eve'")
    database.close()
    status, _, err = kiosk("backup", "--out", tmp_path / "b")
    assert (status, err) == (0, "The audit log is not whole: kiosk audit verify\n")
    status, _, err = kiosk("restore", tmp_path / "b", "--check")
    assert (status, err) == (0, "Its audit log is not whole: line 1\n")


# --- the key -------------------------------------------------------------------------


def test_a_new_key(kiosk, head, tmp_path):
    old = (tmp_path / "data" / "key").read_bytes()
    kiosk("backup", "--out", tmp_path / "b")
    status, out, err = kiosk("key", "rotate", "--old-key", tmp_path / "old")
    assert (status, err) == (0, "")
    assert "Make a backup now" in out
    assert (tmp_path / "old").read_bytes() == old
    assert (tmp_path / "old").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data" / "key").read_bytes() != old
    assert visits(tmp_path) == [VISIT]
    refused(kiosk("restore", tmp_path / "b", "--check"), "another key")
    assert kiosk("restore", tmp_path / "b", "--check", "--key", tmp_path / "old")[0] == 0


def test_the_old_key_is_not_written_over_anything(kiosk, head, tmp_path):
    (tmp_path / "there").write_text("something")
    before = (tmp_path / "data" / "key").read_bytes()
    refused(kiosk("key", "rotate", "--old-key", tmp_path / "there"), "cannot be written")
    assert (tmp_path / "data" / "key").read_bytes() == before
    assert visits(tmp_path) == [VISIT]
    assert kiosk("key", "rotate") == (
        0,
        "The database has a new key. Make a backup now: earlier ones need the old key.\n",
        "",
    )


def test_no_new_key_while_a_kiosk_runs(kiosk, head, tmp_path):
    with hold_lock(tmp_path / "data"):
        refused(kiosk("key", "rotate"), "another kiosk is running")


CREDENTIAL = '[key]\nsource = "credential"'
KEYRING = '[key]\nsource = "keyring"'


def test_a_credential_is_changed_by_way_of_a_backup(kiosk, head, tmp_path, monkeypatch):
    """What the refusal says to do, done."""
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    shutil.move(tmp_path / "data" / "key", credentials / "kiosk-key")
    refused(
        kiosk("key", "rotate", settings=CREDENTIAL), "stop the kiosk, kiosk backup --passphrase"
    )
    backup, stdin = tmp_path / "b", "--passphrase-stdin"
    given = {"typed": PHRASE, "settings": CREDENTIAL}
    assert kiosk("backup", "--out", backup, stdin, **given)[0] == 0
    (credentials / "kiosk-key").write_bytes(b"n" * 32)
    assert kiosk("restore", backup, "--replace", stdin, **given)[0] == 0
    database = open_database(tmp_path / "data" / "kiosk.db", b"n" * 32)
    assert database.execute("SELECT id FROM visits").fetchall() == [(VISIT,)]
    database.close()


def test_a_key_in_a_keyring(kiosk, head, tmp_path):
    with installed(FakeKeyring()) as keyring:
        assert kiosk("backup", "--out", tmp_path / "b", settings=KEYRING)[0] == 0
        (tmp_path / "data" / "key").unlink()
        (before,) = keyring.secrets.values()
        assert kiosk("key", "rotate", settings=KEYRING)[0] == 0
        (after,) = keyring.secrets.values()
        assert before != after
        assert kiosk("retention", "run", settings=KEYRING)[0] == 0
        key = tmp_path / "k"
        key.write_bytes(bytes.fromhex(before))
        restored = kiosk("restore", tmp_path / "b", "--replace", "--key", key, settings=KEYRING)
        assert restored[0] == 0


def test_a_keyring_that_is_not_there_is_one_line(kiosk, head):
    with not_installed():
        refused(kiosk("audit", "verify", settings=KEYRING), "the package keyring is not installed")
    with installed(FakeKeyring(priority=0)):
        refused(kiosk("audit", "verify", settings=KEYRING), "none can be used here")


@pytest.mark.parametrize("command", [["backup"], ["restore"], ["key"], ["key", "rotate"]])
def test_help_has_an_example(kiosk, command):
    status, out, _ = kiosk(*command, "--help")
    assert status == 0
    assert "Example: kiosk" in out
