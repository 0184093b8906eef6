"""Many visits at once, for figures about them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, Fact, Outcome
from kiosk.domain.replay import replay
from kiosk.domain.visit import Visit
from tests.helpers.stored_visits import entries_of

US_FORM = "cox-holden-sagovsky-1987-us-form"
RISING = (1, 2, 4)
"""Items of the EPDS whose points rise down the page."""


def positions_for(total: int) -> list[int]:
    """Ten positions that add up to a total, item 10 above zero only from 28 on."""
    points = [min(3, max(0, total - 3 * item)) for item in range(10)]
    return [
        point + 1 if number in RISING else 4 - point for number, point in enumerate(points, start=1)
    ]


def answered(total: int, version: str = US_FORM) -> list[Fact]:
    """The facts of a complete questionnaire with this total."""
    opened = facts.InstrumentOpened("epds", version, "en", verified=True)
    items = [
        facts.ItemAnswered("epds", number, position, seconds=12.0)
        for number, position in enumerate(positions_for(total), start=1)
    ]
    return [opened, *items, facts.InstrumentFinished("epds")]


def taken_over(number: int, kind: AlertKind) -> list[Fact]:
    """An alert that somebody acknowledges a minute later."""
    return [
        facts.AlertRaised(number, kind),
        facts.AlertAcknowledged(number, "Ann", Outcome.SEEN),
    ]


def visits_of(
    count: int,
    *happened: Fact,
    mode: str = "clinic",
    language: str = "en",
    start: datetime = datetime(2026, 3, 2, 12, tzinfo=UTC),
) -> Iterator[Visit]:
    """So many visits, all alike, an hour apart."""
    for hour in range(count):
        told = (facts.StageGiven(Stage.POSTPARTUM), *happened)
        first, *others = entries_of(*told, start=start + timedelta(hours=hour))
        begun = facts.Started("green", 42, language=language, mode=mode)
        yield replay([replace(first, fact=begun), *others])


def together(*groups: Iterable[Visit]) -> list[Visit]:
    """All of them."""
    return [visit for group in groups for visit in group]
