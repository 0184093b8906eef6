"""Slow work off the GUI thread, its result back on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from kiosk.domain.errors import KioskError


class _Work(QRunnable):
    def __init__(self, runner: Runner, number: int, work: Callable[[], Any]) -> None:
        super().__init__()
        self._runner = runner
        self._number = number
        self._work = work

    def run(self) -> None:
        try:
            result: Any = self._work()
        except KioskError as error:
            result = error
        self._runner.finished.emit(self._number, result)


class Runner(QObject):
    """Runs callables one after the other in one worker thread.

    Signals:
        finished: A work's number and its result, or the KioskError it raised.
    """

    finished = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(1000)
        self._count = 0
        self._waiting: dict[int, Callable[[Any], None]] = {}
        self.finished.connect(self._on_finished)

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run `work`; then `done` with its result or its KioskError, on this thread."""
        self._count += 1
        self._waiting[self._count] = done
        self._pool.start(_Work(self, self._count, work))

    def forget(self) -> None:
        """What is under way may end, but nobody hears of it."""
        self._waiting.clear()

    def stop(self) -> None:
        """Wait until the work under way has ended."""
        self.forget()
        self._pool.waitForDone()

    def _on_finished(self, number: int, result: object) -> None:
        done = self._waiting.pop(number, None)
        if done is not None:
            done(result)
