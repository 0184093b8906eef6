"""When a call to staff goes out, again and by which channel, until somebody answers it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kiosk.domain.facts import AlertKind

CALLING: Final = frozenset(
    {AlertKind.ITEM_10, AlertKind.WARNING_SIGN, AlertKind.BLOOD_PRESSURE_SEVERE}
)
"""What staff are called for now. A high blood pressure is told today: it waits on the board."""

RETRY: Final = timedelta(minutes=1)
"""A channel that failed is tried again after so long, or after the interval if that is shorter."""


@dataclass(frozen=True, slots=True)
class Route:
    """A channel by its name; it joins when an alert has waited for `after`."""

    name: str
    after: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A call that went out by a channel; `error` is the code of what kept it from arriving."""

    visit_id: str
    alert: int
    channel: str
    at: datetime
    error: str = ""

    @property
    def ok(self) -> bool:
        """Whether it reached the channel's other end."""
        return not self.error


@dataclass(frozen=True, slots=True)
class HandOff:
    """How it stands with what goes to other systems.

    Attributes:
        to: The ways there, by their names.
        waiting: How much has not arrived.
        since: When the first of that failed for the first time.
    """

    to: tuple[str, ...]
    waiting: int = 0
    since: datetime | None = None


def failing_since(deliveries: Iterable[Delivery]) -> datetime | None:
    """When the first of those calls went out that have failed up to the last; None if that arrived.

    Args:
        deliveries: What went out for one alert by one channel, oldest first.
    """
    since: datetime | None = None
    for delivery in deliveries:
        since = None if delivery.ok else since or delivery.at
    return since


def due(
    raised_at: datetime,
    deliveries: Sequence[Delivery],
    routes: Sequence[Route],
    repeat: timedelta,
    now: datetime,
) -> tuple[str, ...]:
    """The channels by which an open alert goes out now.

    The first channel calls at once; others join when their time has come, or when the channel
    before them in the order has failed. Each repeats.

    Args:
        raised_at: When the alert was raised.
        deliveries: What went out for this alert so far, oldest first.
        routes: The channels in their order.
        repeat: After so long a channel calls again.
        now: The present time.
    """
    last = {delivery.channel: delivery for delivery in deliveries}
    calling = _calling(now - raised_at, last, routes)
    return tuple(
        route.name
        for route in calling
        if route.name not in last or _is_over(last[route.name], repeat, now)
    )


def _calling(
    waited: timedelta, last: Mapping[str, Delivery], routes: Sequence[Route]
) -> list[Route]:
    """The channels that take part by now."""
    found: list[Route] = []
    stand_in = True
    for route in routes:
        calls = stand_in or waited >= route.after
        if calls:
            found.append(route)
        stand_in = calls and route.name in last and not last[route.name].ok
    return found


def _is_over(delivery: Delivery, repeat: timedelta, now: datetime) -> bool:
    """Whether the pause after a call has passed; a clock that was set back ends it too."""
    pause = repeat if delivery.ok else min(RETRY, repeat)
    return not timedelta(0) <= now - delivery.at < pause
