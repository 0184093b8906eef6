"""Writing files that somebody asked for: whole or not at all, with a clear error."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.domain.errors import ErrorCode, KioskError, Place


def make_folder(path: Path) -> Path:
    """Make a folder and its parents; it may exist.

    Raises:
        KioskError: FILE_UNWRITABLE.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from None
    return path


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read; a half-written one is removed.

    Raises:
        KioskError: FILE_UNWRITABLE.
    """
    try:
        with open(path, "wb", opener=_private) as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        path.unlink(missing_ok=True) if path.is_file() else None
        raise _unwritable(path, error) from None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _unwritable(path: Path, error: OSError) -> KioskError:
    reason = error.strerror or "unwritable"
    return KioskError(ErrorCode.FILE_UNWRITABLE, place=Place(str(path)), reason=reason)
