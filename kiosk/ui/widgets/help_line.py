"""A help line: the number large, its name and note beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.content import HelpLine
from kiosk.i18n import Words
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.text import TextLabel


class HelpLineRow(QWidget):
    """One line to call."""

    def __init__(self, theme: Theme, line: HelpLine) -> None:
        super().__init__()
        self._line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        top = QHBoxLayout()
        top.setSpacing(theme.px(28))
        self._number = TextLabel(theme, TypeRole.STRONG)
        self._number.setWordWrap(False)
        self._name = TextLabel(theme, TypeRole.LABEL_STRONG)
        top.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        self._note = TextLabel(theme, TypeRole.SMALL, colour="ink_soft")
        column.addLayout(top)
        column.addWidget(self._note)

    def word(self, words: Words) -> None:
        """Name and note in a language; the number always reads from left to right."""
        self._number.setText(words.left_to_right(self._line.number))
        self._name.setText(self._line.name.get(words.language, ""))
        self._note.setText(self._line.note.get(words.language, ""))
