"""Where the key of a data folder's database is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk.storage.key_credential import CredentialKey
from kiosk.storage.key_file import FileKey
from kiosk.storage.key_keyring import KeyringKey

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.settings import KeySource


class KeyPlace(Protocol):
    """Keeps a key, and beside it, while it is changed, the one that is to follow.

    Both are there for as long as nobody knows which one opens the database.
    """

    def prepare(self) -> None:
        """Make what must be there before the data folder is locked.

        Raises:
            StorageError: As `load`.
        """
        ...

    def find(self) -> bytes | None:
        """The key, if there is one: none is made.

        Raises:
            StorageError: It is broken, or cannot be reached.
        """
        ...

    def load(self, *, anew: bool = False) -> bytes:
        """The key; a new one at the first run, or `anew` for a database that is to be replaced.

        Raises:
            StorageError: It is missing, broken, or cannot be reached.
        """
        ...

    def proposed(self) -> bytes | None:
        """The key that is to follow, if any."""
        ...

    def propose(self, key: bytes) -> None:
        """Keep the key that is to follow, durably.

        Raises:
            StorageError: KEY_NOT_OURS where this place cannot be written to.
        """
        ...

    def accept(self) -> None:
        """Let the proposed key be the key from now on."""
        ...

    def drop(self) -> None:
        """Forget the proposed key."""
        ...


def key_place(folder: Path, source: KeySource) -> KeyPlace:
    """The place that kiosk.toml names under [key]."""
    if source == "credential":
        return CredentialKey()
    return KeyringKey(folder) if source == "keyring" else FileKey(folder)
