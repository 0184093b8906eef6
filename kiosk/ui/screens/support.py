"""After an answer that calls for a talk today: as calm as the questionnaire itself.

Nothing here says why, nothing is red: a neighbour two seats away reads a kind page.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.content import HelpLine, Stage
from kiosk.services.intents import GoHome
from kiosk.settings import ResponseLine
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.help_line import HelpLineRow
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel

_KINDS = ("crisis", "support")
_MOST_LINES = 2


class SupportScreen(Screen):
    """Kind words, somebody will come, and two lines to call: the clinic's own, or the usual."""

    accent = "plum"
    reads_itself = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        visit = self.journey.current
        row = theme.across(80)
        texts = FitColumn(theme, spacing=26)
        column = texts.column
        self._heading = self.heading()
        self._text = TextLabel(theme, TypeRole.LEAD)
        self._panel = Panel(theme, fill="plum_tint", radius=32, shadow=False)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(theme.px(44), theme.px(30), theme.px(44), theme.px(30))
        inside.setSpacing(theme.px(20))
        self._any_time = TextLabel(theme, TypeRole.LABEL_STRONG, colour="plum")
        inside.addWidget(self._any_time)
        usual = [
            line
            for line in self.journey.library.help_lines
            if line.kind in _KINDS and visit.stage in line.stages
        ][:_MOST_LINES]
        self._response = context.settings.response
        self._rows = [HelpLineRow(theme, line) for line in usual]
        self._own_rows = [HelpLineRow(theme, _help_line(line)) for line in self._response.line]
        for line in (*self._own_rows, *self._rows):
            inside.addWidget(line)
        column.addStretch(1)
        for widget in (self._heading, self._text, self._panel):
            column.addWidget(widget)
        column.addStretch(1)
        row.addWidget(texts, 3)
        self._picture = PictureView(theme, art_path("two-women-talking"), width=470)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        words = self.context.words
        _ = words.gettext
        self._heading.setText(_("Thank you for telling us. You are not alone."))
        own = self._response.text.get(words.language)
        self._text.setText(
            own
            or _("Someone from your care team will come and talk with you today, before you leave.")
        )
        lines = self._response.line
        own_lines = bool(lines) and all(words.language in line.name for line in lines)
        # Whether somebody answers the clinic's own lines at night, the clinic says in their notes.
        day_and_night = _("You can also call, day or night:")
        self._any_time.setText(_("You can also call:") if own_lines else day_and_night)
        for line in self._own_rows:
            line.setVisible(own_lines)
            line.word(words)
        for line in self._rows:
            line.setVisible(not own_lines)
            line.word(words)
        self._picture.set_alternative(_("Two women sit together and talk"))
        self.footer.word(primary=_("Next"))

    def on_primary(self) -> None:
        """Back home."""
        self.want(GoHome())


def _help_line(line: ResponseLine) -> HelpLine:
    """A clinic's own line as the row shows it."""
    return HelpLine("", line.number, "support", "", False, frozenset(Stage), line.name, line.note)
