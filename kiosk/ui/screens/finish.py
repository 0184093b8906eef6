"""The last page: the code, large, and what happens next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from kiosk.services.intents import EndPage, WantTakeHome
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.badge import CodeBadge
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class FinishScreen(Screen):
    """Code, next step, a page to take home if she wants one."""

    has_top_bar = False
    ends_after_seconds = 60

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._heading = self.heading(TypeRole.TITLE, centred=True)
        self._say = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        panel = Panel(theme)
        inside = QHBoxLayout(panel)
        side = theme.px(40 if theme.portrait else 90)
        inside.setContentsMargins(side, theme.px(36), side, theme.px(36))
        self.badge = CodeBadge(theme, TypeRole.CODE)
        inside.addWidget(self.badge)
        self._next = TextLabel(theme, TypeRole.LEAD, centred=True)
        texts = FitColumn(theme, spacing=20)
        texts.setFixedWidth(theme.wide(1300))
        column = texts.column
        column.addStretch(1)
        column.addWidget(self._heading)
        column.addWidget(self._say)
        column.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._next)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(texts)
        middle.addStretch(1)
        self.body.addLayout(middle, 1)
        row = theme.across(36)
        row.addStretch(1)
        self._take_home = Button(theme, Kind.SECONDARY, icon="page", icon_after=False)
        self._take_home.setObjectName("take-home")
        self._take_home.clicked.connect(self._on_take_home)
        self._done = Button(theme, Kind.PRIMARY)
        self._done.setObjectName("finish")
        self._done.clicked.connect(self._on_done)
        row.addWidget(self._take_home)
        row.addWidget(self._done)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(theme.px(40))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        words = self.context.words
        _ = words.gettext
        visit = self.journey.current
        self._heading.setText(_("Thank you."))
        self._say.setText(_("Say this at the front desk:"))
        self.badge.show_code(visit.code, words)
        self._next.setText(
            _(
                "Your care team gets one page with what you read, what you answered and what you"
                " want to ask. This screen forgets you when you leave."
            )
        )
        wanted = visit.take_home
        self._take_home.setText(
            _("Ask for your page at the desk") if wanted else _("A page for me to take home")
        )
        self._take_home.set_icon("check" if wanted else "page")
        self._take_home.setEnabled(not wanted)
        self._done.setText(_("Finish"))

    def _on_take_home(self) -> None:
        self.want(WantTakeHome())
        self.retranslate()

    def _on_done(self) -> None:
        self.want(EndPage())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rising sun behind the code."""
        if not self.theme.high_contrast:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("sun_soft"))
            reach = self.height() * 0.88
            painter.drawEllipse(QPointF(self.width() / 2, self.height() * 1.28), reach, reach)
            painter.end()
        super().paintEvent(event)
