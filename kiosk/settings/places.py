"""Where the project's own files are, and where visits are kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def default_data_folder() -> Path:
    """Where visits are kept unless --data says otherwise."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "perinatal-kiosk"


def default_content_folder() -> Path:
    """The content that came with the project."""
    return _own("content")


def translations_folder() -> Path:
    """The catalogues of the interface."""
    return _own("translations")


def fonts_folder() -> Path:
    """The static fonts made at set-up."""
    return _package() / "_share" / "fonts"


def _package() -> Path:
    return Path(__file__).resolve().parent.parent


def _own(name: str) -> Path:
    """A folder inside the installed package, or beside it in a checkout."""
    inside = _package() / "_share" / name
    return inside if inside.is_dir() else _package().parent / name
