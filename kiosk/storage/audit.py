"""Who did what, in lines chained by SHA-256: a changed or missing line breaks the chain."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from kiosk.storage.encoding import from_time

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.storage.connection import Connection

FIRST: Final = "0" * 64
"""What the first line carries as the hash of the line before it."""


class SqlAuditLog:
    """Satisfies `AuditLog`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        """Add one line."""
        with self._connection.transaction() as database:
            last = database.execute(
                "SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1"
            ).fetchone()
            seq, previous = (last[0] + 1, last[1]) if last else (1, FIRST)
            line = (seq, from_time(at), by, action, subject, previous)
            database.execute(
                'INSERT INTO audit_log (seq, at, by, "action", subject, previous, hash)'
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*line, _hash(line)),
            )

    def first_broken(self) -> int | None:
        """The number of the first line that is not as it was written; None when all are.

        Lines cut off at the end do not show: nothing after them tells of them.
        """
        previous = FIRST
        rows = self._connection.rows(
            'SELECT seq, at, by, "action", subject, previous, hash FROM audit_log ORDER BY seq'
        )
        for expected, (*line, digest) in enumerate(rows, start=1):
            if line[0] != expected or line[-1] != previous or _hash(tuple(line)) != digest:
                return expected
            previous = digest
        return None


def _hash(line: tuple[int | str, ...]) -> str:
    return hashlib.sha256(json.dumps(line).encode()).hexdigest()
