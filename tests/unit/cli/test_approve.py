"""`kiosk content approve`, as it is typed."""

import shutil
import stat
import tomllib
from datetime import datetime

import pytest

from kiosk.cli.main import run
from kiosk.settings import default_content_folder

WHO = ["--by", "A. Santos", "--role", "midwife"]
EN = "topics/safe-sleep/en.md"


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(default_content_folder(), tmp_path / "content")


@pytest.fixture
def approve(copy, capsys):
    """Runs the command on a copy of the content; gives (exit status, output, errors)."""

    def command(*arguments):
        status = run(["--content", str(copy), "content", "approve", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return command


def record(copy):
    return tomllib.loads((copy / "approvals.toml").read_text(encoding="utf-8"))["approval"]


def spoil(copy):
    path = copy / EN
    path.write_text(path.read_text(encoding="utf-8").replace("For naps", "For <b>naps"), "utf-8")


def test_one_text_in_one_language(approve, copy):
    said = "safe-sleep es: approved by A. Santos, midwife\n"
    assert approve("safe-sleep", "--lang", "es", *WHO) == (0, said, "")
    (entry,) = record(copy)
    assert (entry["topic"], entry["language"]) == ("safe-sleep", "es")
    assert (entry["by"], entry["role"]) == ("A. Santos", "midwife")
    assert datetime.fromisoformat(entry["date"]).date() <= datetime.now().astimezone().date()


def test_everything(approve, copy, capsys):
    assert approve("--all", *WHO)[0] == 0
    assert {entry["topic"] for entry in record(copy)} >= {"safe-sleep", "signs", "helplines"}
    assert run(["content", "status", str(copy)]) == 0
    assert "draft" not in capsys.readouterr().out
    assert run(["content", "check", str(copy)]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings, 0 notes\n"


def test_a_topic_in_all_its_languages_and_all_topics_in_one(approve, copy):
    approve("signs", *WHO)
    assert {entry["language"] for entry in record(copy)} >= {"en", "es"}
    approve("--all", "--lang", "ar", *WHO)
    assert {e["language"] for e in record(copy) if e["topic"] == "safe-sleep"} == {"ar"}


def test_the_kiosk_may_read_the_record_whoever_wrote_it(approve, copy):
    approve("signs", *WHO)
    assert stat.S_IMODE((copy / "approvals.toml").stat().st_mode) == 0o644


def test_a_text_with_errors_is_left_out_or_refused(approve, copy):
    spoil(copy)
    status, out, err = approve("safe-sleep", "--lang", "en", *WHO)
    assert (status, out) == (1, "")
    assert err.startswith(f"kiosk: {copy / EN}: the text has errors")
    assert not (copy / "approvals.toml").exists()
    assert approve("--all", *WHO)[0] == 0
    approved = {(entry["topic"], entry["language"]) for entry in record(copy)}
    assert ("safe-sleep", "en") not in approved
    assert ("safe-sleep", "es") in approved


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sleep"], "there is no topic sleep; there are after-birth, breastfeeding, "),
        (["safe-sleep", "--lang", "xx"], "unknown language xx; known are en, es"),
        (["--all", "--lang", "xx"], "no text without errors"),
    ],
)
def test_what_is_not_there_is_one_line(approve, copy, arguments, said):
    status, out, err = approve(*arguments, *WHO)
    assert (status, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert not (copy / "approvals.toml").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        WHO,
        ["safe-sleep", "--all", *WHO],
        ["safe-sleep", "--by", "A. Santos"],
        ["safe-sleep", "--by", " ", "--role", "midwife"],
    ],
)
def test_a_wrong_command_line_is_exit_2(approve, arguments):
    assert approve(*arguments)[0] == 2


def test_a_record_with_faults_is_not_written_over(approve, copy):
    (copy / "approvals.toml").write_text("[[approval]]\ntopic = 1\n", encoding="utf-8")
    status, _, err = approve("--all", *WHO)
    assert status == 1
    assert "approvals.toml: has errors" in err
    assert (copy / "approvals.toml").read_text(encoding="utf-8") == "[[approval]]\ntopic = 1\n"


def test_a_folder_without_content_is_one_line(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert run(["--content", str(tmp_path / "empty"), "content", "approve", "--all", *WHO]) == 1
    err = capsys.readouterr().err
    assert "there is no folder topics" in err
    assert err.count("\n") == 1
