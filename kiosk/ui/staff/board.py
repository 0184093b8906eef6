"""Who waits for what, urgent first: codes and what to do, never a score or a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.visit import VisitState
from kiosk.i18n import N_, Words
from kiosk.services.health import HealthItem
from kiosk.services.ports import BoardRow, PrintJob, PrintState
from kiosk.services.print_wording import print_state
from kiosk.services.printing import RELEASABLE
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.board_line import BoardLine
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.code_filter import CodeFilter
from kiosk.ui.widgets.health_strip import HealthStrip
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.staff_head import StaffHead
from kiosk.ui.widgets.staff_screen import StaffScreen
from kiosk.ui.widgets.text import TextLabel

ROWS = 7
Act = tuple[str, Kind]
"""A verb, and how its button looks."""
_STATES = {
    VisitState.OPEN: N_("At the kiosk now"),
    VisitState.PAUSED: N_("Paused: was called"),
    VisitState.UNFINISHED: N_("Left early, to be looked at"),
    VisitState.FINISHED: N_("Finished, ready to print"),
}
_TOOLS = {
    "clean": (N_("Clean the glass"), "clean"),
    "slip": (N_("New slip"), "slip"),
    "manage": (N_("Administration"), "settings"),
}


class BoardScreen(StaffScreen):
    """A page of visits.

    Signals:
        opened: A visit's id.
        print_wanted: A visit's id: its page is to be printed.
        help_taken: A visit's id: somebody goes to help with the screen.
        turned: Another page: -1 newer, 1 older.
        filtered: What a code must contain; empty for every code.
        tool_wanted: "clean", "slip" or "manage".
        health_wanted: The details of the strip.
        locked: Back to the first screen.
    """

    opened = Signal(str)
    print_wanted = Signal(str)
    help_taken = Signal(str)
    turned = Signal(int)
    filtered = Signal(str)
    tool_wanted = Signal(str)
    health_wanted = Signal()
    locked = Signal()

    def __init__(self, context: StaffContext, who: str, *, tools: Sequence[str] = ()) -> None:
        """`tools` are those that can be reached from here."""
        super().__init__(context)
        theme = self.theme
        self._who = who
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, theme.px(16))
        outer.setSpacing(theme.px(12))
        self._head = StaffHead(theme)
        self._head.lock.clicked.connect(self.locked)
        outer.addWidget(self._head)
        self.filter = CodeFilter(theme, context.words)
        self.filter.changed.connect(self.filtered)
        self._strip = HealthStrip(theme, context.words)
        self._strip.clicked.connect(self.health_wanted)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.gap(9))
        inner = QVBoxLayout()
        edge = theme.px(EDGE)
        inner.setContentsMargins(edge, 0, edge, 0)
        inner.setSpacing(theme.gap(12))
        inner.addWidget(self.filter)
        inner.addWidget(holder, 1)
        inner.addLayout(self._foot(tools))
        inner.addWidget(self._strip)
        outer.addLayout(inner, 1)
        self._lines: list[BoardLine] = []
        self._empty = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        self._shown: object = None
        self._wrong = ""

    def show_page(
        self,
        rows: Sequence[BoardRow],
        jobs: Mapping[str, PrintJob],
        *,
        first: bool,
        alerts: int,
        message: str = "",
    ) -> None:
        """Show a page.

        Args:
            rows: One more than fits tells that there is another page.
            jobs: Visit id -> what becomes of its page.
            first: Whether it is the first page.
            alerts: How many alerts wait, on whatever page.
            message: What is wrong; it stands in place of the list.
        """
        words = self.context.words
        _ = words.gettext
        self._before.setVisible(not first)
        self._after.setVisible(len(rows) > ROWS)
        figure = ""
        if alerts:
            figure = words.ngettext("%(count)s urgent", "%(count)s urgent", alerts)
            figure %= {"count": alerts}
        self._head.word(_("Waiting now"), figure, "", self._who, _("Lock"))
        shown = [self._texts_of(row, jobs.get(row.visit_id)) for row in rows[:ROWS]]
        nobody = _("No visit has such a code.") if self.filter.code else _("Nobody is waiting.")
        says = message or ("" if rows else nobody)
        now = ([(row.visit_id, *texts) for row, texts in zip(rows, shown, strict=False)], says)
        # Twice a second nothing is new: rows that are rebuilt would lose the keyboard's focus.
        if now != self._shown:
            self._shown = now
            acts = [act_of(row, words, jobs.get(row.visit_id)) for row in rows[:ROWS]]
            self._rebuild(rows[:ROWS], shown, acts, says)

    def show_health(self, items: Sequence[HealthItem]) -> None:
        """Show how the kiosk itself is."""
        self._strip.show_items(items)

    def show_failing(self, channels: tuple[str, ...], content: str = "") -> None:
        """Say which alert channels do not work, and which texts; nothing when all do."""
        _ = self.context.words.gettext
        said = [_("Alert channel '%(name)s' does not work") % {"name": name} for name in channels]
        wrong = "\n".join([*said, *filter(None, [content])])
        if wrong or self._wrong:
            self.show_message(wrong)
        self._wrong = wrong

    def show_news(self, news: str) -> None:
        """Say something that is not wrong."""
        self._alarm.set_colour("teal_deep")
        self._alarm.setText(news)

    def show_message(self, message: str) -> None:
        """Say what is wrong."""
        self._alarm.set_colour("red")
        self._alarm.setText(message)

    def key_digit(self, digit: int) -> None:
        """A digit narrows the list."""
        self.filter.add_digit(digit)

    def key_erase(self) -> None:
        """One digit less."""
        self.filter.erase()

    def key_escape(self) -> None:
        """Show every code again; when it does, leave."""
        if self.filter.code:
            self.filter.show_all()
        else:
            self.locked.emit()

    def key_page(self, by: int) -> None:
        """Turn the page, where there is one."""
        if (self._after if by > 0 else self._before).isVisibleTo(self):
            self.turned.emit(by)

    def key_enter(self) -> None:
        """Open the first visit of the list."""
        if self._lines:
            self._lines[0].open.click()

    def key_arrow(self, across: int, down: int) -> None:
        """Up and down go from visit to visit; left and right from colour to colour."""
        if across:
            self.filter.step_colour(across)
            return
        places = [line.open.hasFocus() or _focused(line.act) for line in self._lines]
        if self._lines:
            here = places.index(True) if True in places else (-1 if down > 0 else 0)
            there = (here + down) % len(self._lines)
            self._lines[there].open.setFocus(Qt.FocusReason.TabFocusReason)

    def _rebuild(
        self,
        rows: Sequence[BoardRow],
        shown: Sequence[tuple[str, str]],
        acts: Sequence[Act | None],
        says: str,
    ) -> None:
        focused = next((line.open.objectName() for line in self._lines if line.open.hasFocus()), "")
        while item := self._list.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not self._empty:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        for row, texts, act in zip(rows, shown, acts, strict=True):
            line = self._line(row, texts, act)
            self._list.addWidget(line)
            self._lines.append(line)
            if line.open.objectName() == focused:
                line.open.setFocus(Qt.FocusReason.TabFocusReason)
        self._empty.setText(says)
        self._empty.setVisible(bool(says))
        self._list.addWidget(self._empty)
        self._list.addStretch(1)
        self.update()

    def _line(self, row: BoardRow, texts: tuple[str, str], act: Act | None) -> BoardLine:
        stripe = "red" if row.open_alerts else "ink_soft" if row.reviewed else "teal"
        line = BoardLine(self.theme, self.context.words, row.code, texts, stripe=stripe, act=act)
        line.open.setProperty("visit", row.visit_id)
        line.open.clicked.connect(self._on_open)
        if line.act is not None:
            line.act.setProperty("visit", row.visit_id)
            line.act.clicked.connect(self._slot_of(row))
        return line

    def _texts_of(self, row: BoardRow, job: PrintJob | None) -> tuple[str, str]:
        words = self.context.words
        what = what_to_do(row, words, job)
        if row.slip:
            what = words.gettext("%(what)s · slip %(slip)s") % {"what": what, "slip": row.slip}
        return what, age_of(row.alert_since or row.updated_at, self.context.clock(), words)

    def _slot_of(self, row: BoardRow):  # noqa: ANN202 - one of this class's slots
        if row.open_alerts:
            return self._on_open
        return self._on_help if row.help_wanted else self._on_print

    def _foot(self, tools: Sequence[str]) -> QHBoxLayout:
        _ = self.context.words.gettext
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.gap(16))
        self._before = self._button(_("Newer"), "newer", "back")
        self._before.clicked.connect(self._on_before)
        self._after = self._button(_("Older"), "older", "next", after=True)
        self._after.clicked.connect(self._on_after)
        self._alarm = TextLabel(self.theme, TypeRole.LABEL_STRONG, colour="red")
        self._alarm.setObjectName("channels")
        self._alarm.keep_within(self.theme.px(80))
        row.addWidget(self._before)
        row.addWidget(self._alarm, 1, Qt.AlignmentFlag.AlignVCenter)
        for name in tools:
            text, icon = _TOOLS[name]
            tool = self._button(_(text), name, icon)
            tool.clicked.connect(self._on_tool)
            row.addWidget(tool)
        row.addWidget(self._after)
        return row

    def _button(self, text: str, name: str, icon: str, *, after: bool = False) -> Button:
        button = Button(
            self.theme, Kind.SECONDARY, icon=icon, icon_after=after, height=80, padding=28
        )
        button.arrows_to_screen = True
        button.setFixedHeight(self.theme.target(80))
        button.set_role(TypeRole.LABEL_STRONG)
        button.setText(text)
        button.setObjectName(name)
        return button

    def _visit_of_sender(self) -> str:
        sender = self.sender()
        return str(sender.property("visit")) if isinstance(sender, Pressable) else ""

    def _on_open(self) -> None:
        self.opened.emit(self._visit_of_sender())

    def _on_print(self) -> None:
        self.print_wanted.emit(self._visit_of_sender())

    def _on_help(self) -> None:
        self.help_taken.emit(self._visit_of_sender())

    def _on_tool(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.tool_wanted.emit(sender.objectName())

    def _on_before(self) -> None:
        self.turned.emit(-1)

    def _on_after(self) -> None:
        self.turned.emit(1)


def _focused(button: Button | None) -> bool:
    return button is not None and button.hasFocus()


def act_of(row: BoardRow, words: Words, job: PrintJob | None = None) -> Act | None:
    """What one touch does, as a verb; None where the visit is only to be opened.

    `job` is her page's way to paper: one that is on its way, or came out, is not printed so.
    """
    _ = words.gettext
    if row.open_alerts:
        return _("Acknowledge"), Kind.DANGER
    if row.reviewed:
        return None
    if row.help_wanted:
        return _("I am going"), Kind.PRIMARY
    over = row.state in (VisitState.FINISHED, VisitState.UNFINISHED)
    waits = job is None or job.state in RELEASABLE
    return (_("Print"), Kind.PRIMARY) if over and waits and not row.printed else None


def what_to_do(row: BoardRow, words: Words, job: PrintJob | None = None) -> str:
    """The next thing to do, which tells nothing about her; `job` is her page's way to paper."""
    _ = words.gettext
    if row.open_alerts:
        return _("See now")
    if row.reviewed:
        return _("Reviewed")
    if row.help_wanted:
        return _("Asked for help with the screen")
    if job is not None and not row.printed and job.state is not PrintState.HELD:
        return print_state(job, words)
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
