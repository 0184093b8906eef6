"""`kiosk settings`, as it is typed."""

import json

import pytest

from kiosk.cli.main import run
from kiosk.settings import load_settings
from kiosk.settings.catalogue import all_settings

TOML = '# ours\n[idle]\nseconds = 90\n\n[clinic]\nname = "Riverside"\n'


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "kiosk.toml"
    path.write_text(TOML, encoding="utf-8")
    return path


@pytest.fixture
def command(file, capsys):
    """Runs `kiosk settings ...` on the file; gives (exit status, output, errors)."""

    def typed(*arguments, named=True):
        where = ["--settings", str(file)] if named else []
        status = run([*where, "settings", *map(str, arguments)])
        out, err = capsys.readouterr()
        return status, out, err

    return typed


def test_every_setting_is_shown_with_its_value(command):
    status, out, err = command("show")
    rows = {line.split("  ")[0].strip(): line for line in out.splitlines()}
    assert (status, err) == (0, "")
    assert all(each.key in rows for each in all_settings())
    assert rows["idle.seconds"].split()[1:6] == ["90", "60", "20", "to", "3600"]


def test_as_json_nothing_is_cut(command):
    status, out, _ = command("show", "--json")
    shown = {row["key"]: row for row in json.loads(out)}
    assert status == 0
    assert shown["clinic.name"]["value"] == "Riverside"
    assert shown["printing.release"]["choices"] == ["hold", "auto"]
    assert shown["alerts.channel[].kind"]["value"] == []
    assert shown["idle.seconds"]["help"].endswith(".")


def test_without_a_file_the_defaults_are_shown(command):
    status, out, _ = command("show", "--json", named=False)
    shown = {row["key"]: row for row in json.loads(out)}
    assert status == 0
    assert shown["idle.seconds"]["value"] == shown["idle.seconds"]["default"] == 60


def test_a_sound_file_is_exit_0(command, file):
    assert command("check") == (0, f"{file}: nothing is wrong\n", "")
    assert command("check", file, named=False)[0] == 0


def test_every_fault_is_a_line(command, file):
    file.write_text('mode = "demo"\n[idle]\nsecond = 5\nepds_seconds = 5\n', encoding="utf-8")
    status, out, err = command("check")
    assert (status, err) == (1, "")
    assert out.splitlines() == [
        f"{file}:1:1: mode: unknown; known are rehearsal, clinic",
        f"{file}:3:1: unknown key second; remove it or correct its name (did you mean seconds?)",
        f"{file}:4:1: idle.epds_seconds: a whole number from 20 to 3600 is needed",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('topics = ["gardening"]', "there is no topic gardening; there are after-birth, "),
        ('questionnaire = "moods"', "there is no instrument moods; there are epds"),
    ],
)
def test_what_the_content_folder_does_not_have(command, file, text, said):
    file.write_text(f"# one\n{text}\n", encoding="utf-8")
    status, out, _ = command("check")
    assert status == 1
    assert out.startswith(f"{file}:2:1: ")
    assert said in out


def test_a_setting_is_changed(command, file):
    status, out, _ = command("set", "idle.seconds", "60")
    assert (status, out) == (0, f"{file}: idle.seconds is set\n")
    assert file.read_text(encoding="utf-8") == TOML.replace("90", "60")


def test_what_needs_one_another_is_set_together(command, file):
    assert command("set", "languages", "en, es")[0] == 0
    assert command("set", "response.text.en", "We come.")[0] == 1
    both = ("response.text.en", "We come.", "response.text.es", "Ya vamos.")
    status, out, _ = command("set", *both)
    assert (status, out.count("is set")) == (0, 2)
    assert load_settings(file).response.text == {"en": "We come.", "es": "Ya vamos."}


def test_a_key_without_a_value_changes_nothing(command, file):
    status, _, err = command("set", "idle.seconds", "60", "mode")
    assert status == 2
    assert "mode is given no value" in err
    assert file.read_text(encoding="utf-8") == TOML


def test_topics_are_those_of_the_content_folder(command, file):
    assert command("set", "topics", "newborn, safe-sleep")[0] == 0
    assert load_settings(file).topics == ("newborn", "safe-sleep")
    status, _, err = command("set", "topics", "gardening")
    assert status == 1
    assert "there is no topic gardening" in err
    assert load_settings(file).topics == ("newborn", "safe-sleep")


def test_a_value_that_is_not_allowed_changes_nothing(command, file):
    status, out, err = command("set", "idle.seconds", "5")
    assert (status, out) == (1, "")
    needed = "idle.seconds: a whole number from 20 to 3600 is needed"
    assert err == f"kiosk: {file}: {needed}\n"
    assert file.read_text(encoding="utf-8") == TOML


@pytest.mark.parametrize("arguments", [("check",), ("set", "idle.seconds", "60")])
def test_without_a_file_there_is_nothing_to_check_or_change(command, arguments):
    status, _, err = command(*arguments, named=False)
    assert status == 2
    assert "name the settings file" in err
