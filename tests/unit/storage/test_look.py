"""What is looked at in a data folder: permissions, room, and every page of the database."""

import shutil

import pytest

from kiosk.domain import facts
from kiosk.storage import look
from kiosk.storage.look import folder_facts
from kiosk.storage.store import open_store
from tests.helpers.stored_visits import put_visit


def test_a_folder_that_the_kiosk_made(folder):
    open_store(folder).close()
    told = folder_facts(folder)
    assert (told.mode, told.key_mode, told.writable) == (0o700, 0o600, True)
    assert told.path == str(folder)
    assert told.free == pytest.approx(shutil.disk_usage(folder).free, rel=0.1)


def test_a_folder_that_is_not_there_is_not_made(folder):
    told = folder_facts(folder / "below")
    assert (told.mode, told.key_mode, told.writable) == (None, None, True)
    assert not folder.exists()


def test_windows_has_no_such_permissions(folder, monkeypatch):
    open_store(folder).close()
    monkeypatch.setattr(look.sys, "platform", "win32")
    assert folder_facts(folder).mode is None


def test_a_disk_that_tells_nothing(folder, monkeypatch):
    def silent(_path):
        raise OSError

    monkeypatch.setattr(look.shutil, "disk_usage", silent)
    assert folder_facts(folder).free is None


def test_a_sound_database_has_no_damage(store):
    put_visit(store.visits, "v", facts.CardShown("topic", "card"))
    assert store.damage() == 0


def test_a_page_that_was_changed_from_outside_is_found(folder):
    with open_store(folder) as store:
        for number in range(40):
            put_visit(store.visits, f"{number:032x}", facts.CardShown("topic", "card" * 100))
    database = folder / "kiosk.db"
    content = bytearray(database.read_bytes())
    # In the last page, far from what is read when the database is opened.
    content[-2000] ^= 0xFF
    database.write_bytes(content)
    with open_store(folder) as store:
        assert store.damage() > 0
