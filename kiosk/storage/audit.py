"""Who did what, in lines chained by SHA-256: a changed or missing line breaks the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.domain.audit import AuditHead, AuditLine, find_break, next_line
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.encoding import from_time

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database

    from kiosk.storage.connection import Connection

_COLUMNS: Final = 'seq, at, by, "action", subject, previous, hash'
_ADD: Final = f"INSERT INTO audit_log ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_LINES: Final = f"SELECT {_COLUMNS} FROM audit_log ORDER BY seq"  # noqa: S608
_NEWEST: Final = f"SELECT {_COLUMNS} FROM audit_log ORDER BY seq DESC LIMIT ?"  # noqa: S608
_HEAD: Final = "SELECT seq, hash FROM audit_head"


class SqlAuditLog:
    """Satisfies `AuditLog` and `AuditReader`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        """Add one line."""
        with self._connection.transaction() as database:
            add_line(database, at, by, action, subject)

    def lines(self) -> list[AuditLine]:
        """Every line, oldest first."""
        return [AuditLine(*row) for row in self._connection.rows(_LINES)]

    def newest(self, count: int) -> list[AuditLine]:
        """The last lines, newest first."""
        return [AuditLine(*row) for row in self._connection.rows(_NEWEST, [count])]

    def head(self) -> AuditHead:
        """How far the log has come, as it is kept beside the log."""
        rows = self._connection.rows(_HEAD)
        if not rows:
            raise StorageError(ErrorCode.STORE_CORRUPT)
        return AuditHead(*rows[0])

    def first_broken(self) -> int | None:
        """The number of the first line that is not as it was written; None when all are."""
        found = find_break(self.lines(), self.head())
        return found.seq if found else None


def add_line(database: Database, at: datetime, by: str, action: str, subject: str = "") -> None:
    """Add one line within a transaction that is under way; the database moves its head on."""
    row = database.execute(_HEAD).fetchone()
    if row is None:
        raise StorageError(ErrorCode.STORE_CORRUPT)
    line = next_line(AuditHead(*row), from_time(at), by, action, subject)
    fields = (line.seq, line.at, line.by, line.action, line.subject, line.previous, line.hash)
    database.execute(_ADD, fields)
