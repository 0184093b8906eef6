"""A check question: kind, unscored to her; another answer is explained again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.content import CheckQuestion
from kiosk.services.intents import AnswerCheck, GoNext
from kiosk.services.reading import Spoken, recording, spoken_answer, spoken_check
from kiosk.ui.context import ScreenContext
from kiosk.ui.speech.reader import SoundState
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.choice import Choice, Mark, Verdict
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.read_pill import ReadPill
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class CheckScreen(Screen):
    """One question with its options; after a tap, what is so and why."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._chosen: str | None = None
        row = theme.across(70)
        row.addStretch(1)
        holder = FitColumn(theme, spacing=16)
        holder.setFixedWidth(theme.wide(1240))
        column = holder.column
        column.addSpacing(theme.px(34))
        self._kicker = TextLabel(theme, TypeRole.SMALL_STRONG, colour="teal")
        self._prompt = self.heading(TypeRole.HEADING)
        column.addWidget(self._kicker)
        column.addWidget(self._prompt)
        self._choices: dict[str, Choice] = {}
        for choice in self._question().choices:
            line = Choice(theme, mark=Mark.NONE, height=108)
            line.setObjectName(f"choice-{choice.id}")
            line.setProperty("option", choice.id)
            line.setAutoExclusive(False)
            line.clicked.connect(self._on_choice)
            column.addWidget(line)
            self._choices[choice.id] = line
        self._panel = Panel(theme, radius=30, shadow=False)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(theme.px(44), theme.px(20), theme.px(44), theme.px(20))
        self._explanation = TextLabel(theme, TypeRole.LEAD)
        inside.addWidget(self._explanation)
        column.addSpacing(theme.px(6))
        column.addWidget(self._panel)
        column.addStretch(1)
        row.addWidget(holder, 0 if not theme.portrait else 1)
        self._picture = PictureView(theme, art_path("check"), width=400)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignCenter)
        row.addStretch(1)
        self.body.addLayout(row, 1)
        self._panel.hide()
        self._read = ReadPill(theme)
        self._read.clicked.connect(self.read_requested)
        self.footer.insert(self._read)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        step = self.journey.step
        text = self.journey.topic_text(step.topic, self.theme.language)
        place = _("Check for yourself, %(number)s of %(count)s") % {
            "number": step.index + 1,
            "count": len(text.checks),
        }
        self._kicker.setText(f"{text.title} · {place}")
        question = self._question()
        self._prompt.setText(question.prompt)
        for choice in question.choices:
            self._choices[choice.id].setText(choice.text)
        self._show_verdict()
        self._picture.set_alternative(_("A woman thinks and smiles"))
        self.footer.word(back=_("Back"), primary=_("I see") if self._chosen else _("Next"))
        self.footer.primary.setEnabled(self._chosen is not None)
        self._read.word(self._offer, self.context.words)

    def spoken(self) -> Spoken:
        """The question and its answers; once one was tapped, what is said of it."""
        question = self._question()
        told = [choice for choice in question.choices if choice.id == self._chosen]
        if told:
            lines = spoken_answer(told[0], self.glossary)
            return self._spoken(lines, f"{question.id}.{told[0].id}")
        return self._spoken(spoken_check(question, self.glossary), question.id)

    def place_said(self) -> str:
        """The topic, and how far she is in it."""
        return self._kicker.text()

    def show_sound(self, state: SoundState) -> None:
        """Offer to read the question."""
        self._read.show_sound(state, self._offer, self.context.words)

    @property
    def _offer(self) -> str:
        _ = self.context.words.gettext
        return _("Read this") if self._chosen else _("Read this question")

    def _spoken(self, lines: tuple[str, ...], name: str) -> Spoken:
        topic = self.journey.library.topic(self.journey.step.topic)
        language = self.theme.language
        return Spoken(language, lines, recording(topic, language, name))

    def entered(self) -> object:
        """The answer that was touched."""
        return self._chosen

    def enter(self, what: object) -> None:
        """Show what was said of it again."""
        self._chosen = what if isinstance(what, str) else None
        self.retranslate()

    def on_primary(self) -> None:
        """Go on."""
        self.want(GoNext())

    def _question(self) -> CheckQuestion:
        step = self.journey.step
        return self.journey.topic_text(step.topic, self.theme.language).checks[step.index]

    def _on_choice(self) -> None:
        sender = self.sender()
        if isinstance(sender, Choice):
            option = str(sender.property("option"))
            self._chosen = option
            self.want(AnswerCheck(option))
            self.retranslate()
            self.news.emit(self.spoken())
            self.update()

    def _show_verdict(self) -> None:
        _ = self.context.words.gettext
        for choice in self._question().choices:
            line = self._choices[choice.id]
            line.setChecked(False)
            if self._chosen is None:
                line.show_verdict(Verdict.OPEN)
            elif choice.right:
                line.show_verdict(Verdict.RIGHT, taken=choice.id == self._chosen)
            elif choice.id == self._chosen:
                line.show_verdict(Verdict.OTHER, _("Many people think so"), taken=True)
            else:
                line.show_verdict(Verdict.OPEN)
            if choice.id == self._chosen:
                self._explanation.setText(choice.explanation)
        self._panel.setVisible(self._chosen is not None)
