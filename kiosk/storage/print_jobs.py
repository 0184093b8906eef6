"""The print queue: which page of which visit, and where it is on its way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.services.ports import PageKind, PrintJob, PrintState
from kiosk.storage.encoding import from_time, to_time

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from kiosk.storage.connection import Connection

_JOBS: Final = (
    "SELECT id, visit_id, kind, state, asked_at, asked_by, printer, printer_job, begun, copies"
    " FROM print_jobs"
)
_ALL: Final = f"{_JOBS} ORDER BY id DESC"
_OF_VISIT: Final = f"{_JOBS} WHERE visit_id = ? ORDER BY id DESC"
_STATE_IS: Final = "INDEXED BY print_jobs_state WHERE state IN (SELECT value FROM json_each(?))"
_IN_STATES: Final = f"{_JOBS} {_STATE_IS} ORDER BY id DESC"


class SqlPrintJobStore:
    """Satisfies `PrintJobStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, visit_id: str, kind: PageKind, asked_at: datetime, asked_by: str) -> PrintJob:
        """A new job in state HELD.

        Raises:
            StorageError: VISIT_UNKNOWN when there is no such visit.
        """
        state = PrintState.HELD
        with self._connection.transaction() as database:
            known = database.execute("SELECT 1 FROM visits WHERE id = ?", [visit_id]).fetchone()
            if known is None:
                raise StorageError(ErrorCode.VISIT_UNKNOWN)
            cursor = database.execute(
                "INSERT INTO print_jobs (visit_id, kind, state, asked_at, asked_by)"
                " VALUES (?, ?, ?, ?, ?) RETURNING id",
                (visit_id, kind.value, state.value, from_time(asked_at), asked_by),
            )
            (number,) = cursor.fetchone()
        return PrintJob(number, visit_id, kind, state, asked_at, asked_by)

    def update(self, job: PrintJob) -> None:
        """Keep a job's new state; a clinician's page that came out marks its visit printed.

        A job whose visit was removed meanwhile is gone, and stays so.
        """
        with self._connection.transaction() as database:
            database.execute(
                "UPDATE print_jobs SET state = ?, printer = ?, printer_job = ?, begun = ?,"
                " copies = ? WHERE id = ?",
                (
                    *(job.state.value, job.printer, job.printer_job, job.begun),
                    *(job.copies, job.id),
                ),
            )
            if job.state is PrintState.DONE and job.kind is PageKind.SUMMARY:
                database.execute("UPDATE visits SET printed = 1 WHERE id = ?", [job.visit_id])

    def jobs(self, visit_id: str | None = None) -> list[PrintJob]:
        """Jobs, newest first; of one visit, or all."""
        if visit_id is None:
            return [_job(row) for row in self._connection.rows(_ALL)]
        return [_job(row) for row in self._connection.rows(_OF_VISIT, [visit_id])]

    def in_states(self, states: Collection[PrintState]) -> list[PrintJob]:
        """Jobs that are in one of these states, newest first."""
        wanted = json.dumps([state.value for state in states])
        return [_job(row) for row in self._connection.rows(_IN_STATES, [wanted])]


def _job(row: tuple[Any, ...]) -> PrintJob:
    number, visit_id, kind, state, asked_at, asked_by, printer, printer_job, *rest = row
    begun, copies = rest
    return PrintJob(
        id=number,
        visit_id=visit_id,
        kind=PageKind(kind),
        state=PrintState(state),
        asked_at=to_time(asked_at),
        asked_by=asked_by,
        printer=printer,
        printer_job=printer_job,
        begun=bool(begun),
        copies=copies,
    )
