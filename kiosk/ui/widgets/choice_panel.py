"""A question to staff with a short list of answers: one touch answers it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from kiosk.i18n import Words
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import TextLabel

_ROW = 76


class ChoicePanel(Panel):
    """One button an answer; an urgent one is red.

    Signals:
        chosen: The answer's value.
        dismissed: The question was not answered after all.
    """

    chosen = Signal(str)
    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        title: str,
        answers: Mapping[str, str],
        *,
        name: str,
        urgent: bool = False,
    ) -> None:
        """`answers` are values with their messages; each button is named "<name>-<value>"."""
        fill, border = ("red_tint", "red") if urgent else ("teal_tint", "teal")
        super().__init__(theme, fill=fill, border=border, radius=28, shadow=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        side = theme.px(26)
        column.setContentsMargins(side, theme.px(18), side, theme.px(20))
        column.setSpacing(theme.gap(9))
        heading = TextLabel(
            theme, TypeRole.LABEL_STRONG, colour="red_deep" if urgent else "teal_deep"
        )
        heading.setText(title)
        column.addWidget(heading)
        kind = Kind.DANGER_QUIET if urgent else Kind.SECONDARY
        for value, message in answers.items():
            button = Button(theme, kind, height=_ROW)
            button.setFixedHeight(theme.target(_ROW))
            button.set_role(TypeRole.LABEL_STRONG)
            button.setText(words.gettext(message))
            button.setObjectName(f"{name}-{value}")
            button.setProperty("value", value)
            button.clicked.connect(self._on_answer)
            column.addWidget(button)
        if not urgent:
            back = Button(theme, Kind.SECONDARY, icon="back", height=_ROW)
            back.setFixedHeight(theme.target(_ROW))
            back.set_role(TypeRole.LABEL_STRONG)
            back.setText(words.gettext("Not now"))
            back.setObjectName(f"{name}-not-now")
            back.clicked.connect(self.dismissed)
            column.addWidget(back)

    def _on_answer(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.chosen.emit(str(sender.property("value")))
