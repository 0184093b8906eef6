"""The key of the database: 32 random bytes in a file, used as they are."""

from __future__ import annotations

import os
import secrets
import sys
from typing import TYPE_CHECKING, Final

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.files import DATABASE, KEY, companions, sync_folder, write_new

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES: Final = 32


def load_or_make_key(folder: Path) -> bytes:
    """The key in a data folder; a new one at the first run.

    Raises:
        StorageError: STORE_KEY_MISSING when a database is there without its key,
            STORE_KEY_BROKEN when the file does not hold 32 bytes.
        OSError: The folder or the file cannot be used.
    """
    path = folder / KEY
    if not path.exists():
        database = folder / DATABASE
        if any(file.exists() for file in (database, *companions(database))):
            raise StorageError(ErrorCode.STORE_KEY_MISSING)
        _make(path)
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise StorageError(ErrorCode.STORE_KEY_BROKEN)
    return key


def _make(path: Path) -> None:
    """Write a whole key under another name, then give it its name unless somebody else did."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        write_new(draft, secrets.token_bytes(KEY_BYTES))
        _name(draft, path)
    except FileExistsError:
        # Another process made the key at the same moment: its key counts.
        pass
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def _name(draft: Path, path: Path) -> None:
    """Like a rename that never replaces a file."""
    if sys.platform == "win32":
        draft.rename(path)
    else:
        os.link(draft, path)
