"""Putting a backup into a data folder, under the key of that folder."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from kiosk.domain.errors import ErrorCode, InputError, StorageError
from kiosk.storage.audit import add_line
from kiosk.storage.backup import open_backup
from kiosk.storage.compared import compared_copy
from kiosk.storage.connection import open_database
from kiosk.storage.copying import close_to_others, delete_database
from kiosk.storage.faults import translated
from kiosk.storage.files import (
    DATABASE,
    KEY,
    LOCK,
    PRIVATE_FOLDER,
    companions,
    draft_of,
    make_folder,
    sync_folder,
    write_new,
)
from kiosk.storage.key_file import PROPOSED
from kiosk.storage.lock import hold_lock, opening
from kiosk.storage.settle import settled_key
from kiosk.storage.upgrade import open_current

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlite_utils import Database

    from kiosk.storage.inventory import Inventory
    from kiosk.storage.key_place import KeyPlace

_DEAD: Final = {"SQLITE_NOTADB", "SQLITE_CORRUPT"}
_NOTHING: Final = {KEY, LOCK, "kiosk.log"}
"""What may lie in a data folder that holds no visits."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What the backup held, and where the copy of what was there before lies, if any."""

    inventory: Inventory
    kept: Path | None


def restore(
    folder: Path,
    place: KeyPlace,
    file: Path,
    key: bytes | str | None,
    done: tuple[datetime, str],
    *,
    replace: bool,
) -> Restored:
    """Put a backup into a data folder.

    Args:
        folder: The data folder; it is made when it is not there.
        place: Where its key is kept; one is made where there is none.
        file: The backup, which is only read.
        key: Its key or passphrase; None: it is under the folder's own key.
        done: When and who, for the audit log.
        replace: Whether what is in the folder may be replaced; it is copied first.

    Raises:
        InputError: FOLDER_NOT_EMPTY or BACKUP_KEY_NEEDED.
        KioskError: As `open_backup`.
        StorageError: STORE_IN_USE while a kiosk runs on the folder, STORE_LOCKED while another
            command does, or as for opening a store. What was there is still there.
    """
    with translated():
        key = key or place.find()
        if key is None:
            raise InputError(ErrorCode.BACKUP_KEY_NEEDED)
        with open_backup(file, key) as (backup, inventory):
            make_folder(folder)
            with hold_lock(folder), opening(folder):
                kept = _kept(folder, place, done[0], replace=replace)
                _put(backup, folder, place, done)
    return Restored(inventory, kept)


def _kept(folder: Path, place: KeyPlace, at: datetime, *, replace: bool) -> Path | None:
    """A copy of what is in a data folder, beside it; None where there is nothing."""
    if not {path.name for path in folder.iterdir()} - _NOTHING:
        return None
    if not replace:
        raise InputError(ErrorCode.FOLDER_NOT_EMPTY)
    path = folder / DATABASE
    if path.exists():
        _close(path, place)
    copy = folder.with_name(f"{folder.name}.before-{at:%Y%m%dT%H%M%S.%f}")
    copy.mkdir(mode=PRIVATE_FOLDER)
    for file in (path, *companions(path), folder / KEY, folder / PROPOSED):
        if file.exists():
            _copy_file(file, copy / file.name)
    sync_folder(copy)
    return copy


def _close(path: Path, place: KeyPlace) -> None:
    """Bring a database into one file that nobody uses; one that does not open stays as it is."""
    try:
        database = open_database(path, settled_key(path, place))
    except StorageError:
        # Its key is gone or broken: that may be why a backup is put in its place.
        return
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") not in _DEAD:
            raise
        return
    try:
        close_to_others(database)
    finally:
        database.close()


def _copy_file(source: Path, target: Path) -> None:
    write_new(target, b"")
    with source.open("rb") as reading, target.open("wb") as writing:
        shutil.copyfileobj(reading, writing)
        writing.flush()
        os.fsync(writing.fileno())


def _put(backup: Database, folder: Path, place: KeyPlace, done: tuple[datetime, str]) -> None:
    """Make the new database under another name, then give it its own in one step."""
    path = folder / DATABASE
    draft = draft_of(path)
    delete_database(draft)
    try:
        key = place.load(anew=True)
        compared_copy(backup, draft, key)
        _bring_up_to_date(draft, key, done)
        for file in companions(path):
            file.unlink(missing_ok=True)
        draft.replace(path)
        sync_folder(folder)
    finally:
        delete_database(draft)
    # Of a change of key that was cut off before.
    place.drop()


def _bring_up_to_date(draft: Path, key: bytes, done: tuple[datetime, str]) -> None:
    database = open_current(draft, key)
    try:
        database.execute("BEGIN IMMEDIATE")
        add_line(database, *done, "backup_restored")
        database.execute("COMMIT")
        database.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        database.close()
