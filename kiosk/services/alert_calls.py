"""One call by one channel: waited for a while, never for ever."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Final

from kiosk.domain.code import VisitCode
from kiosk.domain.deliveries import Route
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.ports import AlertChannel

PATIENCE: Final = 40.0
"""Seconds after which a channel that neither arrives nor fails counts as failed."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as it is set up.

    Attributes:
        route: Its name, and when it joins.
        target: Where it leads, as a hash.
        by: What sends.
        away: Whether another system takes the call over, rather than people in the clinic.
    """

    route: Route
    target: str
    by: AlertChannel
    away: bool = False

    @property
    def name(self) -> str:
        """As staff know it."""
        return self.route.name


class Unavailable:
    """Satisfies `AlertChannel` where this program cannot use a channel."""

    def __init__(self, code: ErrorCode, *, reason: str) -> None:
        self._code = code
        self._reason = reason

    def send(self, code: VisitCode, *, test: bool = False) -> None:
        """Fail."""
        del code, test
        raise KioskError(self._code, reason=self._reason)


class Caller:
    """Calls by channels, each call in a thread of its own."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._calls: dict[str, _Call] = {}
        self._broken: dict[str, KioskError] = {}
        self._stopped = threading.Event()

    @property
    def is_stopped(self) -> bool:
        """Whether no call is waited for any more."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Let a call that is under way be; whoever waits for it goes on at once."""
        self._stopped.set()
        for call in list(self._calls.values()):
            call.over.set()

    def begin(self) -> None:
        """Try every channel again."""
        self._broken.clear()

    def send(self, channel: Channel, code: VisitCode, *, test: bool = False) -> KioskError | None:
        """Call, and give what kept it from arriving.

        A channel that has failed since `begin`, or hangs from an earlier call, is not waited for
        once more: the next channel must not be kept waiting.
        """
        if channel.name in self._broken:
            return self._broken[channel.name]
        hanging = self._calls.get(channel.name)
        if hanging is not None and hanging.is_alive():
            error: KioskError | None = KioskError(ErrorCode.CHANNEL_SILENT)
        else:
            call = self._calls[channel.name] = _Call(channel.by, code, test=test)
            call.start()
            call.over.wait(0 if self.is_stopped else self._patience)
            error = call.error
        if error is not None:
            self._broken[channel.name] = error
        return error


class _Call(threading.Thread):
    """One call by one channel; ends with the program whatever the channel does."""

    def __init__(self, by: AlertChannel, code: VisitCode, *, test: bool) -> None:
        super().__init__(name="alert", daemon=True)
        self._by = by
        self._code = code
        self._test = test
        self.over = threading.Event()
        self.error: KioskError | None = KioskError(ErrorCode.CHANNEL_SILENT)

    def run(self) -> None:
        """Send."""
        try:
            self._by.send(self._code, test=self._test)
        except KioskError as error:
            self.error = error
        else:
            self.error = None
        finally:
            self.over.set()
