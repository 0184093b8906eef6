"""How a new page comes: it glides a little way in and stands out, and takes touches at once."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import FADE_MS, GLIDE
from kiosk.ui.widgets.screen import Screen

_FIRST_VEIL = 0.6
"""Of the ground's colour over the new page in its first frame: it can be read already."""


class Veil(QWidget):
    """The ground's colour over a page, thinner and thinner; nothing can touch it.

    The page below is laid out, focused and pressed as if this were not there.
    """

    def __init__(self, theme: Theme, page: Screen, *, backwards: bool) -> None:
        super().__init__(page)
        self._page = page
        self._colour = QColor(theme.colour(page.ground))
        mirrored = page.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._way = theme.px(GLIDE) * (-1 if backwards is not mirrored else 1)
        self._home: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(page.rect())
        self._run = QVariantAnimation(self)
        self._run.setDuration(FADE_MS)
        self._run.setStartValue(1.0)
        self._run.setEndValue(0.0)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(self._on_step)
        self._run.finished.connect(self._on_finished)

    def begin(self) -> None:
        """Come in; the page stands where its layout has put it."""
        self._home = self._page.pos()
        self.raise_()
        self.show()
        self._run.start()
        self._on_step(1.0)

    def _on_step(self, left: float) -> None:
        if self._home is not None:
            self._colour.setAlphaF(_FIRST_VEIL * left)
            self._page.move(self._home + QPoint(round(self._way * left), 0))
            self.setGeometry(self._page.rect())
            self.update()

    def _on_finished(self) -> None:
        if self._home is not None:
            self._page.move(self._home)
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is left of it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()
