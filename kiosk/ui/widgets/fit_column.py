"""A column of texts that is never higher than its place: it is set smaller until it fits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.text import TextLabel

_UNBOUNDED: Final = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""

FITS: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)


class FitColumn(QWidget):
    """Holds texts and choices in `column`; one factor for all keeps their proportions."""

    def __init__(self, theme: Theme, *, spacing: int = 22) -> None:
        super().__init__()
        self._theme = theme
        self._busy = False
        self._fitted: tuple[object, ...] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.gap(spacing))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def refit(self) -> None:
        """Find the largest factor at which everything fits, and give each its height."""
        if self._busy or not self.isVisible() or self.height() < self._theme.px(120):
            return
        lines = self._lines()
        looks = self._looks(lines)
        if looks == self._fitted:
            # Fitting itself asks for a new layout; without this it would never end.
            return
        self._fitted = looks
        self._busy = True
        heights: list[int] = []
        for line in lines:
            # A label counts its own least height in; the last one must not stay for ever.
            line.setMinimumHeight(0)
            line.setMaximumHeight(_UNBOUNDED)
        for fit in FITS:
            self._set_fit(fit)
            heights = [needed_height(line, self.width()) for line in lines]
            if sum(heights) + self._gaps(len(lines)) <= self.height():
                break
        for line, height in zip(lines, heights, strict=True):
            line.setMinimumHeight(height)
            line.setMaximumHeight(height)
        self._busy = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another place, another size."""
        super().resizeEvent(event)
        self.refit()

    def event(self, event: QEvent) -> bool:
        """Something inside has changed its text or its font."""
        if event.type() == QEvent.Type.LayoutRequest and not self._busy:
            QTimer.singleShot(0, self, self.refit)
        return super().event(event)

    def _looks(self, lines: list[QWidget]) -> tuple[object, ...]:
        """Everything that decides how large the texts may be."""
        labels = tuple(label.text() for label in self.findChildren(TextLabel))
        choices = tuple(choice.text() for choice in self.findChildren(Choice))
        shown = tuple(id(line) for line in lines)
        theme = self._theme
        return (
            self.width(),
            self.height(),
            shown,
            labels,
            choices,
            theme.style,
            theme.text_size,
            theme.language,
        )

    def _lines(self) -> list[QWidget]:
        lines = (item.widget() for item in self._items())
        return [line for line in lines if line is not None and line.isVisibleTo(self)]

    def _items(self) -> list[QLayoutItem]:
        items = (self.column.itemAt(index) for index in range(self.column.count()))
        return [item for item in items if item is not None]

    def _gaps(self, lines: int) -> int:
        """Spacing between lines and the fixed spaces that the column holds."""
        fixed = 0
        for item in self._items():
            space = item.spacerItem()
            if space is not None:
                fixed += space.minimumSize().height()
        return fixed + self.column.spacing() * max(0, lines - 1)

    def _set_fit(self, fit: float) -> None:
        for label in self.findChildren(TextLabel):
            label.set_fit(fit)
        for choice in self.findChildren(Choice):
            choice.set_fit(fit)


def needed_height(widget: QWidget, width: int) -> int:
    """The height a wrapped text, or a row or panel with one, needs at this width."""
    width = min(width, widget.maximumWidth())
    layout = widget.layout()
    if layout is None:
        wrapped = widget.hasHeightForWidth()
        return widget.heightForWidth(width) if wrapped else widget.sizeHint().height()
    # Layouts and their items remember sizes; the fonts have changed since.
    for inner in widget.findChildren(QWidget):
        inner.updateGeometry()
    for inner in (*widget.findChildren(QLayout), layout):
        inner.invalidate()
    wrapped = layout.hasHeightForWidth()
    return layout.heightForWidth(width) if wrapped else layout.sizeHint().height()
