"""What administrators work with at the kiosk, on a real store."""

import subprocess
from datetime import datetime, timedelta

import pytest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.administration import Backup
from kiosk.services.doctor.finding import State
from kiosk.settings import Admin, Settings, default_content_folder
from kiosk.storage.backup import open_backup
from kiosk.storage.key_place import key_place
from kiosk.wiring import open_services
from kiosk.wiring.admin import open_administration


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "files"
    made.mkdir()
    return made


@pytest.fixture
def admin(data, folder):
    content = default_content_folder()
    settings = Settings(admin=Admin(str(folder)))
    with open_services(data, content, settings, starting=False) as services:
        yield open_administration(services, data, content, None)


def test_a_backup_can_be_opened_and_stands_in_the_log(admin, data, folder):
    assert admin.last_backup() == ""
    made = admin.write_backup("Ines")
    [file] = folder.iterdir()
    assert made == Backup(str(file), 0, log_is_whole=True)
    with open_backup(file, key_place(data, "file").load()) as (_, inventory):
        assert inventory.visits == 0
    written = datetime.fromisoformat(admin.last_backup())
    assert datetime.now().astimezone() - written < timedelta(minutes=1)
    assert admin.verify().seq == 1


def test_the_log_is_saved_beside_it(admin, folder):
    admin.save_audit(".json", "Ines")
    [file] = folder.iterdir()
    assert file.read_text(encoding="utf-8") == "[]\n"
    assert admin.audit_lines(0, 5)[0][0].action == "audit_exported"


def test_no_visits_are_no_figures(admin):
    assert admin.figures(3) == ()


def test_the_machine_is_looked_at_in_the_clinics_language(data, folder):
    content = default_content_folder()
    settings = Settings(admin=Admin(str(folder)))
    with open_services(data, content, settings, starting=False) as services:
        found = open_administration(services, data, content, None).machine()
    checks = {finding.check: finding for finding in found}
    assert checks["data"].state is State.OK
    assert checks["key"].mend


def test_a_look_that_fails_says_how_to_look_by_hand(admin, monkeypatch):
    def refuse(*_command, **_more):
        raise subprocess.TimeoutExpired("kiosk", 1)

    monkeypatch.setattr("kiosk.wiring.admin.subprocess.run", refuse)
    with pytest.raises(KioskError) as caught:
        admin.machine()
    assert caught.value.code is ErrorCode.LOOK_FAILED


def test_without_a_folder_nothing_is_saved(data):
    content = default_content_folder()
    with open_services(data, content, Settings(), starting=False) as services:
        assert not open_administration(services, data, content, None).can_save
