"""What holds for every test with windows: nothing is left over when it ends."""

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import make_application
from kiosk.domain.content import ContentLibrary
from kiosk.library.load import load_content
from kiosk.settings import default_content_folder
from tests.helpers.gui_kiosk import Booth, open_booth

THREAD_PATIENCE = 2_000  # Milliseconds that work already under way may still take.


def _alive() -> tuple[list[QTimer], list[QThread]]:
    """Timers that run and threads that run."""
    valid = shiboken6.getAllValidWrappers()
    timers = [thing for thing in valid if isinstance(thing, QTimer) and thing.isActive()]
    return timers, [thing for thing in valid if isinstance(thing, QThread) and thing.isRunning()]


def _visible_windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _left_over(threads_before: set[threading.Thread]) -> list[object]:
    QThreadPool.globalInstance().waitForDone(THREAD_PATIENCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    timers, qt_threads = _alive()
    # What Python calls a dummy thread is one of Qt's, counted above.
    threads = [
        thread
        for thread in set(threading.enumerate()) - threads_before
        if not thread.name.startswith("Dummy-")
    ]
    return [*_visible_windows(), *timers, *qt_threads, *threads]


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a visible window, a running timer or a thread behind."""
    threads_before = set(threading.enumerate())
    yield
    left_over = _left_over(threads_before)
    if left_over:
        gc.collect()  # Only what somebody still holds is left over.
        left_over = _left_over(threads_before)
    if left_over:
        # The next test is not to be blamed for what this one left.
        for timer in _alive()[0]:
            timer.stop()
        for window in _visible_windows():
            window.deleteLater()
        pytest.fail(f"left over: {left_over}", pytrace=False)


PATIENCE_MS = 30_000
"""What a slow machine may take for what another does in a blink; the test's own limit is above."""

for wait in (QtBot.waitUntil, QtBot.waitSignal):
    wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": PATIENCE_MS}

# The offscreen platform has no window manager to tell of a window's least size, and says so.
OFFSCREEN_SAYS = "^This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Announce what Qt's offscreen platform says whenever a window is shown."""
    for item in items:
        if Path(__file__).parent not in item.path.parents:
            continue
        own = item.get_closest_marker("qt_log_ignore")
        announced = own.args if own else ()
        mark = pytest.mark.qt_log_ignore(*announced, OFFSCREEN_SAYS)
        item.add_marker(mark, append=False)


@pytest.fixture(scope="session")
def kiosk_app(qapp: QApplication) -> QApplication:
    """The application with the kiosk's style and fonts."""
    return make_application()


@pytest.fixture(scope="session")
def library() -> ContentLibrary:
    """The project's own content."""
    loaded = load_content(default_content_folder())
    assert not loaded.errors
    # All of it and every module stay to the end: who looks for what a test left looks at the rest.
    gc.collect()
    gc.freeze()
    return loaded.library


@pytest.fixture
def make_booth(kiosk_app: QApplication, library: ContentLibrary) -> Iterator[Callable[..., Booth]]:
    """Makes kiosks as `open_booth` does, and closes them after the test."""
    made: list[Booth] = []

    def make(**options: Any) -> Booth:
        made.append(open_booth(library, **options))
        return made[-1]

    yield make
    for booth in made:
        booth.close()


@pytest.fixture
def booth(make_booth: Callable[..., Booth]) -> Booth:
    """A kiosk at its first screen."""
    return make_booth()
