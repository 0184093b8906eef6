"""The administrators' look at the machine."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.services.administration import Administration
from kiosk.services.doctor.finding import Finding, State
from kiosk.ui.admin_room import AdminRoom, Show
from kiosk.ui.staff.machine import MachineScreen
from kiosk.ui.staff_context import StaffContext

_ORDER = (State.MISSING, State.NOTE, State.OK)


class MachineDesk(AdminRoom):
    """Looks at once, and again when asked."""

    def __init__(
        self,
        context: StaffContext,
        admin: Administration,
        who: str,
        show: Show,
        parent: QObject,
    ) -> None:
        super().__init__(context, who, show, parent)
        self._admin = admin
        self._found: tuple[Finding, ...] = ()
        self._page = 0

    def start(self) -> None:
        """Look at everything; that takes some seconds."""
        self._found, self._page = (), 0
        self._show()
        self.work(self._admin.machine, self._on_found, self._show, aside=True)

    def _on_found(self, found: tuple[Finding, ...]) -> None:
        self._found = tuple(sorted(found, key=lambda each: _ORDER.index(each.state)))
        self._show()

    def _show(self, fault: str = "") -> None:
        screen = MachineScreen(self.context, self.who, self._found, page=self._page, fault=fault)
        screen.turned.connect(self._on_turned)
        screen.look_wanted.connect(self.start)
        self.show(screen)

    def _on_turned(self, by: int) -> None:
        self._page += by
        self._show()
