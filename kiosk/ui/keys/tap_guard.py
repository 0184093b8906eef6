"""A trembling hand taps twice: the second tap must not press what the first has brought."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from kiosk.ui.keys.commands import SELECTING

_PRESSES = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
)
_RELEASES = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class TapGuard:
    """Swallows a tap that comes too soon on a new page; the first one is never held up."""

    def __init__(
        self, milliseconds: int, clock: Callable[[], float], page: Callable[[], object]
    ) -> None:
        """Everything is handed in.

        Args:
            milliseconds: How long after a tap a new page takes no other; 0: none is swallowed.
            clock: Gives seconds that never run backwards.
            page: What shows now; another value after each change.
        """
        self._seconds = milliseconds / 1000
        self._clock = clock
        self._page = page
        self._last: tuple[float, object] | None = None
        self._swallowing = False

    def swallows(self, event: QEvent) -> bool:
        """Whether this part of a tap must reach nobody."""
        if not self._seconds:
            return False
        kind = event.type()
        if kind in _KEYS:
            if not isinstance(event, QKeyEvent) or event.key() not in SELECTING:
                return False
            pressed = kind == QEvent.Type.KeyPress
        elif kind in _PRESSES or kind in _RELEASES:
            pressed = kind in _PRESSES
        else:
            return False
        if pressed:
            self._swallowing = self._is_too_soon()
        # A key turns the page when it goes down: its coming up is no tap on the new one.
        if not self._swallowing and (pressed or self._last is None or self._is_same_page()):
            self._last = (self._clock(), self._page())
        return self._swallowing

    def _is_same_page(self) -> bool:
        return self._last is not None and self._last[1] == self._page()

    def _is_too_soon(self) -> bool:
        if self._last is None or self._is_same_page():
            return False
        return self._clock() - self._last[0] < self._seconds
