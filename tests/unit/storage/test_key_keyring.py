"""The key in a keyring."""

import pytest

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.key import key_file_in, load_or_make_key
from kiosk.storage.key_keyring import KeyringKey
from kiosk.storage.store import open_store
from tests.helpers.fake_keyring import FakeKeyring, KeyringError, installed, not_installed


@pytest.fixture
def keyring():
    with installed(FakeKeyring()) as backend:
        yield backend


def code_of(folder) -> ErrorCode:
    with pytest.raises(StorageError) as caught:
        open_store(folder, source="keyring")
    return caught.value.code


def test_the_key_is_made_once_and_nothing_of_it_lies_in_the_folder(folder, keyring):
    for _ in range(2):
        open_store(folder, source="keyring").close()
    ((where, secret),) = keyring.secrets.items()
    assert where == ("perinatal-kiosk", str(folder))
    assert len(bytes.fromhex(secret)) == 32
    assert not key_file_in(folder)
    assert not any(bytes.fromhex(secret) in path.read_bytes() for path in folder.iterdir())


def test_each_folder_has_a_key_of_its_own(tmp_path, keyring):
    for name in ("one", "other"):
        open_store(tmp_path / name, source="keyring").close()
    assert len(set(keyring.secrets.values())) == 2


def test_a_key_file_is_taken_over_and_may_then_go(folder, keyring):
    open_store(folder).close()
    key = (folder / "key").read_bytes()
    open_store(folder, source="keyring").close()
    assert list(keyring.secrets.values()) == [key.hex()]
    (folder / "key").unlink()
    open_store(folder, source="keyring").close()


def test_a_database_whose_key_is_not_in_the_keyring_gets_no_new_one(folder, keyring):
    open_store(folder, source="keyring").close()
    keyring.secrets.clear()
    assert code_of(folder) is ErrorCode.STORE_KEYRING_EMPTY
    assert keyring.secrets == {}


def test_a_backup_may_take_the_place_of_a_database_without_its_key(folder, keyring):
    open_store(folder, source="keyring").close()
    keyring.secrets.clear()
    key = KeyringKey(folder).load(anew=True)
    assert KeyringKey(folder).find() == key


@pytest.mark.parametrize("kept", ["", "ab", "no hexadecimal", "00" * 33])
def test_what_is_no_key_is_said(folder, keyring, kept):
    folder.mkdir()
    keyring.secrets["perinatal-kiosk", str(folder)] = kept
    assert code_of(folder) is ErrorCode.STORE_KEY_BROKEN


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        ({"refuses": KeyringError("secret")}, "KeyringError"),
        ({"refuses": RuntimeError("secret")}, "RuntimeError"),
        ({"refuses": ConnectionRefusedError("secret")}, "ConnectionRefusedError"),
        ({"priority": 0.5}, "no keyring that keeps secrets safe is running"),
        ({"loses": True}, "it keeps nothing"),
    ],
)
def test_a_keyring_that_cannot_be_used_is_one_reason_without_its_words(folder, spoil, reason):
    with installed(FakeKeyring(**spoil)), pytest.raises(StorageError) as caught:
        open_store(folder, source="keyring")
    assert caught.value.code is ErrorCode.STORE_KEYRING_MISSING
    assert caught.value.params == {"reason": reason}
    assert not (folder / "kiosk.db").exists()


def test_without_the_package_it_is_named(folder):
    with not_installed(), pytest.raises(StorageError) as caught:
        open_store(folder, source="keyring")
    assert caught.value.code is ErrorCode.STORE_KEYRING_MISSING
    assert "not installed" in str(caught.value.params["reason"])


def test_no_other_source_needs_the_package(folder):
    with not_installed():
        open_store(folder).close()


def test_a_proposed_key_follows_or_is_forgotten(folder, keyring):
    place = KeyringKey(folder)
    folder.mkdir()
    load_or_make_key(folder)
    old, new = place.load(), bytes(range(32))
    place.prepare()
    assert place.proposed() is None
    place.drop()
    place.accept()
    assert place.load() == old
    place.propose(new)
    assert (place.load(), place.proposed()) == (old, new)
    place.drop()
    assert (place.load(), place.proposed()) == (old, None)
    place.propose(new)
    place.accept()
    assert (place.load(), place.proposed()) == (new, None)
    assert len(keyring.secrets) == 1
