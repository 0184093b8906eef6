"""For who has one switch: everything that can be chosen lights up in turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.keys.frame import Frame
from kiosk.ui.keys.navigator import Navigator, can_press
from kiosk.ui.keys.stops import Stops
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.pressable import Pressable

MANY: Final = 6
"""More than so many are gone through line by line, then one by one within the chosen line."""

ROUNDS: Final = 2
"""How often a line is gone through before the lines come again."""

_TICK_MS: Final = 100


class Scanner(QObject):
    """The window's own; stands still until `start`.

    Signals:
        line_lit: What stands in the line that lights up.
    """

    line_lit = Signal(list)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        stops: Stops,
        navigator: Navigator,
        *,
        seconds: float,
        clock: Callable[[], float],
    ) -> None:
        """`seconds`: how long each stays lit; `clock` gives seconds that never run backwards."""
        super().__init__(window)
        self._stops = stops
        self._navigator = navigator
        self._seconds = seconds
        self._clock = clock
        self._frame = Frame(theme, window, reach=12, weight=9)
        self._frame.setObjectName("scan-frame")
        self._line = 0
        self._within = -1
        self._rounds = 0
        self._since = clock()
        self.busy: Callable[[], bool] = bool
        """Whether something is read aloud, which holds the light where it is."""
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_on(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    @property
    def lit(self) -> list[Pressable]:
        """What is lit: a line, or one of it."""
        lines = self._lines()
        if not lines:
            return []
        line = lines[min(self._line, len(lines) - 1)]
        return line if self._within < 0 else [line[min(self._within, len(line) - 1)]]

    def start(self) -> None:
        """Run until the window goes."""
        self._timer.start()
        self.begin()

    def begin(self) -> None:
        """Another page shows: from its first line on."""
        self._line, self._within, self._rounds = 0, -1, 0
        if self.is_on:
            self._light()

    def tick(self) -> None:
        """Look at the clock."""
        if self.busy():
            self._since = self._clock()
        elif self._clock() - self._since >= self._seconds:
            self._advance()
            self._light()

    def choose(self) -> None:
        """The switch: go into the lit line, or press what is lit."""
        lit = self.lit
        if len(lit) > 1:
            self._within, self._rounds = 0, 0
            self._light()
        elif lit and can_press(lit[0]):
            # Lines again, beginning with this one; a page that follows begins anew.
            self._within = -1
            lit[0].click()
            self._light()

    def _advance(self) -> None:
        lines = self._lines()
        if not lines:
            return
        if self._within < 0:
            self._line = (self._line + 1) % len(lines)
            return
        self._within += 1
        if self._within >= len(lines[min(self._line, len(lines) - 1)]):
            self._within, self._rounds = 0, self._rounds + 1
        if self._rounds >= ROUNDS:
            self._within = -1

    def _light(self) -> None:
        self._since = self._clock()
        lit = self.lit
        self._frame.show_around(lit)
        if len(lit) == 1:
            self._navigator.point_at(lit[0])
        elif lit:
            self.line_lit.emit(lit)

    def _lines(self) -> list[list[Pressable]]:
        lines = self._stops.rows()
        if sum(len(line) for line in lines) > MANY:
            return lines
        return [[stop] for line in lines for stop in line]
