"""What can be come to without a touch, on whatever lies on top."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.top_bar import TopBar
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.screen import Screen


class Layers(Protocol):
    """The kiosk's window, as far as it matters here."""

    page: Screen | None

    @property
    def overlay(self) -> Overlay | None:
        """What lies over the page."""
        ...

    @property
    def top_bar(self) -> TopBar | None:
        """The bar above the page."""
        ...

    @property
    def is_covered(self) -> bool:
        """Whether staff work over it."""
        ...


class Stops:
    """The heading, then what can be pressed, in reading order; nothing while staff work."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers

    def heading(self) -> QWidget | None:
        """The first stop of the page or overlay."""
        on_top = self.on_top
        found = on_top.findChild(QWidget, "heading") if on_top is not None else None
        return found if found is not None and found.isVisible() else None

    @property
    def on_top(self) -> Screen | Overlay | None:
        """The overlay, or the page."""
        if self._layers.is_covered:
            return None
        return self._layers.overlay or self._layers.page

    def groups(self) -> list[list[Pressable]]:
        """What can be pressed: the page's own, its foot, the bar; empty ones left out.

        What stands there and cannot be pressed now is not among them.
        """
        groups = [[stop for stop in group if stop.isEnabled()] for group in self._shown()]
        return [group for group in groups if group]

    def barred(self) -> list[Pressable]:
        """What stands on the page and cannot be pressed now."""
        return [stop for group in self._shown() for stop in group if not stop.isEnabled()]

    def all(self) -> list[QWidget]:
        """Every stop, in reading order."""
        heading = self.heading()
        first: list[QWidget] = [heading] if heading is not None else []
        return [*first, *(stop for group in self.groups() for stop in group)]

    def place(self, stop: QWidget) -> tuple[int, int]:
        """(number from 1, how many) of a stop in its group; (0, 0) for any other widget."""
        for group in self.groups():
            if stop in group:
                return [each is stop for each in group].index(True) + 1, len(group)
        return 0, 0

    def rows(self) -> list[list[Pressable]]:
        """The groups, each cut into lines of what stands side by side."""
        rows: list[list[Pressable]] = []
        for group in self.groups():
            line: list[Pressable] = []
            for stop in group:
                if line and not _beside(line[0], stop):
                    rows.append(line)
                    line = []
                line.append(stop)
            rows.append(line)
        return rows

    def _shown(self) -> list[list[Pressable]]:
        on_top = self.on_top
        if on_top is None:
            return []
        targets = [stop for stop in on_top.targets() if stop.isVisible()]
        if isinstance(on_top, Overlay):
            return [targets]
        foot = [stop for stop in targets if on_top.footer.isAncestorOf(stop)]
        bar = self._layers.top_bar
        above = bar.targets() if bar is not None and on_top.has_top_bar else []
        return [
            [stop for stop in targets if stop not in foot],
            foot,
            [stop for stop in above if stop.isVisible()],
        ]


def place_in(window: QWidget, stop: QWidget) -> QRect:
    """Where a stop is in the window, in pixels."""
    return QRect(stop.mapTo(window, QPoint(0, 0)), stop.size())


def _beside(first: QWidget, other: QWidget) -> bool:
    window = first.window()
    one, two = place_in(window, first), place_in(window, other)
    return one.top() <= two.center().y() <= one.bottom()
