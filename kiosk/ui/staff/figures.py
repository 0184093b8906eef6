"""Figures for quality work as plots of bars, as many on a page as have room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.i18n import N_
from kiosk.services.figure_plots import Plot
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.bar_plot import BarPlot
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.file_pills import FilePills
from kiosk.ui.widgets.panel import Panel

BARS = 8
"""Bars that a page has room for, with one title."""

TITLE = 2
"""What a title, and the room between two plots, take: as much as so many bars."""

SPANS = {
    1: N_("This month"),
    3: N_("3 months"),
    12: N_("12 months"),
    0: N_("All"),
}
"""Months, the present one among them, 0 for all; and what is said for them."""


class FiguresScreen(AdminScreen):
    """A span of months, and what is counted in it.

    Signals:
        span_wanted: So many months; 0 for all.
        save_wanted: Write all of them into a file: ".csv" or ".pdf".
    """

    span_wanted = Signal(int)
    save_wanted = Signal(str)

    def __init__(
        self,
        context: StaffContext,
        who: str,
        plots: Sequence[Plot],
        place: tuple[int, int],
        *,
        span: int,
        can_save: bool,
        empty: str = "",
    ) -> None:
        """`place` is (number of the page from 1, how many); `empty` says why there is none."""
        _ = context.words.gettext
        super().__init__(context, who, _("Figures"), _("Back to administration"))
        self.body.addLayout(self._tools(span, can_save=can_save, shown=bool(plots)))
        if not plots:
            self.body.addWidget(self.label(empty, TypeRole.LEAD, "ink_soft"))
        for plot in plots:
            self.body.addWidget(self._panel(plot))
        why = _("Hidden: fewer than five people, or a number that would give so few away.")
        self._why = self.label(why, TypeRole.SMALL, "ink_soft")
        self._is_hidden = any(bar.share is None for plot in plots for bar in plot.bars)
        self.body.addWidget(self._why)
        self._why.setVisible(self._is_hidden)
        self.body.addStretch(1)
        self.speak_above()
        number, count = place
        self.turns(before=number > 1, more=number < count)

    def show_message(self, message: str) -> None:
        """Say something in the place of why numbers are hidden: both have no room."""
        self._why.setVisible(self._is_hidden and not message)
        super().show_message(message)

    def _tools(self, chosen: int, *, can_save: bool, shown: bool) -> QHBoxLayout:
        """The months, and what the figures of all pages can be saved as."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap(16))
        for months, text in SPANS.items():
            kind = Kind.PILL_ON if months == chosen else Kind.PILL
            pill = Button(self.theme, kind, icon="check" if months == chosen else "")
            pill.setText(self.context.words.gettext(text))
            pill.setObjectName(f"span-{months}")
            pill.setProperty("months", months)
            pill.clicked.connect(self._on_span)
            row.addWidget(pill)
        row.addStretch(1)
        if shown:
            files = FilePills(self.context, ("csv", "pdf"), can_save=can_save)
            files.wanted.connect(self.save_wanted)
            row.addWidget(files, 0 if can_save else 3)
        return row

    def _panel(self, plot: Plot) -> Panel:
        panel = Panel(self.theme, radius=26)
        column = self.column_in(panel)
        title = self.label(plot.title, TypeRole.LABEL_STRONG)
        title.keep_within(self.theme.px(48))
        column.addWidget(title)
        column.addWidget(BarPlot(self.theme, plot.bars))
        return panel

    def _on_span(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.span_wanted.emit(int(sender.property("months")))
