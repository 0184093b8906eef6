"""What is wrong with how a window is laid out: each fault as one line."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap, QRawFont, QRegion, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.theme.fit import longest_word, text_size
from kiosk.ui.theme.fonts import family_of
from kiosk.ui.widgets.badge import CodeBadge
from kiosk.ui.widgets.bar_plot import BarPlot
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.staff_mark import StaffMark
from tests.helpers.gui_kiosk import shown

LEAST_TARGET = 44
LEAST_SPACE = 8
LEAST_TYPE = 24.8
"""Pixels at 1920 x 1080 on a 24-inch panel (0.277 mm each): capitals of 0.7 em are 4.8 mm high,
the least that section 508 (402.4) allows."""

LEAST_PICTURE = 60
LEAVES = (QLabel, QAbstractButton, CodeBadge, DigitField, PictureView, StaffMark, BarPlot)
PAINTS_TEXT = (Pressable, CodeBadge, DigitField, StaffMark, BarPlot)


@dataclass(frozen=True)
class Drawn:
    """A text that a widget painted: the place it was given, and its font."""

    widget: QWidget
    place: QRectF
    flags: int
    text: str
    font: QFont

    @property
    def wraps(self) -> bool:
        """Whether long lines are broken."""
        return bool(self.flags & Qt.TextFlag.TextWordWrap.value)

    @property
    def ink(self) -> QRectF:
        """Where the text itself is."""
        return QFontMetricsF(self.font).boundingRect(self.place, self.flags, self.text)


@dataclass(frozen=True)
class Picture:
    """A picture or icon that a widget painted."""

    place: QRectF


@contextmanager
def spied_paint() -> Generator[tuple[list[Drawn], list[Picture]]]:
    """Watch what Python code draws: texts and pictures; they are drawn all the same."""
    drawn: list[Drawn] = []
    pictures: list[Picture] = []
    draw_text, draw_pixmap = QPainter.drawText, QPainter.drawPixmap

    def watched_text(painter: QPainter, place: QRectF, flags: int, text: str) -> Any:
        widget = painter.device()
        assert isinstance(widget, QWidget)
        if text.strip():
            drawn.append(Drawn(widget, QRectF(place), flags, text, QFont(painter.font())))
        return draw_text(painter, place, flags, text)

    def watched_pixmap(painter: QPainter, place: Any, *more: Any) -> Any:
        # Pictures are drawn at a point; shadows, which texts may lie on, at two numbers.
        if isinstance(place, QPoint):
            size = more[0].size() / more[0].devicePixelRatio()
            pictures.append(Picture(painter.transform().mapRect(QRectF(place, size))))
        return draw_pixmap(painter, place, *more)

    QPainter.drawText = watched_text  # pyright: ignore[reportAttributeAccessIssue]
    QPainter.drawPixmap = watched_pixmap  # pyright: ignore[reportAttributeAccessIssue]
    try:
        yield drawn, pictures
    finally:
        QPainter.drawText = draw_text
        QPainter.drawPixmap = draw_pixmap


def layout_faults(window: QWidget, scale: float) -> list[str]:
    """Everything wrong with what a window shows; `scale` is 1 at 1920 x 1080."""
    window.ensurePolished()
    widgets = on_top(window)
    found: list[str] = []
    for check in (_outside, _labels, _overlaps, _targets, _wordless, _small_pictures):
        found += check(widgets, window)
    return found + _painted(widgets, scale)


def missing_glyphs(text: str, font: QFont, family: str) -> list[str]:
    """What a text cannot be set with: glyphs that are nowhere, or in another face alone."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    found: list[str] = []
    for run in layout.glyphRuns():
        face: QRawFont = run.rawFont()
        if 0 in run.glyphIndexes():
            found.append(f"no glyph for something in {text!r}")
        elif face.familyName() != family:
            found.append(f"{text!r} is set in {face.familyName()}, not in {family} alone")
    return found


def glyph_faults(window: QWidget, language: str) -> list[str]:
    """Texts of a window that their language's typeface cannot set alone."""
    found: list[str] = []
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.text().strip():
            family = widget.font().families()[0]
            found += missing_glyphs(widget.text(), widget.font(), family)
            if family not in (family_of(language), "Lexend"):
                found.append(f"{widget.text()!r} is set in {family}")
    for drawn in drawn_texts(shown(window))[0]:
        found += missing_glyphs(drawn.text, drawn.font, drawn.font.families()[0])
    return found


def drawn_texts(widgets: list[QWidget]) -> tuple[list[Drawn], dict[QWidget, list[Picture]]]:
    """What these widgets paint themselves, and the pictures of each."""
    texts: list[Drawn] = []
    pictures: dict[QWidget, list[Picture]] = {}
    # One pixel: the painting is watched, not looked at.
    canvas = QPixmap(1, 1)
    with spied_paint() as (drawn, seen):
        for widget in widgets:
            if isinstance(widget, PAINTS_TEXT):
                drawn.clear()
                seen.clear()
                widget.render(
                    canvas, QPoint(), QRegion(widget.rect()), QWidget.RenderFlag.IgnoreMask
                )
                texts += [d for d in drawn if d.widget is widget]
                pictures[widget] = list(seen)
    return texts, pictures


def on_top(window: QWidget) -> list[QWidget]:
    """What can be seen of a window; below an overlay nothing counts."""
    widgets = shown(window)
    overlays = [widget for widget in widgets if isinstance(widget, Overlay)]
    if not overlays:
        return widgets
    return shown(overlays[-1])


def named(widget: QWidget) -> str:
    """A widget as a fault names it."""
    text = getattr(widget, "text", str)()
    name = widget.objectName() or type(widget).__name__
    return f"{name} {text[:40]!r}" if text else name


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _outside(widgets: list[QWidget], window: QWidget) -> list[str]:
    return [
        f"{named(widget)} leaves its parent: {widget.geometry().getRect()}"
        f" in {parent.rect().getRect()}"
        for widget in widgets
        if (parent := widget.parentWidget()) is not None
        and not parent.rect().contains(widget.geometry())
    ]


def _labels(widgets: list[QWidget], window: QWidget) -> list[str]:
    found: list[str] = []
    for label in widgets:
        if not isinstance(label, QLabel) or not label.text().strip():
            continue
        wide, high = label.contentsRect().width(), label.height()
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            if needed > high + 1:
                found.append(f"{named(label)} is {high} high and needs {needed}")
            word = longest_word(label.text(), label.font())
            if word > wide + 1:
                found.append(f"{named(label)} is {wide} wide, a word of it {word:.0f}")
        else:
            hint = label.sizeHint()
            if hint.width() > label.width() + 1 or hint.height() > high + 1:
                found.append(f"{named(label)} has {label.size()} and needs {hint}")
    return found


def _overlaps(widgets: list[QWidget], window: QWidget) -> list[str]:
    leaves = [w for w in widgets if isinstance(w, LEAVES) and not w.size().isEmpty()]
    places = [(w, _place(w, window)) for w in leaves if getattr(w, "text", lambda: "x")() != " "]
    return [
        f"{named(one)} and {named(other)} overlap"
        for (one, first), (other, second) in combinations(places, 2)
        if first.intersects(second)
    ]


def _targets(widgets: list[QWidget], window: QWidget) -> list[str]:
    targets = [w for w in widgets if isinstance(w, Pressable | StaffMark)]
    found = [
        f"{named(target)} is only {target.width()} x {target.height()}"
        for target in targets
        if min(target.width(), target.height()) < LEAST_TARGET
    ]
    half = LEAST_SPACE // 2
    places = [(t, _place(t, window).adjusted(-half, -half, half, half)) for t in targets]
    found += [
        f"{named(one)} and {named(other)} are less than {LEAST_SPACE} px apart"
        for (one, first), (other, second) in combinations(places, 2)
        if first.intersects(second)
    ]
    return found


def _wordless(widgets: list[QWidget], window: QWidget) -> list[str]:
    return [
        f"{named(target)} has no words"
        for target in widgets
        if isinstance(target, QAbstractButton) and not (target.text() or target.accessibleName())
    ]


def _small_pictures(widgets: list[QWidget], window: QWidget) -> list[str]:
    return [
        f"{widget.accessibleName()!r} is only {widget.width()} x {widget.height()}"
        for widget in widgets
        if isinstance(widget, PictureView) and min(widget.width(), widget.height()) < LEAST_PICTURE
    ]


def _painted(widgets: list[QWidget], scale: float) -> list[str]:
    drawn, pictures = drawn_texts(widgets)
    found: list[str] = []
    for text in drawn:
        found += [f"{named(text.widget)} {fault}" for fault in _fit_faults(text)]
        if text.font.pixelSize() < LEAST_TYPE * scale - 1:
            found.append(
                f"{named(text.widget)} sets {text.text[:30]!r} in {text.font.pixelSize()} px,"
                f" {text.font.pixelSize() / scale:.0f} at 1920"
            )
    for widget, seen in pictures.items():
        own = [text for text in drawn if text.widget is widget]
        inks = [(text.text[:20], text.ink) for text in own]
        boxes = inks + [("a picture", picture.place) for picture in seen]
        found += [
            f"{named(widget)} paints {one!r} over {other!r}"
            for (one, first), (other, second) in combinations(boxes, 2)
            if _really_overlap(first, second)
        ]
    return found


def _really_overlap(one: QRectF, other: QRectF) -> bool:
    common = one.intersected(other)
    return common.width() > 2 and common.height() > 2


def _fit_faults(text: Drawn) -> Iterator[str]:
    width, height = text.place.width(), text.place.height()
    if text.wraps:
        needed = text_size(text.text, text.font, width).height()
        word = longest_word(text.text, text.font)
    else:
        metrics = QFontMetricsF(text.font)
        needed, word = metrics.height(), metrics.horizontalAdvance(text.text)
    if needed > height + 1.5:
        yield f"has {height:.0f} px in height for {text.text[:30]!r}, which needs {needed:.0f}"
    if word > width + 1.5:
        yield f"has {width:.0f} px in width for {text.text[:30]!r}, which needs {word:.0f}"
    ink = text.ink
    if not QRectF(text.widget.rect()).adjusted(-1, -1, 1, 1).contains(QRectF(ink)):
        corner, far = QPointF(ink.topLeft()), QPointF(ink.bottomRight())
        yield f"paints {text.text[:30]!r} outside itself: {corner} {far}"
