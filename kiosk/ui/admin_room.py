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

    def work(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None] | None = None,
        *,
        aside: bool = False,
    ) -> None:
        """Do something slow; its result comes to `done`.

        Args:
            work: It is run off the GUI thread.
            done: Gets what it gives; nobody gets it once the room has been left.
            failed: Gets a fault in words; without it the fault is said on the screen.
            aside: It may take very long: nothing else may wait for it.
        """

        def on_done(result: Any) -> None:  # noqa: ANN401 - whatever the work gives
            if isinstance(result, KioskError):
                (failed or self.tell)(self.say(result))
            else:
                done(result)

        runner = self.context.runner
        (runner.aside if aside else runner.run)(work, on_done)

    def tell(self, message: str) -> None:
        """Say something in the foot of what is shown."""
        if self._screen is not None:
            self._screen.show_message(message)

    def tell_written(self, path: str) -> None:
        """Say which file was written."""
        _ = self.context.words.gettext
        self.tell(_("Written: %(file)s") % {"file": self.context.words.left_to_right(path)})

    def say(self, error: KioskError) -> str:
        """A fault in words."""
        return sentence_of(error, self.context.words)
