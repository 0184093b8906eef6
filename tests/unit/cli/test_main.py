"""The `kiosk` command: help, exit codes, and one line for every error."""

import re
import subprocess
import sys
from importlib.metadata import version

import click
import pytest

from kiosk.cli import main as module
from kiosk.cli.base import LazyGroup
from kiosk.cli.main import cli, run
from kiosk.domain.errors import ErrorCode, StorageError
from tests.helpers.project import ROOT


def every_command(command=cli, way=()):
    """(words to type, command) of each command there is."""
    yield way, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            if (below := command.get_command(context, name)) is not None:
                yield from every_command(below, (*way, name))


COMMANDS = [
    *("run", "rehearse", "content", "epds", "summary", "visits", "alerts", "print", "staff"),
    "doctor",
]


@pytest.fixture
def kiosk(capsys, tmp_path):
    """Runs a command line on a data folder of its own; gives (status, output, errors)."""

    def command(*arguments, data=True):
        options = ["--data", str(tmp_path / "data")] if data else []
        status = run([*options, *map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    return command


@pytest.mark.parametrize("way", [way for way, _ in every_command()], ids=" ".join)
def test_every_command_has_help_with_an_example(kiosk, way):
    status, out, err = kiosk(*way, "--help", data=False)
    assert (status, err) == (0, "")
    assert out.startswith("Usage: kiosk")
    example = re.search(r"Example:\s+kiosk (.*)", out)
    assert example is not None
    assert all(word in out[example.start() :] for word in way)


def test_every_option_of_every_command_is_explained():
    silent = [
        (*way, option.name)
        for way, command in every_command()
        for option in command.params
        if isinstance(option, click.Option) and not option.hidden and not option.help
    ]
    assert silent == []


def test_the_commands_that_others_run_are_there(kiosk):
    _, out, _ = kiosk("--help", data=False)
    listed = re.findall(r"^  (\w+)  ", out, re.MULTILINE)
    assert set(COMMANDS) <= set(listed)
    assert listed == sorted(listed)


def test_the_version(kiosk):
    assert kiosk("--version", data=False) == (
        0,
        f"kiosk, version {version('perinatal-kiosk')}\n",
        "",
    )


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing"],
        ["--nothing"],
        ["visits", "--nothing"],
        ["visits", "too", "many"],
        ["summary"],
        ["summary", "green 42"],
        ["epds", "score"],
        ["content", "nothing"],
    ],
)
def test_a_wrong_command_line_is_exit_2(kiosk, arguments):
    status, out, err = kiosk(*arguments, data=False)
    assert (status, out) == (2, "")
    assert "Usage: kiosk" in err


def test_a_folder_or_a_file_of_the_wrong_kind_is_exit_2(kiosk, tmp_path):
    (tmp_path / "file").write_text("")
    assert kiosk("--settings", tmp_path, "visits")[0] == 2
    assert kiosk("--content", tmp_path / "file", "visits")[0] == 2
    assert kiosk("--data", tmp_path / "file", "visits", data=False)[0] == 2


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (None, "kiosk.toml: there is no such file"),
        ("mode = ", "kiosk.toml:1:1: is not TOML"),
        ("[idle]\nsecond = 60", "kiosk.toml:2:1: unknown key second; "),
        (
            "[idle]\nseconds = 5",
            "kiosk.toml:2:1: idle.seconds: a whole number from 20 to 3600 is needed",
        ),
        ('languages = ["xx"]', "kiosk.toml:1:1: unknown language xx; known are en, es"),
        ('[key]\nsource = "credential"', "kiosk: kiosk.toml says that the key is the systemd"),
        ("x = " + "[" * 20_000, "kiosk.toml:1:1: is not TOML"),
        (b"\xff", "kiosk.toml:1:1: is not UTF-8"),
        ('"a\\nb" = 1', "kiosk.toml:1:1: unknown key"),
    ],
)
@pytest.mark.parametrize("command", [["visits"], ["alerts"], ["summary", "v", "--out", "p.pdf"]])
def test_a_fault_of_the_settings_is_one_line(kiosk, tmp_path, settings, said, command):
    path = tmp_path / "kiosk.toml"
    if settings is not None:
        path.write_bytes(settings if isinstance(settings, bytes) else settings.encode())
    status, out, err = kiosk("--settings", path, *command)
    assert (status, out) == (1, "")
    assert err.startswith("kiosk: ")
    assert said in err
    assert len(err.splitlines()) == 1


def test_clinic_mode_refuses_to_start_on_one_line_that_names_what_is_missing(kiosk, tmp_path):
    (tmp_path / "kiosk.toml").write_text('mode = "clinic"\nlanguages = ["en"]')
    (tmp_path / "script.toml").write_text('language = "en"')
    command = "rehearse", tmp_path / "script.toml", "--out", tmp_path / "out"
    status, out, err = kiosk("--settings", tmp_path / "kiosk.toml", *command)
    assert (status, out) == (1, "")
    assert err.startswith("kiosk: clinic mode cannot start; missing: ")
    for said in ("licensed text", "approval", "item 10", "alert channel", "PIN", "protected key"):
        assert said in err
    assert "kiosk doctor --clinic" in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_what_is_stored_can_be_read_whatever_clinic_mode_lacks(kiosk, tmp_path):
    (tmp_path / "kiosk.toml").write_text('mode = "clinic"')
    assert kiosk("--settings", tmp_path / "kiosk.toml", "visits")[0] == 0
    assert kiosk("--settings", tmp_path / "kiosk.toml", "alerts")[0] == 0


def test_content_that_is_not_there_is_one_line(kiosk, tmp_path):
    status, out, err = kiosk("--content", tmp_path / "none", "visits")
    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert str(tmp_path / "none") in err


@pytest.mark.parametrize("command", ["visits", "alerts"])
def test_nothing_to_list_is_said_and_is_no_error(kiosk, command):
    status, out, err = kiosk(command)
    assert (status, out) == (0, "")
    assert err.startswith("No ")


def test_the_page_of_an_unknown_visit(kiosk, tmp_path):
    status, out, err = kiosk("summary", "green 42", "--out", tmp_path / "page.pdf")
    assert (status, out) == (1, "")
    assert err == "kiosk: there is no such visit; kiosk visits lists them\n"
    assert not (tmp_path / "page.pdf").exists()


class _Stops(LazyGroup):
    """Commands that end in some way of their own."""

    def get_command(self, ctx, cmd_name):
        def body():
            match cmd_name:
                case "abort":
                    raise click.Abort
                case "storage":
                    raise StorageError(ErrorCode.STORE_LOCKED)
                case "exit":
                    raise click.exceptions.Exit(3)
                case "status":
                    return 4
                case _:
                    return "words"

        return click.Command(cmd_name, callback=body)


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("abort", 1, "kiosk: stopped\n"),
        ("storage", 1, "kiosk: the database is busy; close the other program that uses it\n"),
        ("exit", 3, ""),
        ("status", 4, ""),
        ("words", 0, ""),
    ],
)
def test_how_a_command_ends(monkeypatch, kiosk, name, status, said):
    monkeypatch.setattr(module, "cli", _Stops("kiosk"))
    assert kiosk(name, data=False) == (status, "", said)


def test_as_a_program_it_ends_with_the_status():
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "nothing"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "No such command 'nothing'" in done.stderr


def test_no_windows_are_loaded_for_a_command_that_shows_none():
    look = (
        "import sys; from kiosk.cli.main import run; run(['epds', 'score', '--positions', '1']);"
        " sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
