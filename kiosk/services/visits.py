"""Visits in the store: begin, add facts, end, forget, and recover after a crash."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from uuid import uuid4

from kiosk.domain import facts
from kiosk.domain.alerts import due_alerts, due_notes
from kiosk.domain.code import VisitCode, free_codes
from kiosk.domain.epds import EPDS
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import Entry, Fact, Leaving
from kiosk.domain.instrument import Instrument
from kiosk.domain.replay import advance, replay
from kiosk.domain.visit import Visit, VisitState
from kiosk.services.ports import Clock, VisitStore


class Visits:
    """Keeps visits durably; every method has saved before it returns."""

    def __init__(
        self,
        store: VisitStore,
        clock: Clock,
        mode: str,
        choose: Callable[[Sequence[VisitCode]], VisitCode] = secrets.choice,
        instrument: Instrument = EPDS,
    ) -> None:
        self._store = store
        self._clock = clock
        self._mode = mode
        self._choose = choose
        self._instrument = instrument

    def begin(self, language: str) -> tuple[str, Visit]:
        """Open a visit; gives (visit id, visit).

        Raises:
            KioskError: NO_CODE_FREE, or StorageError.
        """
        free = list(free_codes(self._store.codes_in_use()))
        if not free:
            raise KioskError(ErrorCode.NO_CODE_FREE)
        code = self._choose(free)
        visit_id = uuid4().hex
        started = facts.Started(code.colour, code.number, language, self._mode)
        entries = [Entry(self._clock(), started)]
        visit = replay(entries)
        self._store.append(visit_id, entries, visit)
        return visit_id, visit

    def load(self, visit_id: str) -> Visit:
        """The visit as it stands.

        Raises:
            KioskError: VISIT_UNKNOWN, or StorageError.
        """
        entries = self._store.entries(visit_id)
        if not entries:
            raise KioskError(ErrorCode.VISIT_UNKNOWN)
        return replay(entries)

    def add(self, visit_id: str, visit: Visit, *new: Fact, leaving: bool = False) -> Visit:
        """Add facts, and with `leaving` the alerts that are due, in one transaction."""
        now = self._clock()
        entries = [Entry(now, fact) for fact in new]
        after = visit
        for entry in entries:
            after = advance(after, entry)
        if leaving:
            for fact in due_alerts(after, self._instrument):
                entries.append(Entry(now, fact))
                after = advance(after, entries[-1])
        if entries:
            self._store.append(visit_id, entries, after)
        return after

    def end(self, visit_id: str, visit: Visit, last: Fact) -> Visit | None:
        """End a visit with its last fact; a visit without any answer is removed (None)."""
        if not visit.has_answers:
            self._store.remove(visit_id)
            return None
        due = (*due_alerts(visit, self._instrument), *due_notes(visit, self._instrument))
        return self.add(visit_id, visit, *due, last)

    def forget(self, visit_id: str) -> Visit:
        """Forget her answers; alerts stay. Gives the visit that is left."""
        kept = [e for e in self._store.entries(visit_id) if not isinstance(e.fact, facts.ANSWERS)]
        if not kept:
            raise KioskError(ErrorCode.VISIT_UNKNOWN)
        kept.append(Entry(self._clock(), facts.Forgotten()))
        visit = replay(kept)
        self._store.forget(visit_id, kept, visit)
        return visit

    def recover(self) -> list[str]:
        """Close visits that a crash left open, raising what alerts they call for."""
        found = self._store.ids_in(VisitState.OPEN)
        return [
            visit_id
            for visit_id in found
            if self.end(visit_id, self.load(visit_id), facts.Left(Leaving.CRASH)) is not None
        ]

    def expire_paused(self, minutes: int) -> None:
        """Close paused visits that nobody reopened for `minutes`."""
        now = self._clock()
        for visit_id in self._store.ids_in(VisitState.PAUSED):
            visit = self.load(visit_id)
            if (now - visit.updated_at).total_seconds() >= minutes * 60:
                self.end(visit_id, visit, facts.Left(Leaving.EXPIRED))
