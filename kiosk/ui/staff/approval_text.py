"""The exact words of a text, leaf by leaf; who has seen them all may stand for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal

from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.fit import text_size
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.line_field import LineField
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import TextLabel

_ROOM: Final = 640
_WIDTH: Final = 1920 - 2 * EDGE - 2 * 36
_LONGEST: Final = 60


class ApprovalTextScreen(AdminScreen):
    """Plain text, as it stands in the file.

    Signals:
        approved: As what she stands for it.
    """

    approved = Signal(str)

    def __init__(
        self, context: StaffContext, who: str, title: str, text: str, language: str
    ) -> None:
        _ = context.words.gettext
        super().__init__(context, who, title, _("Back"))
        self._leaf = 0
        panel = Panel(self.theme, radius=22, shadow=False)
        column = self.column_in(panel)
        self._shown = TextLabel(self.theme, TypeRole.SMALL)
        self._shown.setFont(self.theme.font(TypeRole.SMALL, language=language))
        self._shown.setLocale(QLocale(language))
        self._leaves = list(self._dealt(text, language))
        column.addWidget(self._shown)
        column.addStretch(1)
        self.body.addWidget(panel, 1)
        self._role = LineField(self.theme, _("As what, such as midwife"), longest=_LONGEST)
        self._role.setPlaceholderText(_("As what, such as midwife"))
        self._role.setObjectName("role")
        self._role.returnPressed.connect(self._on_approve)
        self.body.addWidget(self._role)
        self._before = self.act(_("Before"), "before", icon="back")
        self._before.clicked.connect(self._on_before)
        self._more = self.act(_("More"), "more", icon="next", after=True)
        self._more.clicked.connect(self._on_more)
        self._approve = self.act(_("I stand for it"), "approve", Kind.PRIMARY, icon="approve")
        self._approve.clicked.connect(self._on_approve)
        self._show()

    def key_page(self, by: int) -> None:
        """Turn the leaf."""
        button: Button = self._more if by > 0 else self._before
        button.click()

    def _dealt(self, text: str, language: str) -> Iterator[str]:
        """Leaves that have room, cut between lines."""
        font = self.theme.font(TypeRole.SMALL, language=language)
        wide, room = self.theme.px(_WIDTH), self.theme.px(_ROOM)
        leaf: list[str] = []
        for line in text.strip().splitlines():
            if leaf and text_size("\n".join([*leaf, line or " "]), font, wide).height() > room:
                yield "\n".join(leaf)
                leaf = []
            leaf.append(line)
        yield "\n".join(leaf)

    def _show(self) -> None:
        _ = self.context.words.gettext
        last = self._leaf == len(self._leaves) - 1
        self._shown.setText(self._leaves[self._leaf])
        self._before.setEnabled(self._leaf > 0)
        self._more.setEnabled(not last)
        # Leaf after leaf leads here: all of it was on the screen.
        self._approve.setEnabled(last)
        self._role.setVisible(last)
        place = {"number": self._leaf + 1, "count": len(self._leaves)}
        self.show_message(_("%(number)s of %(count)s") % place)

    def _on_before(self) -> None:
        self._leaf = max(0, self._leaf - 1)
        self._show()

    def _on_more(self) -> None:
        self._leaf = min(len(self._leaves) - 1, self._leaf + 1)
        self._show()
        if self._role.isVisible():
            self._role.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_approve(self) -> None:
        self.approved.emit(self._role.line)
