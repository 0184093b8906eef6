"""The key in the keyring of the user who runs the kiosk (Secret Service, KWallet, Keychain ...)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.key import checked, has_database, key_file_in, load_or_make_key, new_key

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from keyring.backend import KeyringBackend

SERVICE: Final = "perinatal-kiosk"
LEAST_PRIORITY: Final = 1.0
"""The package's own mark of backends to be recommended; those below keep secrets in plain files."""


class KeyringKey:
    """Satisfies `KeyPlace`; each data folder has its own entry, named by the folder's path.

    Where the keyring has none and a key file lies in the folder, that key is taken over: the
    file can then be removed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name = str(folder.resolve())
        self._proposed_name = f"{self._name} (new)"

    def prepare(self) -> None:
        """Nothing: the folder itself is locked."""

    def find(self) -> bytes | None:
        """The key of the keyring, else the one in the folder, which is taken over."""
        found = self._get(self._name)
        if found is None and key_file_in(self._folder):
            found = load_or_make_key(self._folder)
            self._set(self._name, found)
        return found

    def load(self, *, anew: bool = False) -> bytes:
        """The key; made where there is none."""
        key = self.find()
        if key is None:
            if has_database(self._folder) and not anew:
                raise StorageError(ErrorCode.STORE_KEYRING_EMPTY)
            key = new_key()
            self._set(self._name, key)
        return key

    def proposed(self) -> bytes | None:
        """The key that is to follow, if any."""
        return self._get(self._proposed_name)

    def propose(self, key: bytes) -> None:
        """Keep the key that is to follow in an entry of its own."""
        self._set(self._proposed_name, key)

    def accept(self) -> None:
        """Let the proposed key take the place of the old one."""
        key = self.proposed()
        if key is not None:
            self._set(self._name, key)
        self.drop()

    def drop(self) -> None:
        """Remove the entry of the proposed key."""
        if self.proposed() is not None:
            with _reached() as backend:
                backend.delete_password(SERVICE, self._proposed_name)

    def _get(self, name: str) -> bytes | None:
        with _reached() as backend:
            kept = backend.get_password(SERVICE, name)
        try:
            return None if kept is None else checked(bytes.fromhex(kept))
        except ValueError:
            raise StorageError(ErrorCode.STORE_KEY_BROKEN) from None

    def _set(self, name: str, key: bytes) -> None:
        with _reached() as backend:
            backend.set_password(SERVICE, name, key.hex())
        if self._get(name) != key:
            raise _missing("it keeps nothing")


@contextmanager
def _reached() -> Generator[KeyringBackend]:
    """The backend that the keyring package chooses here; what goes wrong with it, in our terms.

    Raises:
        StorageError: STORE_KEYRING_MISSING: not installed, not running, locked, or not safe.
    """
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise _missing("the package keyring is not installed") from None
    try:
        backend = keyring.get_keyring()
        if backend.priority < LEAST_PRIORITY:
            raise _missing("no keyring that keeps secrets safe is running")
        yield backend
    except (KeyringError, RuntimeError, OSError) as error:
        # Its kind alone: what a backend says may name more than a log should hold.
        raise _missing(type(error).__name__) from None


def _missing(reason: str) -> StorageError:
    return StorageError(ErrorCode.STORE_KEYRING_MISSING, reason=reason)
