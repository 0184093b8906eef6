"""Visits to put into a store."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.facts import Entry, Fact
from kiosk.domain.replay import replay
from kiosk.domain.visit import Visit
from kiosk.services.ports import VisitStore

if TYPE_CHECKING:
    from collections.abc import Sequence

NOON = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC)


def entries_of(
    *happened: Fact, code: tuple[str, int] = ("green", 42), start: datetime = NOON
) -> list[Entry]:
    """A visit that began at `start`, one fact a minute."""
    started = facts.Started(*code, language="en", mode="rehearsal")
    return [
        Entry(start + timedelta(minutes=minute), fact)
        for minute, fact in enumerate((started, *happened))
    ]


def put_visit(
    visits: VisitStore,
    visit_id: str,
    *happened: Fact,
    code: tuple[str, int] = ("green", 42),
    start: datetime = NOON,
) -> Visit:
    """Store a visit whole."""
    entries = entries_of(*happened, code=code, start=start)
    visit = replay(entries)
    visits.append(visit_id, entries, visit)
    return visit


def put_next(visits: VisitStore, visit_id: str, *happened: Fact) -> Visit:
    """Add facts to a stored visit."""
    before: Sequence[Entry] = visits.entries(visit_id)
    added = [Entry(before[-1].at + timedelta(minutes=1), fact) for fact in happened]
    visit = replay([*before, *added])
    visits.append(visit_id, added, visit)
    return visit
