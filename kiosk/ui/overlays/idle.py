"""Nobody has touched the screen for a while: one tap goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.context import ScreenContext
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.text import TextLabel


class IdleOverlay(Overlay):
    """Counts down in large digits.

    Signals:
        stayed: She is still there.
    """

    stayed = Signal()
    answers_anything = True

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(context.theme, parent, width=1100)
        self.setObjectName("idle-warning")
        self._words = context.words
        _ = self._words.gettext
        theme = context.theme
        heading = TextLabel(theme, TypeRole.TITLE, centred=True)
        heading.setObjectName("heading")
        heading.setText(_("Are you still there?"))
        self._count = TextLabel(theme, TypeRole.DISPLAY, colour="teal", centred=True)
        self._text = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        self._text.setText(_("This screen will be cleared soon, so that nobody else sees it."))
        stay = Button(theme, Kind.PRIMARY)
        stay.setText(_("I am still here"))
        stay.setObjectName("stay")
        stay.clicked.connect(self.stayed)
        for label in (heading, self._count, self._text):
            self.column.addWidget(label)
        self.column.addWidget(stay, 0, Qt.AlignmentFlag.AlignHCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap anywhere goes on; on release, so that it presses nothing below."""
        event.accept()
        self.stayed.emit()

    def dismiss(self) -> None:
        """Any key says that she is there."""
        self.stayed.emit()

    def show_seconds(self, seconds: int) -> None:
        """Show how many seconds are left."""
        self._count.setText(str(seconds))
        text = self._words.ngettext("%(count)s second left", "%(count)s seconds left", seconds)
        self._count.setAccessibleName(text % {"count": seconds})
