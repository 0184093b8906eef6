"""One encrypted connection, used by one thread at a time."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlcipher3 import dbapi2

from kiosk.storage.faults import translated

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

BUSY_MS: Final = 5_000
"""How long a statement waits for another process before it is STORE_LOCKED."""

_SETTINGS: Final = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    # The index of a board with a million visits fits: its last page comes as quickly as its first.
    "PRAGMA cache_size = -32000",
)


def open_database(path: Path, key: bytes | str, *, wal: bool = True) -> Database:
    """An encrypted database as sqlite_utils sees it.

    Args:
        path: The file; it is made when it is not there.
        key: 32 bytes, used as they are; or a passphrase, which takes a tenth of a second.
        wal: Whether to keep a write-ahead log beside it.

    Raises:
        dbapi2.Error: As the driver tells it; see `kiosk.storage.faults`.
    """
    # Before the database is opened, so that nothing is made where an import fails.
    from sqlite_utils import Database

    # Transactions are begun and ended in words, never by the driver.
    raw = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        # SQLCipher writes to stderr by itself; what matters comes as an error.
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = {_literal(key)}")
        raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if wal:
            raw.execute("PRAGMA journal_mode = WAL").fetchone()
        for setting in _SETTINGS:
            raw.execute(setting)
        return Database(raw, execute_plugins=False)
    except BaseException:
        raw.close()
        raise


def _literal(key: bytes | str) -> str:
    """A key or a passphrase as SQL."""
    if isinstance(key, bytes):
        return f"\"x'{key.hex()}'\""
    # SQLCipher would take a passphrase of this form for a key: none begins with a space.
    quoted = f" {key}".replace("'", "''")
    return f"'{quoted}'"


class Connection:
    """Runs statements one after the other, whatever thread asks; errors are StorageError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = threading.RLock()
        self._unswept = False

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Every row that a query gives."""
        with self._turn, translated():
            return self._database.execute(sql, parameters).fetchall()

    def damage(self) -> int:
        """How many faults a look through the whole file finds: it takes as long as reading it.

        Pages that were changed from outside fail their seal; tables may not hang together.
        """
        if changed := self.rows("PRAGMA cipher_integrity_check"):
            return len(changed)
        # "ok" is all that it says of a sound database.
        return sum(row[0] != "ok" for row in self.rows("PRAGMA quick_check"))

    @contextmanager
    def transaction(self) -> Generator[Database]:
        """Write all of it durably, or nothing of it."""
        with self._turn, translated():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
                self._database.execute("COMMIT")
            except BaseException:
                # Some errors, such as a full disk, have rolled back already.
                self._database.rollback()
                raise
            if self._unswept:
                self.sweep()

    @contextmanager
    def snapshot(self) -> Generator[Database]:
        """Read all of it as of one moment, whatever others write meanwhile."""
        with self._turn, translated():
            self._database.execute("BEGIN")
            try:
                yield self._database
            finally:
                self._database.rollback()

    @contextmanager
    def erasing(self) -> Generator[Database]:
        """Like `transaction`; what it deletes is overwritten in the file and its log."""
        with self._turn:
            self._unswept = True
            with self.transaction() as database:
                yield database

    def compact(self, pages: int | None = None) -> None:
        """Give free pages of the file back: so many, or all by writing the file anew.

        Each page takes some milliseconds, and everybody waits for them.
        """
        with self._turn, translated():
            if pages is None:
                self._database.execute("VACUUM")
            else:
                # Each step frees a page: all must be taken.
                self._database.execute(f"PRAGMA incremental_vacuum({pages})").fetchall()
            self.sweep()

    def close(self) -> None:
        """Close; what was committed is safe in any case."""
        with self._turn, translated():
            self._database.close()

    def sweep(self) -> None:
        """Carry the log into the file and empty it.

        Deleted content is zeros in the newest pages (secure_delete), but still stands in the
        log. While another process reads, or the disk is full, the log stays: the next write
        tries again, and so does the next start. What was committed is committed either way.
        """
        with self._turn:
            try:
                self._database.execute("PRAGMA busy_timeout = 0")
                busy, *_ = self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                self._unswept = bool(busy)
                self._database.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
            except dbapi2.Error:
                self._unswept = True
