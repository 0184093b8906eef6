"""What holds for every test with windows: nothing is left over when it ends."""

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

THREAD_PATIENCE = 2_000  # Milliseconds that work already under way may still take.


def _alive(kind: type[QObject]) -> list[QObject]:
    # isinstance() would wake lazy proxies that other packages keep; the type does not.
    return [
        thing
        for thing in gc.get_objects()
        if issubclass(type(thing), kind) and shiboken6.isValid(thing)
    ]


def _left_over(threads_before: set[threading.Thread]) -> list[str]:
    QThreadPool.globalInstance().waitForDone(THREAD_PATIENCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    windows = [f"window {w!r}" for w in QApplication.topLevelWidgets() if w.isVisible()]
    timers = [
        f"timer {t!r} of {t.parent()!r}"
        for t in _alive(QTimer)
        if isinstance(t, QTimer) and t.isActive()
    ]
    qt_threads = [
        f"thread {t!r}" for t in _alive(QThread) if isinstance(t, QThread) and t.isRunning()
    ]
    threads = [
        f"thread {t!r}"
        for t in set(threading.enumerate()) - threads_before
        if t.is_alive() and not isinstance(t, threading._DummyThread)  # noqa: SLF001 - a Qt thread, counted above
    ]
    return windows + timers + qt_threads + threads


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a visible window, a running timer or a thread behind."""
    assert qapp is QApplication.instance()
    threads_before = set(threading.enumerate())
    yield
    if left_over := _left_over(threads_before):
        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        pytest.fail("left over: " + ", ".join(left_over), pytrace=False)
