"""A line that staff type on a keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from kiosk.domain.language import LANGUAGES
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole

_REFUSED = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
)


class LineField(QLineEdit):
    """One line of text without a menu; nothing of it goes to the clipboard or comes back."""

    def __init__(self, theme: Theme, name: str, *, longest: int = 400, language: str = "") -> None:
        """`name` is read out; `language` is the text's, where it is not the clinic's."""
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(longest)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(84))
        if language:
            mirrored = LANGUAGES[language].right_to_left
            way = Qt.LayoutDirection
            self.setLayoutDirection(way.RightToLeft if mirrored else way.LeftToRight)
        line, focus = max(2, theme.px(3)), max(3, theme.px(5))
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.colour('card').name()};"
            f" color: {theme.colour('ink').name()}; border-radius: {theme.px(20)}px;"
            f" padding: 0 {theme.px(22)}px;"
            f" border: {line}px solid {theme.colour('ink_soft').name()}; }}"
            f"QLineEdit:focus {{ border: {focus}px solid {theme.colour('teal').name()}; }}"
        )
        self.setFont(theme.font(TypeRole.LABEL, language=language))
        self.returnPressed.connect(self._on_return)

    @property
    def line(self) -> str:
        """What was typed, without spaces around it."""
        return self.text().strip()

    def wipe(self) -> None:
        """Forget the text, and what an undo would bring back."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No undo, nothing to the clipboard."""
        if any(event.matches(key) for key in _REFUSED):
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_return(self) -> None:
        self.focusNextChild()
