"""A new person: a name or initials, and what they may do. The PIN is made by chance."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.clinic_mode import ADMIN_ROLE, STAFF_ROLE
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.choice import Choice, Mark
from kiosk.ui.widgets.letter_pad import LetterPad
from kiosk.ui.widgets.line_field import LineField

_LONGEST = 40


class PersonAddScreen(AdminScreen):
    """Asks for a name, by keyboard or by the pad, and a role.

    Signals:
        added: Name and role.
    """

    added = Signal(str, str)

    def __init__(self, context: StaffContext, who: str) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("Add a person"), _("Back"))
        px = self.theme.px
        self.body.addStretch(1)
        asked = self.label(_("Name or initials"), TypeRole.LABEL_STRONG)
        self.body.addWidget(asked, 0, Qt.AlignmentFlag.AlignHCenter)
        self._name = LineField(self.theme, _("Name or initials"), longest=_LONGEST)
        self._name.setFixedWidth(px(760))
        self._name.setObjectName("name")
        self._name.returnPressed.connect(self._on_add)
        self.body.addWidget(self._name, 0, Qt.AlignmentFlag.AlignHCenter)
        pad = LetterPad(self.theme, space=_("Space"), erase=_("Delete the last letter"))
        pad.letter_pressed.connect(self._name.insert)
        pad.erase_pressed.connect(self._name.backspace)
        self.body.addWidget(pad, 0, Qt.AlignmentFlag.AlignHCenter)
        roles = QHBoxLayout()
        roles.setSpacing(self.theme.gap(20))
        roles.addStretch(1)
        self._roles: dict[str, Choice] = {}
        for role, text in (
            (STAFF_ROLE, _("Staff: the list and the visits")),
            (ADMIN_ROLE, _("Administrator: people and texts, too")),
        ):
            choice = Choice(self.theme, mark=Mark.RADIO, height=92)
            choice.setText(text)
            choice.setAutoExclusive(True)
            choice.setChecked(role == STAFF_ROLE)
            choice.setObjectName(f"role-{role}")
            choice.setFixedWidth(px(640))
            self._roles[role] = choice
            roles.addWidget(choice)
        roles.addStretch(1)
        self.body.addLayout(roles)
        self.body.addStretch(1)
        add = self.act(_("Add"), "add", Kind.PRIMARY, icon="check")
        add.clicked.connect(self._on_add)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        role = next(role for role, choice in self._roles.items() if choice.isChecked())
        self.added.emit(self._name.line, role)
