"""People with PINs, and the lock-out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.services.ports import Attempts, StaffMember
from kiosk.storage.encoding import from_time, to_time

if TYPE_CHECKING:
    from kiosk.storage.connection import Connection


class SqlStaffStore:
    """Satisfies `StaffStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, member: StaffMember) -> None:
        """Add a person, or replace their PIN and role."""
        with self._connection.erasing() as database:
            database.execute(
                "INSERT OR REPLACE INTO staff (name, role, pin_hash, pin_changed, active)"
                " VALUES (?, ?, ?, ?, ?)",
                (member.name, member.role, member.pin_hash, member.pin_changed, member.active),
            )

    def all(self) -> list[StaffMember]:
        """Everyone, by name."""
        rows = self._connection.rows(
            "SELECT name, role, pin_hash, pin_changed, active FROM staff ORDER BY name"
        )
        return [
            StaffMember(*rest, pin_changed=bool(changed), active=bool(active))
            for *rest, changed, active in rows
        ]

    def attempts(self) -> Attempts:
        """Wrong PINs in a row."""
        rows = self._connection.rows("SELECT failures, locked_until FROM staff_attempts")
        if not rows:
            return Attempts(failures=0, locked_until=None)
        failures, until = rows[0]
        return Attempts(failures=failures, locked_until=None if until is None else to_time(until))

    def set_attempts(self, attempts: Attempts) -> None:
        """Keep the count durably."""
        until = attempts.locked_until
        with self._connection.transaction() as database:
            database.execute(
                "INSERT OR REPLACE INTO staff_attempts (id, failures, locked_until)"
                " VALUES (1, ?, ?)",
                (attempts.failures, None if until is None else from_time(until)),
            )
