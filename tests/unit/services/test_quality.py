"""Figures from the store, month by month."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.epds import EPDS
from kiosk.domain.facts import Entry
from kiosk.domain.figures import Figure, Month
from kiosk.services.quality import Quality
from tests.helpers.stored_visits import entries_of

MARCH, APRIL = datetime(2026, 3, 31, 23, tzinfo=UTC), datetime(2026, 4, 1, 1, tzinfo=UTC)


@dataclass
class FakeHistory:
    """Satisfies `VisitHistory`; keeps what it was asked for."""

    visits: list[list[Entry]]
    asked: list[tuple[datetime | None, datetime | None]] = field(default_factory=list)

    def histories(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[list[Entry]]:
        self.asked.append((since, until))
        yield from self.visits


def stored(count, start):
    told = facts.StageGiven(Stage.PREGNANT)
    return [entries_of(told, start=start) for _ in range(count)]


def test_all_visits_count_where_no_month_is_named():
    history = FakeHistory([*stored(6, MARCH), *stored(7, APRIL)])
    (figures,) = Quality(history, EPDS).figures()
    assert (figures.visits, figures.first, figures.last) == (13, Month(2026, 3), Month(2026, 4))
    assert history.asked == [(None, None)]


def test_the_store_is_asked_for_a_little_more_because_of_the_zones():
    history = FakeHistory([*stored(6, MARCH), *stored(7, APRIL)])
    (figures,) = Quality(history, EPDS).figures(Month(2026, 4), Month(2026, 4))
    assert figures.visits == 7
    assert [cell.key for cell in figures.counted(Figure.MONTHS).cells] == ["2026-04"]
    ((since, until),) = history.asked
    assert since is not None
    assert until is not None
    assert since < datetime(2026, 4, 1, tzinfo=UTC)
    assert until > datetime(2026, 5, 1, tzinfo=UTC)


def test_without_a_visit_there_are_no_figures():
    assert Quality(FakeHistory([]), EPDS).figures() == ()
