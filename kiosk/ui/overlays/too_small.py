"""Said to staff when the kiosk starts: this screen has no room for the questionnaire."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.context import ScreenContext
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.text import TextLabel


class TooSmallOverlay(Overlay):
    """In the clinic's language; it stays until somebody has read it.

    Signals:
        dismissed: Somebody has.
    """

    dismissed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(context.theme, parent, width=1200)
        self.setObjectName("too-small")
        theme, language = context.theme, context.settings.clinic.language
        words = context.catalogues.words(language)
        _ = words.gettext
        self.setLocale(QLocale(language))
        directions = Qt.LayoutDirection
        self.setLayoutDirection(
            directions.RightToLeft if words.right_to_left else directions.LeftToRight
        )
        middle = Qt.AlignmentFlag.AlignHCenter
        picture = PictureView(theme, art_path("too-small"), width=260)
        picture.setFixedHeight(theme.px(240))
        picture.set_alternative(_("A page that is larger than the screen before it"))
        heading = TextLabel(theme, TypeRole.HEADING, centred=True)
        heading.setObjectName("heading")
        heading.setText(_("For staff: this screen is too small for the questionnaire."))
        text = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        text.setText(
            _(
                "Its questions have no room here at a size that everybody can read. Visitors are"
                " not offered it on this screen; everything else works."
            )
        )
        self.column.addWidget(picture, 0, middle)
        # Large text needs the room.
        picture.setVisible(not theme.is_large)
        for label, role in ((heading, TypeRole.HEADING), (text, TypeRole.LEAD)):
            label.setFont(theme.font(role, language=language))
            self.column.addWidget(label)
        close = Button(theme, Kind.PRIMARY)
        close.setText(_("OK"))
        close.setObjectName("close")
        close.clicked.connect(self.dismissed)
        self.column.addWidget(close, 0, middle)

    def dismiss(self) -> None:
        """Back closes it."""
        self.dismissed.emit()
