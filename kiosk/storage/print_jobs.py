"""The print queue: which page of which visit, and where it is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.services.ports import PageKind, PrintJob, PrintState
from kiosk.storage.encoding import from_time, to_time

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.storage.connection import Connection

_JOBS: Final = (
    "SELECT id, visit_id, kind, state, asked_at, asked_by, printer, printer_job"
    " FROM print_jobs WHERE ?1 IS NULL OR visit_id = ?1 ORDER BY id DESC"
)


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
                "UPDATE print_jobs SET state = ?, printer = ?, printer_job = ? WHERE id = ?",
                (job.state.value, job.printer, job.printer_job, job.id),
            )
            if job.state is PrintState.DONE and job.kind is PageKind.SUMMARY:
                database.execute("UPDATE visits SET printed = 1 WHERE id = ?", [job.visit_id])

    def jobs(self, visit_id: str | None = None) -> list[PrintJob]:
        """Jobs, newest first; of one visit, or all."""
        return [_job(row) for row in self._connection.rows(_JOBS, [visit_id])]


def _job(row: tuple[Any, ...]) -> PrintJob:
    number, visit_id, kind, state, asked_at, asked_by, printer, printer_job = row
    return PrintJob(
        id=number,
        visit_id=visit_id,
        kind=PageKind(kind),
        state=PrintState(state),
        asked_at=to_time(asked_at),
        asked_by=asked_by,
        printer=printer,
        printer_job=printer_job,
    )
