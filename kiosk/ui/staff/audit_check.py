"""What a check of the audit log found: its whole head to note elsewhere, or where it is broken."""

from __future__ import annotations

from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.panel import Panel


class AuditCheckScreen(AdminScreen):
    """One sentence, and what it is worth."""

    def __init__(self, context: StaffContext, who: str, said: str, *, whole: bool) -> None:
        """`said` is what was found, in words."""
        _ = context.words.gettext
        super().__init__(context, who, _("Audit"), _("Back to the log"))
        self.body.addStretch(1)
        panel = Panel(self.theme, radius=26)
        column = self.column_in(panel)
        found = self.label(said, TypeRole.STRONG, "ink" if whole else "red_deep")
        # A head is a word of seventy letters: it shrinks before it breaks.
        found.keep_within(self.theme.px(220))
        column.addWidget(found)
        if whole:
            worth = _(
                "Who has the key could write the log anew: only a head that was noted elsewhere"
                " tells. kiosk audit verify --head compares them."
            )
            column.addWidget(self.label(worth, TypeRole.BODY, "ink_soft"))
        self.body.addWidget(panel)
        self.body.addStretch(2)
