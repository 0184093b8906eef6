"""Another questionnaire than the EPDS is a data file and a text: no line of code is for it."""

import json
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from kiosk.settings import default_content_folder
from tests.helpers.e2e_kiosk import SMALL, Kiosk, one_line

DEFINITION = """
id = "three-made-up"
name = "TMU-3"
citation = "Nobody. Made up for tests. 2026."
alert_items = [3]

[[item]]
number = 1
points = [0, 1, 2]

[[item]]
number = 2
points = [4, 2, 0]

[[item]]
number = 3
points = [5, 0]

[[subscale]]
id = "first-two"
items = [1, 2]

[[cut_off]]
version = "made-up-1"
total = 6
citation = "A made-up trial"
band = "possible"
"""
PACK = """
instrument = "three-made-up"
language = "en"
version = "made-up-1"
citation = "Nobody. Made up for tests. 2026."
instruction = "Tap what fits."

[[item]]
number = 1
stem = "First made-up sentence"
options = ["Red", "Green", "Blue"]

[[item]]
number = 2
stem = "Second made-up sentence"
options = ["North", "South", "East"]

[[item]]
number = 3
stem = "Third made-up sentence"
options = ["Sun", "Moon"]
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    shutil.copytree(default_content_folder(), tmp_path / "content")
    made = tmp_path / "content" / "instruments" / "three-made-up"
    made.mkdir()
    (made / "instrument.toml").write_text(DEFINITION, encoding="utf-8")
    (tmp_path / "pack.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "kiosk.toml").write_text('questionnaire = "three-made-up"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def kiosk(folder) -> Kiosk:
    options = ("--content", str(folder / "content"), "--settings", str(folder / "kiosk.toml"))
    return Kiosk(folder / "data", extra=options)


def rehearse(kiosk: Kiosk, folder: Path, positions: list[int]) -> tuple[dict, str]:
    script = folder / "script.toml"
    script.write_text(f'language = "en"\nepds = {positions}\n', encoding="utf-8")
    kiosk.works("rehearse", script, "--out", folder / "out", *SMALL)
    visit = json.loads((folder / "out" / "visit.json").read_text(encoding="utf-8"))
    return visit, PdfReader(folder / "out" / "summary.pdf").pages[0].extract_text()


def test_its_text_is_shown_scored_called_and_reported(kiosk, folder):
    told = kiosk.run("epds", "install", folder / "pack.toml", "--permission", "ours")
    assert told.status == 0
    assert "4  North" in told.err
    assert "made-up-1, not verified" in kiosk.works("epds", "list")
    visit, page = rehearse(kiosk, folder, [2, 1, 1])
    assert [name for name in visit["screens"] if name.startswith("epds-")] == [
        "epds-intro",
        *(f"epds-{n}{end}" for n in (1, 2, 3) for end in ("", "-answered")),
    ]
    assert visit["epds"]["state"] == "complete"
    assert visit["epds"]["total"] == 10
    assert visit["epds"]["text_version"] == "made-up-1"
    assert [alert["kind"] for alert in visit["alerts"]] == ["item_10"]
    assert "support" in visit["screens"]
    for part in ("TMU-3: 10 of 11", "6 (possible)", "A made-up trial", "Green", "North", "Sun"):
        assert part in page
    assert "Subscale first-two (items 1, 2): 5 of 6." in page
    assert "EPDS" not in page


def test_unfinished_it_has_no_total_and_its_alert_item_is_to_be_asked(kiosk, folder):
    visit, page = rehearse(kiosk, folder, [3, 1])
    assert visit["epds"]["state"] == "unfinished"
    assert visit["epds"]["total"] is None
    assert visit["epds"]["text_version"] == "rehearsal"
    assert {"kind": "ask_in_person"} in visit["notes"]
    assert "TMU-3. Not complete: no total" in page
    assert "2 of 3 answered" in page


@pytest.mark.parametrize(
    ("positions", "said"),
    [([1, 1, 1, 1], "there are only 3 items"), ([1, 1, 3], "item 3 takes a position from 1 to 2")],
)
def test_a_script_is_held_against_its_items(kiosk, folder, positions, said):
    script = folder / "script.toml"
    script.write_text(f'language = "en"\nepds = {positions}\n', encoding="utf-8")
    done = kiosk.run("rehearse", script, "--out", folder / "out")
    assert done.status == 1
    assert said in one_line(done)


def test_one_that_is_not_there_is_told_with_those_that_are(kiosk, folder):
    (folder / "kiosk.toml").write_text('questionnaire = "phq"\n', encoding="utf-8")
    done = kiosk.run("visits")
    assert done.status == 1
    assert "there is no instrument phq; there are epds, three-made-up" in one_line(done)


def test_a_broken_one_is_told_with_its_line(kiosk, folder):
    path = folder / "content" / "instruments" / "three-made-up" / "instrument.toml"
    path.write_text(DEFINITION.replace("points = [5, 0]", "points = [0, 0]"), encoding="utf-8")
    done = kiosk.run("visits")
    assert done.status == 1
    assert "instrument.toml:17" in one_line(done)


def test_a_text_for_the_other_instrument_is_refused(kiosk, folder):
    (folder / "kiosk.toml").write_text("", encoding="utf-8")
    done = kiosk.run("epds", "install", folder / "pack.toml", "--permission", "ours")
    assert done.status == 1
    assert "is a text for another instrument; epds is wanted" in one_line(done)
