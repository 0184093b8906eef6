"""What holds for every test with windows: nothing is left over when it ends."""

import gc
import threading
from collections.abc import Iterator
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

Kind = TypeVar("Kind", bound=QObject)

THREAD_PATIENCE = 2_000  # Milliseconds that work already under way may still take.


def _alive(kind: type[Kind]) -> list[Kind]:
    # By type(), as isinstance() would wake the lazy proxies that some packages keep.
    objects = (thing for thing in gc.get_objects() if issubclass(type(thing), kind))
    return [thing for thing in objects if shiboken6.isValid(thing)]


def _running_timers() -> list[QTimer]:
    return [timer for timer in _alive(QTimer) if timer.isActive()]


def _visible_windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _left_over(threads_before: set[threading.Thread]) -> list[object]:
    QThreadPool.globalInstance().waitForDone(THREAD_PATIENCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    qt_threads = [thread for thread in _alive(QThread) if thread.isRunning()]
    # What Python calls a dummy thread is one of Qt's, counted above.
    threads = [
        thread
        for thread in set(threading.enumerate()) - threads_before
        if not thread.name.startswith("Dummy-")
    ]
    return [*_visible_windows(), *_running_timers(), *qt_threads, *threads]


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a visible window, a running timer or a thread behind."""
    threads_before = set(threading.enumerate())
    yield
    if _left_over(threads_before):
        gc.collect()  # Only what somebody still holds is left over.
    if left_over := _left_over(threads_before):
        # The next test is not to be blamed for what this one left.
        for timer in _running_timers():
            timer.stop()
        for window in _visible_windows():
            window.deleteLater()
        pytest.fail(f"left over: {left_over}", pytrace=False)
