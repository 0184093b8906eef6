"""Moves the focus, shows where it is, and never lets it get lost."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.keys.frame import Frame
from kiosk.ui.keys.stops import Stops
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.pressable import Pressable


class Navigator(QObject):
    """The window's own.

    Signals:
        moved: The stop that the keyboard, or the switch, has come to.

    Attributes:
        by_keys: Whether keys were used last: then a ring shows where the focus is.
    """

    moved = Signal(QWidget)

    def __init__(self, window: QWidget, theme: Theme, stops: Stops) -> None:
        super().__init__(window)
        self._window = window
        self._stops = stops
        self._frame = Frame(theme, window, reach=6)
        self._last = 0
        self._under: QWidget | None = None
        self.by_keys = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self.keep)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def step(self, by: int) -> None:
        """Go on, or back, by so many stops; from the last to the first."""
        stops = self._stops.all()
        if not stops:
            return
        focus = self._window.focusWidget()
        here = next((i for i, stop in enumerate(stops) if stop is focus), None)
        if here is None:
            here = -1 if by > 0 else 0
        self.point_at(stops[(here + by) % len(stops)])

    def point_at(self, stop: QWidget) -> None:
        """Bring the keyboard here."""
        self.by_keys = True
        if stop.hasFocus():
            # Where it came from matters: a finger leaves no ring.
            stop.clearFocus()
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self) -> None:
        """A page or an overlay shows: its heading comes first."""
        heading = self._stops.heading()
        self._last = 0
        if heading is not None:
            heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            heading.setFocus(self._reason)

    def remember(self) -> None:
        """An overlay will take the focus: it comes back to where it is now."""
        self._under = self._window.focusWidget()

    def bring_back(self) -> None:
        """The overlay has gone."""
        under, self._under = self._under, None
        if under is not None and shiboken6.isValid(under) and under in self._stops.all():
            under.setFocus(self._reason)
        else:
            self.begin()

    def keep(self) -> None:
        """Where the focus has nowhere to be, give it the stop that stands in its place."""
        stops = self._stops.all()
        focus = self._window.focusWidget()
        here = next((i for i, stop in enumerate(stops) if stop is focus), None)
        if here is not None and focus is not None:
            self._last = here
            if self.by_keys:
                self.moved.emit(focus)
        elif stops:
            stops[min(self._last, len(stops) - 1)].setFocus(self._reason)
        self.show_ring()

    def show_ring(self) -> None:
        """Ring a heading, which paints none itself."""
        heading = self._stops.heading()
        on_heading = heading is not None and heading is self._window.focusWidget()
        rings = self.by_keys and on_heading and heading is not None
        self._frame.show_around([heading] if rings and heading is not None else [])

    @property
    def _reason(self) -> Qt.FocusReason:
        reasons = Qt.FocusReason
        return reasons.TabFocusReason if self.by_keys else reasons.OtherFocusReason

    def _on_focus(self) -> None:
        """The focus has moved; later, as a widget that loses it may be half destroyed now."""
        self._late.start()


def can_press(stop: QWidget | None) -> bool:
    """Whether there is something to press."""
    return isinstance(stop, Pressable) and stop.isVisible() and stop.isEnabled()
