"""A card of a topic: one idea, a picture, a few lines."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.content import Card, TopicText
from kiosk.services.intents import GoHome, GoNext
from kiosk.services.reading import Spoken, recording, spoken_card
from kiosk.ui.context import ScreenContext
from kiosk.ui.speech.reader import SoundState
from kiosk.ui.theme.tokens import TextSize, TypeRole
from kiosk.ui.widgets.blocks import block_widgets
from kiosk.ui.widgets.paged_column import PagedColumn
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.progress import ProgressBars
from kiosk.ui.widgets.read_pill import ReadPill
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel

_WIDE: Final = 600
_NARROW: Final = 500
"""Width of the picture at 1920 x 1080; larger text needs the room."""


class CardScreen(Screen):
    """Shows one card; Next is always the same place.

    Signals:
        turned: Another leaf of the same card is shown.
    """

    turned = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        panel = Panel(theme)
        row = theme.across(80)
        panel.setLayout(row)
        row.setContentsMargins(theme.px(64), theme.px(40), theme.px(72), theme.px(40))
        self._picture = PictureView(theme, self._picture_path(), width=600)
        middle = Qt.AlignmentFlag.AlignCenter if theme.portrait else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._picture, 0, middle)
        self._text = PagedColumn(theme)
        self._text.leaves_changed.connect(self._on_leaf)
        self._column = self._text.column
        row.addWidget(self._text, 1)
        self.body.addWidget(panel, 1)
        self._kicker = TextLabel(theme, TypeRole.SMALL_STRONG, colour="teal")
        self._title = self.heading(TypeRole.HEADING)
        self._blocks: list[QWidget] = []
        self._column.addStretch(1)
        self._column.addWidget(self._kicker)
        self._column.addWidget(self._title)
        self._column.addSpacing(theme.px(10))
        self._column.addStretch(1)
        self._leaves = ProgressBars(theme)
        self._leaves.setMaximumWidth(theme.px(240))
        # It has its room on every card: hidden, one more line might fit, and so without end.
        self._column.addWidget(self._leaves)
        self.footer.middle.clicked.connect(self._on_home)
        self.footer.middle.setObjectName("topics")
        self._read = ReadPill(theme)
        self._read.clicked.connect(self.read_requested)
        self.footer.insert(self._read)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text, the card's own included."""
        words = self.context.words
        _ = words.gettext
        text, card = self._content()
        place = _("%(number)s of %(count)s") % {
            "number": self.journey.step.index + 1,
            "count": len(text.cards),
        }
        self._kicker.setText(f"{text.title} · {place}")
        self._title.setText(card.title)
        self._picture.set_alternative(card.picture.alt)
        for widget in self._blocks:
            self._column.removeWidget(widget)
            widget.deleteLater()
        self._blocks = block_widgets(self.theme, card.blocks)
        for offset, widget in enumerate(self._blocks):
            self._column.insertWidget(4 + offset, widget)
        self._text.set_flow(self._blocks)
        self._picture.set_width(_WIDE if self.theme.text_size is TextSize.NORMAL else _NARROW)
        self.footer.word(back=_("Back"), middle=_("All topics"), primary=_("Next"))
        self._read.word(_("Read this card"), words)
        self._text.refit()

    def spoken(self) -> Spoken:
        """The card as it is said, or as somebody has recorded it."""
        text, card = self._content()
        topic = self.journey.library.topic(self.journey.step.topic)
        recorded = recording(topic, text.language, card.id)
        return Spoken(text.language, spoken_card(text, card, self.glossary), recorded)

    def place_said(self) -> str:
        """The topic, and how far she is in it."""
        return self._kicker.text()

    def show_sound(self, state: SoundState) -> None:
        """Offer to read the card."""
        words = self.context.words
        self._read.show_sound(state, words.gettext("Read this card"), words)

    def on_primary(self) -> None:
        """Go on: to the rest of the card where it has more leaves, then to what follows."""
        if self._text.leaf + 1 < self._text.count:
            self.turn_leaf()
        else:
            self.want(GoNext())

    def on_back(self) -> None:
        """To the leaf before, or to what was before this card."""
        if self._text.leaf:
            self._turn(-1)
        else:
            super().on_back()

    @property
    def leaves(self) -> int:
        """How many leaves the card is dealt out to."""
        return self._text.count

    def turn_leaf(self) -> None:
        """Show the rest of the card."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        self._text.show_leaf(self._text.leaf + by)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def _on_leaf(self) -> None:
        count = self._text.count
        _ = self.context.words.gettext
        place = _("Part %(number)s of %(count)s") % {
            "number": self._text.leaf + 1,
            "count": count,
        }
        if count > 1:
            self._leaves.show_progress(self._text.leaf + 1, count, "teal", place)
        else:
            self._leaves.show_progress(0, 0, "teal", "")
        self._title.setAccessibleDescription(place if count > 1 else "")

    def _content(self) -> tuple[TopicText, Card]:
        step = self.journey.step
        text = self.journey.topic_text(step.topic, self.theme.language)
        return text, text.cards[step.index]

    def _picture_path(self) -> str:
        topic = self.journey.library.topic(self.journey.step.topic)
        return topic.picture_path(self._content()[1].picture)

    def _on_home(self) -> None:
        self.want(GoHome())
