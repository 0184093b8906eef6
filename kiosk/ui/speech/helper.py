"""The speech process: takes orders as lines of JSON, tells of voices and of what was said.

It ends with its standard input, so that it never outlives the kiosk.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from kiosk.ui.speech.engine import Recordings, Sentences


class Helper(QObject):
    """Does the orders on this thread; another one waits for them."""

    _ordered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._recorded = False
        self._ordered.connect(self._on_line, Qt.ConnectionType.QueuedConnection)
        self._sentences = Sentences(self._on_alive, self._on_done)
        self._recordings = Recordings(self._on_alive, self._on_done)

    def introduce(self) -> None:
        """Tell which voices there are."""
        _tell(
            engine=self._sentences.engine,
            voices=self._sentences.voices,
            device=self._recordings.has_device,
            plays=True,
        )

    def listen(self) -> None:
        """Wait for orders until there are no more."""
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        for line in sys.stdin:
            self._ordered.emit(line)
        self._ordered.emit("")

    def _on_line(self, line: str) -> None:
        if not line:
            self._sentences.stop()
            QCoreApplication.exit()
            return
        order: dict[str, Any] = json.loads(line)
        if "speed" in order:
            self._sentences.set_speed(order["speed"])
            self._recordings.set_speed(order["speed"])
        match order["do"]:
            case "say":
                self._say(order)
            case "resume" if self._recorded:
                self._recordings.resume(order["volume"])
            case "resume":
                self._sentences.resume(order["volume"])
            case "pause":
                self._sentences.stop()
                self._recordings.pause()
            case _:
                self._sentences.stop()
                self._recordings.stop()

    def _say(self, order: dict[str, Any]) -> None:
        self._sentences.stop()
        self._recordings.stop()
        self._number = order["number"]
        self._recorded = bool(order["recording"])
        if self._recorded:
            self._recordings.say(order["recording"], order["volume"])
        else:
            self._sentences.say(order["language"], order["sentences"], order["volume"])

    def _on_alive(self) -> None:
        _tell(number=self._number)

    def _on_done(self) -> None:
        _tell(number=self._number, done=True)


def _tell(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def run_helper(*, once: bool) -> None:
    """Tell which voices there are; then take orders, unless `once`."""
    app = QCoreApplication(["kiosk-speech"])
    helper = Helper()
    helper.introduce()
    if not once:
        helper.listen()
        app.exec()
