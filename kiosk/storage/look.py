"""What the system tells of a data folder, without changing anything in it."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

from kiosk.services.doctor.data_folder import FolderFacts
from kiosk.storage.files import KEY


def folder_facts(folder: Path) -> FolderFacts:
    """Permissions and room of a data folder; it need not be there."""
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    return FolderFacts(
        path=str(folder),
        mode=_mode(folder),
        key_mode=_mode(folder / KEY),
        writable=os.access(there, os.W_OK | os.X_OK),
        free=_free(there),
    )


def _mode(path: Path) -> int | None:
    """The permission bits; Windows has others."""
    if sys.platform == "win32":
        return None
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None


def _free(path: Path) -> int | None:
    try:
        return shutil.disk_usage(path).free
    except OSError:
        return None
