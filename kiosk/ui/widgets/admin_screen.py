"""The base of the administrators' screens: the dark strip, a body, a foot with buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.staff_head import StaffHead
from kiosk.ui.widgets.staff_screen import StaffScreen
from kiosk.ui.widgets.text import TextLabel


class AdminScreen(StaffScreen):
    """Lay widgets out in `body`, put further buttons at the end of the foot.

    Signals:
        closed: Stop, and back.
        locked: Back to the kiosk's first screen.
        turned: Another page: -1 or 1.
    """

    closed = Signal()
    locked = Signal()
    turned = Signal(int)

    def __init__(self, context: StaffContext, who: str, title: str, back: str) -> None:
        super().__init__(context)
        theme = self.theme
        _ = context.words.gettext
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, theme.px(36))
        outer.setSpacing(theme.px(20))
        head = StaffHead(theme)
        head.word(title, "", "", who, _("Lock"))
        head.lock.clicked.connect(self.locked)
        outer.addWidget(head)
        edge = theme.px(EDGE)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(edge, theme.px(12), edge, 0)
        self.body.setSpacing(theme.gap(14))
        outer.addLayout(self.body, 1)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(edge, 0, edge, 0)
        self._foot.setSpacing(theme.px(36))
        outer.addLayout(self._foot)
        self.back = self.act(back, "back", icon="back")
        self.back.clicked.connect(self.closed)
        self._is_above = False
        self._message = TextLabel(theme, TypeRole.LABEL_STRONG)
        self._message.setObjectName("message")
        self._message.keep_within(theme.px(100))
        self._foot.addWidget(self._message, 1, Qt.AlignmentFlag.AlignVCenter)

    def key_escape(self) -> None:
        """Back."""
        self.closed.emit()

    def key_page(self, by: int) -> None:
        """Turn the page, where there is one."""
        button = self.findChild(Button, "more" if by > 0 else "before")
        if button is not None:
            button.click()

    def turns(self, *, before: bool, more: bool, words: tuple[str, str] | None = None) -> None:
        """Buttons to the pages that there are; `words` for "Before" and "More"."""
        _ = self.context.words.gettext
        back, on = words or (_("Before"), _("More"))
        if before:
            self.act(back, "before", icon="back").clicked.connect(self._on_before)
        if more:
            self.act(on, "more", icon="next", after=True).clicked.connect(self._on_more)

    def act(
        self,
        text: str,
        name: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        after: bool = False,
    ) -> Button:
        """A button at the end of the foot."""
        button = Button(self.theme, kind, icon=icon, icon_after=after, height=96)
        button.set_role(TypeRole.LABEL_STRONG)
        button.setText(text)
        button.setObjectName(name)
        self._foot.addWidget(button)
        return button

    def label(self, text: str, role: TypeRole = TypeRole.LABEL, colour: str = "ink") -> TextLabel:
        """A text to lay out."""
        label = TextLabel(self.theme, role, colour=colour)
        label.setText(text)
        return label

    def own(self, text: str, role: TypeRole = TypeRole.LABEL, colour: str = "ink") -> TextLabel:
        """A name or a key: it begins where the language's own texts do, whatever its letters."""
        label = self.label(text, role, colour)
        mirrored = self.context.words.right_to_left
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        return label

    def column_in(self, panel: Panel) -> QVBoxLayout:
        """A column with room around it inside a panel."""
        px = self.theme.px
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(36), px(22), px(36), px(26))
        column.setSpacing(px(12))
        return column

    def speak_above(self, height: int = 44) -> None:
        """Say things at the end of the body, where the foot's buttons leave no room for a path.

        `height` is the most that a message may take, in the drawing's pixels.
        """
        self._foot.removeWidget(self._message)
        self._foot.insertStretch(1, 1)
        self.body.addWidget(self._message)
        self._message.keep_within(self.theme.px(height))
        self._message.hide()
        self._is_above = True

    def show_message(self, message: str) -> None:
        """Say something in the foot, or above it."""
        self._message.setText(message)
        if self._is_above:
            self._message.setVisible(bool(message))
        self._message.setAccessibleName(message)

    def _on_before(self) -> None:
        self.turned.emit(-1)

    def _on_more(self) -> None:
        self.turned.emit(1)
