"""Locks between processes: one kiosk to a data folder, one opening at a time."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Self

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.faults import translated
from kiosk.storage.files import KEY, LOCK, PRIVATE_FILE, make_folder

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_FAR: Final = 1 << 30
"""Windows locks bytes; this one lies behind any content, which stays readable."""


class FolderLock:
    """Held while a kiosk shows windows; the system gives it back when the process ends."""

    def __init__(self, opened: int) -> None:
        self._opened: int | None = opened

    def release(self) -> None:
        """Let another kiosk use the folder; may be called again."""
        if self._opened is not None:
            os.close(self._opened)
            self._opened = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def hold_lock(folder: Path) -> FolderLock:
    """Keep other kiosks off a data folder.

    Raises:
        StorageError: STORE_IN_USE when another kiosk holds it, STORE_NO_FOLDER.
    """
    with translated():
        make_folder(folder)
        opened = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        _lock(opened, wait=False)
    except OSError:
        os.close(opened)
        raise StorageError(ErrorCode.STORE_IN_USE) from None
    return FolderLock(opened)


@contextmanager
def opening(folder: Path) -> Generator[None]:
    """Make and migrate a database alone; others wait. The key must be there."""
    held = folder / KEY
    if not held.exists():
        # The key is a credential, which systems with folders that can be locked have.
        held = folder
    opened = os.open(held, os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    try:
        _lock(opened, wait=True)
        yield
    finally:
        os.close(opened)


if sys.platform == "win32":
    import msvcrt

    def _lock(opened: int, *, wait: bool) -> None:
        os.lseek(opened, _FAR, os.SEEK_SET)
        msvcrt.locking(opened, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(opened: int, *, wait: bool) -> None:
        fcntl.flock(opened, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
