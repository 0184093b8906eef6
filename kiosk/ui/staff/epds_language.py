"""Which language a wording is to be typed in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from kiosk.domain.language import LANGUAGES
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Button, Kind


class EpdsLanguageScreen(AdminScreen):
    """Every language that the kiosk can be given.

    Signals:
        chosen: A language's code.
    """

    chosen = Signal(str)

    def __init__(self, context: StaffContext, who: str) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("Type it in"), _("Back"))
        lead = self.label(_("In which language is the form?"), TypeRole.LEAD)
        self.body.addWidget(lead)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(28))
        grid.setVerticalSpacing(self.theme.gap(16))
        for place, (code, language) in enumerate(LANGUAGES.items()):
            button = Button(self.theme, Kind.SECONDARY, height=96)
            button.setText(language.name)
            button.setObjectName(f"language-{code}")
            button.setProperty("language", code)
            button.clicked.connect(self._on_chosen)
            grid.addWidget(button, place // 2, place % 2)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _on_chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.chosen.emit(str(sender.property("language")))
