"""A panel in the middle of a darkened screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.fit_column import needed_height
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.pressable import Pressable


class Overlay(QWidget):
    """Covers its parent; subclasses fill `column`."""

    def __init__(self, theme: Theme, parent: QWidget, *, width: int) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setGeometry(parent.rect())
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        self.panel = Panel(theme, shadow=False)
        self.panel.setFixedWidth(theme.wide(width))
        self.column = QVBoxLayout(self.panel)
        side = theme.px(72)
        self.column.setContentsMargins(side, theme.px(60), side, theme.px(60))
        self.column.setSpacing(theme.px(28))
        outer.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the panel the height that its wrapped texts need."""
        super().showEvent(event)
        self.fit_panel()
        targets = self._targets()
        if targets:
            targets[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab stays on the overlay: what lies below is out of reach."""
        targets = self._targets()
        if targets:
            here = next((i for i, target in enumerate(targets) if target.hasFocus()), -1)
            there = (here + (1 if forwards else -1)) % len(targets)
            reasons = Qt.FocusReason
            reason = reasons.TabFocusReason if forwards else reasons.BacktabFocusReason
            targets[there].setFocus(reason)
        return True

    def _targets(self) -> list[Pressable]:
        found = self.findChildren(Pressable)
        return [target for target in found if target.isVisibleTo(self) and target.isEnabled()]

    def fit_panel(self) -> None:
        """Fit the panel to its texts, again when one of them has changed."""
        needed = needed_height(self.panel, self.panel.width())
        self.panel.setFixedHeight(min(needed, self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken what lies below."""
        del event
        painter = QPainter(self)
        shade = QColor(self.theme.colour("ink"))
        shade.setAlpha(150)
        painter.fillRect(self.rect(), shade)
        painter.end()
