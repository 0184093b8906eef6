"""The key of the database: 32 random bytes, used as they are; its file and its credential."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import Final

from kiosk.domain.errors import ErrorCode, KioskError, Place, StorageError
from kiosk.storage.files import DATABASE, KEY, companions, sync_folder, write_new

KEY_BYTES: Final = 32
CREDENTIAL: Final = "kiosk-key"
"""The name of the systemd credential (LoadCredentialEncrypted=kiosk-key:...)."""

CREDENTIALS_FOLDER: Final = "CREDENTIALS_DIRECTORY"
"""The variable by which systemd tells a service where its credentials are."""


def load_or_make_key(folder: Path, *, anew: bool = False) -> bytes:
    """The key in a data folder; a new one at the first run.

    Args:
        folder: The data folder.
        anew: Also beside a database without its key, which is about to be replaced.

    Raises:
        StorageError: STORE_KEY_MISSING when a database is there without its key,
            STORE_KEY_BROKEN when the file does not hold 32 bytes.
        OSError: The folder or the file cannot be used.
    """
    path = folder / KEY
    if not path.exists():
        if has_database(folder) and not anew:
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


def new_key() -> bytes:
    """A key that nobody has."""
    return secrets.token_bytes(KEY_BYTES)


def checked(key: bytes) -> bytes:
    """The same key.

    Raises:
        StorageError: STORE_KEY_BROKEN when it does not have 32 bytes.
    """
    if len(key) != KEY_BYTES:
        raise StorageError(ErrorCode.STORE_KEY_BROKEN)
    return key


def has_database(folder: Path) -> bool:
    """Whether a database, or what is left of one, lies in a data folder."""
    database = folder / DATABASE
    return any(file.exists() for file in (database, *companions(database)))


def key_from(file: Path) -> bytes:
    """The key in a file that somebody named.

    Raises:
        KioskError: FILE_MISSING, FILE_UNREADABLE, or BACKUP_KEY_BROKEN when it does not hold 32
            bytes.
    """
    place = Place(str(file))
    try:
        with file.open("rb") as stream:
            key = stream.read(KEY_BYTES + 1)
    except FileNotFoundError:
        raise KioskError(ErrorCode.FILE_MISSING, place=place) from None
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise KioskError(ErrorCode.FILE_UNREADABLE, place=place, reason=reason) from None
    if len(key) != KEY_BYTES:
        raise KioskError(ErrorCode.BACKUP_KEY_BROKEN, place=place)
    return key


def key_file_in(folder: Path) -> bool:
    """Whether the key lies beside the database, for whoever takes the disk."""
    return (folder / KEY).exists()


def _read(path: Path) -> bytes:
    return checked(path.read_bytes())


def _make(path: Path) -> None:
    """Write a whole key under another name, then give it its name unless somebody else did."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        write_new(draft, new_key())
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
