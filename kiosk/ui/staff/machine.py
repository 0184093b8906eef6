"""Everything that can be wrong on this machine, each with its mend; what is missing first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.i18n import N_
from kiosk.services.doctor.finding import Finding, State
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.panel import Panel

ROWS = 5
_WORDS = {State.MISSING: N_("missing"), State.NOTE: N_("to know"), State.OK: N_("fine")}
_INKS = {State.MISSING: "red_deep", State.NOTE: "sun_ink", State.OK: "teal"}


class MachineScreen(AdminScreen):
    """One panel a finding.

    Signals:
        look_wanted: Look again.
    """

    look_wanted = Signal()

    def __init__(
        self,
        context: StaffContext,
        who: str,
        found: Sequence[Finding],
        *,
        page: int = 0,
        fault: str = "",
    ) -> None:
        """What was found, or is being looked for.

        Args:
            context: What staff screens are handed.
            who: Who is signed in.
            found: Everything, in the order in which it is shown; empty while it is looked.
            page: Which part of it is shown, from 0.
            fault: Why nothing was found, in words.
        """
        _ = context.words.gettext
        super().__init__(context, who, _("This machine"), _("Back to administration"))
        for finding in found[page * ROWS : (page + 1) * ROWS]:
            self.body.addWidget(self._panel(finding))
        if not found:
            said = fault or _("Looking at the kiosk…")
            self.body.addWidget(self.label(said, TypeRole.LEAD, "ink_soft"))
        self.body.addStretch(1)
        self.turns(before=page > 0, more=len(found) > (page + 1) * ROWS)
        if found or fault:
            again = self.act(_("Look again"), "again", Kind.PRIMARY, icon="refresh")
            again.clicked.connect(self.look_wanted)

    def _panel(self, finding: Finding) -> Panel:
        px = self.theme.px
        panel = Panel(self.theme, radius=22, shadow=False)
        panel.setFixedHeight(px(138))
        row = QHBoxLayout(panel)
        row.setContentsMargins(px(32), px(8), px(32), px(8))
        row.setSpacing(px(28))
        ink = _INKS[finding.state]
        state = self.label(
            self.context.words.gettext(_WORDS[finding.state]), TypeRole.LABEL_STRONG, ink
        )
        state.setFixedWidth(px(220))
        state.keep_within(px(110))
        row.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addStretch(1)
        message = self.label(finding.message, TypeRole.LABEL)
        message.keep_within(px(66 if finding.mend else 116))
        column.addWidget(message)
        if finding.mend:
            mend = self.own(finding.mend, TypeRole.SMALL, "ink_soft")
            mend.keep_within(px(58))
            column.addWidget(mend)
        column.addStretch(1)
        row.addLayout(column, 1)
        return panel
