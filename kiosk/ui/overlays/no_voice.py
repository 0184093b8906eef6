"""She wants to be read to, and there is no voice for her language: who will read instead."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.language import LANGUAGES
from kiosk.ui.context import ScreenContext
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.text import TextLabel

SHOWN_MS = 20_000
"""Nobody may be there to close it."""


class NoVoiceOverlay(Overlay):
    """A calm notice in the language that cannot be read aloud; it goes by itself.

    Signals:
        dismissed: She has read it, or has gone.
    """

    dismissed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget, language: str) -> None:
        super().__init__(context.theme, parent, width=1100)
        self.setObjectName("no-voice")
        theme = context.theme
        words = context.catalogues.words(language)
        _ = words.gettext
        known = LANGUAGES.get(language)
        directions = Qt.LayoutDirection
        self.setLayoutDirection(
            directions.RightToLeft if words.right_to_left else directions.LeftToRight
        )
        heading = TextLabel(theme, TypeRole.HEADING, centred=True)
        heading.setObjectName("heading")
        heading.setText(
            _("This screen cannot read aloud in this language yet: %(language)s.")
            % {"language": known.name if known else language}
        )
        text = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        text.setText(_("Please ask at the front desk. Someone will gladly read it with you."))
        for label, role in ((heading, TypeRole.HEADING), (text, TypeRole.LEAD)):
            label.setFont(theme.font(role, language=language))
            self.column.addWidget(label)
        close = Button(theme, Kind.PRIMARY)
        close.setText(_("OK"))
        close.setObjectName("close")
        close.clicked.connect(self.dismissed)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismissed)
        self._timer.start(SHOWN_MS)

    def dismiss(self) -> None:
        """Back closes it."""
        self.dismissed.emit()
