"""The small button that brings everything within reach of who sits, and up again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.i18n import Words
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, Kind


class ReachPill(Button):
    """A sign without words, named for who hears it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Kind.PILL, icon="lower", icon_after=False, parent=parent)
        self.setObjectName("reach")

    def word(self, words: Words) -> None:
        """Name what a touch would do."""
        _ = words.gettext
        lowered = self.theme.lowered
        self.set_icon("raise" if lowered else "lower")
        self.set_kind(Kind.PILL_ON if lowered else Kind.PILL)
        self.setAccessibleName(_("Raise the screen") if lowered else _("Lower the screen"))
