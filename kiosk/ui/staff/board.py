"""Who waits for what, urgent first: codes and what to do, never a score or a reason."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.visit import VisitState
from kiosk.i18n import N_, Words
from kiosk.services.ports import BoardRow
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.badge import CodeBadge
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.staff_head import StaffHead
from kiosk.ui.widgets.staff_screen import StaffScreen
from kiosk.ui.widgets.text import TextLabel

ROWS = 6
_STATES = {
    VisitState.OPEN: N_("At the kiosk now"),
    VisitState.PAUSED: N_("Paused: was called"),
    VisitState.UNFINISHED: N_("Left early, to be looked at"),
    VisitState.FINISHED: N_("Finished, ready to print"),
}


class _Row(Panel):
    """One visit."""

    def __init__(self, context: StaffContext, row: BoardRow) -> None:
        theme = context.theme
        super().__init__(theme, radius=26)
        self._theme = theme
        urgent = row.open_alerts > 0
        self._stripe = "red" if urgent else "ink_soft" if row.reviewed else "teal"
        self.setFixedHeight(theme.px(112))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(44), 0, theme.px(28), 0)
        line.setSpacing(theme.px(36))
        badge = CodeBadge(theme, TypeRole.STRONG)
        badge.show_code(row.code, context.words)
        badge.setFixedWidth(theme.px(360))
        what = TextLabel(theme, TypeRole.LABEL, colour="ink")
        what.setText(what_to_do(row, context.words))
        age = TextLabel(theme, TypeRole.LABEL, colour="ink_soft")
        age.setWordWrap(False)
        age.setText(age_of(row.alert_since or row.updated_at, context.clock(), context.words))
        self.open = Button(theme, Kind.DANGER if urgent else Kind.SECONDARY, height=88)
        self.open.set_role(TypeRole.LABEL_STRONG)
        self.open.setText(context.words.gettext("Open"))
        self.open.setObjectName(f"open-{row.code.colour}-{row.code.number}")
        self.open.setProperty("visit", row.visit_id)
        line.addWidget(badge)
        line.addWidget(what, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(age, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The surface, and a stripe of meaning at its start."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._stripe))
        width = self._theme.px(18)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        clip = QRectF(self.width() - width if mirrored else 0, 0, width, self.height())
        painter.setClipRect(clip)
        painter.drawRoundedRect(QRectF(self.rect()), self.radius, self.radius)
        painter.end()


class BoardScreen(StaffScreen):
    """A page of visits.

    Signals:
        opened: A visit's id.
        page_requested: The offset of another page.
        texts_requested: An administrator wants to see the licensed wordings.
        locked: Back to the first screen.
    """

    opened = Signal(str)
    page_requested = Signal(int)
    texts_requested = Signal()
    locked = Signal()

    def __init__(self, context: StaffContext, who: str, *, texts: bool = False) -> None:
        """`texts`: whether the licensed wordings can be reached from here."""
        super().__init__(context)
        theme = self.theme
        self._who = who
        self._offset = 0
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, theme.px(36))
        outer.setSpacing(theme.px(20))
        self._head = StaffHead(theme)
        self._head.lock.clicked.connect(self.locked)
        outer.addWidget(self._head)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        edge = theme.px(EDGE)
        self._list.setContentsMargins(edge, theme.px(12), edge, 0)
        self._list.setSpacing(theme.px(14))
        outer.addWidget(holder, 1)
        outer.addLayout(self._foot())
        self._texts.setVisible(texts)
        self._rows: list[QWidget] = []

    def show_rows(self, rows: list[BoardRow], offset: int, printer: str) -> None:
        """Show a page; one row more than fits tells that there is another page."""
        _ = self.context.words.gettext
        self._offset = offset
        for old in self._rows:
            self._list.removeWidget(old)
            old.deleteLater()
        while self._list.count():
            self._list.takeAt(0)
        self._rows = []
        for row in rows[:ROWS]:
            line = _Row(self.context, row)
            line.open.clicked.connect(self._on_open)
            self._list.addWidget(line)
            self._rows.append(line)
        if not rows:
            empty = TextLabel(self.theme, TypeRole.LEAD, colour="ink_soft", centred=True)
            empty.setText(_("Nobody is waiting."))
            self._list.addWidget(empty)
            self._rows.append(empty)
        self._list.addStretch(1)
        urgent = sum(1 for row in rows if row.open_alerts)
        figure = ""
        if urgent:
            words = self.context.words.ngettext("%(count)s urgent", "%(count)s urgent", urgent)
            figure = words % {"count": urgent}
        self._head.word(_("Waiting now"), figure, printer, self._who, _("Lock"))
        self._before.setVisible(offset > 0)
        self._after.setVisible(len(rows) > ROWS)
        self.update()

    def show_failing(self, channels: tuple[str, ...], content: str = "") -> None:
        """Say which alert channels do not work, and which texts; nothing when all do."""
        _ = self.context.words.gettext
        said = [_("Alert channel '%(name)s' does not work") % {"name": name} for name in channels]
        self._alarm.setText("\n".join([*said, *filter(None, [content])]))

    def _foot(self) -> QHBoxLayout:
        _ = self.context.words.gettext
        row = QHBoxLayout()
        edge = self.theme.px(EDGE)
        row.setContentsMargins(edge, 0, edge, 0)
        row.setSpacing(self.theme.px(36))
        self._before = Button(self.theme, Kind.SECONDARY, icon="back", icon_after=False, height=88)
        self._before.setText(_("Newer"))
        self._before.setObjectName("newer")
        self._before.clicked.connect(self._on_before)
        self._after = Button(self.theme, Kind.SECONDARY, icon="next", icon_after=True, height=88)
        self._after.setText(_("Older"))
        self._after.setObjectName("older")
        self._after.clicked.connect(self._on_after)
        self._alarm = TextLabel(self.theme, TypeRole.LABEL_STRONG, colour="red")
        self._alarm.setObjectName("channels")
        self._alarm.keep_within(self.theme.px(88))
        self._texts = Button(self.theme, Kind.SECONDARY, icon="page", height=88)
        self._texts.setText(_("EPDS text"))
        self._texts.setObjectName("texts")
        self._texts.clicked.connect(self.texts_requested)
        row.addWidget(self._before)
        row.addWidget(self._alarm, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._texts)
        row.addWidget(self._after)
        return row

    def _on_open(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.opened.emit(str(sender.property("visit")))

    def _on_before(self) -> None:
        self.page_requested.emit(max(0, self._offset - ROWS))

    def _on_after(self) -> None:
        self.page_requested.emit(self._offset + ROWS)


def what_to_do(row: BoardRow, words: Words) -> str:
    """The next thing to do, which tells nothing about her."""
    _ = words.gettext
    if row.open_alerts:
        return _("See now")
    if row.reviewed:
        return _("Reviewed")
    if row.help_wanted:
        return _("Asked for help with the screen")
    if row.printed:
        return _("Printed, to be reviewed")
    return _(_STATES[row.state])


def age_of(since: datetime, now: datetime, words: Words) -> str:
    """How long ago, in minutes, then in hours, then in days."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    if minutes < 60:
        return words.ngettext("%(count)s min ago", "%(count)s min ago", minutes) % {
            "count": minutes
        }
    hours = minutes // 60
    if hours < 24:
        return words.ngettext("%(count)s h ago", "%(count)s h ago", hours) % {"count": hours}
    days = hours // 24
    return words.ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": days}
