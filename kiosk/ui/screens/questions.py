"""Questions she may tick, to ask her clinician."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.domain.content import TopicText
from kiosk.services.intents import GoNext, TickQuestion
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.choice import Choice, Mark
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class QuestionsScreen(Screen):
    """A list to tick; none is fine."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        row = theme.across(70)
        row.addStretch(1)
        holder = FitColumn(theme, spacing=20)
        holder.setFixedWidth(theme.wide(1240))
        column = holder.column
        column.addSpacing(theme.px(34))
        self._kicker = TextLabel(theme, TypeRole.SMALL_STRONG, colour="teal")
        self._heading = self.heading(TypeRole.HEADING)
        self._hint = TextLabel(theme, TypeRole.LABEL, colour="ink_soft")
        for label in (self._kicker, self._heading, self._hint):
            column.addWidget(label)
        column.addSpacing(theme.px(6))
        self._lines: dict[str, Choice] = {}
        ticked = self.journey.current.questions
        topic = self.journey.step.topic
        for question in self._text().questions:
            line = Choice(theme, mark=Mark.TICK, height=104)
            line.setObjectName(f"question-{question.id}")
            line.setProperty("question", question.id)
            line.setChecked((topic, question.id) in ticked)
            line.clicked.connect(self._on_line)
            column.addWidget(line)
            self._lines[question.id] = line
        column.addStretch(1)
        row.addWidget(holder, 0 if not theme.portrait else 1)
        self._picture = PictureView(theme, art_path("questions"), width=400)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignCenter)
        row.addStretch(1)
        self.body.addLayout(row, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        text = self._text()
        self._kicker.setText(text.title)
        self._heading.setText(_("Would you like to ask one of these?"))
        self._hint.setText(_("Touch what you want to ask. Your care team will see it."))
        for question in text.questions:
            self._lines[question.id].setText(question.text)
        self._picture.set_alternative(_("A woman with a short list talks to a nurse who listens"))
        self.footer.word(back=_("Back"), primary=_("Done"))

    def on_primary(self) -> None:
        """Go on."""
        self.want(GoNext())

    def _text(self) -> TopicText:
        return self.journey.topic_text(self.journey.step.topic, self.theme.language)

    def _on_line(self) -> None:
        sender = self.sender()
        if isinstance(sender, Choice):
            self.want(TickQuestion(str(sender.property("question")), sender.isChecked()))
