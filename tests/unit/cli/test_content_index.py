"""`kiosk content index`, as it is typed."""

import json
import re
import shutil

import pytest

from kiosk.cli.main import run
from kiosk.library.index.judged import JUDGED
from kiosk.library.index.report import CAUTION
from kiosk.settings import default_content_folder

EN = "topics/safe-sleep/en.md"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(default_content_folder(), tmp_path / "content")


def index(folder, capsys, *more):
    assert run(["--content", str(folder), "content", "index", *more]) == 0
    return capsys.readouterr().out


def edit(folder, old, new):
    text = (folder / EN).read_text(encoding="utf-8")
    assert old in text
    (folder / EN).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_item_stands_with_its_state_and_its_places(folder, capsys):
    edit(
        folder,
        "## A safe bed {#own-bed}",
        "## A safe, flat, firm and bare bed for every night {#own-bed}",
    )
    out = index(folder, capsys, "safe-sleep", "--lang", "en")
    lines = out.splitlines()
    assert re.fullmatch(r"safe-sleep en: \d+ of \d+ counted items met", lines[0])
    at = next(number for number, line in enumerate(lines) if line.startswith("  not met "))
    assert "each card opens with a heading of at most 8 words (CDC 2, 3; PEMAT 9): " in lines[at]
    assert lines[at].endswith("13 of 14 cards")
    assert lines[at + 1].strip() == f"{EN}:14:4: the heading has 10 words"
    assert "  not counted  no word has more than 20 letters: the reading level" in out


def test_what_people_must_judge_stands_apart_and_without_a_score(folder, capsys):
    out = index(folder, capsys, "safe-sleep", "--lang", "es")
    _, _, below = out.partition("For people to judge:\n")
    assert [line for line in JUDGED if f"  {line.asks}" not in below] == []
    assert "Centers for Disease Control and Prevention" in below
    assert "Agency for Healthcare Research and Quality" in below
    assert below.splitlines()[-1] == CAUTION
    assert "counted items met" not in below


def test_all_topics_and_languages_are_reported_when_none_is_named(folder, capsys):
    heads = re.findall(r"^(\S+ \S+): \d+ of", index(folder, capsys), re.MULTILINE)
    files = {f"{file.parent.name} {file.stem}" for file in folder.glob("topics/*/*.md")}
    assert (len(heads), set(heads)) == (len(files), files)
    heads = re.findall(r"^(\S+ \S+): \d+ of", index(folder, capsys, "--lang", "ar"), re.MULTILINE)
    assert set(heads) == {head for head in files if head.endswith(" ar")}


def test_the_same_comes_as_json(folder, capsys):
    edit(folder, "- Put your baby down", "- Put your <b>baby down")
    found = json.loads(index(folder, capsys, "safe-sleep", "--json"))
    assert {report["language"]: report["sound"] for report in found["reports"]}["en"] is False
    for report in found["reports"]:
        states = [item["state"] for item in report["items"]]
        assert report["met"] == states.count("met")
        assert report["counted"] == len(states) - states.count("not counted")
        for item in report["items"]:
            assert item["of"] - item["met"] == len(item["places"])
            assert all(place["path"] == report["path"] for place in item["places"])
    assert len(found["judge"]) == len(JUDGED)
    assert found["caution"] == CAUTION


def test_a_text_with_errors_says_so(folder, capsys):
    edit(folder, "- Put your baby down", "- Put your <b>baby down")
    head = index(folder, capsys, "safe-sleep", "--lang", "en").splitlines()[0]
    assert head.endswith("counted items met; has errors, run kiosk content check")


@pytest.mark.parametrize(
    ("more", "known"),
    [
        (["safe-slep"], "safe-sleep"),
        (["safe-sleep", "--lang", "xx"], "en, es, fr, pt_BR, ht, ar, zh_Hans, vi"),
        (["--lang", "xx"], "en, es, fr, pt_BR, ht, ar, zh_Hans, vi"),
    ],
)
def test_what_is_not_there_is_one_line(folder, capsys, more, known):
    assert run(["--content", str(folder), "content", "index", *more]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kiosk: ")
    assert captured.err.count("\n") == 1
    assert known in captured.err


def test_a_folder_without_content_is_one_line(tmp_path, capsys):
    assert run(["--content", str(tmp_path / "none"), "content", "index"]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(f"kiosk: {tmp_path / 'none'}: ")
    assert captured.err.count("\n") == 1
