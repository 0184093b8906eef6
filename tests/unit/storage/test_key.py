"""The key file."""

from pathlib import Path

import pytest

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage import key as key_module
from kiosk.storage.files import write_new
from kiosk.storage.key import credential_key, key_file_in, load_or_make_key
from kiosk.storage.store import open_store


def test_the_first_run_makes_a_key_that_stays(tmp_path):
    made = load_or_make_key(tmp_path)
    assert len(made) == 32
    assert load_or_make_key(tmp_path) == made
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_every_folder_gets_another_key(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    assert load_or_make_key(one) != load_or_make_key(other)


def test_nobody_else_may_read_the_key(tmp_path):
    load_or_make_key(tmp_path)
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("left", ["kiosk.db", "kiosk.db-wal"])
def test_a_database_without_its_key_gets_no_new_one(tmp_path, left):
    (tmp_path / left).write_bytes(b"something")
    with pytest.raises(StorageError) as caught:
        load_or_make_key(tmp_path)
    assert caught.value.code is ErrorCode.STORE_KEY_MISSING
    assert not (tmp_path / "key").exists()


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_refused(tmp_path, length):
    (tmp_path / "key").write_bytes(bytes(length))
    with pytest.raises(StorageError) as caught:
        load_or_make_key(tmp_path)
    assert caught.value.code is ErrorCode.STORE_KEY_BROKEN


def test_the_key_that_another_process_makes_at_the_same_moment_counts(tmp_path, monkeypatch):
    def write_while_another_finishes(path: Path, data: bytes) -> None:
        write_new(path, data)
        (tmp_path / "key").write_bytes(b"k" * 32)

    monkeypatch.setattr(key_module, "write_new", write_while_another_finishes)
    assert load_or_make_key(tmp_path) == b"k" * 32
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


@pytest.fixture
def credentials(tmp_path, monkeypatch):
    """The folder in which systemd puts a service's credentials."""
    folder = tmp_path / "credentials"
    folder.mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    return folder


def test_a_credential_opens_the_store_and_no_key_lies_in_the_folder(tmp_path, credentials):
    (credentials / "kiosk-key").write_bytes(b"c" * 32)
    assert credential_key() == b"c" * 32
    for _ in range(2):
        open_store(tmp_path / "data", source="credential").close()
    assert not key_file_in(tmp_path / "data")


def test_a_key_moves_from_its_file_to_a_credential(tmp_path, credentials):
    open_store(tmp_path / "data").close()
    assert key_file_in(tmp_path / "data")
    (tmp_path / "data" / "key").rename(credentials / "kiosk-key")
    open_store(tmp_path / "data", source="credential").close()


def test_another_credential_does_not_open_the_store(tmp_path, credentials):
    open_store(tmp_path / "data").close()
    (credentials / "kiosk-key").write_bytes(b"c" * 32)
    with pytest.raises(StorageError) as caught:
        open_store(tmp_path / "data", source="credential")
    assert caught.value.code is ErrorCode.STORE_WRONG_KEY


def test_without_its_credential_the_store_is_not_opened_and_none_is_made(tmp_path, credentials):
    with pytest.raises(StorageError) as caught:
        open_store(tmp_path / "data", source="credential")
    assert caught.value.code is ErrorCode.STORE_CREDENTIAL_MISSING
    assert list((tmp_path / "data").iterdir()) == list(credentials.iterdir()) == []


def test_outside_a_service_there_is_no_credential(monkeypatch):
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    with pytest.raises(StorageError) as caught:
        credential_key()
    assert caught.value.code is ErrorCode.STORE_CREDENTIAL_MISSING


def test_a_credential_of_another_length_is_refused(credentials):
    (credentials / "kiosk-key").write_bytes(b"c" * 31)
    with pytest.raises(StorageError) as caught:
        credential_key()
    assert caught.value.code is ErrorCode.STORE_KEY_BROKEN
