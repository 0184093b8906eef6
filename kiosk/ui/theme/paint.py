"""Painting shared by widgets: soft shadows, rounded panels, focus rings, recoloured icons."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QMargins, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.theme.pictures import PLAIN, Light, lit
from kiosk.ui.theme.theme import Theme

_UI = Path(__file__).resolve().parent.parent
_SHADOW_STEPS = 9
_DRAWN_INK = "#1E2B34"


def icon_path(name: str) -> str:
    """The path of an interface icon."""
    return str(_UI / "icons" / f"{name}.svg")


def art_path(name: str) -> str:
    """The path of an interface picture."""
    return str(_UI / "art" / f"{name}.svg")


@lru_cache(maxsize=256)
def renderer(path: str, ink: str = "", light: Light = PLAIN) -> QSvgRenderer:
    """An SVG, its drawn ink replaced by `ink` when given, lit as the theme does it."""
    text = lit(Path(path).read_text(encoding="utf-8"), light)
    if ink:
        text = text.replace(_DRAWN_INK, ink).replace(_DRAWN_INK.lower(), ink)
    made = QSvgRenderer(QByteArray(text.encode()))
    made.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return made


def forget_pictures() -> None:
    """Read every picture again when it is next drawn: its file may be another one now."""
    renderer.cache_clear()
    _picture.cache_clear()


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an interface icon in a colour."""
    paint_svg(painter, icon_path(name), rect, colour.name())


def paint_svg(
    painter: QPainter, path: str, rect: QRectF, ink: str = "", light: Light = PLAIN
) -> None:
    """Draw an SVG in the middle of a place; drawn once for each size, then copied."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    size = rect.size().toSize()
    if size.isEmpty():
        return
    painter.drawPixmap(rect.toRect().topLeft(), _picture(path, ink, light, size.toTuple(), ratio))


@lru_cache(maxsize=128)
def _picture(path: str, ink: str, light: Light, size: tuple[int, int], ratio: float) -> QPixmap:
    picture = QPixmap(QSize(*size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer(path, ink, light).render(painter, QRectF(0, 0, *size))
    painter.end()
    return picture


def paint_shadow(painter: QPainter, theme: Theme, rect: QRectF, radius: float) -> None:
    """A wide, faint shadow below a raised surface."""
    if not theme.palette.shadow:
        return
    reach, round_by = theme.px(26), round(radius)
    place = QRect(
        round(rect.left()) - reach,
        round(rect.top()) - reach,
        round(rect.width()) + 2 * reach,
        round(rect.height()) + 3 * reach,
    )
    # What is curved: at both sides, above, below; between them every line is like the next.
    side, above, below = reach + round_by, 2 * reach + round_by, 2 * reach + round_by
    if place.width() <= 2 * side or place.height() <= above + below:
        size = (round(rect.width()), round(rect.height()))
        painter.drawPixmap(place.topLeft(), _shadow(size, round_by, reach))
        return
    least = (2 * side + 1 - 2 * reach, above + below + 1 - 3 * reach)
    _paint_frame(
        painter, place, _shadow(least, round_by, reach), QMargins(side, above, side, below)
    )


def _paint_frame(painter: QPainter, place: QRect, picture: QPixmap, edges: QMargins) -> None:
    """Draw a picture's edges around a place; its one line and one column between them stretch.

    The middle is left out: what casts a shadow covers it.
    """
    wide, high = picture.width(), picture.height()
    columns = (
        (0, edges.left(), place.left(), edges.left()),
        (edges.left(), 1, place.left() + edges.left(), place.width() - 2 * edges.left()),
        (wide - edges.right(), edges.right(), place.right() + 1 - edges.right(), edges.right()),
    )
    between = place.height() - edges.top() - edges.bottom()
    rows = (
        (0, edges.top(), place.top(), edges.top()),
        (edges.top(), 1, place.top() + edges.top(), between),
        (
            high - edges.bottom(),
            edges.bottom(),
            place.bottom() + 1 - edges.bottom(),
            edges.bottom(),
        ),
    )
    for across, (from_x, from_wide, to_x, to_wide) in enumerate(columns):
        for down, (from_y, from_high, to_y, to_high) in enumerate(rows):
            if (across, down) != (1, 1):
                painter.drawPixmap(
                    QRect(to_x, to_y, to_wide, to_high),
                    picture,
                    QRect(from_x, from_y, from_wide, from_high),
                )


@lru_cache(maxsize=64)
def _shadow(size: tuple[int, int], radius: int, reach: int) -> QPixmap:
    """A shadow with `reach` pixels around a surface of this size."""
    picture = QPixmap(size[0] + 2 * reach, size[1] + 3 * reach)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(88, 66, 30, 2))
    rect = QRectF(reach, reach, *size)
    for step in range(_SHADOW_STEPS, 0, -1):
        grow = reach * step / _SHADOW_STEPS
        painter.drawRoundedRect(
            rect.adjusted(-grow, -grow * 0.5, grow, grow * 1.25), radius + grow, radius + grow
        )
    painter.end()
    return picture


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


def paint_focus(
    painter: QPainter, theme: Theme, rect: QRectF, radius: float, *, weight: int = 5
) -> None:
    """The focus ring: 3 px or more, in ink on the card's colour, seen on every ground."""
    width = max(3.0, theme.px(weight))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("card"), width * 2))
    painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(QPen(theme.colour("focus"), width))
    painter.drawRoundedRect(rect, radius, radius)
