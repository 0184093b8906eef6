"""Writing files that somebody asked for: whole or not at all, with a clear error."""

from __future__ import annotations

import os
import tempfile
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
            _replace(Path(os.path.realpath(path)), content, mode)
    except OSError as error:
        raise _unwritable(path, error) from None


def _replace(path: Path, content: bytes, mode: int) -> None:
    """Write beside the file, under a name of its own, then take its place."""
    descriptor, name = tempfile.mkstemp(prefix=".kiosk-", dir=path.parent)
    sibling = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        sibling.chmod(mode)
        sibling.replace(path)
    except BaseException:
        sibling.unlink(missing_ok=True)
        raise


def _unwritable(path: Path, error: OSError) -> KioskError:
    reason = error.strerror or "unwritable"
    return KioskError(ErrorCode.FILE_UNWRITABLE, place=Place(str(path)), reason=reason)
