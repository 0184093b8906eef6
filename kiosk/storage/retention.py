"""Visits whose time is over: found, and deleted with a line in the audit log."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kiosk.domain.errors import StorageError
from kiosk.domain.visit import VisitState
from kiosk.services.printing import SPOOLED
from kiosk.storage.audit import add_line
from kiosk.storage.encoding import microseconds

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.storage.connection import Connection

_OVER: Final = f"('{VisitState.FINISHED}', '{VisitState.UNFINISHED}')"
_FREE: Final = (
    f"state IN {_OVER} AND open_alerts = 0 AND NOT EXISTS ("  # noqa: S608
    "SELECT 1 FROM print_jobs WHERE visit_id = visits.id"
    " AND print_jobs.state IN (SELECT value FROM json_each(?1)))"
)
"""Nobody is in it, nobody waits for staff because of it, no page of it is on its way."""

_BEFORE: Final = (
    f"SELECT id FROM visits WHERE {_FREE} AND started_order < ?2"  # noqa: S608
    " ORDER BY started_order, id LIMIT ?3"
)
_DEALT_WITH: Final = (
    f"SELECT id FROM visits WHERE {_FREE} AND reviewed = 1 AND printed = 1"  # noqa: S608
    " ORDER BY started_order, id"
)
_DELETE: Final = f"DELETE FROM visits WHERE {_FREE} AND id = ?2"  # noqa: S608
_ON_ITS_WAY: Final = json.dumps(sorted(SPOOLED))


class SqlRetentionStore:
    """Satisfies `RetentionStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def before(self, moment: datetime, limit: int) -> list[str]:
        """Visits that began before a moment, oldest first."""
        found = self._connection.rows(_BEFORE, [_ON_ITS_WAY, microseconds(moment), limit])
        return [visit_id for (visit_id,) in found]

    def printed_and_reviewed(self) -> list[str]:
        """Visits whose clinician's page came out and that staff have reviewed, oldest first."""
        return [visit_id for (visit_id,) in self._connection.rows(_DEALT_WITH, [_ON_ITS_WAY])]

    def delete(self, visit_id: str, at: datetime, by: str, action: str) -> bool:
        """Delete all of a visit and write its line, both or neither; whether it could be.

        Its facts, pages, calls to staff and chart number go with it; what goes is overwritten
        in the file and its log.
        """
        with self._connection.erasing() as database:
            deleted = database.execute(_DELETE, [_ON_ITS_WAY, visit_id]).rowcount > 0
            if deleted:
                add_line(database, at, by, action, visit_id)
        return deleted

    def compact(self, pages: int) -> None:
        """Give so many free pages of the file back, and empty its log."""
        self._connection.compact(pages)

    def compact_all(self) -> None:
        """Give all free space of the file back, unless another program uses it."""
        # What was deleted is overwritten already: this is for the size alone.
        with suppress(StorageError):
            self._connection.compact()
