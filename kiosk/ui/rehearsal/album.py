"""Pictures of the screens a rehearsal shows, numbered in their order."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QWidget

from kiosk.domain.errors import ErrorCode, KioskError, Place
from kiosk.ui.rehearsal.hand import settle

_QUICK: Final = 85
"""PNG loses nothing at any quality: this one packs a little less, in a fifth of the time."""


class Album:
    """Writes screens/NN-<screen>.png and remembers the names in order."""

    def __init__(self, folder: Path, names: list[str] | None = None) -> None:
        """`names` are screens an earlier window process has shown already."""
        self._folder = folder
        self.names: list[str] = list(names or [])

    def add(self, window: QWidget, name: str) -> None:
        """Take a picture of what the window shows now.

        Raises:
            KioskError: FILE_UNWRITABLE.
        """
        settle()
        self.names.append(name)
        path = self._folder / f"{len(self.names):02d}-{name}.png"
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        window.grab().save(buffer, "PNG", _QUICK)
        try:
            path.write_bytes(buffer.data().data())
        except OSError as error:
            path.unlink(missing_ok=True)
            reason = error.strerror or "unwritable"
            raise KioskError(
                ErrorCode.FILE_UNWRITABLE, place=Place(str(path)), reason=reason
            ) from None


def shown_before(folder: Path) -> list[str]:
    """The names of the pictures in a folder, in the order they were taken."""
    numbered = [path.stem.partition("-") for path in folder.glob("*.png")]
    return [name for _, _, name in sorted(numbered, key=lambda part: int(part[0]))]
