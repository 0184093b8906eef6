"""kiosk.toml, and where the project's own files lie."""

from pathlib import Path

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.settings import (
    Access,
    Clinic,
    Idle,
    Keys,
    Printing,
    Screen,
    Settings,
    default_content_folder,
    default_data_folder,
    fonts_folder,
    load_settings,
    translations_folder,
)
from kiosk.settings import places as module


@pytest.fixture
def load(tmp_path):
    def read(text):
        path = tmp_path / "kiosk.toml"
        path.write_text(text, encoding="utf-8")
        return load_settings(path)

    return read


@pytest.fixture
def refused(load):
    def read(text):
        with pytest.raises(InputError) as caught:
            load(text)
        return caught.value

    return read


def test_without_a_file_the_defaults_hold():
    assert load_settings(None) == Settings()
    assert Settings().mode == "rehearsal"
    assert (Settings().idle.seconds, Settings().idle.epds_seconds) == (60, 120)
    assert Settings().idle.countdown_seconds == 20


def test_an_empty_file_changes_nothing(load):
    assert load("") == Settings()


def test_everything_can_be_said(load):
    said = """
        mode = "clinic"
        languages = ["es", "en"]
        [clinic]
        name = "St. Anne"
        kiosk = "kiosk 2"
        language = "es"
        [idle]
        seconds = 90
        epds_seconds = 180
        countdown_seconds = 30
        paused_minutes = 120
        [printing]
        printer = "desk"
        paper = "a4"
    """
    assert load(said) == Settings(
        mode="clinic",
        languages=("es", "en"),
        clinic=Clinic("St. Anne", "kiosk 2", "es"),
        idle=Idle(90, 180, 30, 120),
        printing=Printing("desk", "a4"),
    )


def test_where_the_key_comes_from(load, refused):
    assert not load("").key.is_apart
    key = load('[key]\nsource = "credential"\nencrypted_disk = true').key
    assert (key.source, key.is_apart, key.encrypted_disk) == ("credential", True, True)
    assert load('[key]\nsource = "keyring"').key.is_apart
    assert refused('[key]\nsource = "pocket"').code is ErrorCode.BAD_VALUE


def test_the_folder_of_licensed_texts_is_a_whole_path(load, refused, tmp_path):
    assert not load("").epds.folder
    assert load(f"[epds]\nfolder = '{tmp_path}'").epds.folder == str(tmp_path)
    error = refused('[epds]\nfolder = "texts"')
    assert error.code is ErrorCode.BAD_VALUE
    assert (error.params["key"], error.place.line) == ("epds.folder", 2)


def test_keys_are_known_and_have_one_meaning(load, refused):
    assert load("").keys == Keys("F1", "F2", "F3", "F4", "F5", "F6")
    keys = load('[keys]\nhelp = "H"\nrepeat = ""\nvoice = ""').keys
    assert (keys.help, keys.repeat, keys.voice, keys.pause) == ("H", "", "", "F4")
    for name in ("Esc", "Up", "7", "f1", "Ctrl+Q", "nothing"):
        error = refused(f'[keys]\nvolume = "{name}"')
        assert (error.code, error.params["key"]) == (ErrorCode.BAD_VALUE, "keys.volume")
        assert error.place.line == 2
        assert "PgUp" in error.params["reason"]
    error = refused('[keys]\nhelp = "F7"\npause = "F7"')
    assert (error.params["key"], error.place.line) == ("keys.pause", 3)


def test_scanning_and_the_guard_against_a_second_tap(load, refused):
    assert load("").access == Access(scanning=False, scan_seconds=2.0, tap_guard_ms=300)
    said = load("[access]\nscanning = true\nscan_seconds = 4\ntap_guard_ms = 0").access
    assert said == Access(scanning=True, scan_seconds=4.0, tap_guard_ms=0)
    for line in (
        "scan_seconds = 0.9",
        "scan_seconds = 31",
        "scan_seconds = nan",
        "scan_seconds = true",
        "tap_guard_ms = -1",
        "tap_guard_ms = 1.5",
    ):
        assert refused(f"[access]\n{line}").code is ErrorCode.BAD_VALUE
    needed = refused("[access]\nscan_seconds = 0").params["reason"]
    assert needed == "a number from 1 to 30 is needed"


def test_the_panel_is_a_panel(load, refused):
    assert load("").screen == Screen(width_mm=0, motion=True)
    said = load("[screen]\nwidth_mm = 344\nmotion = false").screen
    assert said == Screen(width_mm=344, motion=False)
    for line in ("width_mm = 3001", "width_mm = -1", "width_mm = 34.4", 'motion = "no"'):
        assert refused(f"[screen]\n{line}").code is ErrorCode.BAD_VALUE
    error = refused("[screen]\nwidth_mm = 34")
    assert (error.params["key"], error.place.line) == ("screen.width_mm", 2)
    assert error.params["reason"] == "0, or 100 to 3000 is needed"


def test_the_folder_for_files_is_a_whole_path(load, refused):
    assert load("").admin.folder == ""
    assert load('[admin]\nfolder = "/mnt/kiosk"').admin.folder == "/mnt/kiosk"
    error = refused('[admin]\nfolder = "files"')
    assert (error.params["key"], error.place.line) == ("admin.folder", 2)


def test_a_file_that_is_named_must_be_there(tmp_path):
    with pytest.raises(InputError) as caught:
        load_settings(tmp_path / "none.toml")
    assert caught.value.code is ErrorCode.FILE_MISSING


@pytest.mark.parametrize(
    ("key", "least"),
    [("seconds", 20), ("epds_seconds", 20), ("countdown_seconds", 20), ("paused_minutes", 1)],
)
def test_the_least_times(load, refused, key, least):
    assert getattr(load(f"[idle]\n{key} = {least}").idle, key) == least
    error = refused(f"# times\n[idle]\n{key} = {least - 1}")
    assert error.code is ErrorCode.BAD_VALUE
    assert (error.place.line, error.place.column) == (3, 1)
    assert error.params["key"] == f"idle.{key}"
    assert error.params["reason"].startswith(f"a whole number from {least} to ")


@pytest.mark.parametrize(
    ("key", "most"),
    [
        ("seconds", 3600),
        ("epds_seconds", 3600),
        ("countdown_seconds", 600),
        ("paused_minutes", 24 * 60),
    ],
)
def test_the_longest_times(load, refused, key, most):
    assert getattr(load(f"[idle]\n{key} = {most}").idle, key) == most
    error = refused(f"[idle]\n{key} = {most + 1}")
    assert (error.code, str(error.place)[-4:]) == (ErrorCode.BAD_VALUE, ":2:1")
    assert error.params["key"] == f"idle.{key}"
    assert error.params["reason"].endswith(f" to {most} is needed")


@pytest.mark.parametrize("value", [0, -60, 10**20])
def test_times_that_no_clock_can_hold(refused, value):
    assert refused(f"[idle]\nseconds = {value}").code is ErrorCode.BAD_VALUE


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('languages = ["es", "xx"]', 1),
        ('languages = ["EN"]', 1),
        ('[clinic]\nname = "A"\nlanguage = "xx"', 3),
        ('languages = ["es"]\n[clinic]\nlanguage = "pt"', 3),
    ],
)
def test_an_unknown_language_is_named_with_those_that_are_known(refused, text, line):
    error = refused(text)
    assert error.code is ErrorCode.UNKNOWN_LANGUAGE
    assert error.place.line == line
    assert error.params["given"] in {"xx", "EN", "pt"}
    assert "zh_Hans" in error.params["known"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('mode = "demo"', ErrorCode.BAD_VALUE, "1:1"),
        ('[printing]\npaper = "a5"', ErrorCode.BAD_VALUE, "2:1"),
        ("[idle]\nseconds = '60'", ErrorCode.BAD_VALUE, "2:1"),
        ("[idel]\nseconds = 60", ErrorCode.UNKNOWN_KEY, "1:1"),
        ("[clinic]\nnaem = 'A'", ErrorCode.UNKNOWN_KEY, "2:1"),
        ("mode = ", ErrorCode.BAD_TOML, "1:1"),
    ],
)
def test_every_fault_has_its_place(refused, text, code, place):
    error = refused(text)
    assert error.code is code
    assert str(error.place).endswith(f"kiosk.toml:{place}")


class TestDataFolder:
    def test_on_linux_it_is_where_xdg_says(self, monkeypatch, tmp_path):
        monkeypatch.setattr(module.sys, "platform", "linux")
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        assert default_data_folder() == tmp_path / "perinatal-kiosk"

    @pytest.mark.parametrize("empty", [True, False])
    def test_on_linux_without_xdg(self, monkeypatch, tmp_path, empty):
        monkeypatch.setattr(module.sys, "platform", "linux")
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_DATA_HOME", "")
        if not empty:
            monkeypatch.delenv("XDG_DATA_HOME")
        assert default_data_folder() == tmp_path / ".local" / "share" / "perinatal-kiosk"

    def test_on_windows(self, monkeypatch, tmp_path):
        monkeypatch.setattr(module.sys, "platform", "win32")
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
        assert default_data_folder() == tmp_path / "perinatal-kiosk"
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.delenv("LOCALAPPDATA")
        assert default_data_folder() == tmp_path / "AppData" / "Local" / "perinatal-kiosk"

    def test_on_a_mac(self, monkeypatch, tmp_path):
        monkeypatch.setattr(module.sys, "platform", "darwin")
        monkeypatch.setenv("HOME", str(tmp_path))
        wanted = tmp_path / "Library" / "Application Support" / "perinatal-kiosk"
        assert default_data_folder() == wanted


class TestOwnFolders:
    def test_in_a_checkout_they_lie_beside_the_package(self):
        assert (default_content_folder() / "topics").is_dir()
        assert (translations_folder() / "kiosk.pot").is_file()
        assert fonts_folder().parts[-2:] == ("_share", "fonts")

    def test_in_an_installed_package_they_lie_inside(self, monkeypatch, tmp_path):
        package = tmp_path / "kiosk"
        (package / "_share" / "content").mkdir(parents=True)
        monkeypatch.setattr(module, "__file__", str(package / "settings" / "places.py"))
        assert default_content_folder() == Path(package, "_share", "content")
        assert translations_folder() == tmp_path / "translations"
        assert fonts_folder() == package / "_share" / "fonts"
