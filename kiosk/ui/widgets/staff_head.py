"""The dark strip on top of every staff screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import EDGE, LEAST_TARGET, TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.text import TextLabel


class StaffHead(QWidget):
    """Title, a figure that matters, a quiet line, and the lock."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(max(theme.px(124), LEAST_TARGET + 2 * theme.px(16)))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(EDGE), theme.px(16), theme.px(EDGE), theme.px(16))
        row.setSpacing(theme.px(36))
        self._name = self._left = ""
        self._title = self._label(TypeRole.LABEL_STRONG, "card")
        self._title.setObjectName("heading")
        self._figure = self._label(TypeRole.LABEL_STRONG, "sun_soft")
        self._quiet = self._label(TypeRole.LABEL, "sand")
        self._who = self._label(TypeRole.LABEL, "sand")
        self.lock = Button(theme, Kind.PILL, icon="lock", icon_after=False)
        self.lock.setObjectName("lock")
        middle = Qt.AlignmentFlag.AlignVCenter
        for label in (self._title, self._figure, self._quiet):
            row.addWidget(label, 0, middle)
        row.addStretch(1)
        row.addWidget(self._who, 0, middle)
        row.addWidget(self.lock)

    def word(self, title: str, figure: str, quiet: str, who: str, lock: str) -> None:
        """Set every text."""
        self._title.setText(title)
        self._figure.setText(figure)
        self._quiet.setText(quiet)
        self._name = who
        self._show_who()
        self.lock.setText(lock)

    def show_left(self, words: str) -> None:
        """Say beside the name when the screen locks by itself."""
        self._left = words
        self._show_who()

    def _show_who(self) -> None:
        self._who.setText(" · ".join(filter(None, (self._name, self._left))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dark ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("ink"))
        painter.end()

    def _label(self, role: TypeRole, colour: str) -> TextLabel:
        label = TextLabel(self._theme, role, colour=colour)
        label.setWordWrap(False)
        return label
