"""The points of every option of a wording that nothing is published for, to be confirmed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.epds import EPDS
from kiosk.domain.instrument_text import InstrumentText
from kiosk.services.captions import caption
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.panel import Panel

_A_PAGE = 2


class EpdsPointsScreen(AdminScreen):
    """Two items a page; only who has seen the last page can confirm.

    Signals:
        confirmed: Every option has the right points.
    """

    confirmed = Signal()

    def __init__(self, context: StaffContext, who: str, text: InstrumentText) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("Check the points"), _("Stop"))
        self._text = text
        self._first = 1
        lead = self.label(
            _("Nothing is published for this language. Does each option have the right points?"),
            TypeRole.LEAD,
        )
        lead.keep_within(self.theme.px(110))
        self.body.addWidget(lead)
        self._page = QWidget()
        self.body.addWidget(self._page, 1)
        self._before = self.act(_("Previous"), "previous", icon="back")
        self._before.clicked.connect(self._on_before)
        self._next = self.act(_("Next"), "next", Kind.PRIMARY, icon="next", after=True)
        self._next.clicked.connect(self._on_next)
        self._confirm = self.act(_("The points are right"), "confirm", Kind.PRIMARY, icon="check")
        self._confirm.clicked.connect(self.confirmed)
        self._show()

    def _show(self) -> None:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(32))
        for number in range(self._first, self._first + _A_PAGE):
            row.addWidget(self._item(number), 1)
        self.body.replaceWidget(self._page, page)
        self._page.hide()
        self._page.deleteLater()
        self._page = page
        last = self._first + _A_PAGE > len(EPDS.items)
        self._before.setVisible(self._first > 1)
        self._next.setVisible(not last)
        self._confirm.setVisible(last)
        (self._confirm if last else self._next).setFocus(Qt.FocusReason.OtherFocusReason)

    def _item(self, number: int) -> Panel:
        _ = self.context.words.gettext
        words = self.context.words
        px = self.theme.px
        panel = Panel(self.theme, radius=28)
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(36), px(28), px(36), px(28))
        column.setSpacing(px(18))
        title = _("Item %(item)s: %(subject)s") % {
            "item": number,
            "subject": caption(number, words),
        }
        item = self._text.item(number)
        lines = [(title, TypeRole.LABEL_STRONG), (item.stem, TypeRole.LABEL)]
        for points, option in zip(EPDS.item(number).points, item.options, strict=True):
            lines.append((f"{points}   {option}", TypeRole.LABEL))
        for line, role in lines:
            label = self.label(line, role)
            label.keep_within(px(100))
            column.addWidget(label)
        column.addStretch(1)
        return panel

    def _on_before(self) -> None:
        self._first -= _A_PAGE
        self._show()

    def _on_next(self) -> None:
        self._first += _A_PAGE
        self._show()
