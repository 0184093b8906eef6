"""VISIT on the command line: an id, the beginning of one, or a code."""

from __future__ import annotations

from typing import Final

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.visit import VisitState
from kiosk.services.ports import VisitStore

SHOWN: Final = 8
"""Characters of an id that lists show: enough to tell visits apart."""


def find_visit(store: VisitStore, given: str) -> str:
    """The id of the visit meant; the newest of those that carried a code.

    Raises:
        InputError: VISIT_UNKNOWN, or VISIT_AMBIGUOUS when several ids begin like this.
        StorageError: The store failed.
    """
    wanted = given.strip().casefold()
    by_code = store.find_code(wanted)
    if by_code is not None:
        return by_code
    every = [visit_id for state in VisitState for visit_id in store.ids_in(state)]
    found = [visit_id for visit_id in every if wanted and visit_id.startswith(wanted)]
    if wanted in found:
        return wanted
    if len(found) > 1:
        raise InputError(ErrorCode.VISIT_AMBIGUOUS)
    if not found:
        raise InputError(ErrorCode.VISIT_UNKNOWN)
    return found[0]
