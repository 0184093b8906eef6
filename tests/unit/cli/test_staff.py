"""`kiosk staff`, as it is typed."""

import io

import click
import pytest

from kiosk.cli.main import run
from kiosk.services.staff import StaffService
from kiosk.storage.pins import Argon2PinHasher
from kiosk.storage.store import open_store
from tests.helpers.stored_visits import NOON

PIN, OTHER_PIN = "482915", "730264"


@pytest.fixture
def kiosk(tmp_path, capsys, monkeypatch):
    """Runs a command with a standard input; gives (exit status, output, errors)."""

    def command(*arguments, typed=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        status = run(["--data", str(tmp_path / "data"), "staff", *arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert not any(line.strip() in out + err for line in typed.splitlines() if line)
        return status, out, err

    return command


def who(tmp_path, pin):
    with open_store(tmp_path / "data") as store:
        service = StaffService(store.staff, Argon2PinHasher(), store.audit, lambda: NOON)
        return service.check_pin(pin)


def test_a_person_is_added_with_a_pin_from_standard_input(kiosk, tmp_path):
    added = kiosk("add", "Maria Santos", "--role", "admin", "--pin-stdin", typed=f"{PIN}\n")
    assert added == (0, "Maria Santos: added as admin\n", "")
    assert kiosk("list") == (0, "Maria Santos\tadmin\n", "")
    assert who(tmp_path, PIN).name == "Maria Santos"


def test_a_new_pin(kiosk, tmp_path):
    kiosk("add", "Ann", "--pin-stdin", typed=PIN)
    assert kiosk("pin", "ann", "--pin-stdin", typed=OTHER_PIN) == (0, "Ann: PIN changed\n", "")
    assert who(tmp_path, OTHER_PIN).role == "staff"


def test_who_has_still_the_pin_they_were_added_with(kiosk):
    kiosk("add", "Ann", "--pin-stdin", typed=PIN)
    assert kiosk("list", "--pins") == (0, "Ann\tstaff\tfirst PIN\n", "")
    kiosk("pin", "Ann", "--pin-stdin", typed=PIN)
    assert kiosk("list", "--pins") == (0, "Ann\tstaff\tfirst PIN\n", "")
    for typed in (OTHER_PIN, OTHER_PIN):
        kiosk("pin", "Ann", "--pin-stdin", typed=typed)
        assert kiosk("list", "--pins") == (0, "Ann\tstaff\town PIN\n", "")


def test_nobody_yet(kiosk):
    status, out, err = kiosk("list")
    assert (status, out) == (0, "")
    assert "kiosk staff add" in err


@pytest.mark.parametrize("command", [["add", "Ann"], ["pin", "Ann"]])
def test_without_a_terminal_nothing_is_asked(kiosk, command):
    status, out, err = kiosk(*command, typed=f"{PIN}\n{PIN}\n")
    assert (status, out) == (1, "")
    assert "--pin-stdin" in err


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_the_pin_is_asked_for_hidden_and_twice(tmp_path, capsys, monkeypatch):
    asked = []

    def hidden(prompt="", **_):
        asked.append(prompt)
        return PIN

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(click.termui, "hidden_prompt_func", hidden)
    assert run(["--data", str(tmp_path / "data"), "staff", "add", "Ann"]) == 0
    assert len(asked) == 2
    assert PIN not in "".join(capsys.readouterr())
    assert who(tmp_path, PIN).name == "Ann"


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (["add", "ANN"], OTHER_PIN, "already somebody"),
        (["add", " "], OTHER_PIN, "the name is empty"),
        (["add", "Ben"], "12345", "at least 6 digits"),
        (["add", "Ben"], "", "at least 6 digits"),
        (["add", "Ben"], "123456", "too easy"),
        (["add", "Ben"], PIN, "cannot be used"),
        (["pin", "Cyd"], OTHER_PIN, "nobody of that name"),
    ],
)
def test_every_refusal_is_one_line(kiosk, arguments, typed, said):
    kiosk("add", "Ann", "--pin-stdin", typed=PIN)
    status, out, err = kiosk(*arguments, "--pin-stdin", typed=typed)
    assert (status, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert kiosk("list")[1] == "Ann\tstaff\n"


def test_an_unknown_role_is_a_usage_error(kiosk):
    assert kiosk("add", "Ann", "--role", "owner", "--pin-stdin", typed=PIN)[0] == 2


def test_a_damaged_store_is_one_line(kiosk, tmp_path):
    kiosk("list")
    (tmp_path / "data" / "key").write_bytes(bytes(32))
    status, out, err = kiosk("list")
    assert (status, out) == (1, "")
    assert err.startswith("kiosk: the database cannot be opened with this key")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("command", [[], ["add"], ["pin"], ["list"]])
def test_help_has_an_example(kiosk, command):
    status, out, _ = kiosk(*command, "--help")
    assert status == 0
    assert "Example: kiosk staff" in out
