"""What differs from the published wording, to be accepted by name or left."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kiosk.services.wording import spell
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Kind


class EpdsVerdictScreen(AdminScreen):
    """Lists every stem and option that differs.

    Signals:
        accepted: The one who is signed in wants it all the same.
    """

    accepted = Signal()

    def __init__(self, context: StaffContext, who: str, marks: tuple[str, ...]) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("Not the published text"), _("Stop"))
        lead = self.label(
            _("These lines differ from the published text. Compare them with your licensed copy."),
            TypeRole.LEAD,
        )
        lead.keep_within(self.theme.px(150))
        self.body.addWidget(lead)
        found = self.label(spell(marks, context.words), colour="sun_ink")
        found.setObjectName("differences")
        found.keep_within(self.theme.px(560))
        self.body.addWidget(found)
        self.body.addStretch(1)
        accept = self.act(
            _("Accept differences as %(name)s") % {"name": who}, "accept", Kind.DANGER_QUIET
        )
        accept.clicked.connect(self.accepted)
