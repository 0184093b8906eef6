"""Giving the database another key, without a moment at which no key opens it.

1. The new key is kept beside the old one.
2. A copy of the database is made under it, compared, and through to the disk.
3. The copy takes the database's name, in one step.
4. The new key takes the old one's place.

Cut off before 3, the old key opens the database; after it, the new one. The next opening finds
out which, and tidies up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.storage.audit import add_line
from kiosk.storage.compared import compared_copy
from kiosk.storage.connection import open_database
from kiosk.storage.copying import close_to_others, delete_database
from kiosk.storage.faults import translated
from kiosk.storage.files import DATABASE, draft_of, make_folder, sync_folder
from kiosk.storage.key import new_key
from kiosk.storage.lock import hold_lock, opening
from kiosk.storage.settle import settled_key
from kiosk.storage.upgrade import open_current

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from sqlite_utils import Database

    from kiosk.storage.key_place import KeyPlace


def rotate_key(
    folder: Path, place: KeyPlace, at: datetime, by: str, keep: Callable[[bytes], None]
) -> None:
    """Encrypt the database of a data folder under a new key.

    Args:
        folder: The data folder.
        place: Where its key is kept.
        at: The time for the audit log.
        by: Who does it.
        keep: Told the old key, before anything is changed.

    Raises:
        StorageError: STORE_IN_USE while a kiosk runs, STORE_LOCKED while another command does,
            KEY_NOT_OURS, BACKUP_DIFFERS, or as for opening a store. The old key still opens it.
    """
    with translated():
        make_folder(folder)
        with hold_lock(folder):
            place.prepare()
            with opening(folder):
                _rotate(folder / DATABASE, place, (at, by), keep)


def _rotate(
    path: Path, place: KeyPlace, done: tuple[datetime, str], keep: Callable[[bytes], None]
) -> None:
    old, new, draft = settled_key(path, place), new_key(), draft_of(path)
    database = open_current(path, old)
    try:
        close_to_others(database)
        place.propose(new)
        keep(old)
        _copy(database, draft, new, done)
    except BaseException:
        database.close()
        delete_database(draft)
        place.drop()
        raise
    database.close()
    draft.replace(path)
    sync_folder(path.parent)
    place.accept()


def _copy(database: Database, draft: Path, key: bytes, done: tuple[datetime, str]) -> None:
    """The copy, with the line about itself that nobody can undo without the copy."""
    compared_copy(database, draft, key)
    copy = open_database(draft, key, wal=False)
    try:
        copy.execute("BEGIN IMMEDIATE")
        add_line(copy, *done, "key_rotated")
        copy.execute("COMMIT")
    finally:
        copy.close()
