"""People with PINs, for administrators: add, give a new PIN, change the role, let nobody in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.clinic_mode import ADMIN_ROLE, STAFF_ROLE
from kiosk.i18n import Words
from kiosk.services.ports import StaffMember
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel

ROWS = 8
_NAME = 420


class PeopleScreen(AdminScreen):
    """One line a person.

    Signals:
        add_requested: A new person.
        pin_renewed: A name: a first PIN again.
        role_changed: Name and the role they are to have.
        active_changed: A name, and whether they may come in.
    """

    add_requested = Signal()
    pin_renewed = Signal(str)
    role_changed = Signal(str, str)
    active_changed = Signal(str, bool)

    def __init__(
        self,
        context: StaffContext,
        who: str,
        people: Sequence[StaffMember],
        *,
        page: int = 0,
        message: str = "",
    ) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("People"), _("Back to administration"))
        self.body.setSpacing(self.theme.gap(9))
        for member in people[page * ROWS : (page + 1) * ROWS]:
            self.body.addWidget(self._row(member))
        self.body.addStretch(1)
        self.turns(before=page > 0, more=len(people) > (page + 1) * ROWS)
        add = self.act(_("Add a person"), "add", Kind.PRIMARY, icon="plus")
        add.clicked.connect(self.add_requested)
        self.show_message(message)

    def _row(self, member: StaffMember) -> Panel:
        _ = self.context.words.gettext
        px = self.theme.px
        panel = Panel(self.theme, radius=22)
        panel.setFixedHeight(max(px(86), self.theme.target(68) + px(8)))
        line = QHBoxLayout(panel)
        line.setContentsMargins(px(32), 0, px(12), 0)
        line.setSpacing(self.theme.gap(14))
        middle = Qt.AlignmentFlag.AlignVCenter
        strong = TypeRole.LABEL_STRONG if member.active else TypeRole.LABEL
        name = self.own(member.name, strong, "ink" if member.active else "ink_soft")
        name.setFixedWidth(px(_NAME))
        state = self.label(state_of(member, self.context.words), TypeRole.SMALL, "ink_soft")
        for label in (name, state):
            label.keep_within(px(76))
            line.addWidget(label, 0 if label is name else 1, middle)
        is_admin = member.role == ADMIN_ROLE
        if member.active:
            self._add(line, member, _("New PIN"), "pin", self._on_pin)
            role = _("Make staff") if is_admin else _("Make administrator")
            self._add(line, member, role, "role", self._on_role)
            self._add(line, member, _("Deactivate"), "active", self._on_active)
        else:
            self._add(line, member, _("Let in again"), "active", self._on_active)
        return panel

    def _add(self, line: QHBoxLayout, member: StaffMember, text: str, what: str, slot) -> None:  # noqa: ANN001 - one of this class's slots
        button = Button(self.theme, Kind.SECONDARY, height=68, padding=22)
        button.set_role(TypeRole.SMALL_STRONG)
        button.setText(text)
        button.setAccessibleName(f"{text}: {member.name}")
        button.setObjectName(f"{what}-{member.name}")
        button.setProperty("person", member.name)
        button.setProperty("admin", member.role == ADMIN_ROLE)
        button.setProperty("active", member.active)
        button.clicked.connect(slot)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _on_pin(self) -> None:
        self.pin_renewed.emit(str(self.sender().property("person")))

    def _on_role(self) -> None:
        sender = self.sender()
        role = STAFF_ROLE if sender.property("admin") else ADMIN_ROLE
        self.role_changed.emit(str(sender.property("person")), role)

    def _on_active(self) -> None:
        sender = self.sender()
        self.active_changed.emit(str(sender.property("person")), not sender.property("active"))


def state_of(member: StaffMember, words: Words) -> str:
    """What somebody may do, and whose PIN it is."""
    _ = words.gettext
    if not member.active:
        return _("comes in no more")
    role = _("administrator") if member.role == ADMIN_ROLE else _("staff")
    return (
        role if member.pin_changed else _("%(role)s · has still their first PIN") % {"role": role}
    )
