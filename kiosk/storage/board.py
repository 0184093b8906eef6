"""Pages of the board, quick however many visits there are."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from kiosk.domain.code import COLOURS, HIGHEST_NUMBER, LOWEST_NUMBER, VisitCode
from kiosk.domain.visit import VisitState
from kiosk.services.ports import BoardRow
from kiosk.storage.encoding import to_time

if TYPE_CHECKING:
    from kiosk.storage.connection import Connection

# The narrow index is walked over the rows that are left out; only a page's rows are fetched.
_PAGE: Final = """
    SELECT rowid FROM visits INDEXED BY visits_board
    ORDER BY board_group, board_order, rowid LIMIT ? OFFSET ?
"""
_PAGE_OF_CODES: Final = """
    SELECT rowid FROM visits INDEXED BY visits_board
    WHERE colour || number IN (SELECT value FROM json_each(?))
    ORDER BY board_group, board_order, rowid LIMIT ? OFFSET ?
"""
_ONE_CODE: Final = """
    SELECT board_group, board_order, rowid FROM visits INDEXED BY visits_code
    WHERE colour = ? AND number = ? ORDER BY board_group, board_order, rowid LIMIT ?
"""
_ROWS: Final = """
    SELECT id, colour, number, state, language, started_at, updated_at, open_alerts,
        alert_since, help_wanted, printed, reviewed
    FROM visits WHERE rowid IN (SELECT value FROM json_each(?))
    ORDER BY board_group, board_order, rowid
"""
_FEW: Final = 100
"""Up to so many codes each is looked up by itself; more make up a good part of the board."""


def board_rows(connection: Connection, *, limit: int, offset: int, code: str) -> list[BoardRow]:
    """A page of the board.

    Args:
        connection: The database.
        limit: Rows at most.
        offset: Rows to leave out first.
        code: Keeps the rows whose code contains it; all when empty.
    """
    wanted = " ".join(code.casefold().split())
    if wanted:
        codes = [known for known in _all_codes() if wanted in str(known)]
        page = _page_of(connection, codes, limit, offset)
    else:
        page = [row for (row,) in connection.rows(_PAGE, [limit, offset])]
    return [_board_row(row) for row in connection.rows(_ROWS, [json.dumps(page)])]


def _page_of(connection: Connection, codes: list[VisitCode], limit: int, offset: int) -> list[int]:
    if len(codes) > _FEW:
        names = json.dumps([f"{code.colour}{code.number}" for code in codes])
        return [row for (row,) in connection.rows(_PAGE_OF_CODES, [names, limit, offset])]
    each = (
        connection.rows(_ONE_CODE, [code.colour, code.number, limit + offset]) for code in codes
    )
    return [row for *_, row in sorted(chain.from_iterable(each))[offset : offset + limit]]


def _all_codes() -> list[VisitCode]:
    numbers = range(LOWEST_NUMBER, HIGHEST_NUMBER + 1)
    return [VisitCode(colour, number) for colour in COLOURS for number in numbers]


def _board_row(row: tuple[Any, ...]) -> BoardRow:
    visit_id, colour, number, state, language, started_at, updated_at, alerts, since, *marks = row
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
    )
