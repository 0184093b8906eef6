"""Visit slips: staff hand one out, the next visit carries its code."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain import facts
from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.domain.slip import MOST, is_slip_code, slip_code
from kiosk.domain.visit import Visit
from kiosk.services.ports import AuditLog, Clock, SlipStore
from kiosk.services.visits import Visits


@dataclass(frozen=True, slots=True)
class MadeSlip:
    """A slip that may be handed out; `error` tells why it was not printed: then write it down."""

    code: str
    error: KioskError | None = None


class Slips:
    """Makes slips and ties them to visits. No code is ever given twice."""

    def __init__(  # noqa: PLR0917 - handed in by name
        self,
        store: SlipStore,
        visits: Visits,
        audit: AuditLog,
        clock: Clock,
        print_slip: Callable[[str], None],
        below: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        """`print_slip` prints one, and raises KioskError where it did not come out."""
        self._store = store
        self._visits = visits
        self._audit = audit
        self._clock = clock
        self._print = print_slip
        self._below = below

    def make(self, by: str) -> MadeSlip:
        """Make a slip and print it; blocks as long as the printer may take.

        Raises:
            StorageError: It could not be kept, and is not printed.
        """
        code = slip_code(self._below(MOST))
        while not self._store.add(code, self._clock(), by):
            code = slip_code(self._below(MOST))
        self._audit.write(self._clock(), by, "slip_made")
        try:
            self._print(code)
        except KioskError as error:
            return MadeSlip(code, error)
        return MadeSlip(code)

    def take(self, visit_id: str, visit: Visit, text: str, by: str = "") -> Visit:
        """Tie a slip to a visit, in place of an earlier one; `by` is empty for the visitor.

        Raises:
            InputError: SLIP_UNKNOWN: no such slip was handed out, or another visit carries it.
            StorageError: It could not be saved.
        """
        code = "".join(text.split())
        if code and code == visit.slip:
            return visit
        if not is_slip_code(code) or not self._store.is_free(code):
            raise InputError(ErrorCode.SLIP_UNKNOWN)
        visit = self._visits.add(visit_id, visit, facts.SlipAttached(code, by))
        self._store.give(code, visit_id)
        return visit

    def attach(self, visit_id: str, text: str, by: str) -> Visit:
        """Tie a slip to a visit for staff.

        Raises:
            KioskError: VISIT_UNKNOWN, or as `take`.
        """
        visit = self.take(visit_id, self._visits.load(visit_id), text, by)
        self._audit.write(self._clock(), by, "slip_attached", visit_id)
        return visit
