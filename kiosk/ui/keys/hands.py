"""Every key and tap before a widget gets it: what it means for who cannot see or touch."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.keys.commands import SELECTING, Command, KeyMap, is_switch
from kiosk.ui.keys.navigator import Navigator
from kiosk.ui.keys.scanner import Scanner
from kiosk.ui.keys.stops import Stops
from kiosk.ui.keys.tap_guard import TapGuard
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.widgets.pad import NumberPad
from kiosk.ui.widgets.staff_mark import StaffMark

_TAPS: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
)
_PARTS: Final = (
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
)
OF_HANDS: Final = (
    *_TAPS,
    *_PARTS,
    QEvent.Type.TouchCancel,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
)
"""All that a hand can do; nothing else need be looked at."""
_STEPS: Final = {Command.PREVIOUS: -1, Command.NEXT: 1}


class Hands(QObject):
    """The window's own.

    Signals:
        asked: A `Command` that is not about moving.
    """

    asked = Signal(object)

    def __init__(
        self,
        window: QWidget,
        *,
        keys: KeyMap,
        stops: Stops,
        navigator: Navigator,
        scanner: Scanner,
        guard: TapGuard,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._stops = stops
        self._navigator = navigator
        self._scanner = scanner
        self._guard = guard

    def swallows(self, watched: QObject, event: QEvent) -> bool:
        """Whether this is the second tap of a trembling hand."""
        return self._is_ours(watched) and self._guard.swallows(event)

    def takes(self, watched: QObject, event: QEvent) -> bool:
        """Whether this was meant for no widget; then it is done already."""
        if not self._is_ours(watched) or self._stops.on_top is None:
            return False
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._takes_key(event)
        if event.type() in _TAPS:
            self._navigator.by_keys = self._scanner.is_on
            self._navigator.show_ring()
        return self._scanner.is_on and self._takes_tap(watched, event)

    def _is_ours(self, watched: QObject) -> bool:
        """Whether a widget of this window gets it; the window system's own part comes before."""
        if not isinstance(watched, QWidget):
            return False
        return watched is self._window or self._window.isAncestorOf(watched)

    def _takes_key(self, event: QKeyEvent) -> bool:
        self._navigator.by_keys = True
        rtl = self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        command = self._keys.command(event, right_to_left=rtl)
        if command in _STEPS:
            self._navigator.step(_STEPS[command])
            return True
        if command is not None:
            if not event.isAutoRepeat():
                self._do(command)
            return True
        if self._scanner.is_on and is_switch(event):
            if not event.isAutoRepeat():
                self._scanner.choose()
            return True
        if event.key() in SELECTING:
            return event.isAutoRepeat()
        return self._type(event)

    def _takes_tap(self, watched: QObject, event: QEvent) -> bool:
        on_top = self._stops.on_top
        if isinstance(watched, StaffMark) or getattr(on_top, "answers_anything", False):
            return False
        if event.type() in _TAPS:
            self._scanner.choose()
            return True
        return event.type() in _PARTS

    def _do(self, command: Command) -> None:
        if command is Command.BACK:
            on_top = self._stops.on_top
            if isinstance(on_top, Overlay):
                on_top.dismiss()
            elif on_top is not None and on_top.footer.back in self._pressable():
                on_top.footer.back.click()
        else:
            self.asked.emit(command)

    def _type(self, event: QKeyEvent) -> bool:
        """A digit key presses the keypad's key."""
        on_top = self._stops.on_top
        pad = on_top.findChild(NumberPad) if on_top is not None else None
        if pad is None or not pad.isVisible():
            return False
        digit = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            pad.erase.click()
        elif len(digit) == 1 and digit.isdecimal():
            pad.keys[int(digit)].click()
        else:
            return False
        return True

    def _pressable(self) -> list[QWidget]:
        return [stop for group in self._stops.groups() for stop in group]
