"""The running kiosk with a visitor who stays at the last question.

    python -m tests.helpers.e2e_visit DATA

Everything is `kiosk run`'s own; only the taps come from a timer. When the last question is
answered, one line of JSON tells it: the screen and the visit's code. Then she does nothing more.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

import kiosk.app
from kiosk.settings import Settings, default_content_folder
from kiosk.ui.rehearsal.hand import can_tap, tap
from kiosk.wiring import only_kiosk

LAST = "epds-10"
TAPS = {
    "attract": ["language-en"],
    "welcome": ["primary"],
    "about-you": ["stage-pregnant"],
    "about-weeks": ["skip"],
    "about-interpreter": ["interpreter-no"],
    "home": ["check-in"],
    "epds-intro": ["primary"],
    **{f"epds-{item}": ["option-1", "primary"] for item in range(1, 10)},
    LAST: ["option-1"],
}
EVERY_MS = 20


class Visitor:
    """Taps what the plan says for the screen that is shown."""

    def __init__(self, running: kiosk.app.Kiosk) -> None:
        self._window = running.window
        self._screen = ""
        self._busy = False
        self._window.screen_shown.connect(self._on_screen)
        self._timer = QTimer(running)
        self._timer.timeout.connect(self.tap)
        self._timer.start(EVERY_MS)

    def _on_screen(self, name: str) -> None:
        self._screen = name

    def tap(self) -> None:
        """Do what is next, if it can be done yet."""
        if self._busy or not self._window.isVisible():
            return
        self._busy = True
        screen = self._screen
        for name in TAPS[screen] if screen else []:
            if can_tap(self._window, name):
                tap(self._window, name, screen)
        visit = self._window.context.journey.visit
        # A tap too soon after a new page is swallowed: it is tapped until it counts.
        if screen == LAST and visit is not None and 10 in visit.form.positions:
            self._timer.stop()
            told = {"screen": screen, "code": str(visit.code)}
            os.write(1, f"{json.dumps(told)}\n".encode())
        self._busy = False


class VisitedKiosk(kiosk.app.Kiosk):
    """The kiosk with a visitor before it."""

    def start(self, *, windowed: bool) -> None:
        self.visitor = Visitor(self)
        super().start(windowed=windowed)


def main(data: str) -> None:
    kiosk.app.Kiosk = VisitedKiosk
    with only_kiosk(Path(data)):
        kiosk.app.run_kiosk(Path(data), default_content_folder(), Settings(), windowed=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
