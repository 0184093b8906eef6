"""A first PIN, shown once: whoever gets it chooses their own when they first come in."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.text import TextLabel


class FirstPinScreen(AdminScreen):
    """Shows it in groups of three, large."""

    def __init__(self, context: StaffContext, who: str, name: str, pin: str) -> None:
        """`name` is whose PIN it is, `who` is signed in."""
        _ = context.words.gettext
        super().__init__(context, who, _("First PIN"), _("I have told them"))
        self.body.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        heading = TextLabel(self.theme, TypeRole.TITLE, centred=True)
        heading.setText(_("First PIN of %(name)s") % {"name": name})
        heading.keep_within(self.theme.px(170))
        self.body.addWidget(heading)
        self.body.addSpacing(self.theme.px(12))
        field = DigitField(self.theme, len(pin))
        field.setAccessibleName(_("First PIN"))
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setObjectName("first-pin")
        field.show_digits(f"{pin[:3]} {pin[3:]}")
        self.body.addWidget(field, 0, middle)
        self.body.addSpacing(self.theme.px(12))
        text = _("It is shown this once, and holds until they come in and choose their own.")
        said = self.label(text, TypeRole.LEAD, "ink_soft")
        said.setFixedWidth(self.theme.px(1200))
        said.setAlignment(middle)
        self.body.addWidget(said, 0, middle)
        self.body.addStretch(1)
