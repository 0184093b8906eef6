"""Tells when a file of a few folders was saved, however the editor saves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS: Final = 120
"""How long to wait for the rest: many editors write, rename and remove."""


class FolderWatch(QObject):
    """Watches folders and the files in them.

    Signals:
        changed: Something is another thing now; once for what comes together.
    """

    changed = Signal()

    def __init__(self, folders: Iterable[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = tuple(folders)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_change)
        self._watcher.directoryChanged.connect(self._on_change)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)
        self._watch()

    def stop(self) -> None:
        """Tell nothing more."""
        self._settle.stop()
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)

    def _watch(self) -> None:
        """Also what was replaced: a new file of an old name is not watched by itself."""
        found = [folder for folder in self._folders if folder.is_dir()]
        files = [path for folder in found for path in folder.iterdir() if path.is_file()]
        known = {*self._watcher.files(), *self._watcher.directories()}
        new = [str(path) for path in (*found, *files) if str(path) not in known]
        if new:
            self._watcher.addPaths(new)

    def _on_change(self) -> None:
        self._settle.start()

    def _on_settled(self) -> None:
        self._watch()
        self.changed.emit()
