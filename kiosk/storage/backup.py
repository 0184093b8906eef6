"""Backups: one encrypted file, whole as of one moment, looked through before it gets its name."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from kiosk.domain.errors import ErrorCode, InputError, KioskError, Place, StorageError
from kiosk.storage.audit import SqlAuditLog
from kiosk.storage.compared import compared_copy
from kiosk.storage.connection import open_database
from kiosk.storage.copying import delete_database
from kiosk.storage.faults import translated
from kiosk.storage.files import sync_folder
from kiosk.storage.inventory import Inventory, is_sound, take_inventory
from kiosk.storage.store import open_connection
from kiosk.storage.upgrade import PAGE_BYTES, check_age

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import datetime

    from sqlite_utils import Database

    from kiosk.storage.key_place import KeyPlace

_OURS: Final = {"_sqlite_migrations", "visits", "facts", "audit_log"}
"""Tables that the database of every version has."""


def back_up(
    folder: Path, place: KeyPlace, out: Path, phrase: str | None, done: tuple[datetime, str]
) -> Inventory:
    """Write a backup of a data folder; kiosks and commands may go on meanwhile.

    Args:
        folder: The data folder.
        place: Where its key is kept.
        out: The file; an earlier one is replaced once the new one has been looked through.
        phrase: A passphrase to encrypt it under; without one the folder's own key is used.
        done: When and who, for the audit log of the folder.

    Raises:
        InputError: BACKUP_IN_DATA.
        KioskError: FILE_UNWRITABLE, or BACKUP_DIFFERS and nothing is left of it.
        StorageError: As for opening a store, or DISK_FULL.
    """
    out = Path(os.path.realpath(out))
    if out.parent == Path(os.path.realpath(folder)):
        raise InputError(ErrorCode.BACKUP_IN_DATA, place=Place(str(out)))
    if out.exists() and not out.is_file():
        raise KioskError(ErrorCode.FILE_UNWRITABLE, place=Place(str(out)), reason="no file")
    connection, key = open_connection(folder, place)
    draft = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        with _writable(out):
            with connection.snapshot() as database:
                inventory = compared_copy(database, draft, phrase or key)
            draft.replace(out)
            sync_folder(out.parent)
        SqlAuditLog(connection).write(*done, "backup_written")
    finally:
        with _writable(out):
            delete_database(draft)
        connection.close()
    return inventory


@contextmanager
def open_backup(file: Path, key: bytes | str) -> Generator[tuple[Database, Inventory]]:
    """A backup to read, after it has been looked through.

    Args:
        file: The backup.
        key: The key or the passphrase it was made under.

    Raises:
        KioskError: FILE_MISSING, FILE_UNREADABLE, BACKUP_FOREIGN, BACKUP_BROKEN or BACKUP_NEWER.
    """
    place = Place(str(file))
    try:
        with file.open("rb"):
            size = file.stat().st_size
    except FileNotFoundError:
        raise KioskError(ErrorCode.FILE_MISSING, place=place) from None
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise KioskError(ErrorCode.FILE_UNREADABLE, place=place, reason=reason) from None
    if size < PAGE_BYTES:
        raise KioskError(ErrorCode.BACKUP_BROKEN, place=place)
    try:
        database = open_database(file, key, wal=False)
    except dbapi2.DatabaseError as error:
        raise KioskError(_fault_of(error), place=place) from None
    try:
        yield database, _looked_through(database, file)
    finally:
        database.close()


def _looked_through(database: Database, file: Path) -> Inventory:
    place = Place(str(file))
    try:
        database.execute("PRAGMA query_only = ON")
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        if not tables >= _OURS:
            raise KioskError(ErrorCode.BACKUP_FOREIGN, place=place)
        check_age(database)
        if not is_sound(database, file):
            raise KioskError(ErrorCode.BACKUP_BROKEN, place=place)
        return take_inventory(database)
    except dbapi2.DatabaseError as error:
        raise KioskError(_fault_of(error), place=place) from None
    except StorageError:
        raise KioskError(ErrorCode.BACKUP_NEWER, place=place) from None


def _fault_of(error: dbapi2.DatabaseError) -> ErrorCode:
    foreign = getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB"
    return ErrorCode.BACKUP_FOREIGN if foreign else ErrorCode.BACKUP_BROKEN


@contextmanager
def _writable(out: Path) -> Generator[None]:
    """Name the file when it cannot be written."""
    try:
        with translated():
            yield
    except StorageError as error:
        if error.code is not ErrorCode.STORE_NO_FOLDER:
            raise
        reason = str(error.params.get("reason", "unwritable"))
        raise KioskError(ErrorCode.FILE_UNWRITABLE, place=Place(str(out)), reason=reason) from None
