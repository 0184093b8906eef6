"""Visits that are never stored, for looking at texts: they go with the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk.domain.code import VisitCode
from kiosk.domain.facts import Entry
from kiosk.domain.visit import Visit, VisitState
from kiosk.services.ports import BoardPlace, BoardRow


class UnstoredVisits:
    """Satisfies `VisitStore` in memory; nobody is ever called, and staff see nothing of it."""

    def __init__(self) -> None:
        self._entries: dict[str, list[Entry]] = {}

    def append(self, visit_id: str, entries: Sequence[Entry], visit: Visit) -> None:
        """Keep facts while the program runs."""
        del visit
        self._entries.setdefault(visit_id, []).extend(entries)

    def entries(self, visit_id: str) -> list[Entry]:
        """All facts of a visit."""
        return list(self._entries.get(visit_id, ()))

    def forget(self, visit_id: str, kept: Sequence[Entry], visit: Visit) -> None:
        """Replace a visit's facts by those kept."""
        del visit
        self._entries[visit_id] = list(kept)

    def remove(self, visit_id: str) -> None:
        """Drop a visit."""
        self._entries.pop(visit_id, None)

    def ids_in(self, state: VisitState) -> list[str]:
        """None: there is nothing to go on with."""
        del state
        return []

    def codes_in_use(self) -> set[VisitCode]:
        """None: nobody else is here."""
        return set()

    def board(
        self, *, limit: int, after: BoardPlace | None = None, code: str = ""
    ) -> list[BoardRow]:
        """Nobody."""
        del limit, after, code
        return []

    def alerts_waiting(self) -> int:
        """None."""
        return 0

    def is_code_open(self, code: VisitCode, but: str) -> bool:
        """Nobody else is here."""
        del code, but
        return False

    def find_code(self, code: str) -> str | None:
        """Nobody."""
        del code
        return None

    def asked_at(self, chart: str, but: str) -> datetime | None:
        """No other visit is kept."""
        del chart, but
        return None
