"""A new key: cut off at any moment, the old or the new one opens the database, with every visit."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.settings import KeySource
from kiosk.storage import compared, copying, files, key_file, rotation, settle
from kiosk.storage.connection import open_database
from kiosk.storage.key_credential import CredentialKey
from kiosk.storage.key_file import FileKey
from kiosk.storage.key_keyring import KeyringKey
from kiosk.storage.lock import hold_lock
from kiosk.storage.rotation import rotate_key
from kiosk.storage.store import open_store
from tests.helpers.fake_keyring import FakeKeyring, installed
from tests.helpers.killing import files_of, killed_at
from tests.helpers.stored_visits import NOON, put_next, put_visit

STAGE, FINISHED = facts.StageGiven(Stage.PREGNANT), facts.Finished()
ACTING = files_of(rotation, key_file, copying, compared, settle, files)
"""Where a change of key does something to files; all else reads, or opens and locks."""


def rotate(folder: Path, keep: Callable[[bytes], None] = lambda old: None) -> None:
    rotate_key(folder, FileKey(folder), NOON, "Ann", keep)


@pytest.fixture
def filled(folder):
    with open_store(folder) as store:
        for number in range(3):
            put_visit(store.visits, f"v{number}", STAGE, FINISHED, code=("rose", 10 + number))
            store.audit.write(NOON, "Ann", "did", f"v{number}")
    return folder


def actions(folder, source: KeySource = "file"):
    """What the log says, of a store that opens, holds every visit, and takes another fact."""
    with open_store(folder, source=source) as store:
        assert len(store.visits.board(limit=9)) == 3
        put_next(store.visits, "v1", facts.Reviewed("Ann"))
        assert store.audit.first_broken() is None
        return [line.action for line in store.audit.lines()]


def names(folder):
    return {path.name for path in folder.iterdir()}


def opens(folder, key):
    try:
        open_database(folder / "kiosk.db", key, wal=False).close()
    except dbapi2.DatabaseError:
        return False
    return True


def test_the_new_key_opens_it_and_the_old_one_no_more(filled):
    old = (filled / "key").read_bytes()
    told: list[bytes] = []
    rotate(filled, told.append)
    assert told == [old]
    assert (filled / "key").read_bytes() != old
    assert not opens(filled, old)
    assert actions(filled) == ["did", "did", "did", "key_rotated"]
    assert names(filled) == {"kiosk.db", "key", "lock"}
    assert (filled / "kiosk.db").stat().st_mode & 0o777 == 0o600


def test_again_and_again(filled):
    keys = set()
    for _ in range(3):
        rotate(filled)
        keys.add((filled / "key").read_bytes())
    assert len(keys) == 3
    assert actions(filled).count("key_rotated") == 3


def test_a_new_folder_may_begin_with_it(folder):
    rotate(folder)
    with open_store(folder) as store:
        assert [line.action for line in store.audit.lines()] == ["key_rotated"]


def test_killed_before_any_line_one_key_or_the_other_opens_it(filled):
    """Every line that runs, from before the folder is locked to after all is done."""
    line, before, after = 0, 0, 0
    while killed_at(line := line + 1, ACTING, lambda: rotate(filled)):
        old = (filled / "key").read_bytes()
        proposed = filled / "key.new"
        keys = [old, proposed.read_bytes()] if proposed.exists() else [old]
        assert any(opens(filled, key) for key in keys if len(key) == 32)
        said = actions(filled)
        before, after = before + (said.count("key_rotated") == after), said.count("key_rotated")
        assert names(filled) - {"lock"} == {"kiosk.db", "key"}
    assert line > 50
    assert before > 30
    assert after > 5
    assert actions(filled).count("key_rotated") == after + 1


def test_a_key_half_written_over_is_made_good_by_the_new_one(filled):
    old = (filled / "key").read_bytes()
    rotate(filled)
    new = (filled / "key").read_bytes()
    (filled / "key.new").write_bytes(new)
    (filled / "key").write_bytes(new[:10] + old[10:])
    assert actions(filled)[-1] == "key_rotated"
    assert (filled / "key").read_bytes() == new
    assert not (filled / "key.new").exists()


def test_a_proposed_key_that_was_not_written_whole_is_none(filled):
    (filled / "key.new").write_bytes(b"cut")
    actions(filled)
    rotate(filled)
    assert names(filled) == {"kiosk.db", "key", "lock"}


def test_with_neither_key_it_says_so_and_keeps_both(filled):
    (filled / "key").write_bytes(bytes(32))
    (filled / "key.new").write_bytes(bytes(range(32)))
    with pytest.raises(StorageError) as caught:
        open_store(filled)
    assert caught.value.code is ErrorCode.STORE_WRONG_KEY
    assert names(filled) >= {"key", "key.new"}


@pytest.mark.parametrize("failing", ["copy", "compare", "keep"])
def test_what_fails_leaves_the_old_key(filled, monkeypatch, failing):
    old = (filled / "key").read_bytes()

    def fail(*_):
        raise StorageError(ErrorCode.DISK_FULL)

    if failing == "copy":
        monkeypatch.setattr(compared, "copy_database", fail)
    if failing == "compare":
        monkeypatch.setattr(compared, "is_sound", lambda *_: False)
    with pytest.raises(StorageError):
        rotate(filled, fail if failing == "keep" else lambda key: None)
    monkeypatch.undo()
    assert (filled / "key").read_bytes() == old
    assert names(filled) == {"kiosk.db", "key", "lock"}
    assert actions(filled) == ["did"] * 3


def test_a_running_kiosk_keeps_its_key(filled):
    old = (filled / "key").read_bytes()
    with hold_lock(filled), pytest.raises(StorageError) as caught:
        rotate(filled)
    assert caught.value.code is ErrorCode.STORE_IN_USE
    assert (filled / "key").read_bytes() == old


def test_so_does_a_command_that_is_at_work(filled):
    old = (filled / "key").read_bytes()
    with open_store(filled) as store:
        with pytest.raises(StorageError) as caught:
            rotate(filled)
        assert caught.value.code is ErrorCode.STORE_LOCKED
        put_next(store.visits, "v2", facts.Reviewed("Ann"))
    assert (filled / "key").read_bytes() == old
    assert actions(filled) == ["did"] * 3


def test_a_key_in_a_keyring_changes_too(folder):
    with installed(FakeKeyring()) as keyring:
        with open_store(folder, source="keyring") as store:
            for number in range(3):
                put_visit(store.visits, f"v{number}", STAGE, FINISHED, code=("rose", 10 + number))
        before = dict(keyring.secrets)
        rotate_key(folder, KeyringKey(folder), NOON, "Ann", lambda old: None)
        assert keyring.secrets.keys() == before.keys()
        assert keyring.secrets != before
        assert actions(folder, "keyring") == ["key_rotated"]


class CutOffError(Exception):
    """As if the machine were switched off."""


@pytest.mark.parametrize("step", ["propose", "accept-first", "accept-last"])
def test_a_key_in_a_keyring_is_found_again_wherever_it_was_cut_off(folder, monkeypatch, step):
    with installed(FakeKeyring()) as keyring:
        with open_store(folder, source="keyring") as store:
            for number in range(3):
                put_visit(store.visits, f"v{number}", STAGE, FINISHED, code=("rose", 10 + number))

        class Place(KeyringKey):
            """Stops at one step, and undoes nothing."""

            def propose(self, key: bytes) -> None:
                super().propose(key)
                if step == "propose":
                    raise CutOffError

            def accept(self) -> None:
                if step == "accept-first":
                    raise CutOffError
                super().accept()

            def drop(self) -> None:
                raise CutOffError

        with pytest.raises(CutOffError):
            rotate_key(folder, Place(folder), NOON, "Ann", lambda old: None)
        assert len(keyring.secrets) == 2
        said = actions(folder, "keyring")
        assert said == ([] if step == "propose" else ["key_rotated"])
        assert len(keyring.secrets) == 1


def test_a_credential_is_changed_by_systemd_alone(folder, tmp_path, monkeypatch):
    (tmp_path / "kiosk-key").write_bytes(b"c" * 32)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    with open_store(folder, source="credential") as store:
        for number in range(3):
            put_visit(store.visits, f"v{number}", STAGE, FINISHED, code=("rose", 10 + number))
    place = CredentialKey()
    with pytest.raises(StorageError) as caught:
        rotate_key(folder, place, NOON, "Ann", lambda old: None)
    assert caught.value.code is ErrorCode.KEY_NOT_OURS
    assert (place.find(), place.proposed()) == (b"c" * 32, None)
    place.accept()
    assert actions(folder, "credential") == []


def test_a_new_key_without_a_database_settles_nothing(folder):
    folder.mkdir()
    (folder / "key").write_bytes(bytes(32))
    (folder / "key.new").write_bytes(bytes(range(32)))
    with open_store(folder) as store:
        assert store.audit.lines() == []
    assert (folder / "key").read_bytes() == bytes(32)
    open_store(folder).close()
    assert names(folder) == {"kiosk.db", "key"}


def test_a_damaged_database_is_damaged_whichever_key_it_is(filled):
    rest = (filled / "kiosk.db").read_bytes()
    (filled / "kiosk.db").write_bytes(rest[:4096])
    (filled / "key.new").write_bytes((filled / "key").read_bytes())
    with pytest.raises(StorageError) as caught:
        open_store(filled)
    assert caught.value.code is ErrorCode.STORE_CORRUPT
    assert names(filled) >= {"key", "key.new"}
