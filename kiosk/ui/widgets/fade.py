"""A text that comes up out of the ground, slowly; nothing waits for it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget


class FadeIn(QVariantAnimation):
    """Runs once, from nothing to all; then the widget is drawn as ever."""

    def __init__(self, widget: QWidget, milliseconds: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._effect = QGraphicsOpacityEffect(widget)
        self._effect.setOpacity(0.0)
        widget.setGraphicsEffect(self._effect)
        self.setDuration(milliseconds)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setEasingCurve(QEasingCurve.Type.InOutSine)
        self.valueChanged.connect(self._effect.setOpacity)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        # Takes the effect with it.
        self._widget.setGraphicsEffect(None)  # type: ignore[arg-type]
        self.deleteLater()
