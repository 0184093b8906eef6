"""Something could not be saved: a calm page, and what was saved stays saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.context import ScreenContext
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.text import TextLabel


class TroubleOverlay(Overlay):
    """Try again, or leave.

    Signals:
        again: Try once more.
        left: She gives up.
    """

    again = Signal()
    left = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(context.theme, parent, width=1200)
        self.setObjectName("trouble")
        _ = context.words.gettext
        theme = context.theme
        heading = TextLabel(theme, TypeRole.HEADING, centred=True)
        heading.setObjectName("heading")
        heading.setText(_("This screen needs help from staff."))
        text = TextLabel(theme, TypeRole.LEAD, centred=True)
        text.setText(
            _(
                "Your last touch could not be saved. Everything before it is safe."
                " Please tell the front desk."
            )
        )
        self.column.addWidget(heading)
        self.column.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(theme.px(28))
        row.addStretch(1)
        again = Button(theme, Kind.PRIMARY)
        again.setText(_("Try again"))
        again.setObjectName("again")
        again.clicked.connect(self.again)
        leave = Button(theme, Kind.SECONDARY)
        leave.setText(_("Leave"))
        leave.setObjectName("leave")
        leave.clicked.connect(self.left)
        row.addWidget(leave)
        row.addWidget(again)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.setAlignment(Qt.AlignmentFlag.AlignHCenter)
