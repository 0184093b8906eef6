"""When something goes wrong that nobody foresaw: a log without words, and a safe screen."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

_log = logging.getLogger("kiosk.bug")
_LARGEST_LOG: Final = 1_000_000
LOG_NAME: Final = "kiosk.log"

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def log_to(data: Path) -> None:
    """Write the log beside the database; an overgrown one begins anew."""
    path = data / LOG_NAME
    data.mkdir(parents=True, exist_ok=True)
    mode = "w" if path.exists() and path.stat().st_size > _LARGEST_LOG else "a"
    handler = logging.FileHandler(path, mode=mode, encoding="utf-8")
    path.chmod(0o600)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    own = logging.getLogger("kiosk")
    own.addHandler(handler)
    own.setLevel(logging.INFO)


def guard(make_safe: Callable[[], None]) -> Hook:
    """An excepthook that logs where a bug is, never what it was about, then makes safe."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del error
        frames = traceback.extract_tb(trace)
        places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames]
        _log.critical("%s at %s", kind.__name__, " < ".join(reversed(places)))
        make_safe()

    return hook
