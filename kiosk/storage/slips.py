"""Visit slips: which codes were handed out, and which visit carries one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.storage.encoding import from_time

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.storage.connection import Connection


class SqlSlipStore:
    """Satisfies `SlipStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, code: str, at: datetime, by: str) -> bool:
        """Keep a new code; False when it was handed out before, to whomever."""
        with self._connection.transaction() as database:
            cursor = database.execute(
                "INSERT OR IGNORE INTO slips (code, made_at, made_by) VALUES (?, ?, ?)",
                (code, from_time(at), by),
            )
            return cursor.rowcount == 1

    def is_free(self, code: str) -> bool:
        """Whether a code was handed out and no visit carries it."""
        rows = self._connection.rows(
            "SELECT 1 FROM slips WHERE code = ? AND visit_id IS NULL", [code]
        )
        return bool(rows)

    def give(self, code: str, visit_id: str) -> None:
        """Tie a code to a visit; one that the visit carried before is free again."""
        with self._connection.transaction() as database:
            database.execute("UPDATE slips SET visit_id = NULL WHERE visit_id = ?", [visit_id])
            database.execute("UPDATE slips SET visit_id = ? WHERE code = ?", [visit_id, code])
