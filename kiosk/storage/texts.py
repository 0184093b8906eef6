"""Installed wordings of instruments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.storage.encoding import from_installed, from_time, to_installed

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.domain.instrument_text import InstalledText
    from kiosk.storage.connection import Connection


class SqlTextStore:
    """Satisfies `TextStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, installed: InstalledText, at: datetime) -> None:
        """Install, in place of an earlier one in the same language."""
        text = installed.text
        row = (
            *(text.instrument, text.language, text.version, installed.verified),
            *(from_time(at), from_installed(installed)),
        )
        with self._connection.erasing() as database:
            database.execute(
                "INSERT OR REPLACE INTO texts"
                " (instrument, language, version, verified, installed_at, body)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )

    def get(self, instrument: str, language: str) -> InstalledText | None:
        """The wording in this language, if any."""
        rows = self._connection.rows(
            "SELECT body FROM texts WHERE instrument = ? AND language = ?", [instrument, language]
        )
        return to_installed(rows[0][0]) if rows else None

    def all(self) -> list[InstalledText]:
        """Every installed wording, by language."""
        rows = self._connection.rows("SELECT body FROM texts ORDER BY language, instrument")
        return [to_installed(body) for (body,) in rows]

    def remove(self, instrument: str, language: str) -> bool:
        """Remove a wording; whether there was one."""
        with self._connection.erasing() as database:
            cursor = database.execute(
                "DELETE FROM texts WHERE instrument = ? AND language = ?", [instrument, language]
            )
            return cursor.rowcount > 0
