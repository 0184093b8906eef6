"""Writing files that somebody asked for: whole or not at all, with a clear error."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.domain.errors import ErrorCode, KioskError, Place
from kiosk.files import replace_file


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


def write_bytes(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a file, only for its owner unless `mode` says more; on failure an older one stays.

    Raises:
        KioskError: FILE_UNWRITABLE.
    """
    try:
        if path.exists() and not path.is_file():
            # A pipe or a device, such as /dev/stdout, is written to and never replaced.
            path.write_bytes(content)
        else:
            replace_file(Path(os.path.realpath(path)), content, mode)
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> KioskError:
    reason = error.strerror or "unwritable"
    return KioskError(ErrorCode.FILE_UNWRITABLE, place=Place(str(path)), reason=reason)
