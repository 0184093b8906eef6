"""Staff were called: what to do and what to say, in two lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.content import Stage
from kiosk.services.intents import GoHome
from kiosk.ui.colour_words import spoken_code
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import paint_icon
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class _Bell(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(170), self._theme.px(170))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, "bell", QRectF(self.rect()), self._theme.colour("red"))
        painter.end()


class StaffCalledScreen(Screen):
    """A whole page in the urgent tint."""

    ground = "red_tint"
    reads_itself = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._heading = self.heading(TypeRole.TITLE, centred=True)
        self._heading.set_colour("red_deep")
        self._stay = TextLabel(theme, TypeRole.BODY, centred=True)
        self._say = TextLabel(theme, TypeRole.BODY, centred=True)
        self.body.setSpacing(theme.px(28))
        self.body.addStretch(2)
        self.body.addWidget(_Bell(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._stay)
        self.body.addWidget(self._say)
        self.body.addStretch(3)
        row = QHBoxLayout()
        row.addStretch(1)
        self._with_me = Button(theme, Kind.DANGER_QUIET)
        self._with_me.setObjectName("with-me")
        self._with_me.clicked.connect(self._on_with_me)
        row.addWidget(self._with_me)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        words = self.context.words
        _ = words.gettext
        visit = self.journey.current
        self._heading.setText(_("We have called staff to you."))
        self._stay.setText(
            _("Stay here, or go to the front desk and say %(code)s.")
            % {"code": spoken_code(visit.code, words)}
        )
        self._say.setText(self._what_to_say())
        self._with_me.setText(_("Someone is with me now"))

    def _what_to_say(self) -> str:
        """The first sign she chose, with what staff must know about her."""
        _ = self.context.words.gettext
        visit = self.journey.current
        if not visit.signs:
            return ""
        label = self.journey.library.sign(visit.signs[0]).labels[self.theme.language]
        grieving = visit.stage is Stage.LOSS
        sign = label.say_loss if grieving else label.say
        who = {
            Stage.PREGNANT: _("Say: I am pregnant. %(sign)s"),
            Stage.POSTPARTUM: _("Say: I was pregnant in the last year. %(sign)s"),
            Stage.LOSS: _("Say: I was pregnant in the last year. %(sign)s"),
        }.get(visit.stage or Stage.SUPPORTING, _("Say: %(sign)s"))
        return who % {"sign": sign}

    def _on_with_me(self) -> None:
        self.want(GoHome())
