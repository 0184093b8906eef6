"""Calls to staff that went out, and tests of their channels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kiosk.domain.deliveries import Delivery
from kiosk.storage.encoding import from_time, to_time

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kiosk.storage.connection import Connection

_COLUMNS: Final = "visit_id, alert, channel, at, error"
# A visit may be removed while a call for it is under way.
_ADD: Final = (
    f"INSERT INTO alert_deliveries ({_COLUMNS}, ok) SELECT ?, ?, ?, ?, ?, ?"  # noqa: S608
    " WHERE EXISTS (SELECT 1 FROM visits WHERE id = ?1)"
)
_OF_VISIT: Final = f"SELECT {_COLUMNS} FROM alert_deliveries WHERE visit_id = ? ORDER BY id"  # noqa: S608
_LATEST: Final = (
    f"SELECT {_COLUMNS} FROM alert_deliveries"  # noqa: S608
    " WHERE channel = ? ORDER BY id DESC LIMIT 1"
)


class SqlDeliveryStore:
    """Satisfies `DeliveryStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, deliveries: Sequence[Delivery]) -> None:
        """Keep calls durably; those of a visit that was removed meanwhile are gone with it."""
        with self._connection.transaction() as database:
            for one in deliveries:
                database.execute(
                    _ADD,
                    (one.visit_id, one.alert, one.channel, from_time(one.at), one.error, one.ok),
                )

    def of_visit(self, visit_id: str) -> list[Delivery]:
        """All calls for a visit, oldest first."""
        return [_delivery(row) for row in self._connection.rows(_OF_VISIT, [visit_id])]

    def latest(self, channel: str) -> Delivery | None:
        """The last call by a channel, for whatever visit."""
        rows = self._connection.rows(_LATEST, [channel])
        return _delivery(rows[0]) if rows else None

    def tested(self, channel: str, target: str, at: datetime) -> None:
        """Keep that a test arrived."""
        with self._connection.transaction() as database:
            database.execute(
                "INSERT OR REPLACE INTO alert_tests (channel, target, at) VALUES (?, ?, ?)",
                (channel, target, from_time(at)),
            )

    def last_test(self, channel: str, target: str) -> datetime | None:
        """When a test last arrived there."""
        rows = self._connection.rows(
            "SELECT at FROM alert_tests WHERE channel = ? AND target = ?", [channel, target]
        )
        return to_time(rows[0][0]) if rows else None


def _delivery(row: tuple[Any, ...]) -> Delivery:
    visit_id, alert, channel, at, error = row
    return Delivery(visit_id, alert, channel, to_time(at), error)
