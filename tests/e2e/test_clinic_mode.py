"""Clinic mode from outside: refused while anything is missing, and unmarked once nothing is."""

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.settings import default_content_folder, load_settings
from kiosk.wiring import open_alerting
from tests.helpers.e2e_kiosk import SMALL, Kiosk, one_line
from tests.helpers.epds_texts import made_up_text

SETTINGS = """
mode = "clinic"
languages = ["en"]
[key]
encrypted_disk = true
[response.text]
en = "Somebody of our team comes to you now."
[[alerts.channel]]
kind = "sound"
name = "bell"
"""
SCRIPT = 'language = "en"\nweeks = 6\ntopics = ["safe-sleep"]\n'
POSITIONS = [1, 1, 4, 1, 4, 4, 4, 4, 4, 4]
PERMISSION = Permission("Licence 7", "The holder", date(2026, 1, 5), "languages=en; print=yes")


class Bell:
    def send(self, code, *, test=False) -> None:
        """It rings."""


def kiosk_in(folder: Path) -> Kiosk:
    content, settings = folder / "content", folder / "kiosk.toml"
    return Kiosk(folder / "data", ["--content", str(content), "--settings", str(settings)])


def fill(folder: Path) -> None:
    """Content and settings, and nothing of what clinic mode asks for."""
    shutil.copytree(default_content_folder(), folder / "content")
    (folder / "kiosk.toml").write_text(SETTINGS, encoding="utf-8")


@pytest.fixture
def kiosk(tmp_path) -> Kiosk:
    fill(tmp_path)
    return kiosk_in(tmp_path)


@pytest.fixture
def ready(once, tmp_path) -> Kiosk:
    """A kiosk with everything that clinic mode asks for."""

    def make(folder: Path) -> None:
        fill(folder)
        make_ready(kiosk_in(folder), folder / "kiosk.toml")

    shutil.copytree(once("clinic", make), tmp_path, dirs_exist_ok=True)
    return kiosk_in(tmp_path)


def make_ready(kiosk: Kiosk, settings: Path) -> None:
    """Everything that clinic mode asks for."""
    kiosk.works("content", "approve", "--all", "--by", "A. Santos", "--role", "midwife")
    for name, role, first, own in (
        ("Ann", "admin", "482915", "730264"),
        ("Ben", "staff", "591837", "264913"),
    ):
        kiosk.works("staff", "add", name, "--role", role, "--pin-stdin", given=first)
        kiosk.works("staff", "pin", name, "--pin-stdin", given=own)
    with open_alerting(kiosk.data, load_settings(settings), sound=Bell()) as alerting:
        assert [tested.error for tested in alerting.test()] == [None]
    install(kiosk)


def install(kiosk: Kiosk) -> None:
    from kiosk.storage.store import open_store

    text = InstalledText(made_up_text("en"), PERMISSION, verified=True)
    with open_store(kiosk.data) as store:
        store.texts.put(text, datetime.now(UTC))


def rehearse(kiosk: Kiosk, folder: Path, script: str):
    (folder / "script.toml").write_text(script, encoding="utf-8")
    return kiosk.run("rehearse", folder / "script.toml", "--out", folder / "out", *SMALL)


def test_it_starts_only_when_the_doctor_finds_nothing_missing(kiosk, tmp_path):
    assert kiosk.run("doctor").status == 0
    assert kiosk.run("doctor", "--clinic").status == 1
    refused = one_line(kiosk.run("run"))
    assert "clinic mode cannot start; missing: a licensed text" in refused
    assert one_line(kiosk.run("run", "--check")) == refused
    assert "kiosk doctor --clinic" in refused

    make_ready(kiosk, tmp_path / "kiosk.toml")
    assert "nothing is missing" in kiosk.works("doctor", "--clinic")
    assert kiosk.works("run", "--check") == "The kiosk would start.\n"
    done = rehearse(kiosk, tmp_path, SCRIPT + f"epds = {POSITIONS}\n")
    assert done.status == 0, done.err

    visit = json.loads((tmp_path / "out" / "visit.json").read_text(encoding="utf-8"))
    assert visit["mode"] == "clinic"
    assert visit["epds"]["state"] == "complete"
    page = PdfReader(tmp_path / "out" / "summary.pdf").pages[0].extract_text()
    for mark in ("REHEARSAL", "DRAFT", "ractice"):
        assert mark not in page


@pytest.mark.parametrize(
    ("undo", "said"),
    [
        (["epds", "remove", "en"], "licensed text of the questionnaire (en)"),
        (["staff", "add", "Cyd", "--pin-stdin"], "still with their first one: 1"),
    ],
)
def test_whatever_is_taken_away_is_named(ready, tmp_path, undo, said):
    ready.works(*undo, given="847261")
    refused = one_line(rehearse(ready, tmp_path, SCRIPT))
    assert said in refused
    assert refused.count(";") == 1
    assert not (tmp_path / "out").exists()


def test_a_changed_text_is_missing_its_approval(ready, tmp_path):
    text = tmp_path / "content" / "topics" / "safe-sleep" / "en.md"
    text.write_text(text.read_text("utf-8").replace("For naps", "For each nap"), "utf-8")
    assert "the approval of content (safe-sleep/en)" in one_line(ready.run("run"))
