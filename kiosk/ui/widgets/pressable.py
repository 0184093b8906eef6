"""Anything that is touched: one base for buttons, tiles and choices."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui.theme.paint import paint_focus
from kiosk.ui.theme.theme import Theme

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Part(Enum):
    """What something that can be pressed is, as it is told to who does not see it."""

    BUTTON = auto()
    CHOICE = auto()
    TICK = auto()


class Pressable(QAbstractButton):
    """A touch target that paints itself from the theme.

    Attributes:
        casts_shadow: The screen paints a soft shadow below it.
        radius: Corner radius in pixels.
        arrows_to_screen: The arrow keys go to the screen instead of to the next target.
        part: What it is.
        follows_voice: Its words tell what the voice does, so that their change is no news.
    """

    part = Part.BUTTON
    follows_voice = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.casts_shadow = False
        self.radius = float(theme.px(28))
        self.arrows_to_screen = False
        self._keyboard_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    @property
    def rtl(self) -> bool:
        """Whether it is laid out from right to left."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    @property
    def is_chosen(self) -> bool:
        """Whether it is the one that she took."""
        return self.isChecked()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the face; subclasses do."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Take sizes from the theme again; subclasses with fixed sizes do."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the face, and the focus ring when the keyboard brought us here."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        rect = QRectF(self.rect())
        self.paint(painter, rect)
        if self.hasFocus() and self._keyboard_focus:
            width = self.theme.px(6)
            paint_focus(
                painter, self.theme, rect.adjusted(width, width, -width, -width), self.radius
            )
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._keyboard_focus = event.reason() in _KEYBOARD
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.click()
            return
        if self.arrows_to_screen and event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self.restyle()
            self.updateGeometry()
            self.update()
