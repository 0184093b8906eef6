"""How far colours stand apart on the screen, measured from the pixels of a rendered window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.widgets.pressable import Pressable
from tests.helpers.gui_layout import drawn_texts, on_top

_STROKE = 12
"""Pixels of one colour that make a line, not the edge of one."""

_SEEN = 1.25
"""A ratio below which two colours are one: the edge of a shadow, a tint in a tint."""


@cache
def luminance(colour: int) -> float:
    """Relative luminance (WCAG 2) of 0xRRGGBB, 0 to 1."""
    parts = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@cache
def ratio(one: int, other: int) -> float:
    """Contrast of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


class Photo:
    """A window as it was painted."""

    def __init__(self, image: QImage) -> None:
        self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        self._pixels = memoryview(self._image.constBits()).cast("I")
        self.rect = self._image.rect()

    def at(self, x: int, y: int) -> int:
        """The colour of a pixel."""
        return self._pixels[y * self.rect.width() + x] & 0xFFFFFF

    def count(self, place: QRect) -> Counter[int]:
        """How often each colour stands in a rectangle."""
        place = place.intersected(self.rect)
        found: Counter[int] = Counter()
        for y in range(place.top(), place.bottom() + 1):
            left = y * self.rect.width() + place.left()
            found.update(self._pixels[left : left + place.width()])
        return Counter({colour & 0xFFFFFF: number for colour, number in found.items()})


def take(window: QWidget) -> Photo:
    """Paint a window and keep what came of it."""
    return Photo(window.grab().toImage())


@dataclass(frozen=True)
class Ink:
    """A text with its colour and what it stands on."""

    text: str
    widget: QWidget
    ink: int
    ground: int

    @property
    def ratio(self) -> float:
        """How far they stand apart."""
        return ratio(self.ink, self.ground)

    @property
    def is_off(self) -> bool:
        """Whether it is on something that cannot be pressed now."""
        return not self.widget.isEnabled()

    def __str__(self) -> str:
        return f"{self.text[:40]!r} #{self.ink:06X} on #{self.ground:06X}: {self.ratio:.1f}"


def inks(window: QWidget, photo: Photo) -> Iterator[Ink]:
    """Every text that shows: labels, and what widgets paint themselves."""
    widgets = on_top(window)
    for label in widgets:
        if isinstance(label, QLabel) and label.text().strip():
            flags = int(label.alignment()) | Qt.TextFlag.TextWordWrap
            place = label.fontMetrics().boundingRect(label.contentsRect(), int(flags), label.text())
            yield from _ink(label.text(), label, place, window, photo)
    for drawn in drawn_texts(widgets)[0]:
        yield from _ink(drawn.text, drawn.widget, drawn.ink.toAlignedRect(), window, photo)


def _ink(text: str, widget: QWidget, place: QRect, window: QWidget, photo: Photo) -> Iterator[Ink]:
    place = place.intersected(widget.rect()).translated(widget.mapTo(window, QPoint(0, 0)))
    if not place.intersects(photo.rect):
        return
    counted = photo.count(place)
    if not counted:
        return
    ground = counted.most_common(1)[0][0]
    far = [colour for colour in counted if ratio(colour, ground) > _SEEN]
    # Whole strokes outnumber each shade of their edges.
    ink = max(far, key=counted.__getitem__, default=ground)
    yield Ink(text, widget, ink, ground)


def edges(window: QWidget, photo: Photo) -> Iterator[tuple[Pressable, float]]:
    """(target, ratio): how far its border, face, mark or words stand apart from the outside."""
    for target in on_top(window):
        if not (isinstance(target, Pressable) and target.isEnabled()):
            continue
        place = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        outside = photo.at(max(0, place.left() - 6), place.center().y())
        counted = photo.count(place)
        seen = [colour for colour, number in counted.items() if number >= _STROKE]
        yield target, max(ratio(colour, outside) for colour in seen)


def marks(window: QWidget, photo: Photo) -> Iterator[tuple[QWidget, float]]:
    """(widget, ratio): how far each icon and picture stands apart from what it lies on."""
    for widget, pictures in drawn_texts(on_top(window))[1].items():
        if not widget.isEnabled():
            continue
        for picture in pictures:
            corner = widget.mapTo(window, QPoint(0, 0))
            counted = photo.count(picture.place.toAlignedRect().translated(corner))
            if counted:
                ground = counted.most_common(1)[0][0]
                seen = [colour for colour, number in counted.items() if number >= _STROKE]
                yield widget, max(ratio(colour, ground) for colour in seen)


def ring(target: Pressable, window: QWidget) -> float:
    """Width in pixels of the ring that the keyboard's focus draws.

    What counts are pixels that change by 3:1, their number over the length of the ring.
    """
    other = next(w for w in on_top(window) if isinstance(w, Pressable) and w is not target)
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    before = Photo(target.grab().toImage())
    target.setFocus(Qt.FocusReason.TabFocusReason)
    after = Photo(target.grab().toImage())
    changed = [
        ratio(before.at(x, y), after.at(x, y))
        for y in range(target.height())
        for x in range(target.width())
        if before.at(x, y) != after.at(x, y)
    ]
    strong = [each for each in changed if each >= 3]
    length = 2 * (target.width() + target.height())
    return len(strong) / length
