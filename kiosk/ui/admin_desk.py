"""The administrators' part of the staff area: the menu, and what lies behind each tile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.ui.admin_room import AdminRoom
from kiosk.ui.approvals_desk import ApprovalsDesk
from kiosk.ui.audit_desk import AuditDesk
from kiosk.ui.backup_desk import BackupDesk
from kiosk.ui.figures_desk import FiguresDesk
from kiosk.ui.machine_desk import MachineDesk
from kiosk.ui.offer_desk import OfferDesk
from kiosk.ui.people_desk import PeopleDesk
from kiosk.ui.runner import RunnerFor
from kiosk.ui.settings_desk import SettingsDesk
from kiosk.ui.staff.admin_menu import AdminMenuScreen
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.text_desk import TextDesk
from kiosk.ui.widgets.admin_screen import AdminScreen

Show = Callable[[AdminScreen], None]
Room = AdminRoom | PeopleDesk | TextDesk
"""A way through screens that belong together. Each has `start()`, and tells when it is left."""


class AdminDesk(QObject):
    """Knows which rooms there are, and is in one of them at a time.

    Signals:
        closed: Back to the board.
        locked: Back to the kiosk's first screen.
    """

    closed = Signal()
    locked = Signal()

    def __init__(self, context: StaffContext, who: str, show: Show, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._who = who
        self._show_screen = show
        self._room: Room | None = None
        self._runner = RunnerFor(context.runner)

    def start(self) -> None:
        """Show the menu."""
        self.forget()
        screen = AdminMenuScreen(self._context, self._who, tuple(self._rooms()))
        screen.room_wanted.connect(self._on_room_wanted)
        screen.closed.connect(self.closed)
        screen.locked.connect(self.locked)
        self._show_screen(screen)

    def forget(self) -> None:
        """Leave the room; nothing that was on the way there stays, or comes after."""
        self._runner.forget()
        self._runner = RunnerFor(self._context.runner)
        if isinstance(self._room, TextDesk):
            self._room.forget()
        if self._room is not None:
            self._room.deleteLater()
            self._room = None

    def _rooms(self) -> dict[str, Callable[[], Room]]:
        """The rooms that this kiosk has, with what opens them."""
        context = replace(self._context, runner=self._runner)
        who, show = self._who, self._show_screen
        rooms: dict[str, Callable[[], Room]] = {
            "people": lambda: PeopleDesk(context, who, show, self)
        }
        if (wordings := context.wordings) is not None:
            rooms["texts"] = lambda: TextDesk(context, wordings, who, show, self)
        if (book := context.admin.settings) is not None:
            rooms["settings"] = lambda: SettingsDesk(context, book, who, show, self)
        if (offer := context.admin.offer) is not None:
            rooms["topics"] = lambda: OfferDesk(context, offer, who, show, self)
        if (approvals := context.admin.approvals) is not None:
            rooms["approvals"] = lambda: ApprovalsDesk(context, approvals, who, show, self)
        if (admin := context.admin.general) is not None:
            rooms["figures"] = lambda: FiguresDesk(context, admin, who, show, self)
            rooms["audit"] = lambda: AuditDesk(context, admin, who, show, self)
            rooms["backup"] = lambda: BackupDesk(context, admin, who, show, self)
            rooms["machine"] = lambda: MachineDesk(context, admin, who, show, self)
        return rooms

    def _on_room_wanted(self, name: str) -> None:
        room = self._rooms()[name]()
        self._room = room
        room.closed.connect(self.start)
        room.locked.connect(self.locked)
        room.start()
