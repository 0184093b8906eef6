"""Takes changed content between visits: looks while the first screen waits, never in a visit."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.services.shelf import Change, Shelf
from kiosk.ui.runner import Runner
from kiosk.ui.shell import KioskWindow
from kiosk.ui.theme.paint import forget_pictures

_log = logging.getLogger(__name__)
EVERY_MS = 3_000


class Files(Protocol):
    """The content folder; its calls read the disk."""

    def mark(self) -> str:
        """Another one whenever a file has changed."""
        ...

    def load(self) -> Change:
        """What it would show now."""
        ...


class ContentWatch(QObject):
    """Looks every few seconds, in a thread of its own.

    What has changed is loaded when it has stayed the same for one look: whoever saves several
    files is not met half-way.

    Signals:
        renewed: The shelf has another library, or another fault.
    """

    renewed = Signal()

    def __init__(
        self, files: Files, shelf: Shelf, is_free: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """`is_free`: whether nobody is in a visit."""
        super().__init__(parent)
        self._files = files
        self._shelf = shelf
        self._is_free = is_free
        self._runner = Runner(self)
        self._busy = False
        self._known = ""
        self._seen = ""
        self._every = QTimer(self)
        self._every.setInterval(EVERY_MS)
        self._every.timeout.connect(self.look)

    @property
    def is_busy(self) -> bool:
        """Whether a look is under way."""
        return self._busy

    def start(self) -> None:
        """Look now, and every few seconds from now on."""
        self._every.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._every.stop()
        self._runner.stop()

    def look(self) -> None:
        """See whether the files have changed."""
        if not self._busy and self._is_free():
            self._busy = True
            self._runner.run(self._files.mark, self._on_mark)

    def _on_mark(self, mark: str) -> None:
        self._busy = False
        settled, self._seen = mark == self._seen, mark
        # The first look is at what was loaded a moment ago.
        self._known = self._known or mark
        if mark != self._known and settled:
            self._busy = True
            self._runner.run(self._load, self._on_loaded)

    def _load(self) -> tuple[str, Change]:
        mark = self._files.mark()
        return mark, self._files.load()

    def _on_loaded(self, found: tuple[str, Change]) -> None:
        """Take it, unless somebody has come meanwhile: then it is loaded again later."""
        self._busy = False
        mark, change = found
        if not self._is_free() or mark != self._seen:
            return
        self._known = mark
        if self._shelf.take(change):
            forget_pictures()
        else:
            _log.info("changed content not taken")
        self.renewed.emit()


def watch_content(
    window: KioskWindow, files: Files, shelf: Shelf, languages: Callable[[], tuple[str, ...]]
) -> ContentWatch:
    """Watch for a running kiosk: the next visit begins with what the shelf holds then."""
    watch = ContentWatch(files, shelf, window.is_waiting, window)

    def renew() -> None:
        window.context.journey.renew()
        window.offer(languages())

    watch.renewed.connect(renew)
    window.visit_ended.connect(watch.look)
    watch.start()
    return watch
