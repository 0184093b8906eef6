"""Errors of the database driver and of the file system as StorageError.

No text of the driver is passed on: only the name of its error code, which holds no value.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from kiosk.domain.errors import ErrorCode, StorageError

if TYPE_CHECKING:
    from collections.abc import Generator

_BY_NAME: Final = {
    "SQLITE_NOTADB": ErrorCode.STORE_WRONG_KEY,
    "SQLITE_CORRUPT": ErrorCode.STORE_CORRUPT,
    "SQLITE_IOERR_READ": ErrorCode.STORE_CORRUPT,
    "SQLITE_IOERR_SHORT_READ": ErrorCode.STORE_CORRUPT,
    "SQLITE_IOERR_CORRUPTFS": ErrorCode.STORE_CORRUPT,
    "SQLITE_FULL": ErrorCode.DISK_FULL,
    # What a full disk, a quota or a limit on file sizes comes out as besides SQLITE_FULL.
    "SQLITE_IOERR": ErrorCode.DISK_FULL,
    "SQLITE_IOERR_WRITE": ErrorCode.DISK_FULL,
    "SQLITE_IOERR_FSYNC": ErrorCode.DISK_FULL,
    "SQLITE_IOERR_TRUNCATE": ErrorCode.DISK_FULL,
    "SQLITE_IOERR_SHMOPEN": ErrorCode.DISK_FULL,
    "SQLITE_IOERR_SHMSIZE": ErrorCode.DISK_FULL,
    "SQLITE_IOERR_SHMMAP": ErrorCode.DISK_FULL,
    "SQLITE_BUSY": ErrorCode.STORE_LOCKED,
    "SQLITE_LOCKED": ErrorCode.STORE_LOCKED,
    "SQLITE_CANTOPEN": ErrorCode.STORE_NO_FOLDER,
    "SQLITE_PERM": ErrorCode.STORE_NO_FOLDER,
    "SQLITE_READONLY": ErrorCode.STORE_NO_FOLDER,
}
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def translated() -> Generator[None]:
    """Raise errors of the driver and of the file system as StorageError."""
    try:
        yield
    except dbapi2.Error as error:
        raise storage_error(error) from None
    except OSError as error:
        raise folder_error(error) from None


def storage_error(error: dbapi2.Error) -> StorageError:
    """What an error of the driver means to the people at the kiosk."""
    name = getattr(error, "sqlite_errorname", "") or type(error).__name__
    # SQLITE_BUSY_SNAPSHOT and the like are kinds of the shorter name.
    code = _BY_NAME.get(name) or _BY_NAME.get("_".join(name.split("_")[:2]))
    if code is None or (code is ErrorCode.DISK_FULL and _other_io(name)):
        return StorageError(ErrorCode.STORE_FAILED, reason=name)
    return StorageError(code, reason=name)


def folder_error(error: OSError) -> StorageError:
    """What an error of the file system means to the people at the kiosk."""
    if error.errno in _FULL:
        return StorageError(ErrorCode.DISK_FULL)
    return StorageError(ErrorCode.STORE_NO_FOLDER, reason=error.strerror or "unusable")


def _other_io(name: str) -> bool:
    return name.startswith("SQLITE_IOERR_") and name not in _BY_NAME
