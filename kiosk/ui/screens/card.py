"""A card of a topic: one idea, a picture, a few lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.content import Card, TopicText
from kiosk.services.intents import GoHome, GoNext
from kiosk.services.reading import Spoken, recording, spoken_card
from kiosk.ui.context import ScreenContext
from kiosk.ui.speech.reader import SoundState
from kiosk.ui.theme.tokens import TextSize, TypeRole
from kiosk.ui.widgets.blocks import block_widgets
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.read_pill import ReadPill
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class CardScreen(Screen):
    """Shows one card; Next is always the same place."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        panel = Panel(theme)
        row = QHBoxLayout(panel)
        row.setContentsMargins(theme.px(64), theme.px(40), theme.px(72), theme.px(40))
        row.setSpacing(theme.px(80))
        large = theme.text_size is TextSize.LARGEST
        self._picture = PictureView(theme, self._picture_path(), width=500 if large else 600)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self._text = FitColumn(theme)
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
        self.footer.word(back=_("Back"), middle=_("All topics"), primary=_("Next"))
        self._read.word(_("Read this card"), words)
        self._text.refit()

    def spoken(self) -> Spoken:
        """The card as it is said, or as somebody has recorded it."""
        text, card = self._content()
        topic = self.journey.library.topic(self.journey.step.topic)
        recorded = recording(topic, text.language, card.id)
        return Spoken(text.language, spoken_card(text, card, self.glossary), recorded)

    def show_sound(self, state: SoundState) -> None:
        """Offer to read the card."""
        words = self.context.words
        self._read.show_sound(state, words.gettext("Read this card"), words)

    def on_primary(self) -> None:
        """Go on."""
        self.want(GoNext())

    def _content(self) -> tuple[TopicText, Card]:
        step = self.journey.step
        text = self.journey.topic_text(step.topic, self.theme.language)
        return text, text.cards[step.index]

    def _picture_path(self) -> str:
        topic = self.journey.library.topic(self.journey.step.topic)
        return topic.picture_path(self._content()[1].picture)

    def _on_home(self) -> None:
        self.want(GoHome())
