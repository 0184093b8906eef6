"""The administrators' way through the figures."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.domain.figures import Figures
from kiosk.services.administration import Administration
from kiosk.services.figure_plots import Plot, plots_of
from kiosk.services.figure_words import FigureWords
from kiosk.ui.admin_room import AdminRoom, Show
from kiosk.ui.staff.figures import BARS, TITLE, FiguresScreen
from kiosk.ui.staff_context import StaffContext

_FIRST_SPAN = 3


class FiguresDesk(AdminRoom):
    """Reads the visits off the GUI thread; real visits stand before practice."""

    def __init__(
        self,
        context: StaffContext,
        admin: Administration,
        who: str,
        show: Show,
        parent: QObject,
    ) -> None:
        super().__init__(context, who, show, parent)
        self._admin = admin
        self._span = _FIRST_SPAN
        self._found: tuple[Figures, ...] = ()
        self._pages: list[list[Plot]] = []
        self._place = 0

    def start(self) -> None:
        """Show the last months."""
        self._read(_FIRST_SPAN)

    def _read(self, span: int) -> None:
        self._span, self._place, self._found, self._pages = span, 0, (), []
        self._show(self.context.words.gettext("Reading the visits…"))
        self.work(
            lambda: self._admin.figures(span),
            lambda found: self._on_figures(span, found),
            lambda fault: self._on_fault(span, fault),
        )

    def _on_figures(self, span: int, found: tuple[Figures, ...]) -> None:
        if span != self._span:
            return  # Other months have been asked for meanwhile.
        self._found = found
        self._pages = _dealt([plot for each in found for plot in self._plots_of(each)])
        _ = self.context.words.gettext
        few = _("Fewer than five visits: nothing is told, so that nobody is given away.")
        self._show(few if found else _("No visits in these months."))

    def _on_fault(self, span: int, fault: str) -> None:
        if span == self._span:
            self._show(fault)

    def _plots_of(self, figures: Figures) -> list[Plot]:
        """Plots of at most so many bars, marked where they are of practice."""
        _ = self.context.words.gettext
        words = FigureWords(self.context.words, self.context.topic_title)
        made: list[Plot] = []
        for plot in plots_of(figures, words):
            title = plot.title
            if figures.mode != "clinic":
                title = _("%(title)s (practice)") % {"title": title}
            starts = range(0, len(plot.bars), BARS)
            made += [Plot(title, plot.bars[start : start + BARS]) for start in starts]
        return made

    def _show(self, empty: str = "") -> None:
        screen = FiguresScreen(
            self.context,
            self.who,
            self._pages[self._place] if self._pages else (),
            (self._place + 1, len(self._pages)),
            span=self._span,
            can_save=self._admin.can_save,
            empty=empty,
        )
        screen.span_wanted.connect(self._read)
        screen.turned.connect(self._on_turned)
        screen.save_wanted.connect(self._on_save)
        self.show(screen)

    def _on_turned(self, by: int) -> None:
        self._place += by
        self._show()

    def _on_save(self, suffix: str) -> None:
        found, who = self._found, self.who
        self.work(lambda: self._admin.save_figures(found, suffix, who), self.tell_written)


def _dealt(plots: list[Plot]) -> list[list[Plot]]:
    """Plots in their order, page by page."""
    pages: list[list[Plot]] = []
    left = 0
    for plot in plots:
        rows = len(plot.bars) + TITLE
        if rows > left:
            pages.append([])
            left = BARS + TITLE
        pages[-1].append(plot)
        left -= rows
    return pages
