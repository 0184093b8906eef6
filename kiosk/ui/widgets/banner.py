"""The plain banner over everything made from the practice text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout

from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import TextLabel

_WIDE, _FLAT = 1400, 1740


class RehearsalBanner(Panel):
    """Says that this is practice."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, fill="sun_soft", radius=20, shadow=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(36), theme.px(12), theme.px(36), theme.px(12))
        self._label = TextLabel(theme, TypeRole.SMALL_STRONG, colour="sun_ink", centred=True)
        # Where there is little height, one line.
        self._width = theme.wide(_FLAT if theme.is_flat else _WIDE) - 2 * theme.px(36)
        self._label.setFixedWidth(self._width)
        row.addWidget(self._label)

    def set_text(self, text: str) -> None:
        """Show the warning."""
        self._label.setText(text)
        self._refit()

    def _refit(self) -> None:
        """Give a second line its room where the text is large."""
        self._label.setMinimumHeight(0)
        self._label.setMinimumHeight(self._label.heightForWidth(self._width))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme's fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._refit)
