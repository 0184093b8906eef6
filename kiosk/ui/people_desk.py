"""The way through the administrators' screens for people with PINs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.domain.errors import KioskError
from kiosk.services.ports import StaffMember
from kiosk.services.wording import sentence_of
from kiosk.ui.staff.first_pin import FirstPinScreen
from kiosk.ui.staff.people import PeopleScreen
from kiosk.ui.staff.person_add import PersonAddScreen
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.widgets.admin_screen import AdminScreen


class PeopleDesk(QObject):
    """Knows which screen follows. PINs are hashed off the GUI thread: that is slow on purpose.

    Signals:
        closed: Back to the board.
        locked: Back to the kiosk's first screen.
    """

    closed = Signal()
    locked = Signal()

    def __init__(
        self, context: StaffContext, who: str, show: Callable[[AdminScreen], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._who = who
        self._show_screen = show
        self._screen: AdminScreen | None = None
        self._page = 0

    def start(self, message: str = "") -> None:
        """Show everybody, and say something below."""
        try:
            people = self._context.staff.list()
        except KioskError as error:
            people, message = [], self._say(error)
        screen = PeopleScreen(self._context, self._who, people, page=self._page, message=message)
        screen.add_requested.connect(self._on_add)
        screen.pin_renewed.connect(self._on_pin)
        screen.role_changed.connect(self._on_role)
        screen.active_changed.connect(self._on_active)
        screen.turned.connect(self._on_turned)
        self._show(screen, self.closed.emit)

    def _show(self, screen: AdminScreen, back: Callable[[], None]) -> None:
        self._screen = screen
        screen.closed.connect(back)
        screen.locked.connect(self.locked)
        self._show_screen(screen)

    def _on_turned(self, by: int) -> None:
        self._page += by
        self.start()

    def _on_add(self) -> None:
        screen = PersonAddScreen(self._context, self._who)
        screen.added.connect(self._on_added)
        self._show(screen, self.start)

    def _on_added(self, name: str, role: str) -> None:
        staff, who = self._context.staff, self._who
        self._context.runner.run(lambda: staff.invite(name, role=role, by=who), self._on_first_pin)

    def _on_pin(self, name: str) -> None:
        staff, who = self._context.staff, self._who
        self._context.runner.run(lambda: staff.renew_pin(name, by=who), self._on_first_pin)

    def _on_first_pin(self, result: tuple[StaffMember, str] | KioskError) -> None:
        if isinstance(result, KioskError):
            if self._screen is not None:
                self._screen.show_message(self._say(result))
            return
        member, pin = result
        self._show(FirstPinScreen(self._context, self._who, member.name, pin), self.start)

    def _on_role(self, name: str, role: str) -> None:
        self._change(lambda: self._context.staff.set_role(name, role, by=self._who))

    def _on_active(self, name: str, active: bool) -> None:
        self._change(lambda: self._context.staff.set_active(name, active=active, by=self._who))

    def _change(self, work: Callable[[], StaffMember]) -> None:
        try:
            work()
        except KioskError as error:
            self.start(self._say(error))
            return
        self.start()

    def _say(self, error: KioskError) -> str:
        return sentence_of(error, self._context.words)
