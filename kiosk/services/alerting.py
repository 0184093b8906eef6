"""Calls staff who are away from the kiosk, again and again, until somebody takes an alert over."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kiosk.domain.code import VisitCode
from kiosk.domain.deliveries import CALLING, Delivery, HandOff, due, failing_since
from kiosk.domain.errors import ErrorCode, KioskError, StorageError
from kiosk.domain.visit import Alert
from kiosk.services.alert_calls import PATIENCE, Caller, Channel
from kiosk.services.ports import Clock, DeliveryStore, VisitStore
from kiosk.services.visits import Visits

TEST_CODE: Final = VisitCode("grey", 0)
"""No visit ever has it."""

_PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Tested:
    """What became of a test."""

    channel: str
    error: KioskError | None


class Alerting:
    """Calls by every channel that is due. What went out is stored: a restart goes on there."""

    def __init__(
        self,
        store: VisitStore,
        visits: Visits,
        deliveries: DeliveryStore,
        channels: Sequence[Channel],
        clock: Clock,
        *,
        repeat: timedelta,
        patience: float = PATIENCE,
    ) -> None:
        """`repeat` is how long an alert waits for an answer before it goes out again.

        `patience` is how many seconds a channel has.
        """
        self._store = store
        self._visits = visits
        self._deliveries = deliveries
        self._channels = {channel.name: channel for channel in channels}
        self._repeat = repeat
        self._clock = clock
        self._caller = Caller(patience)
        self._turn = threading.Lock()
        self._unsaved: list[Delivery] = []

    @property
    def names(self) -> tuple[str, ...]:
        """The channels in their order."""
        return tuple(self._channels)

    def run(self) -> None:
        """Call by every channel that is due now. Blocks for as long as the channels do.

        Raises:
            KioskError: What is due, or what went out, cannot be read or kept.
        """
        with self._turn:
            self._caller.begin()
            fault: KioskError | None = None
            for visit_id in list(self._waiting()) if self._channels else []:
                try:
                    self._call_for(visit_id)
                except KioskError as error:
                    # A visit that is damaged must not silence the others.
                    fault = error
            self._save()
            if fault is not None:
                raise fault

    def stop(self) -> None:
        """Let a call that is under way be, and begin no other."""
        self._caller.stop()

    def test(self) -> list[Tested]:
        """Send a marked test through every channel; those that arrive are remembered.

        Raises:
            KioskError: CHANNEL_NONE, or StorageError.
        """
        if not self._channels:
            raise KioskError(ErrorCode.CHANNEL_NONE)
        with self._turn:
            self._caller.begin()
            return [self._test(channel) for channel in self._channels.values()]

    def last_test(self, name: str) -> datetime | None:
        """When a test last arrived by this channel as it is set up now."""
        return self._deliveries.last_test(name, self._channels[name].target)

    def failing(self) -> tuple[str, ...]:
        """The channels whose last call did not arrive, unless a test did later."""
        return tuple(name for name in self._channels if self._is_failing(name))

    def handing_off(self) -> HandOff | None:
        """What other systems have not taken over of the calls that nobody has answered.

        None where no channel leads to another system.

        Raises:
            StorageError: The store cannot be read.
        """
        away = tuple(channel.name for channel in self._channels.values() if channel.away)
        if not away:
            return None
        failing = [since for visit_id in self._waiting() for since in self._lost(visit_id, away)]
        return HandOff(away, len(failing), min(failing, default=None))

    def _lost(self, visit_id: str, names: Sequence[str]) -> Iterator[datetime]:
        """Since when a visit's calls fail, for each of these channels by which one does."""
        try:
            visit = self._visits.load(visit_id)
        except KioskError:
            # A visit that is damaged must not hide the others.
            return
        alerts = {alert.number for alert in visit.open_alerts if alert.kind in CALLING}
        sent = [each for each in self._sent(visit_id) if each.alert in alerts]
        for name in names:
            by_alert = ([d for d in sent if (d.alert, d.channel) == (a, name)] for a in alerts)
            if found := [since for calls in by_alert if (since := failing_since(calls))]:
                yield min(found)

    def _sent(self, visit_id: str) -> list[Delivery]:
        """What went out for a visit, also what could not be kept."""
        unsaved = [each for each in self._unsaved if each.visit_id == visit_id]
        return [*self._deliveries.of_visit(visit_id), *unsaved]

    def _is_failing(self, name: str) -> bool:
        last = self._deliveries.latest(name)
        if last is None or last.ok:
            return False
        tested = self.last_test(name)
        return tested is None or tested < last.at

    def _waiting(self) -> Iterator[str]:
        """Visits with an alert that nobody has taken over, the longest waiting first."""
        after = None
        # Rows with open alerts come first: the first one without ends the list.
        while page := self._store.board(limit=_PAGE, after=after):
            for row in page:
                if not row.open_alerts:
                    return
                yield row.visit_id
            after = page[-1].place

    def _call_for(self, visit_id: str) -> None:
        """Call until nothing is due; somebody may take the alerts over in between."""
        while not self._caller.is_stopped:
            visit = self._visits.load(visit_id)
            alerts = [alert for alert in visit.open_alerts if alert.kind in CALLING]
            name = self._due(visit_id, alerts)
            if name is None:
                return
            at = self._clock()
            error = self._caller.send(self._channels[name], visit.code)
            if self._caller.is_stopped:
                return
            code = error.code.value if error else ""
            # One call serves all of a visit's alerts: it tells no more than the code.
            self._unsaved += [Delivery(visit_id, a.number, name, at, code) for a in alerts]
            with suppress(StorageError):
                self._save()

    def _due(self, visit_id: str, alerts: Sequence[Alert]) -> str | None:
        """The first channel by which one of a visit's alerts is to go out now."""
        before = self._sent(visit_id)
        routes = [channel.route for channel in self._channels.values()]
        for alert in alerts:
            own = [each for each in before if each.alert == alert.number]
            names = due(alert.raised_at, own, routes, self._repeat, self._clock())
            if names:
                return names[0]
        return None

    def _save(self) -> None:
        """Keep what went out.

        What cannot be kept, as the disk is full, still counts: the same call would go out every
        few seconds otherwise.
        """
        if self._unsaved:
            self._deliveries.add(self._unsaved)
            self._unsaved = []

    def _test(self, channel: Channel) -> Tested:
        error = self._caller.send(channel, TEST_CODE, test=True)
        if error is None:
            self._deliveries.tested(channel.name, channel.target, self._clock())
        return Tested(channel.name, error)
