"""The place where typed digits appear."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fit import paint_text
from kiosk.ui.theme.paint import paint_panel
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole


class DigitField(QWidget):
    """Shows up to `most` digits, or dots for a PIN; `active` draws the strong border."""

    def __init__(
        self,
        theme: Theme,
        most: int,
        *,
        hidden: bool = False,
        role: TypeRole = TypeRole.TITLE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = most
        self._hidden = hidden
        self._role = role
        self.digits = ""
        self.active = True

    @property
    def is_hidden(self) -> bool:
        """Whether dots stand for the digits."""
        return self._hidden

    @property
    def told(self) -> str:
        """What it holds, as it shows."""
        return "\u2022" * len(self.digits) if self._hidden else self.digits

    def add(self, digit: int) -> None:
        """Take one more digit, if there is room."""
        if len(self.digits) < self._most:
            self.show_digits(self.digits + str(digit))

    def erase(self) -> None:
        """Take the last digit back."""
        self.show_digits(self.digits[:-1])

    def show_digits(self, digits: str) -> None:
        """Show these digits."""
        self.digits = digits
        if not self._hidden:
            self.setAccessibleDescription(digits)
        self.update()

    def set_active(self, active: bool) -> None:
        """Whether typed digits go here."""
        self.active = active
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the digits."""
        return QSize(self._theme.px(90 + 62 * max(2, self._most)), self._theme.px(128))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        border = "teal" if self.active else "line"
        width = float(self._theme.px(6 if self.active else 3))
        paint_panel(
            painter,
            rect,
            self._theme.px(24),
            self._theme.colour("card"),
            (self._theme.colour(border), width),
        )
        font = self._theme.font(self._role, language="en")
        align = Qt.AlignmentFlag.AlignCenter
        paint_text(painter, rect, self.told, font, self._theme.colour("ink"), align)
        painter.end()
