"""The chart a visit belongs to: scanned, typed on a keyboard, or on the screen's own pad."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.visit import Visit
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.badge import CodeBadge
from kiosk.ui.widgets.line_field import LineField
from kiosk.ui.widgets.pad import NumberPad
from kiosk.ui.widgets.staff_foot import StaffFoot
from kiosk.ui.widgets.staff_screen import StaffScreen
from kiosk.ui.widgets.text import TextLabel

_LONGEST = 30


class ChartScreen(StaffScreen):
    """Asks for a chart number; a scanner's Enter is taken as Save.

    Signals:
        entered: What was scanned or typed.
        cancelled: Back to the visit.
    """

    entered = Signal(str)
    cancelled = Signal()

    def __init__(
        self, context: StaffContext, visit: Visit, *, title: str = "", value: str = ""
    ) -> None:
        """`title` names another number than the chart's, `value` is what it is now."""
        super().__init__(context)
        theme = self.theme
        _ = context.words.gettext
        title = title or _("Chart number")
        outer = QVBoxLayout(self)
        edge = theme.px(EDGE)
        outer.setContentsMargins(edge, theme.px(50), edge, theme.px(40))
        heading = TextLabel(theme, TypeRole.TITLE, centred=True)
        heading.setObjectName("heading")
        heading.setText(title)
        badge = CodeBadge(theme, TypeRole.TITLE)
        badge.show_code(visit.code, context.words)
        self._message = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        self._field = LineField(theme, title, longest=_LONGEST)
        self._field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._field.setFixedWidth(theme.px(760))
        self._field.setText(value)
        self._field.setObjectName("chart-number")
        self._field.returnPressed.connect(self._on_enter)
        pad = NumberPad(theme)
        pad.erase.setAccessibleName(_("Delete the last digit"))
        pad.digit_pressed.connect(self._on_digit)
        pad.erase_pressed.connect(self._field.backspace)
        outer.addStretch(1)
        outer.addWidget(heading)
        outer.addWidget(badge, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addWidget(self._message)
        for widget in (self._field, pad):
            outer.addSpacing(theme.px(20))
            outer.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        foot = StaffFoot(theme, _("Back"), _("Save"), name="save", icon="check")
        foot.back.clicked.connect(self.cancelled)
        foot.done.clicked.connect(self._on_enter)
        outer.addWidget(foot)
        self.show_message(_("Scan it, or type it."))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_message(self, message: str) -> None:
        """Say what to do, or what was wrong; what was typed stays."""
        self._message.setText(message)

    def key_escape(self) -> None:
        """Back to the visit."""
        self.cancelled.emit()

    def _on_digit(self, digit: int) -> None:
        self._field.insert(str(digit))

    def _on_enter(self) -> None:
        if self._field.line:
            self.entered.emit(self._field.line)
