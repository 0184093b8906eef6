"""Figures about the clinic's visits, read from the store one visit after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from kiosk.domain.figures import Figures, Month, figures_of
from kiosk.domain.instrument import Instrument
from kiosk.domain.replay import replay
from kiosk.domain.visit import Visit
from kiosk.services.ports import VisitHistory

_ZONES: Final = timedelta(days=1)
"""A month on any clock of the world lies within a day of the same month in UTC."""


class Quality:
    """Makes figures. Calls take time: keep them off the GUI thread."""

    def __init__(self, history: VisitHistory, instrument: Instrument) -> None:
        self._history = history
        self._instrument = instrument

    def figures(self, first: Month | None = None, last: Month | None = None) -> tuple[Figures, ...]:
        """Figures of the months from `first` to `last`, both included; None: no limit.

        Returns:
            One for each mode that has visits; none where there is no visit.

        Raises:
            StorageError: The visits cannot be read.
        """
        return figures_of(self._visits(first, last), self._instrument, first=first, last=last)

    def _visits(self, first: Month | None, last: Month | None) -> Iterator[Visit]:
        since = None if first is None else _begin(first) - _ZONES
        until = None if last is None else _begin(last.after) + _ZONES
        for entries in self._history.histories(since, until):
            yield replay(entries)


def _begin(month: Month) -> datetime:
    return datetime(month.year, month.month, 1, tzinfo=UTC)
