"""What holds for every test: no display, own folders, no complaint that goes unseen."""

import logging
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

# Before anything imports Qt: it reads these when it starts.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
# No test starts the machine's speech-dispatcher: it would outlive the test in folders of the test.
os.environ["SPEECHD_ADDRESS"] = "unix_socket:/nonexistent/speechd"
for name in ("DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(name, None)


HELD = {"domain", "services", "storage"}
"""Folders of tests that are traced: those of what [tool.kiosk.ratchet] names."""


@pytest.fixture(scope="session", autouse=True)
def own_folders() -> Iterator[None]:
    """Give the tests folders of their own where a user's would be found and changed."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for kind in ("DATA_HOME", "CONFIG_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR"):
            place = Path(folder, kind.lower())
            place.mkdir(mode=0o700)
            patch.setenv(f"XDG_{kind}", str(place))
        yield


@dataclass
class LogWatch(logging.Handler):
    """Holds what a test announced against what was logged at WARNING or above."""

    expected: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.WARNING)

    # logging finds its handlers by identity.
    __hash__ = object.__hash__

    def expect(self, pattern: str) -> None:
        """Announce a record: a regular expression to be found in its message."""
        self.expected.append(pattern)

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def complaints(self) -> list[str]:
        """What was logged and not announced, and what was announced and not logged."""
        surprising = [
            message
            for message in self.seen
            if not any(re.search(pattern, message) for pattern in self.expected)
        ]
        missing = [
            f"announced, but not logged: {pattern}"
            for pattern in self.expected
            if not any(re.search(pattern, message) for message in self.seen)
        ]
        return surprising + missing


@pytest.fixture(autouse=True)
def logs() -> Iterator[LogWatch]:
    """Fail on a log record at WARNING or above that the test did not announce.

    A test that provokes one says so first: `logs.expect("printer .* is gone")`. For messages of Qt
    itself pytest-qt does the same; there, announce with `@pytest.mark.qt_log_ignore("...")`.
    """
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Trace only the unit tests of what the ratchet holds: by themselves they run every line of it.

    Tracing what content, windows and whole kiosks do besides costs minutes and shows nothing more.
    """
    tracer, threads_tracer = sys.gettrace(), threading.gettrace()
    held = "unit" in item.path.parts and not HELD.isdisjoint(item.path.parts)
    if tracer is None or (held and item.get_closest_marker("untraced") is None):
        return (yield)
    # Not coverage's own stop(): in a worker process it starts the tracer that lies below.
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        threading.settrace(threads_tracer)
        sys.settrace(tracer)
