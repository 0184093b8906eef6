"""Making the database, and bringing an older one up to date.

Imported when a store is opened, because sqlite_utils is.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.connection import open_database
from kiosk.storage.copying import copy_database, delete_database
from kiosk.storage.files import companions, draft_of, sync_folder, write_new
from kiosk.storage.migrations import STEPS, Steps, migrations

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

PAGE_BYTES: Final = 4096
_INCREMENTAL: Final = 2


def open_current(path: Path, key: bytes, steps: Steps = STEPS) -> Database:
    """The database with every migration applied; it is made when it is not there.

    Raises:
        StorageError: STORE_NEWER, STORE_CORRUPT or STORE_WRONG_KEY.
        dbapi2.Error: Whatever else the driver complains of.
        OSError: The folder cannot be used.
    """
    draft, copy = draft_of(path), path.with_name(f"{path.name}.before")
    delete_database(draft)
    if not path.exists():
        if any(file.exists() for file in companions(path)):
            # Its log is there: somebody took the database away. An empty one would hide that.
            raise StorageError(ErrorCode.STORE_CORRUPT)
        _create(path, draft, key, steps)
    database = _open(path, key)
    try:
        check_age(database, steps)
        if migrations(steps).pending(database):
            delete_database(copy)
            copy_database(database, copy, key)
            _migrate(database, steps)
            _make_compactable(database)
        # The copy would keep what visitors asked to forget.
        delete_database(copy)
    except BaseException:
        database.close()
        raise
    return database


def _migrate(database: Database, steps: Steps) -> None:
    """Apply every migration that is due, all of them or none."""
    with database.atomic():
        migrations(steps).apply(database)
        if database.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise StorageError(ErrorCode.STORE_CORRUPT)
        database.execute(f"PRAGMA user_version = {len(steps)}")


def _create(path: Path, draft: Path, key: bytes, steps: Steps) -> None:
    """Make the database under another name: under its own it is always whole."""
    write_new(draft, b"")
    database = open_database(draft, key, wal=False)
    try:
        # Before the first table: later it takes the whole file to be written anew.
        database.execute(f"PRAGMA auto_vacuum = {_INCREMENTAL}")
        _migrate(database, steps)
    finally:
        database.close()
    draft.rename(path)
    sync_folder(path.parent)


def _make_compactable(database: Database) -> None:
    """Let an older file give free pages back a few at a time; once, while nothing else runs."""
    if database.execute("PRAGMA auto_vacuum").fetchone() == (_INCREMENTAL,):
        return
    database.execute(f"PRAGMA auto_vacuum = {_INCREMENTAL}")
    # Where another program reads, or the disk is full, free pages are used again all the same.
    with suppress(dbapi2.OperationalError):
        database.execute("VACUUM")


def _open(path: Path, key: bytes) -> Database:
    if path.stat().st_size < PAGE_BYTES:
        # SQLite takes an empty file for a new database.
        raise StorageError(ErrorCode.STORE_CORRUPT)
    try:
        return open_database(path, key)
    except dbapi2.DatabaseError as error:
        unreadable = getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB"
        if unreadable and path.stat().st_size % PAGE_BYTES:
            # Cut off or overwritten: no key would open it.
            raise StorageError(ErrorCode.STORE_CORRUPT) from None
        raise


def check_age(database: Database, steps: Steps = STEPS) -> None:
    """Refuse a database that knows more than this version.

    Raises:
        StorageError: STORE_NEWER.
    """
    applied = {step.name for step in migrations(steps).applied(database)}
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if applied - steps.keys() or version > len(steps):
        raise StorageError(ErrorCode.STORE_NEWER)
