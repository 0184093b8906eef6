"""One setting changed in kiosk.toml."""

import os
import stat

import pytest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.library.settings_file import (
    add_row,
    change_settings,
    remove_row,
    value_from,
    with_setting,
)
from kiosk.settings import load_settings

BEFORE = """\
# The kiosk by the window
mode = "rehearsal"   # for now

[idle]
# patient people
seconds = 90   # ninety

[[alerts.channel]]
kind = "sound"
name = "horn"
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "kiosk.toml"
    path.write_text(BEFORE, encoding="utf-8")
    return path


def refused(function, *arguments, **options):
    with pytest.raises(KioskError) as caught:
        function(*arguments, **options)
    return caught.value


def change_setting(file, key, value, **options):
    return change_settings(file, {key: value}, **options)


def test_only_the_value_changes(file):
    assert change_setting(file, "idle.seconds", 60).idle.seconds == 60
    assert file.read_text(encoding="utf-8") == BEFORE.replace("= 90 ", "= 60 ")


def test_a_setting_that_was_not_there_is_added(file):
    change_setting(file, "clinic.name", 'The "Elm"')
    change_setting(file, "languages", ["en", "es"])
    change_setting(file, "response.text", {"en": "We come.", "es": "Ya vamos."})
    change_setting(file, "response.text.es", "Vamos.")
    settings = load_settings(file)
    assert settings.clinic.name == 'The "Elm"'
    assert settings.languages == ("en", "es")
    assert settings.response.text == {"en": "We come.", "es": "Vamos."}
    text = file.read_text(encoding="utf-8")
    assert [line for line in BEFORE.splitlines() if line not in text.splitlines()] == []


def test_one_of_several_tables_is_meant_by_its_count(file):
    change_setting(file, "alerts.channel[1].name", "bell")
    assert load_settings(file).alerts.channel[0].name == "bell"


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("idle.seconds", 5, ErrorCode.BAD_VALUE),
        ("idle.seconds", "soon", ErrorCode.BAD_VALUE),
        ("mode", "demo", ErrorCode.BAD_VALUE),
        ("languages", ["xx"], ErrorCode.UNKNOWN_LANGUAGE),
        ("response.text.xx", "words", ErrorCode.BAD_VALUE),
        ("alerts.channel[2].name", "bell", ErrorCode.BAD_VALUE),
        ("alerts.channel[0].name", "bell", ErrorCode.BAD_VALUE),
        ("alerts.channel[1].after_minutes", 5, ErrorCode.BAD_VALUE),
        ("idel.seconds", 60, ErrorCode.UNKNOWN_KEY),
        ("idle", 60, ErrorCode.UNKNOWN_KEY),
        ("idle..seconds", 60, ErrorCode.UNKNOWN_KEY),
    ],
)
def test_what_the_file_would_not_be_sound_with_is_refused(file, key, value, code):
    assert refused(change_setting, file, key, value).code is code
    assert file.read_text(encoding="utf-8") == BEFORE
    assert [path.name for path in file.parent.iterdir()] == ["kiosk.toml"]


def test_a_fault_elsewhere_is_named_with_its_line(file):
    file.write_text(f"{BEFORE}[printing]\npaper = 'a5'\n", encoding="utf-8")
    error = refused(change_setting, file, "idle.seconds", 60)
    assert str(error.place).endswith("kiosk.toml:12:1")


def test_a_new_fault_has_no_line_in_the_old_file(file):
    error = refused(change_setting, file, "idle.seconds", 5)
    assert error.place is not None
    assert (error.place.path, error.place.line) == (str(file), None)


def test_others_may_refuse_too(file):
    def refuse(made):
        assert made.topics == ("gardening",)
        raise KioskError(ErrorCode.UNKNOWN_TOPIC, given="gardening", known="newborn")

    error = refused(change_setting, file, "topics", ["gardening"], refuse=refuse)
    assert error.code is ErrorCode.UNKNOWN_TOPIC
    assert file.read_text(encoding="utf-8") == BEFORE


def test_who_may_read_the_file_stays_as_it_was_and_a_link_stays_one(file, tmp_path):
    file.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    change_setting(link, "idle.seconds", 60)
    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert load_settings(file).idle.seconds == 60


def test_a_folder_that_cannot_be_written_is_named(file, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    error = refused(change_setting, file, "idle.seconds", 60)
    assert error.code is ErrorCode.FILE_UNWRITABLE
    assert file.read_text(encoding="utf-8") == BEFORE


@pytest.mark.parametrize(
    "text", ["idle = { seconds = 90 }", "idle.seconds = 90", "[idle]\nseconds = 90"]
)
def test_other_ways_to_write_a_table(text):
    assert with_setting(text, "idle.seconds", 60, "kiosk.toml") == text.replace("90", "60")


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        ("idle.seconds", " 90", 90),
        ("idle.seconds", "soon", "soon"),
        ("access.scan_seconds", "2.5", 2.5),
        ("access.scan_seconds", "slow", "slow"),
        ("sound.headphones", "True", True),
        ("sound.headphones", "yes", "yes"),
        ("languages", "en, es,", ["en", "es"]),
        ("topics", "", []),
        ("mode", "clinic", "clinic"),
        ("response.text.en", "We come, now.", "We come, now."),
        ("alerts.channel[1].after_minutes", "0", 0),
    ],
)
def test_what_is_written_on_a_command_line(key, written, value):
    made = value_from(key, written)
    assert made == value
    assert type(made) is type(value)


@pytest.mark.parametrize("key", ["response.text", "alerts.channel"])
def test_what_only_the_file_can_hold(key):
    assert refused(value_from, key, "x").code is ErrorCode.BAD_VALUE


def test_an_unknown_key_on_a_command_line():
    error = refused(value_from, "alerts.channel.name", "x")
    assert error.params["nearest"] == "alerts.channel[1].name"


PAGER = {"kind": "webhook", "name": "pager", "url": "https://pager.example/kiosk"}


def test_a_row_is_added_after_the_others(file):
    made = add_row(file, "alerts.channel", PAGER)
    assert [channel.name for channel in made.alerts.channel] == ["horn", "pager"]
    assert load_settings(file) == made
    assert file.read_text(encoding="utf-8").startswith(BEFORE)


@pytest.mark.parametrize(
    "before", ["", "[alerts]\n", "[response.text]\nen = 'We come.'\n", "[alerts]\nchannel = []\n"]
)
def test_the_first_row_makes_its_list(file, before):
    file.write_text(before, encoding="utf-8")
    assert [c.name for c in add_row(file, "alerts.channel", PAGER).alerts.channel] == ["pager"]
    line = {"number": "555-0100", "name": {"en": "Nurse", "es": "Enfermera"}}
    [added] = add_row(file, "response.line", line).response.line
    assert (added.number, added.name) == ("555-0100", line["name"])


def test_a_row_that_is_not_as_it_must_be_is_not_added(file):
    error = refused(add_row, file, "alerts.channel", {"kind": "slip", "name": "front desk"})
    assert error.code is ErrorCode.BAD_VALUE
    assert file.read_text(encoding="utf-8") == BEFORE


def test_a_row_is_removed_and_with_the_last_its_list(file):
    add_row(file, "alerts.channel", PAGER)
    assert [c.name for c in remove_row(file, "alerts.channel", 1).alerts.channel] == ["pager"]
    assert remove_row(file, "alerts.channel", 1).alerts.channel == ()
    assert "channel" not in file.read_text(encoding="utf-8")
    assert "# ninety" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("table", "count"), [("alerts.channel", 2), ("response.line", 1)])
def test_a_row_that_is_not_there_cannot_be_removed(file, table, count):
    assert refused(remove_row, file, table, count).code is ErrorCode.BAD_VALUE
    assert file.read_text(encoding="utf-8") == BEFORE


def test_what_needs_one_another_is_set_together(file):
    change_setting(file, "languages", ["en", "es"])
    before = file.read_text(encoding="utf-8")
    refused(change_setting, file, "response.text.en", "We come.")
    assert file.read_text(encoding="utf-8") == before
    both = {"response.text.en": "We come.", "response.text.es": "Ya vamos."}
    assert change_settings(file, both).response.text == {"en": "We come.", "es": "Ya vamos."}
