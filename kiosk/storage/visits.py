"""Visits and their facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kiosk.domain.code import COLOURS, VisitCode
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.domain.facts import Entry
from kiosk.domain.visit import Visit, VisitState
from kiosk.storage.board import board_rows
from kiosk.storage.encoding import (
    from_entry,
    from_microseconds,
    from_time,
    microseconds,
    to_entry,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlite_utils import Database

    from kiosk.services.ports import BoardPlace, BoardRow
    from kiosk.storage.connection import Connection

_UPSERT: Final = """
    INSERT INTO visits (
        id, colour, number, mode, started_at, started_order,
        state, language, updated_at, open_alerts, alert_since, help_wanted,
        reviewed, board_order, chart, form_order, slip
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        state = excluded.state,
        language = excluded.language,
        updated_at = excluded.updated_at,
        open_alerts = excluded.open_alerts,
        alert_since = excluded.alert_since,
        help_wanted = excluded.help_wanted,
        reviewed = excluded.reviewed,
        board_order = excluded.board_order,
        chart = excluded.chart,
        form_order = excluded.form_order,
        slip = excluded.slip
"""
_NEXT: Final = """
    SELECT id, started_order FROM visits
    WHERE (started_order, id) > (?, ?) AND started_order <= ?
    ORDER BY started_order, id LIMIT ?
"""
_BEGINNING: Final = -(2**63)
_END: Final = 2**63 - 1
_AT_ONCE: Final = 200
"""Visits looked up in one go: between two of them others may use the store."""

_ADD_FACT: Final = "INSERT INTO facts (visit_id, at, kind, body) VALUES (?, ?, ?, ?)"


class SqlVisitStore:
    """Satisfies `VisitStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, visit_id: str, entries: Sequence[Entry], visit: Visit) -> None:
        """Add facts and refresh the visit's row, durably, in one transaction."""
        with self._connection.transaction() as database:
            database.execute(_UPSERT, _row(visit_id, visit))
            _add(database, visit_id, entries)

    def entries(self, visit_id: str) -> list[Entry]:
        """All facts of a visit, oldest first; empty when it is unknown."""
        rows = self._connection.rows(
            "SELECT at, kind, body FROM facts WHERE visit_id = ? ORDER BY id", [visit_id]
        )
        return [to_entry(*row) for row in rows]

    def forget(self, visit_id: str, kept: Sequence[Entry], visit: Visit) -> None:
        """Replace a visit's facts by those kept; what goes is overwritten on disk."""
        with self._connection.erasing() as database:
            cursor = database.execute("SELECT 1 FROM visits WHERE id = ?", [visit_id])
            if cursor.fetchone() is None:
                raise StorageError(ErrorCode.VISIT_UNKNOWN)
            database.execute("DELETE FROM facts WHERE visit_id = ?", [visit_id])
            database.execute(_UPSERT, _row(visit_id, visit))
            _add(database, visit_id, kept)

    def remove(self, visit_id: str) -> None:
        """Delete a visit altogether; what goes is overwritten on disk."""
        with self._connection.erasing() as database:
            database.execute("DELETE FROM visits WHERE id = ?", [visit_id])

    def ids_in(self, state: VisitState) -> list[str]:
        """Visits in a state, oldest first."""
        rows = self._connection.rows(
            "SELECT id FROM visits WHERE state = ? ORDER BY started_order, id", [state.value]
        )
        return [row[0] for row in rows]

    def codes_in_use(self) -> set[VisitCode]:
        """Codes of visits that are open, paused, or not yet reviewed."""
        rows = self._connection.rows(
            "SELECT colour, number FROM visits WHERE reviewed = 0"
            " UNION SELECT colour, number FROM visits WHERE state IN (?, ?)",
            [VisitState.OPEN.value, VisitState.PAUSED.value],
        )
        return {VisitCode(colour, number) for colour, number in rows}

    def board(
        self, *, limit: int, after: BoardPlace | None = None, code: str = ""
    ) -> list[BoardRow]:
        """A page of the board: open alerts first (oldest first), then by what there is to do."""
        return board_rows(self._connection, limit=limit, after=after, code=code)

    def alerts_waiting(self) -> int:
        """How many alerts nobody has acknowledged."""
        rows = self._connection.rows(
            "SELECT coalesce(sum(open_alerts), 0) FROM visits INDEXED BY visits_rank"
            " WHERE board_rank = 0"
        )
        return rows[0][0]

    def is_code_open(self, code: VisitCode, but: str) -> bool:
        """Whether a visit other than `but` holds this code and nobody has reviewed it."""
        rows = self._connection.rows(
            "SELECT 1 FROM visits WHERE reviewed = 0 AND colour = ? AND number = ? AND id <> ?"
            " LIMIT 1",
            [code.colour, code.number, but],
        )
        return bool(rows)

    def find_code(self, code: str) -> str | None:
        """The newest visit that carries this code ("green 42")."""
        colour, _, number = " ".join(code.casefold().split()).partition(" ")
        if colour not in COLOURS or not (number.isascii() and number.isdigit()):
            return None
        rows = self._connection.rows(
            "SELECT id FROM visits WHERE colour = ? AND number = ?"
            " ORDER BY started_order DESC LIMIT 1",
            [colour, int(number[:3])],
        )
        return rows[0][0] if rows else None

    def asked_at(self, chart: str, but: str) -> datetime | None:
        """When another visit than `but` of a chart last completed its questionnaire (UTC)."""
        rows = self._connection.rows(
            "SELECT max(form_order) FROM visits WHERE chart = ? AND chart <> '' AND id <> ?",
            [chart, but],
        )
        return None if rows[0][0] is None else from_microseconds(rows[0][0])

    def histories(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[list[Entry]]:
        """The facts of each visit that began in a time, oldest visit first; a few at a time."""
        last = (_BEGINNING if since is None else microseconds(since) - 1, "")
        end = _END if until is None else microseconds(until)
        while found := self._connection.rows(_NEXT, [*last, end, _AT_ONCE]):
            for visit_id, order in found:
                # One that was forgotten or removed meanwhile has nothing to tell.
                if entries := self.entries(visit_id):
                    yield entries
                last = (order, visit_id)


def _add(database: Database, visit_id: str, entries: Sequence[Entry]) -> None:
    for entry in entries:
        database.execute(_ADD_FACT, (visit_id, *from_entry(entry)))


def _row(visit_id: str, visit: Visit) -> tuple[Any, ...]:
    since = min((alert.raised_at for alert in visit.open_alerts), default=None)
    reviewed = visit.reviewed_at is not None
    started, form_ended = microseconds(visit.started_at), visit.form.finished_at
    order = -started if since is None else microseconds(since)
    return (
        *(visit_id, visit.code.colour, visit.code.number, visit.mode),
        *(from_time(visit.started_at), started),
        *(visit.state.value, visit.language, from_time(visit.updated_at)),
        *(len(visit.open_alerts), None if since is None else from_time(since)),
        *(visit.help_wanted, reviewed, order),
        *(visit.chart, None if form_ended is None else microseconds(form_ended), visit.slip),
    )
