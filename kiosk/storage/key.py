"""The key of the database: 32 random bytes, from a file or a credential, used as they are."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import Final

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.files import DATABASE, KEY, companions, sync_folder, write_new

KEY_BYTES: Final = 32
CREDENTIAL: Final = "kiosk-key"
"""The name of the systemd credential (LoadCredentialEncrypted=kiosk-key:...)."""

CREDENTIALS_FOLDER: Final = "CREDENTIALS_DIRECTORY"
"""The variable by which systemd tells a service where its credentials are."""


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
    return _read(path)


def credential_key() -> bytes:
    """The key that systemd hands to the kiosk's service; it is never made here.

    Raises:
        StorageError: STORE_CREDENTIAL_MISSING where there is none, STORE_KEY_BROKEN when it
            does not hold 32 bytes.
        OSError: It cannot be read.
    """
    folder = os.environ.get(CREDENTIALS_FOLDER)
    path = Path(folder, CREDENTIAL) if folder else None
    if path is None or not path.is_file():
        raise StorageError(ErrorCode.STORE_CREDENTIAL_MISSING)
    return _read(path)


def key_file_in(folder: Path) -> bool:
    """Whether the key lies beside the database, for whoever takes the disk."""
    return (folder / KEY).exists()


def _read(path: Path) -> bytes:
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
