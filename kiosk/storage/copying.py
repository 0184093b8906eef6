"""Whole copies of a database, under the same key or another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.storage.connection import open_database
from kiosk.storage.files import companions, write_new

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database


def copy_database(source: Database, target: Path, key: bytes | str) -> None:
    """A copy in one new file, through to the disk, whole as of now, log included.

    Others may read and write meanwhile.

    Raises:
        FileExistsError: There is such a file.
        OSError: It cannot be made.
        dbapi2.Error: Whatever the driver complains of.
    """
    write_new(target, b"")
    copy = open_database(target, key, wal=False)
    try:
        source.conn.backup(copy.conn)
        # The copy says of itself that it has a log, as the source does.
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        copy.close()


def delete_database(database: Path) -> None:
    """Delete a database with whatever lies beside it; it may be gone already."""
    for file in (database, *companions(database), database.with_name(f"{database.name}-journal")):
        file.unlink(missing_ok=True)


def close_to_others(database: Database) -> None:
    """Carry the log into the file, and let no other program use the database until it is closed.

    Raises:
        dbapi2.Error: SQLITE_BUSY when another program has it open.
    """
    database.execute("PRAGMA busy_timeout = 0")
    # Gives the log up, which is possible only for the last one that has the database open.
    database.execute("PRAGMA journal_mode = DELETE").fetchone()
    database.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
    database.execute("BEGIN EXCLUSIVE")
    database.execute("COMMIT")
