"""Channels and deliveries for alerts, in memory."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk.domain.code import VisitCode
from kiosk.domain.deliveries import Delivery, Route
from kiosk.domain.errors import ErrorCode, KioskError, StorageError
from kiosk.services.alert_calls import Channel


@dataclass
class FakeChannel:
    """Satisfies `AlertChannel`; `works` and `hangs` say what becomes of a call."""

    works: bool = True
    hangs: threading.Event | None = None
    sent: list[tuple[str, bool]] = field(default_factory=list)

    def send(self, code: VisitCode, *, test: bool = False) -> None:
        self.sent.append((str(code), test))
        if self.hangs is not None:
            self.hangs.wait(30)
        if not self.works:
            raise KioskError(ErrorCode.WEBHOOK_FAILED, reason="no answer")

    @property
    def codes(self) -> list[str]:
        """The codes that were told."""
        return [code for code, _test in self.sent]


@dataclass
class MemoryDeliveries:
    """Satisfies `DeliveryStore`; `full` refuses writing as a full disk does."""

    kept: list[Delivery] = field(default_factory=list)
    tests: dict[tuple[str, str], datetime] = field(default_factory=dict)
    full: bool = False

    def add(self, deliveries: Sequence[Delivery]) -> None:
        if self.full:
            raise StorageError(ErrorCode.DISK_FULL)
        self.kept.extend(deliveries)

    def of_visit(self, visit_id: str) -> list[Delivery]:
        return [one for one in self.kept if one.visit_id == visit_id]

    def latest(self, channel: str) -> Delivery | None:
        return next((one for one in reversed(self.kept) if one.channel == channel), None)

    def tested(self, channel: str, target: str, at: datetime) -> None:
        self.tests[channel, target] = at

    def last_test(self, channel: str, target: str) -> datetime | None:
        return self.tests.get((channel, target))


def channel(
    name: str, by: FakeChannel, after: float = 0, target: str = "there", *, away: bool = False
) -> Channel:
    """A channel that joins after so many minutes."""
    return Channel(Route(name, timedelta(minutes=after)), target, by, away=away)
