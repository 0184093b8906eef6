"""Which key opens the database, also after a change of key that was cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from kiosk.storage.connection import open_database

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.storage.key_place import KeyPlace


def settled_key(path: Path, place: KeyPlace, *, anew: bool = False) -> bytes:
    """The key of a database; one that was to follow takes its place or is forgotten.

    The data folder must be locked (`opening`): a change under way has two keys.

    Args:
        path: The database; it need not be there.
        place: Where the key is kept.
        anew: As for `KeyPlace.load`.

    Raises:
        StorageError: As `KeyPlace.load`.
        dbapi2.Error: The database cannot be read for another reason than its key.
    """
    key, proposed = place.load(anew=anew), place.proposed()
    if proposed is None:
        return key
    # The proposed one first: the old one may have been written over half-way.
    if _opens(path, proposed):
        place.accept()
        return proposed
    if _opens(path, key):
        place.drop()
    return key


def _opens(path: Path, key: bytes) -> bool:
    if not path.exists():
        return False
    try:
        open_database(path, key, wal=False).close()
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
            return False
        raise
    return True
