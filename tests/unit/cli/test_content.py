import json
import shutil

import pytest

from kiosk.cli.main import run
from kiosk.settings import default_content_folder

EN = "topics/safe-sleep/en.md"


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(default_content_folder(), tmp_path / "content")


def spoil(folder):
    file = folder / EN
    file.write_text(
        file.read_text(encoding="utf-8").replace("For naps", "For <b>naps"), encoding="utf-8"
    )


def test_sound_content_passes(copy, capsys):
    assert run(["content", "check", str(copy)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].startswith("0 errors, 0 warnings, ")
    assert all(": note draft: " in line for line in lines[:-1])


def test_the_folder_of_the_options_is_checked_when_none_is_named(copy, capsys):
    spoil(copy)
    assert run(["--content", str(copy), "content", "check"]) == 1
    out = capsys.readouterr().out
    assert f"{EN}:9:7: error html: HTML tags and comments are not shown" in out
    assert out.splitlines()[-1].startswith("1 error, 0 warnings, ")


def test_findings_come_as_json(copy, capsys):
    spoil(copy)
    assert run(["content", "check", str(copy), "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)
    errors = [finding for finding in findings if finding["severity"] == "error"]
    assert [list(finding) for finding in errors] == [
        ["path", "line", "column", "rule", "severity", "message"]
    ]
    assert (errors[0]["path"], errors[0]["line"], errors[0]["rule"]) == (EN, 9, "html")


@pytest.mark.parametrize("command", ["check", "status"])
def test_a_folder_without_content_is_one_line(tmp_path, capsys, command):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "empty" / "topics").mkdir(parents=True)
    for folder in (tmp_path / "none", tmp_path / "file", tmp_path, tmp_path / "empty"):
        assert run(["content", command, str(folder)]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith(f"kiosk: {folder}: ")
        assert captured.err.count("\n") == 1


def test_a_folder_that_is_not_there_is_json_too(tmp_path, capsys):
    assert run(["content", "check", str(tmp_path / "none"), "--json"]) == 1
    assert {f["severity"] for f in json.loads(capsys.readouterr().out)} == {"error"}


def test_help_has_an_example(capsys):
    for command in ([], ["check"], ["index"], ["status"]):
        assert run(["content", *command, "--help"]) == 0
        assert "Example: kiosk content" in capsys.readouterr().out
