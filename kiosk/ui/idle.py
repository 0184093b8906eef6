"""The idle clock: warns, counts down, expires. Time is handed in, so tests need no waiting."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 250


def _never() -> bool:
    return False


class IdleWatch(QObject):
    """Watches for a screen that nobody touches.

    Signals:
        warned: Whole seconds left until it expires; every tick during the countdown.
        cleared: A touch ended the countdown.
        expired: Nobody came.
    """

    warned = Signal(int)
    cleared = Signal()
    expired = Signal()

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`clock` gives seconds that never run backwards."""
        super().__init__(parent)
        self.clock = clock
        self._limit = 0
        self._countdown = 0
        self._last = clock()
        self._warning = False
        self._held_at: float | None = None
        self.busy: Callable[[], bool] = _never
        """Whether something goes on that shows that somebody is there, such as sound."""
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def watch(self, limit: int, countdown: int) -> None:
        """Warn after `limit` seconds, expire `countdown` seconds later; 0 limit: never."""
        self._limit, self._countdown = limit, countdown
        self._end_warning()
        self._last = self.clock()
        if limit:
            self._timer.start()
        else:
            self._timer.stop()

    def hold(self) -> None:
        """Stand still: the time until `resume` counts for nothing."""
        if self._held_at is None:
            self._held_at = self.clock()

    def resume(self) -> None:
        """Go on where it stood."""
        if self._held_at is not None:
            self._last += self.clock() - self._held_at
            self._held_at = None

    def touch(self) -> None:
        """Somebody is there."""
        self._last = self.clock()
        self._end_warning()

    @property
    def seconds_left(self) -> int | None:
        """Whole seconds until it expires; None while nothing is watched."""
        if not self._limit:
            return None
        now = self.clock() if self._held_at is None else self._held_at
        left = self._limit + self._countdown - (now - self._last)
        return max(0, round(left + 0.49))

    def tick(self) -> None:
        """Look at the clock."""
        if not self._limit or self._held_at is not None:
            return
        if self.busy():
            self._last = self.clock()
        left = self._limit + self._countdown - (self.clock() - self._last)
        if left <= 0:
            self.watch(0, 0)
            self.expired.emit()
        elif self._countdown and left <= self._countdown:
            self._warning = True
            self.warned.emit(round(left + 0.49))

    def _end_warning(self) -> None:
        if self._warning:
            self._warning = False
            self.cleared.emit()
