"""Copies of a database that were looked through and held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.connection import open_database
from kiosk.storage.copying import copy_database
from kiosk.storage.inventory import Inventory, is_sound, take_inventory

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database


def compared_copy(source: Database, target: Path, key: bytes | str) -> Inventory:
    """Make a copy and read it again from the disk; gives what both hold.

    `source` must stand still: in a transaction that reads, or closed to others.

    Raises:
        StorageError: BACKUP_DIFFERS; what is there of the copy is the caller's to delete.
        OSError: The copy cannot be made.
        dbapi2.Error: Whatever the driver complains of.
    """
    inventory = take_inventory(source)
    copy_database(source, target, key)
    copy = open_database(target, key, wal=False)
    try:
        if not is_sound(copy, target) or take_inventory(copy) != inventory:
            raise StorageError(ErrorCode.BACKUP_DIFFERS)
    finally:
        copy.close()
    return inventory
