"""What is measured, each in a process of its own; figures go to standard output as JSON lines.

python -m tests.helpers.e2e_bench bare             a bare window until its first paint
python -m tests.helpers.e2e_bench kiosk DATA       `kiosk run` until its first paint
python -m tests.helpers.e2e_bench bare-taps        a bare window that changes its page
python -m tests.helpers.e2e_bench taps SCRIPT DATA a rehearsal; milliseconds of every tap
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

TAPS = 60


def tell(**figures: object) -> None:
    os.write(1, f"{json.dumps(figures)}\n".encode())


def bare() -> None:
    """The least that any program with PySide6 needs."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                tell(painted=True)

    app = QApplication([])
    window = Window()
    # As the kiosk does: without a window manager full screen is only a wish.
    window.setGeometry(app.primaryScreen().geometry())
    window.showFullScreen()
    app.exec()


def kiosk(data: str) -> None:
    """The command itself; only the end of its first paint is told."""
    from PySide6.QtGui import QPaintEvent

    from kiosk.cli.main import run
    from kiosk.ui.shell import KioskWindow

    paint = KioskWindow.paintEvent

    def paint_first(self: KioskWindow, event: QPaintEvent) -> None:
        paint(self, event)
        KioskWindow.paintEvent = paint
        tell(painted=True)

    KioskWindow.paintEvent = paint_first
    sys.exit(run(["--data", data, "run"]))


def timed(window: "QWidget", button: "QAbstractButton") -> float:
    """Milliseconds from when a touch lets go until all that follows has been painted once."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
    from PySide6.QtTest import QTest

    from kiosk.ui.rehearsal.hand import settle

    class Paints(QObject):
        seen = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.seen += event.type() == QEvent.Type.Paint
            return False

    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    settle()
    paints = Paints()
    window.installEventFilter(paints)
    start = time.perf_counter()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents()
    if not paints.seen:
        # At once: a display may have it wait for the next frame.
        window.repaint()
    spent = (time.perf_counter() - start) * 1_000
    window.removeEventFilter(paints)
    settle()
    return spent


def bare_taps() -> None:
    """Two plain pages in turn, as a tap shows them."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

    from kiosk.ui.rehearsal.hand import settle

    app = QApplication([])
    window = QWidget()
    column = QVBoxLayout(window)
    button = QPushButton("Next")
    button.setObjectName("next")
    pages = [QLabel("One"), QLabel("Two")]
    for widget in (*pages, button):
        column.addWidget(widget)
    pages[1].hide()

    def turn() -> None:
        hidden = [page.isHidden() for page in pages]
        for page, was_hidden in zip(pages, hidden, strict=True):
            page.setVisible(was_hidden)

    button.clicked.connect(turn)
    # As the kiosk does: without a window manager full screen is only a wish.
    window.setGeometry(app.primaryScreen().geometry())
    window.showFullScreen()
    settle()
    assert QTest.qWaitForWindowExposed(window)

    for _ in range(TAPS):
        tell(ms=timed(window, button))
    app.quit()


def taps(script: str, data: str) -> None:
    """A whole visit without pictures: what is left is the screens and the saving."""
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from kiosk.app import settle_memory
    from kiosk.library.script import load_script
    from kiosk.rehearsing import Look, rehearse
    from kiosk.settings import Settings, default_content_folder
    from kiosk.ui.rehearsal import visitor
    from kiosk.ui.rehearsal.album import Album
    from kiosk.ui.warm import warm_up
    from kiosk.wiring import open_services

    shown: list[str] = []

    def remember(self: Album, window: QWidget, name: str) -> None:
        shown.append(name)

    def tap_timed(root: QWidget, name: str, screen: str) -> None:
        before = len(shown)

        [button] = (b for b in root.findChildren(QAbstractButton, name) if b.isVisible())
        spent = timed(root, button)
        if len(shown) > before:
            tell(ms=spent, screen=shown[-1])

    Album.add = remember
    visitor.tap = tap_timed
    with open_services(Path(data), default_content_folder(), Settings()) as services:
        plan = load_script(Path(script), services.library)
        # As the kiosk does once it has started.
        warm_up()
        settle_memory()
        rehearse(services, plan, Path(data), Look(QSize(1920, 1080)))


if __name__ == "__main__":
    modes: dict[str, Callable[..., None]] = {
        "bare": bare,
        "kiosk": kiosk,
        "bare-taps": bare_taps,
        "taps": taps,
    }
    modes[sys.argv[1]](*sys.argv[2:])
