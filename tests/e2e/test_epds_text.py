"""A clinic's licensed wording: installed, shown letter by letter, on the page, and removed."""

import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.helpers.e2e_kiosk import SMALL, Kiosk, one_line, points_of, rehearse, total_of
from tests.helpers.e2e_window import start
from tests.helpers.epds_texts import published_pack

LANGUAGES = ("en", "es")
POSITIONS = [3, 4, 1, 4, 2, 1, 2, 1, 2, 4]
TOTAL = total_of(POSITIONS)
DATE = re.compile(r"\d{1,2} \w+ 2\d{3}|\w+ \d{1,2}, 2\d{3}")
PERMISSION = "a letter for tests"


def script_in(language: str) -> str:
    return f'language = "{language}"\nweeks = 6\nepds = {POSITIONS}\ntake_home = true\n'


def pack_of(language: str) -> dict[str, Any]:
    return tomllib.loads(published_pack(language).read_text(encoding="utf-8"))


def page_text(pdf: Path) -> str:
    return " ".join(PdfReader(pdf).pages[0].extract_text().split())


def squeezed(text: str) -> str:
    """Without blanks: a long line of the page may be broken anywhere."""
    return "".join(text.split())


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    published_pack(request.param)
    return request.param


@pytest.fixture
def visited(once, language) -> Path:
    """A data folder with an installed wording, and a visit that was shown it."""

    def make(folder: Path) -> None:
        kiosk = Kiosk(folder / "data")
        pack = published_pack(language)
        kiosk.works("epds", "install", pack, "--permission", PERMISSION)
        done = rehearse(folder, script_in(language), *SMALL).done
        assert done.status == 0, done.err
        shown = start(folder / "script.toml", folder, KIOSK_TEST_TEXTS="1")
        try:
            told, _ = shown.communicate(timeout=50)
        except subprocess.TimeoutExpired:
            shown.kill()
            raise
        assert shown.returncode == 0
        (folder / "shown.jsonl").write_bytes(told)

    return once(f"wording-{language}", make)


def shown_texts(visited: Path) -> list[dict[str, Any]]:
    lines = (visited / "shown.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_the_ten_screens_show_the_wording_letter_by_letter_in_printed_order(visited, language):
    shown = {screen["name"]: screen["texts"] for screen in shown_texts(visited)}
    for item in pack_of(language)["item"]:
        texts = shown[f"epds-{item['number']}"]
        assert item["stem"] in texts
        assert [text for text in texts if text in item["options"]][:4] == item["options"]


def test_a_wording_that_is_installed_is_not_called_practice(visited, language):
    every = [text for screen in shown_texts(visited) for text in screen["texts"]]
    assert not [text for text in every if "Practice" in text or "Answer 1" in text]
    instruction = pack_of(language)["instruction"]
    assert not instruction or instruction in every


def test_no_screen_and_no_page_of_hers_shows_the_total(visited):
    assert TOTAL == 23
    screens = shown_texts(visited)
    assert len(screens) > 25
    telling = re.compile(rf"\b{TOTAL}\b|\b(score|points|puntuación|puntos)\b", re.IGNORECASE)
    for screen in screens:
        number = (screen["code"] or "").rpartition(" ")[2]
        # Her code may have the same number: it stands behind its colour word.
        own = re.compile(rf"\w+ {number}\b" if number else r"(?!)")
        texts = [own.sub("", text) for text in screen["texts"] if text != number]
        assert not [text for text in texts if telling.search(text)], screen["name"]
    number = visit_of(visited)["code"].rpartition(" ")[2]
    page = DATE.sub("", page_text(visited / "out" / "take-home.pdf"))
    assert str(TOTAL) not in page.replace(number, "").split()


def visit_of(visited: Path) -> dict[str, Any]:
    return json.loads((visited / "out" / "visit.json").read_text(encoding="utf-8"))


def test_visit_json_names_the_version_and_scores_by_the_key(visited, language):
    form = visit_of(visited)["epds"]
    assert form["text_version"] == pack_of(language)["version"]
    assert form["verified"] is True
    assert (form["total"], form["item_10"]) == (TOTAL, points_of(10, POSITIONS[9]))


def test_the_page_has_her_answers_the_version_the_citation_and_the_permission(visited, language):
    pack, text = pack_of(language), page_text(visited / "out" / "summary.pdf")
    assert f"{TOTAL}" in text.split()
    assert pack["version"] in text
    assert PERMISSION in text
    on_page = squeezed(text)
    assert squeezed(pack["citation"]) in on_page
    for item, position in zip(pack["item"], POSITIONS, strict=True):
        words = item["options"][position - 1].split()
        assert squeezed(" ".join(words)) in on_page, item["number"]
    assert "not verified" not in text.casefold()


def test_the_wording_is_listed_and_removed(tmp_path, language):
    kiosk, pack = Kiosk(tmp_path / "data"), pack_of(language)
    said = kiosk.works("epds", "install", published_pack(language), "--permission", PERMISSION)
    assert said == f"{language}: {pack['version']}, verified\n"
    assert kiosk.works("epds", "list") == f"{said}    permission: {PERMISSION}\n"
    [listed] = json.loads(kiosk.works("epds", "list", "--json"))
    assert (listed["language"], listed["verified"]) == (language, True)
    assert (listed["permission"], listed["differences"]) == (PERMISSION, [])
    kiosk.works("epds", "remove", language)
    assert json.loads(kiosk.works("epds", "list", "--json")) == []
    assert "no text is installed" in one_line(kiosk.run("epds", "remove", language))


def test_a_letter_that_differs_is_named_and_nothing_is_installed(tmp_path, language):
    [item] = [item for item in pack_of(language)["item"] if item["number"] == 6]
    changed = published_pack(language).read_text(encoding="utf-8")
    assert changed.count(item["stem"]) == 1
    pack, kiosk = tmp_path / "changed.toml", Kiosk(tmp_path / "data")
    pack.write_text(changed.replace(item["stem"], f"{item['stem']}x"), "utf-8")
    install = ("epds", "install", pack, "--permission", PERMISSION)
    assert ": item 6;" in one_line(kiosk.run(*install))
    assert json.loads(kiosk.works("epds", "list", "--json")) == []
    assert "--by" in one_line(kiosk.run(*install, "--accept-differences"))
    assert "not verified" in kiosk.works(*install, "--accept-differences", "--by", "Ann Lee")


def test_without_a_permission_nothing_is_installed(tmp_path, language):
    kiosk, pack = Kiosk(tmp_path / "data"), published_pack(language)
    assert kiosk.run("epds", "install", pack).status == 2
    assert "permission" in one_line(kiosk.run("epds", "install", pack, "--permission", " "))
    assert json.loads(kiosk.works("epds", "list", "--json")) == []


@pytest.mark.parametrize(
    ("positions", "score"),
    [
        ("1,1,4,1,4,4,4,4,4,4", (True, 0, 0, 0)),
        ("4,4,1,4,1,1,1,1,1,1", (True, 30, 3, 9)),
        (",".join(map(str, POSITIONS)), (True, TOTAL, 0, 8)),
        ("1,1,4", (False, None, None, None)),
        (",,,,,,,,,3", (False, None, 1, None)),
    ],
)
def test_positions_are_scored_without_a_data_folder(tmp_path, positions, score):
    kiosk = Kiosk(tmp_path / "data")
    told = json.loads(kiosk.works("epds", "score", "--positions", positions))
    assert told["instrument"] == "epds"
    assert (told["complete"], told["total"], told["item_10"], told["anxiety"]) == score
    assert not kiosk.data.exists()
