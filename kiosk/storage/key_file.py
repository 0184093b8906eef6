"""The key as a file in the data folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from kiosk.storage.files import KEY, sync_folder, write_new
from kiosk.storage.key import KEY_BYTES, key_file_in, load_or_make_key

if TYPE_CHECKING:
    from pathlib import Path

PROPOSED: Final = f"{KEY}.new"


class FileKey:
    """Satisfies `KeyPlace`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._proposed = folder / PROPOSED

    def prepare(self) -> None:
        """Make the key at the first run: the folder is locked by its file."""
        load_or_make_key(self._folder)

    def find(self) -> bytes | None:
        """The key, if its file is there."""
        return load_or_make_key(self._folder) if key_file_in(self._folder) else None

    def load(self, *, anew: bool = False) -> bytes:
        """The key; made where there is none."""
        return load_or_make_key(self._folder, anew=anew)

    def proposed(self) -> bytes | None:
        """The key that is to follow; one that was not written whole encrypts nothing, and goes."""
        if not self._proposed.exists():
            return None
        key = self._proposed.read_bytes()
        if len(key) == KEY_BYTES:
            return key
        self.drop()
        return None

    def propose(self, key: bytes) -> None:
        """Keep the key that is to follow in a file of its own."""
        self._proposed.unlink(missing_ok=True)
        write_new(self._proposed, key)
        sync_folder(self._folder)

    def accept(self) -> None:
        """Write the proposed key over the old one: a lock on the file stays, the old key does not.

        Should it be cut off half-way, the proposed one is still there.
        """
        key = self._proposed.read_bytes()
        with os.fdopen(os.open(self._folder / KEY, os.O_RDWR), "r+b") as stream:
            stream.write(key)
            stream.flush()
            os.fsync(stream.fileno())
        self.drop()

    def drop(self) -> None:
        """Remove the file of the proposed key."""
        self._proposed.unlink(missing_ok=True)
        sync_folder(self._folder)
