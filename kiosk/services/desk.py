"""What staff do with visits: see who waits, acknowledge, review, reopen."""

from __future__ import annotations

import re
from typing import Final

from kiosk.domain import facts
from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.domain.facts import Leaving, Outcome, ReopenReason, ReviewOutcome
from kiosk.domain.visit import Visit, VisitState
from kiosk.services.ports import AuditLog, BoardPlace, BoardRow, Clock, VisitStore
from kiosk.services.visits import Visits

_CHART: Final = re.compile(r"[A-Z0-9][A-Z0-9./-]{2,29}")


class Desk:
    """The front desk's side of visits; each act stands in the audit log."""

    def __init__(self, store: VisitStore, visits: Visits, audit: AuditLog, clock: Clock) -> None:
        self._store = store
        self._visits = visits
        self._audit = audit
        self._clock = clock

    def rows(
        self, *, limit: int, after: BoardPlace | None = None, code: str = ""
    ) -> list[BoardRow]:
        """A page of the board behind `after`, urgent first; `code` as for the store."""
        return self._store.board(limit=limit, after=after, code=code)

    def alerts_waiting(self) -> int:
        """How many alerts nobody has acknowledged."""
        return self._store.alerts_waiting()

    def visit(self, visit_id: str) -> Visit:
        """A visit as it stands.

        Raises:
            KioskError: VISIT_UNKNOWN, or StorageError.
        """
        return self._visits.load(visit_id)

    def acknowledge(self, visit_id: str, outcome: Outcome, by: str) -> Visit:
        """Take over every open alert of a visit, with what was done."""
        visit = self._visits.load(visit_id)
        done = [facts.AlertAcknowledged(a.number, by, outcome) for a in visit.open_alerts]
        visit = self._visits.add(visit_id, visit, *done)
        if done:
            self._audit.write(self._clock(), by, "alert_acknowledged", visit_id)
        return visit

    def review(self, visit_id: str, outcome: ReviewOutcome, by: str) -> Visit:
        """Mark a visit as dealt with; once it is, nothing happens.

        Raises:
            KioskError: ALERT_OPEN while nobody has taken an alert of it over.
        """
        visit = self._visits.load(visit_id)
        if visit.reviewed_at is not None:
            return visit
        if visit.open_alerts:
            raise KioskError(ErrorCode.ALERT_OPEN)
        visit = self._visits.add(visit_id, visit, facts.Reviewed(by, outcome))
        self._audit.write(self._clock(), by, f"visit_reviewed:{outcome}", visit_id)
        return visit

    def undo_review(self, visit_id: str, reason: ReopenReason, by: str) -> Visit:
        """Take a visit up again that was marked as dealt with.

        Raises:
            KioskError: CODE_TAKEN while another visit that is not reviewed has its code: two
                people must never answer to one.
        """
        visit = self._visits.load(visit_id)
        if visit.reviewed_at is None:
            return visit
        if self._store.is_code_open(visit.code, but=visit_id):
            raise KioskError(ErrorCode.CODE_TAKEN)
        visit = self._visits.add(visit_id, visit, facts.ReviewUndone(by, reason))
        self._audit.write(self._clock(), by, f"review_undone:{reason}", visit_id)
        return visit

    def take_help(self, visit_id: str, by: str) -> Visit:
        """Somebody goes to the visitor who asked for help with the screen."""
        visit = self._visits.load(visit_id)
        if visit.help_wanted:
            visit = self._visits.add(visit_id, visit, facts.HelpTaken(by))
            self._audit.write(self._clock(), by, "help_taken", visit_id)
        return visit

    def attach_chart(self, visit_id: str, chart: str, by: str) -> Visit:
        """Tie a visit to a chart, in place of an earlier one; the number is in no log.

        Args:
            visit_id: The visit.
            chart: As scanned or typed: 3 to 30 letters, digits, dashes, dots or slashes.
            by: Who did it.

        Raises:
            InputError: BAD_CHART.
            KioskError: VISIT_UNKNOWN, or StorageError.
        """
        number = chart.strip().upper()
        if not _CHART.fullmatch(number):
            raise InputError(ErrorCode.BAD_CHART, least=3, most=30)
        visit = self._visits.load(visit_id)
        # A visit that is over was offered what it was; only one that goes on is kept from more.
        over = visit.state not in (VisitState.OPEN, VisitState.PAUSED)
        asked = None if over else self._store.asked_at(number, visit_id)
        visit = self._visits.add(visit_id, visit, facts.ChartAttached(number, by, asked))
        self._audit.write(self._clock(), by, "chart_attached", visit_id)
        return visit

    def close_paused(self, visit_id: str, by: str) -> None:
        """Close a paused visit that will not go on."""
        visit = self._visits.load(visit_id)
        self._visits.end(visit_id, visit, facts.Left(Leaving.CLOSED))
        self._audit.write(self._clock(), by, "visit_closed", visit_id)

    def opened(self, visit_id: str, by: str) -> None:
        """Somebody looks at a visit's page."""
        self._audit.write(self._clock(), by, "visit_opened", visit_id)
