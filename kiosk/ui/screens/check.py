"""A check question: kind, unscored to her; another answer is explained again."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.content import CheckQuestion
from kiosk.services.intents import AnswerCheck, GoNext
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.choice import Choice, Mark, Verdict
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class CheckScreen(Screen):
    """One question with its options; after a tap, what is so and why."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._chosen: str | None = None
        row = QHBoxLayout()
        row.addStretch(1)
        holder = FitColumn(theme, spacing=16)
        holder.setFixedWidth(theme.px(1330))
        column = holder.column
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
        row.addWidget(holder)
        row.addStretch(1)
        self.body.addLayout(row, 1)
        self._panel.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        step = self.journey.step
        text = self.journey.library.topic(step.topic).texts[self.theme.language]
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
        self.footer.word(back=_("Back"), primary=_("I see") if self._chosen else _("Next"))
        self.footer.primary.setEnabled(self._chosen is not None)

    def on_primary(self) -> None:
        """Go on."""
        self.want(GoNext())

    def _question(self) -> CheckQuestion:
        step = self.journey.step
        return self.journey.library.topic(step.topic).texts[self.theme.language].checks[step.index]

    def _on_choice(self) -> None:
        sender = self.sender()
        if isinstance(sender, Choice):
            option = str(sender.property("option"))
            self._chosen = option
            self.want(AnswerCheck(option))
            self.retranslate()
            self.update()

    def _show_verdict(self) -> None:
        _ = self.context.words.gettext
        for choice in self._question().choices:
            line = self._choices[choice.id]
            line.setChecked(False)
            if self._chosen is None:
                line.show_verdict(Verdict.OPEN)
            elif choice.right:
                line.show_verdict(Verdict.RIGHT)
            elif choice.id == self._chosen:
                line.show_verdict(Verdict.OTHER, _("Many people think so"))
            else:
                line.show_verdict(Verdict.OPEN)
            if choice.id == self._chosen:
                self._explanation.setText(choice.explanation)
        self._panel.setVisible(self._chosen is not None)
