"""Painting shared by widgets: soft shadows, rounded panels, focus rings, recoloured icons."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.theme.theme import Theme

_UI = Path(__file__).resolve().parent.parent
_DRAWN_INK = "#1E2B34"


def icon_path(name: str) -> str:
    """The path of an interface icon."""
    return str(_UI / "icons" / f"{name}.svg")


def art_path(name: str) -> str:
    """The path of an interface picture."""
    return str(_UI / "art" / f"{name}.svg")


@lru_cache(maxsize=256)
def renderer(path: str, ink: str = "") -> QSvgRenderer:
    """An SVG, its drawn ink replaced by `ink` when given."""
    text = Path(path).read_text(encoding="utf-8")
    if ink:
        text = text.replace(_DRAWN_INK, ink).replace(_DRAWN_INK.lower(), ink)
    made = QSvgRenderer(QByteArray(text.encode()))
    made.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return made


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an interface icon in a colour."""
    renderer(icon_path(name), colour.name()).render(painter, rect)


def paint_shadow(painter: QPainter, theme: Theme, rect: QRectF, radius: float) -> None:
    """A wide, faint shadow below a raised surface."""
    if not theme.palette.shadow:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    reach = theme.px(26)
    steps = 9
    for step in range(steps, 0, -1):
        grow = reach * step / steps
        painter.setBrush(QColor(88, 66, 30, 2))
        painter.drawRoundedRect(
            rect.adjusted(-grow, -grow * 0.5, grow, grow * 1.25), radius + grow, radius + grow
        )


def paint_panel(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor,
    border: tuple[QColor, float] | None = None,
) -> None:
    """A rounded surface; `border` is (colour, width) drawn inside the edge."""
    painter.setBrush(fill)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    colour, width = border
    painter.setPen(QPen(colour, width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def paint_focus(painter: QPainter, theme: Theme, rect: QRectF, radius: float) -> None:
    """The focus ring: 3 px or more, white and ink, seen on every ground."""
    width = max(3.0, theme.px(5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#FFFFFF"), width * 2))
    painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(QPen(theme.colour("focus"), width))
    painter.drawRoundedRect(rect, radius, radius)
