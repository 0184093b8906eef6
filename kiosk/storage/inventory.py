"""What a database holds, to be compared with its copy; and whether a copy is sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.audit import AuditHead, AuditLine, find_break

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Inventory:
    """Rows by table, how far the audit log has come, and its first broken line, if any."""

    rows: tuple[tuple[str, int], ...]
    head: AuditHead
    broken: int | None

    @property
    def visits(self) -> int:
        """How many visits it holds."""
        return dict(self.rows).get("visits", 0)


def take_inventory(database: Database) -> Inventory:
    """Count a database through.

    Raises:
        dbapi2.Error: It cannot be read.
    """
    tables = [
        name
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
            " ESCAPE '\\' ORDER BY name"
        )
    ]
    rows: list[tuple[str, int]] = []
    for table in tables:
        (count,) = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - its own names
        rows.append((table, count))
    lines = [
        AuditLine(*row)
        for row in database.execute(
            'SELECT seq, at, by, "action", subject, previous, hash FROM audit_log ORDER BY seq'
        )
    ]
    head = AuditHead(lines[-1].seq, lines[-1].hash) if lines else AuditHead()
    kept = database.execute("SELECT seq, hash FROM audit_head") if "audit_head" in tables else ()
    found = find_break(lines, *(AuditHead(*row) for row in kept))
    return Inventory(tuple(rows), head, found.seq if found else None)


def is_sound(database: Database, file: Path) -> bool:
    """Whether every page is as it was written, the tables fit together, and nothing is cut off.

    Raises:
        dbapi2.Error: It cannot be read.
    """
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    # SQLCipher gives this one as text.
    (size,) = database.execute("PRAGMA page_size").fetchone()
    return (
        file.stat().st_size == pages * int(size)
        and not database.execute("PRAGMA cipher_integrity_check").fetchall()
        and database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        and not database.execute("PRAGMA foreign_key_check").fetchall()
    )
