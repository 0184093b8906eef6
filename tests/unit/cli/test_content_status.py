"""`kiosk content status`, as it is typed."""

import json
import shutil

import pytest

from kiosk.cli.main import run
from kiosk.settings import default_content_folder

EN = "topics/safe-sleep/en.md"
ANN = ["--by", "Ann", "--role", "midwife"]


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(default_content_folder(), tmp_path / "content")


def edit(folder, old, new, path=EN):
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def approve(folder, *what):
    assert run(["--content", str(folder), "content", "approve", *what, *ANN]) == 0


def told(folder, capsys, *more):
    capsys.readouterr()
    assert run(["content", "status", str(folder), *more]) == 0
    return capsys.readouterr()


def test_the_table_has_a_row_a_text_and_a_column_a_language(folder, capsys):
    approve(folder, "safe-sleep")
    edit(folder, "For naps", "At naps", "topics/safe-sleep/en.md")
    edit(folder, "- ", "- <b>", "topics/newborn/en.md")
    (folder / "topics/preeclampsia/ar.md").unlink()
    table, _, _ = told(folder, capsys).out.partition("\n\n")
    rows = {line.split()[0]: line.split()[1:] for line in table.splitlines()}
    column = {code: number for number, code in enumerate(rows.pop("topic"))}
    topics = [path.name for path in (folder / "topics").iterdir()]
    assert sorted(rows) == sorted([*topics, "signs", "helplines"])
    assert rows["safe-sleep"][column["en"]] == "outdated"
    assert rows["safe-sleep"][column["es"]] == "approved"
    assert rows["newborn"][column["en"]] == "errors"
    assert rows["preeclampsia"][column["ar"]] == "absent"
    assert rows["signs"] == ["draft"] * len(column)


def test_below_stands_who_approved_what_and_when(folder, capsys):
    assert "approved by" not in told(folder, capsys).out
    approve(folder, "safe-sleep", "--lang", "en")
    approve(folder, "signs", "--lang", "es")
    edit(folder, "For naps", "At naps")
    _, _, below = told(folder, capsys).out.partition("\n\n")
    [first, second] = below.splitlines()
    assert first.startswith("safe-sleep en: earlier words approved by Ann, midwife, 20")
    assert second.startswith("signs es: approved by Ann, midwife, 20")


def test_the_same_comes_as_json(folder, capsys):
    approve(folder, "safe-sleep", "--lang", "en")
    texts = json.loads(told(folder, capsys, "--json").out)
    by_key = {(text["topic"], text["language"]): text for text in texts}
    text = by_key["safe-sleep", "en"]
    assert (text["state"], text["path"]) == ("approved", EN)
    [approval] = text["approvals"]
    assert (approval["by"], approval["role"], approval["current"]) == ("Ann", "midwife", True)
    assert by_key["safe-sleep", "es"]["approvals"] == []
    assert by_key["helplines", "es"]["state"] == "draft"


def test_a_record_with_errors_is_told_of(folder, capsys):
    approve(folder, "signs", "--lang", "en")
    assert told(folder, capsys).err == ""
    edit(folder, "topic = ", "topics = ", "approvals.toml")
    captured = told(folder, capsys, "--json")
    assert captured.err == "approvals.toml has errors: approvals may be missing here\n"
    assert not any(text["approvals"] for text in json.loads(captured.out))


def test_nothing_invisible_reaches_the_terminal(folder, capsys):
    approve(folder, "signs", "--lang", "en")
    edit(folder, '"Ann"', '"An\\u202en"', "approvals.toml")
    assert "approved by An<U+202E>n" in told(folder, capsys).out
