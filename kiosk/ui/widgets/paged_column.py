"""A column of texts that goes over to further leaves where one has no room for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.fit_column import FitColumn, needed_height

LEAST_FIT: Final = 0.88
"""A text that fits when set by so much smaller stays on one leaf."""


class PagedColumn(FitColumn):
    """`flow` is what goes over; what else is in the column stands on every leaf.

    Signals:
        leaves_changed: There is another number of leaves, or another one is shown.
    """

    leaves_changed = Signal()

    def __init__(self, theme: Theme, *, spacing: int = 22) -> None:
        super().__init__(theme, spacing=spacing)
        self._flow: list[QWidget] = []
        self._leaves: list[range] = [range(0)]
        self.leaf = 0
        self._dealing = False

    @property
    def count(self) -> int:
        """How many leaves there are."""
        return len(self._leaves)

    def set_flow(self, widgets: Sequence[QWidget]) -> None:
        """Say which widgets of the column go over; the first leaf is shown."""
        self._flow = list(widgets)
        self._leaves = [range(len(self._flow))]
        self.leaf = 0

    def show_leaf(self, leaf: int) -> None:
        """Show another leaf; what it lacks is hidden."""
        self.leaf = min(max(0, leaf), self.count - 1)
        here = self._leaves[self.leaf]
        # Hiding and showing asks for a new layout, which must not deal anew meanwhile.
        self._dealing = True
        for index, widget in enumerate(self._flow):
            widget.setVisible(index in here)
        self._dealing = False
        self.leaves_changed.emit()
        super().refit()

    def refit(self) -> None:
        """Deal the texts out to leaves, then set those of this one as large as may be."""
        if self._dealing or self._looks(self._lines()) == self._fitted:
            # Measuring anew would undo the sizes that stand.
            return
        if self.isVisible() and self.height() > self._theme.px(120) and not self._busy:
            leaves = self._dealt()
            if leaves != self._leaves:
                self._leaves = leaves
                QTimer.singleShot(0, self, self._on_dealt)
                self.show_leaf(min(self.leaf, len(leaves) - 1))
                return
        super().refit()

    def _on_dealt(self) -> None:
        self.leaves_changed.emit()

    def _dealt(self) -> list[range]:
        """Which widgets stand on which leaf."""
        heights = self._heights(LEAST_FIT)
        if sum(heights) <= self._room(len(heights)):
            return [range(len(heights))]
        heights = self._heights(1.0)
        most = len(heights)
        for leaves in range(2, most + 1):
            best = min(
                (self._split(heights, cuts) for cuts in combinations(range(1, most), leaves - 1)),
                key=lambda split: max(self._high(heights, leaf) for leaf in split),
            )
            fits = all(sum(heights[i] for i in leaf) <= self._room(len(leaf)) for leaf in best)
            if fits or leaves == most:
                return best
        return [range(most)]

    @staticmethod
    def _split(heights: list[int], cuts: tuple[int, ...]) -> list[range]:
        ends = [0, *cuts, len(heights)]
        return [range(start, end) for start, end in pairwise(ends)]

    def _high(self, heights: list[int], leaf: range) -> int:
        return sum(heights[index] for index in leaf) + self.column.spacing() * len(leaf)

    def _heights(self, fit: float) -> list[int]:
        """Of what goes over, with the texts set at a factor, in pixels."""
        self._set_fit(fit)
        return [self._height(widget) for widget in self._flow]

    def _height(self, widget: QWidget) -> int:
        widget.setMinimumHeight(0)
        return needed_height(widget, self.width())

    def _room(self, lines: int) -> int:
        """Height that what stands on every leaf leaves for so many lines, in pixels."""
        rest = [line for line in self._lines() if line not in self._flow]
        used = sum(self._height(line) for line in rest)
        return self.height() - used - self._gaps(len(rest) + lines)
