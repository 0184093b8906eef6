"""`kiosk doctor`, as it is typed."""

import json
import shutil
import subprocess
import sys

import pytest

from kiosk.cli.main import run
from kiosk.settings import default_content_folder
from tests.helpers.fake_keyring import FakeKeyring, installed, not_installed


@pytest.fixture
def doctor(tmp_path, capsys):
    """Runs the command on a data folder of its own; gives (exit status, output, errors)."""

    def command(*arguments, settings="", content=None):
        (tmp_path / "kiosk.toml").write_text(settings, encoding="utf-8")
        where = ["--data", str(tmp_path / "data"), "--settings", str(tmp_path / "kiosk.toml")]
        if content is not None:
            where += ["--content", str(content)]
        status = run([*where, "doctor", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return command


def test_a_kiosk_that_runs_is_exit_0_one_line_a_finding(doctor):
    status, out, err = doctor()
    assert (status, err) == (0, "")
    assert "missing" not in out
    checks = list(dict.fromkeys(line.split()[1] for line in out.splitlines()))
    assert checks == [
        f"{name}:"
        for name in (
            *("data", "key", "database", "permissions", "disk", "clock", "content"),
            *("languages", "epds", "fonts", "voices", "printer", "spooler", "display"),
        )
    ]


def test_what_clinic_mode_lacks_is_listed_with_its_mend(doctor):
    status, out, _ = doctor("--clinic", settings='languages = ["en"]')
    assert status == 1
    lacking = [line for line in out.splitlines() if line.startswith("missing")]
    for said in ("clinic text", "clinic content", "clinic response", "clinic channel"):
        assert [line for line in lacking if f" {said}: " in line]
    for said in ("clinic admin", "clinic staff", "clinic key"):
        assert [line for line in lacking if f" {said}: " in line]
    assert all("; " in line for line in lacking)


def test_findings_come_as_json(doctor):
    status, out, _ = doctor("--clinic", "--json")
    found = json.loads(out)
    assert status == 1
    assert all(list(each) == ["check", "state", "message", "mend"] for each in found)
    assert {each["state"] for each in found} == {"ok", "note", "missing"}


def test_broken_content_is_named_and_clinic_mode_cannot_be_judged(doctor, tmp_path):
    copy = shutil.copytree(default_content_folder(), tmp_path / "content")
    (copy / "signs" / "signs.toml").write_text("no", encoding="utf-8")
    status, out, _ = doctor("--clinic", content=copy)
    assert status == 1
    assert "missing  content: errors in the content: " in out
    assert out.splitlines()[-1].startswith("missing  clinic: ")


def test_a_key_that_is_not_there(doctor, monkeypatch):
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    status, out, _ = doctor(settings='[key]\nsource = "credential"')
    assert status == 1
    assert "missing  key: " in out
    assert "database:" not in out


def test_a_protected_key(doctor):
    assert "ok       key: " in doctor(settings="[key]\nencrypted_disk = true")[1]


def test_a_key_in_a_keyring_is_protected_once_no_file_is_left(doctor, tmp_path):
    doctor()
    settings = '[key]\nsource = "keyring"'
    with installed(FakeKeyring()):
        assert "note     key: the key lies beside the database" in doctor(settings=settings)[1]
        (tmp_path / "data" / "key").unlink()
        said = doctor("--clinic", settings=settings)[1]
        assert "ok       key: " in said
        assert "clinic key" not in said
    with not_installed():
        status, out, _ = doctor(settings=settings)
    assert status == 1
    assert "missing  key: kiosk.toml says that the key is in the keyring" in out


def test_a_topic_that_is_not_there_is_named_with_its_line(doctor):
    status, out, err = doctor(settings='mode = "rehearsal"\ntopics = ["gardening"]')
    assert (status, out) == (1, "")
    assert "kiosk.toml:2:1: there is no topic gardening; there are " in err


def test_settings_with_a_fault_are_one_line(doctor):
    status, out, err = doctor(settings="mode = ")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


def test_everything_that_is_wrong_is_said_in_one_run(doctor, tmp_path):
    doctor()
    (tmp_path / "data").chmod(0o755)
    settings = 'questionnaire = "moods"\nlanguages = ["en", "zh_Hans"]\n[printing]\nprinter = "x"'
    status, out, err = doctor(settings=settings)
    missing = {line.split()[1] for line in out.splitlines() if line.startswith("missing")}
    assert (status, err) == (1, "")
    assert {"permissions:", "content:", "printer:"} <= missing
    assert "chmod 700" in out


def test_what_the_display_tells_is_json(doctor, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    own = [sys.executable, "-m", "kiosk", "doctor", "--of-display"]
    done = subprocess.run(own, capture_output=True, text=True, check=True, timeout=50)
    assert set(json.loads(done.stdout)) == {"width", "height", "dots_per_inch", "touch"}
