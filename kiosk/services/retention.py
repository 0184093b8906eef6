"""Visits are kept as long as kiosk.toml says, and then deleted altogether."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import Final

from kiosk.domain.replay import replay
from kiosk.services.ports import (
    Clock,
    PageKind,
    PrintJobStore,
    PrintState,
    RetentionStore,
    VisitStore,
)

WHO: Final = "retention"
"""Who deletes, in the audit log."""

BATCH: Final = 25
"""Visits deleted in one go between visits: each takes some milliseconds."""

PAGES: Final = 16
"""Pages given back in one go between visits: less than a tenth of a second."""


class Reason(StrEnum):
    """Why a visit is deleted; the action in the audit log."""

    AGE = "visit_deleted_by_age"
    PRINTED = "visit_deleted_after_print"


@dataclass(frozen=True, slots=True)
class Due:
    """A visit that is to be deleted."""

    visit_id: str
    reason: Reason


class Retention:
    """Deletes what is due. Any thread may call; no visit that goes on is touched.

    Nothing with an open alert is ever deleted: somebody must have seen it first.
    """

    def __init__(
        self,
        store: RetentionStore,
        visits: VisitStore,
        jobs: PrintJobStore,
        clock: Clock,
        *,
        keep: timedelta,
        after_print: bool,
    ) -> None:
        """A visit stays for `keep` from its beginning; with `after_print` until dealt with."""
        self._store = store
        self._visits = visits
        self._jobs = jobs
        self._clock = clock
        self._keep = keep
        self._after_print = after_print

    def due(self, limit: int | None = None) -> list[Due]:
        """What would be deleted now, oldest first; at most `limit`."""
        return list(islice(self._due(limit), limit))

    def run(self, limit: int | None = None) -> list[Due]:
        """Delete what is due, at most `limit`; gives what went.

        Raises:
            StorageError: The store failed; what went before is gone.
        """
        return [each for each in self.due(limit) if self._delete(each)]

    def run_between_visits(self) -> list[Due]:
        """Delete a few, and give a little space back: short enough between two visits."""
        gone = self.run(BATCH)
        self._store.compact(PAGES)
        return gone

    def compact(self) -> None:
        """Give all free space back; may take long."""
        self._store.compact_all()

    def _due(self, limit: int | None) -> Iterator[Due]:
        old = self._store.before(self._clock() - self._keep, -1 if limit is None else limit)
        yield from (Due(visit_id, Reason.AGE) for visit_id in old)
        if not self._after_print:
            return
        known = set(old)
        for visit_id in self._store.printed_and_reviewed():
            if visit_id not in known and self._is_on_paper(visit_id):
                yield Due(visit_id, Reason.PRINTED)

    def _is_on_paper(self, visit_id: str) -> bool:
        """Whether a page that came out was asked for when the visit was over.

        What was printed while she was called away does not hold what she answered later.
        """
        visit = replay(self._visits.entries(visit_id))
        ended = _latest(visit.finished_at, visit.left_at)
        return ended is not None and any(
            job.kind is PageKind.SUMMARY and job.state is PrintState.DONE and job.asked_at >= ended
            for job in self._jobs.jobs(visit_id)
        )

    def _delete(self, due: Due) -> bool:
        return self._store.delete(due.visit_id, self._clock(), WHO, due.reason)


def _latest(*moments: datetime | None) -> datetime | None:
    return max((moment for moment in moments if moment is not None), default=None)
