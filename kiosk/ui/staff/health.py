"""The kiosk's health in sentences: what was found, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.services.health import HealthItem, Level
from kiosk.services.health_wording import sentence, short
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.paint import paint_icon
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.health_strip import ICONS, INKS
from kiosk.ui.widgets.panel import Panel


class _Icon(QWidget):
    def __init__(self, theme: Theme, icon: str, ink: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._ink = ink
        self.setFixedSize(theme.px(52), theme.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_icon(painter, self._icon, QRectF(self.rect()), self._theme.colour(self._ink))
        painter.end()


class HealthScreen(AdminScreen):
    """One panel a part."""

    def __init__(self, context: StaffContext, who: str, items: Sequence[HealthItem]) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("This kiosk"), _("Back to the list"))
        for item in items:
            self.body.addWidget(self._panel(item))
        if not items:
            self.body.addWidget(self.label(_("Looking at the kiosk…"), TypeRole.LEAD, "ink_soft"))
        self.body.addStretch(1)

    def _panel(self, item: HealthItem) -> Panel:
        px = self.theme.px
        panel = Panel(self.theme, radius=24)
        panel.setFixedHeight(px(118))
        row = QHBoxLayout(panel)
        row.setContentsMargins(px(36), 0, px(36), 0)
        row.setSpacing(px(32))
        ink = INKS[item.level]
        icon = "warning" if item.level is Level.FAULT else ICONS[item.part]
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(_Icon(self.theme, icon, ink), 0, middle)
        name = self.label(short(item, self.context.words), TypeRole.LABEL_STRONG, ink)
        name.setFixedWidth(px(430))
        name.keep_within(px(106))
        row.addWidget(name, 0, middle)
        said = self.label(sentence(item, self.context.words), TypeRole.LABEL, "ink_soft")
        # A word at the end of an Arabic line reaches a little beyond where Qt measures its end.
        said.setContentsMargins(px(10), 0, px(10), 0)
        said.keep_within(px(106))
        row.addWidget(said, 1, middle)
        return panel
