"""Somebody who has keys alone, or one switch."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.rehearsal.hand import settle
from tests.helpers.gui_kiosk import Booth

MOST = 90
"""More steps than any page has stops."""


@dataclass
class KeyHand:
    """Presses keys; `onward` is the one that goes on to the next stop."""

    booth: Booth
    onward: Qt.Key = Qt.Key.Key_Down
    select: Qt.Key = Qt.Key.Key_Return

    def press(self, *keys: Qt.Key) -> None:
        """Press keys one after the other, wherever the keyboard is."""
        for key in keys:
            QTest.keyClick(self.focus, key)
            settle()

    @property
    def focus(self) -> QWidget:
        """Where the keyboard is; it must always be somewhere that can be seen."""
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus is lost"
        assert focus.isVisible()
        assert focus.isEnabled()
        window = self.booth.window
        assert window.isAncestorOf(focus), "the focus has left the kiosk"
        return focus

    def go_to(self, name: str) -> None:
        """Go on until the keyboard has come to what has this object name."""
        for _ in range(MOST):
            if self.focus.objectName() == name:
                return
            self.press(self.onward)
        msg = f"{name} is not reached"
        raise AssertionError(msg)

    def choose(self, *names: str) -> None:
        """Go to each and select it."""
        for name in names:
            self.go_to(name)
            self.press(self.select)


@dataclass
class SwitchHand:
    """Has one switch, and waits for the light."""

    booth: Booth
    clock: "StandingClock"
    seconds: float

    @property
    def lit(self) -> list[str]:
        """The object names of what is lit."""
        return [stop.objectName() for stop in self.booth.window.aids.scanner.lit]

    def wait(self) -> None:
        """Let the light go on once."""
        self.clock.now += self.seconds
        self.booth.window.aids.scanner.tick()
        settle()

    def switch(self) -> None:
        """Press the switch."""
        self.clock.now += 1
        QTest.keyClick(self.booth.window, Qt.Key.Key_F9)
        settle()

    def choose(self, *names: str) -> None:
        """Choose each: its line where it stands in one, then itself."""
        for name in names:
            self._wait_for(name)
            if len(self.lit) > 1:
                self.switch()
                self._wait_for(name)
            assert self.lit == [name]
            self.switch()

    def _wait_for(self, name: str) -> None:
        for _ in range(MOST):
            if name in self.lit:
                return
            self.wait()
        msg = f"{name} is never lit"
        raise AssertionError(msg)


class StandingClock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now
