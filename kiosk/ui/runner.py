"""Slow work off the GUI thread, its result back on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

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


class Runs(Protocol):
    """Where slow work goes."""

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run `work`; then `done` with its result or its KioskError."""
        ...

    def aside(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """The same for what may take very long: nothing else waits for it."""
        ...

    def forget(self) -> None:
        """What is under way may end, but nobody hears of it."""
        ...


class Runner(QObject):
    """Runs callables one after the other in one worker thread, and very slow ones in another.

    Signals:
        finished: A work's number and its result, or the KioskError it raised.
    """

    finished = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = _one_thread(self)
        self._slow = _one_thread(self)
        self._count = 0
        self._waiting: dict[int, Callable[[Any], None]] = {}
        self.finished.connect(self._on_finished)

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run `work`; then `done` with its result or its KioskError, on this thread."""
        self._start(self._pool, work, done)

    def aside(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """The same for what may take very long: a PIN, a page or a print do not wait for it."""
        self._start(self._slow, work, done)

    def forget(self) -> None:
        """What is under way may end, but nobody hears of it."""
        self._waiting.clear()

    def stop(self) -> None:
        """Wait until the work under way has ended."""
        self.forget()
        self._pool.waitForDone()
        self._slow.waitForDone()

    def _start(
        self, pool: QThreadPool, work: Callable[[], Any], done: Callable[[Any], None]
    ) -> None:
        self._count += 1
        self._waiting[self._count] = done
        pool.start(_Work(self, self._count, work))

    def _on_finished(self, number: int, result: object) -> None:
        done = self._waiting.pop(number, None)
        if done is not None:
            done(result)


class RunnerFor:
    """A runner for something that may be left before its work has ended. Satisfies `Runs`."""

    def __init__(self, runner: Runs) -> None:
        self._runner = runner
        self._left = False

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """As `Runner.run`."""
        self._runner.run(work, self._heard(done))

    def aside(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """As `Runner.aside`."""
        self._runner.aside(work, self._heard(done))

    def forget(self) -> None:
        """It is left: its work may end, but nobody hears of it. Other work is not concerned."""
        self._left = True

    def _heard(self, done: Callable[[Any], None]) -> Callable[[Any], None]:
        def hear(result: Any) -> None:  # noqa: ANN401 - whatever the work gives
            if not self._left:
                done(result)

        return hear


def _one_thread(parent: QObject) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    pool.setExpiryTimeout(1000)
    return pool
