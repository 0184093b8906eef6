"""The base of the administrators' rooms: one screen at a time, slow work off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.domain.errors import KioskError
from kiosk.services.wording import sentence_of
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.widgets.admin_screen import AdminScreen

Show = Callable[[AdminScreen], None]


class AdminRoom(QObject):
    """Subclasses show their first screen in `start`.

    Signals:
        closed: Back to the menu.
        locked: Back to the kiosk's first screen.
    """

    closed = Signal()
    locked = Signal()

    def __init__(self, context: StaffContext, who: str, show: Show, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.who = who
        self._show_screen = show
        self._screen: AdminScreen | None = None

    def start(self) -> None:
        """Show the first screen."""
        raise NotImplementedError

    def show(self, screen: AdminScreen, back: Callable[[], None] | None = None) -> None:
        """Show a screen; its Back leads out of the room, unless it leads elsewhere."""
        self._screen = screen
        screen.closed.connect(back or self.closed.emit)
        screen.locked.connect(self.locked)
        self._show_screen(screen)

    def work(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do something slow; its result comes to `done`, a fault is said on the screen."""

        def on_done(result: Any) -> None:  # noqa: ANN401 - whatever the work gives
            if isinstance(result, KioskError):
                self.tell(self.say(result))
            else:
                done(result)

        self.context.runner.run(work, on_done)

    def tell(self, message: str) -> None:
        """Say something in the foot of what is shown."""
        if self._screen is not None:
            self._screen.show_message(message)

    def say(self, error: KioskError) -> str:
        """A fault in words."""
        return sentence_of(error, self.context.words)
