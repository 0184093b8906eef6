"""Has staff called while the kiosk runs: at once after an alert, and again while it waits."""

from __future__ import annotations

import logging
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.errors import KioskError
from kiosk.ui.runner import Runner

_log = logging.getLogger(__name__)
EVERY_MS = 10_000


class Calls(Protocol):
    """What has staff called: the service `Alerting`."""

    @property
    def names(self) -> tuple[str, ...]:
        """The channels."""
        ...

    def run(self) -> None:
        """Call by every channel that is due now."""
        ...

    def stop(self) -> None:
        """Let a call that is under way be."""
        ...


class AlertWatch(QObject):
    """Runs the alerting in a thread of its own: no tap and no staff screen waits for a printer."""

    _ended = Signal()

    def __init__(self, alerting: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._alerting = alerting
        self._runner = Runner(self)
        self._busy = False
        self._again = False
        self._ended.connect(self._on_ended)
        self._every = QTimer(self)
        self._every.setInterval(EVERY_MS)
        self._every.timeout.connect(self.look)

    @property
    def is_busy(self) -> bool:
        """Whether a look is under way."""
        return self._busy

    @property
    def is_running(self) -> bool:
        """Whether it looks again and again."""
        return self._every.isActive()

    def start(self) -> None:
        """Look now, and every few seconds from now on; not at all where no channel is set up."""
        if self._alerting.names:
            self._every.start()
            self.look()

    def look(self) -> None:
        """See what is due; once more afterwards if a look is under way."""
        self._again = self._busy
        if not self._busy and self.is_running:
            self._busy = True
            self._runner.run(self._work, self._on_done)

    def stop(self) -> None:
        """Wait for nobody any more."""
        self._every.stop()
        self._alerting.stop()
        self._runner.stop()

    def _work(self) -> None:
        try:
            self._alerting.run()
        finally:
            # Also after a bug: the next alert must go out.
            self._ended.emit()

    def _on_done(self, result: KioskError | None) -> None:
        if result is not None:
            _log.error("alerts not sent: %s", result.code)

    def _on_ended(self) -> None:
        self._busy = False
        if self._again:
            self.look()
