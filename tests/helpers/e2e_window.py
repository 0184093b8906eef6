"""Rehearses in a process of its own and tells through a pipe what the window shows, as it shows.

    python -m tests.helpers.e2e_window SCRIPT DATA OUT

One line a screen on standard output: JSON of its name and, with KIOSK_TEST_TEXTS set, of every
visible text. The process goes on at once; whoever reads may stop or kill it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.library.script import load_script
from kiosk.rehearsing import Look, rehearse
from kiosk.settings import Settings, default_content_folder
from kiosk.ui.rehearsal.album import Album
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.shell import KioskWindow
from kiosk.ui.theme.tokens import TextSize
from kiosk.wiring import only_kiosk, open_services
from tests.helpers.project import ROOT

SIZE = QSize(960, 540)


def visible_texts(window: QWidget) -> list[str]:
    """Everything that is read on the screen, or read out from it."""
    texts: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            if isinstance(widget, QLabel | QAbstractButton):
                texts.append(widget.text())
            texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return [text for text in texts if text]


def tell(self: Album, window: QWidget, name: str) -> None:
    """Instead of taking a picture, tell what would be on it."""
    settle()
    self.names.append(name)
    told: dict[str, Any] = {"name": name}
    if "KIOSK_TEST_TEXTS" in os.environ and isinstance(window, KioskWindow):
        visit = window.context.journey.visit
        told |= {"texts": visible_texts(window), "code": visit and str(visit.code)}
    os.write(1, f"{json.dumps(told)}\n".encode())


def start(script: Path, folder: Path, **environment: str) -> "subprocess.Popen[bytes]":
    """Start such a process on folder/data."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.e2e_window", script, folder / "data", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        cwd=ROOT,
        env=os.environ | environment,
    )


def main(script: str, data: str, out: str) -> None:
    Album.add = tell
    folder = Path(data)
    with (
        only_kiosk(folder),
        open_services(folder, default_content_folder(), Settings()) as services,
    ):
        plan = load_script(Path(script), services.library)
        rehearse(services, plan, Path(out), Look(SIZE, TextSize.NORMAL))


if __name__ == "__main__":
    main(*sys.argv[1:])
