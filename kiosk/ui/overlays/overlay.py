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
    """Covers its parent; subclasses fill `column`, and name what comes first "heading".

    Attributes:
        answers_anything: Any key, or a tap anywhere, is the answer.
    """

    answers_anything = False

    def __init__(self, theme: Theme, parent: QWidget, *, width: int) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setGeometry(parent.rect())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.above, 0, 0)
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

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab stays on the overlay: what lies below is out of reach."""
        targets = [target for target in self.targets() if target.isEnabled()]
        if targets:
            here = next((i for i, target in enumerate(targets) if target.hasFocus()), -1)
            there = (here + (1 if forwards else -1)) % len(targets)
            reasons = Qt.FocusReason
            reason = reasons.TabFocusReason if forwards else reasons.BacktabFocusReason
            targets[there].setFocus(reason)
        return True

    def targets(self) -> list[Pressable]:
        """What can be touched, in reading order."""
        found = self.findChildren(Pressable)
        return [target for target in found if target.isVisibleTo(self)]

    def dismiss(self) -> None:
        """What the Back key does; nothing where an answer is needed."""

    def fit_panel(self) -> None:
        """Fit the panel to its texts, again when one of them has changed."""
        needed = needed_height(self.panel, self.panel.width())
        self.panel.setFixedHeight(min(needed, self.height() - self.theme.above))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken what lies below."""
        del event
        painter = QPainter(self)
        # In the dark theme ink is white: the ground is what darkens there.
        dark = min(map(self.theme.colour, ("ink", "paper")), key=QColor.lightness)
        shade = QColor(dark)
        shade.setAlpha(150)
        painter.fillRect(self.rect(), shade)
        painter.end()
