"""The folder that files for administrators are written into; never over an earlier one."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.domain.errors import ErrorCode, KioskError, Place
from kiosk.files import replace_file


class Exports:
    """Satisfies `ExportFolder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def place(self, name: str) -> str:
        """Where a new file of this name goes; with a number where there is one already.

        Raises:
            KioskError: FILE_UNWRITABLE, where there is no such folder.
        """
        if not (self._folder.is_dir() and os.access(self._folder, os.W_OK)):
            raise _unwritable(self._folder, "no folder that can be written into")
        path = self._folder / name
        number = 1
        while path.exists():
            number += 1
            path = self._folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        return str(path)

    def save(self, name: str, content: bytes) -> str:
        """Write a new file, only for its owner; gives its whole path.

        Raises:
            KioskError: FILE_UNWRITABLE.
        """
        path = Path(self.place(name))
        try:
            replace_file(path, content, 0o600)
        except OSError as error:
            raise _unwritable(path, error.strerror or "unwritable") from None
        return str(path)


def _unwritable(path: Path, reason: str) -> KioskError:
    return KioskError(ErrorCode.FILE_UNWRITABLE, place=Place(str(path)), reason=reason)
