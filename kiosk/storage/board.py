"""Pages of the board, quick however many visits there are."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from kiosk.domain.code import COLOURS, HIGHEST_NUMBER, LOWEST_NUMBER, VisitCode
from kiosk.domain.visit import VisitState
from kiosk.services.ports import BoardPlace, BoardRow
from kiosk.storage.encoding import to_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.storage.connection import Connection

# Each is one walk along a narrow index, from the place where the page before ended; only the rows
# of the page itself are fetched.
_BEHIND: Final = "(board_rank, board_order, rowid) > (?, ?, ?)"
_ORDER: Final = "ORDER BY board_rank, board_order, rowid LIMIT ?"
_PLACE: Final = "SELECT board_rank, board_order, rowid FROM visits INDEXED BY"
_PAGE: Final = f"{_PLACE} visits_rank WHERE {_BEHIND} {_ORDER}"
_OF_COLOUR: Final = f"{_PLACE} visits_rank_colour WHERE colour = ? AND {_BEHIND} {_ORDER}"
_OF_CODE: Final = (
    f"{_PLACE} visits_rank_code WHERE colour = ? AND number = ? AND {_BEHIND} {_ORDER}"
)
_ROWS: Final = """
    SELECT board_rank, board_order, rowid,
        id, colour, number, state, language, started_at, updated_at, open_alerts,
        alert_since, slip, help_wanted, printed, reviewed
    FROM visits WHERE rowid IN (SELECT value FROM json_each(?))
    ORDER BY board_rank, board_order, rowid
"""
_FIRST: Final = BoardPlace(-1, 0, 0)
"""Before every row."""


def board_rows(
    connection: Connection, *, limit: int, after: BoardPlace | None, code: str
) -> list[BoardRow]:
    """A page of the board.

    Args:
        connection: The database.
        limit: Rows at most.
        after: The place of the last row before the page; None for the first page.
        code: Keeps the rows whose code contains it; all when empty.
    """
    behind = after or _FIRST
    walk = [behind.rank, behind.order, behind.row, limit]
    found = (connection.rows(query, [*wanted, *walk]) for query, wanted in _walks(code))
    page = [row for *_, row in sorted(chain.from_iterable(found))[:limit]]
    return [_board_row(row) for row in connection.rows(_ROWS, [json.dumps(page)])]


def _walks(code: str) -> Iterator[tuple[str, list[str | int]]]:
    """The queries whose rows together hold the page: one for all, for a colour, or for a code."""
    wanted = " ".join(code.casefold().split())
    if not wanted:
        yield _PAGE, []
        return
    numbers = range(LOWEST_NUMBER, HIGHEST_NUMBER + 1)
    for colour in COLOURS:
        held = [number for number in numbers if wanted in str(VisitCode(colour, number))]
        if len(held) == len(numbers):
            yield _OF_COLOUR, [colour]
        else:
            yield from ((_OF_CODE, [colour, number]) for number in held)


def _board_row(row: tuple[Any, ...]) -> BoardRow:
    rank, order, number_of_row, visit_id, colour, number, state, language, *rest = row
    started_at, updated_at, alerts, since, slip, *marks = rest
    help_wanted, printed, reviewed = (bool(mark) for mark in marks)
    return BoardRow(
        visit_id=visit_id,
        code=VisitCode(colour, number),
        state=VisitState(state),
        language=language,
        started_at=to_time(started_at),
        updated_at=to_time(updated_at),
        open_alerts=alerts,
        alert_since=None if since is None else to_time(since),
        help_wanted=help_wanted,
        printed=printed,
        reviewed=reviewed,
        slip=slip,
        place=BoardPlace(rank, order, number_of_row),
    )
