"""Files of the data folder: their names, modes, and making them last."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

DATABASE: Final = "kiosk.db"
KEY: Final = "key"
LOCK: Final = "lock"
PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700


def make_folder(folder: Path) -> None:
    """Make the data folder, for its owner alone; one that holds files keeps its mode."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    if next(folder.iterdir(), None) is None:
        folder.chmod(PRIVATE_FOLDER)


def write_new(path: Path, data: bytes) -> None:
    """Write a new file, for its owner alone, through to the disk.

    Raises:
        FileExistsError: There is such a file.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, PRIVATE_FILE), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make new and renamed names in a folder last; Windows does so by itself."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def draft_of(database: Path) -> Path:
    """Where a database is made before it gets its name; what is left there is deleted."""
    return database.with_name(f"{database.name}.new")


def companions(database: Path) -> tuple[Path, Path]:
    """The write-ahead log and the shared memory of a database."""
    return database.with_name(f"{database.name}-wal"), database.with_name(f"{database.name}-shm")
