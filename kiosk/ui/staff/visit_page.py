"""One visit behind the PIN: its page, and what staff do with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.facts import Outcome, ReopenReason, ReviewOutcome
from kiosk.domain.visit import Visit, VisitState
from kiosk.i18n import N_
from kiosk.services.ports import PageKind, PrintJob
from kiosk.services.print_wording import print_state
from kiosk.services.printing import OUT, SPOOLED
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.badge import CodeBadge
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.choice_panel import ChoicePanel
from kiosk.ui.widgets.page_preview import PagePreview
from kiosk.ui.widgets.staff_head import StaffHead
from kiosk.ui.widgets.staff_screen import StaffScreen
from kiosk.ui.widgets.text import TextLabel

MOST_COPIES = 5
_DONE = {
    Outcome.SEEN: N_("Seen in person"),
    Outcome.REFERRED: N_("Referred"),
    Outcome.EMERGENCY: N_("Emergency care called"),
    Outcome.DECLINED: N_("She did not want help now"),
}
_OUTCOMES = {
    ReviewOutcome.TALKED: N_("Talked with her"),
    ReviewOutcome.FOLLOW_UP: N_("Follow-up arranged"),
    ReviewOutcome.REFERRED: N_("Referred"),
    ReviewOutcome.NOTHING_NEEDED: N_("Nothing more needed"),
    ReviewOutcome.HAD_LEFT: N_("She had left"),
}
_REASONS = {
    ReopenReason.MISTAKE: N_("Marked by mistake"),
    ReopenReason.OUTCOME_CHANGED: N_("The outcome has changed"),
    ReopenReason.SOMETHING_NEW: N_("Something new came up"),
    ReopenReason.ASKED_AGAIN: N_("She asked again"),
}
_ROW = 80
_HERS = {
    PageKind.TAKE_HOME: N_("Page for her"),
    PageKind.PRESSURE_LOG: N_("Pressure log"),
}


class VisitPageScreen(StaffScreen):
    """Preview on one side, acts on the other.

    Signals:
        acknowledged: What was done about the open alerts, an Outcome.
        print_requested: Release the clinician's page, or one for her: a PageKind, and copies.
        reviewed: Mark as dealt with; a ReviewOutcome.
        review_undone: Take it up again; a ReopenReason.
        help_taken: Somebody goes to help with the screen.
        reopened: Let a paused visit go on.
        ended: A paused visit will not go on.
        chart_requested: Say which chart the visit belongs to.
        slip_requested: Say which slip it belongs to.
        closed: Back to the board.
        locked: Back to the first screen.
    """

    acknowledged = Signal(object)
    print_requested = Signal(object, int)
    reviewed = Signal(object)
    review_undone = Signal(object)
    help_taken = Signal()
    reopened = Signal()
    ended = Signal()
    chart_requested = Signal()
    slip_requested = Signal()
    closed = Signal()
    locked = Signal()

    def __init__(self, context: StaffContext, visit: Visit, who: str, *, copies: int = 1) -> None:
        """`copies` is how many are printed unless staff say otherwise."""
        super().__init__(context)
        theme = self.theme
        _ = context.words.gettext
        self._visit = visit
        self._copies = copies
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, theme.px(28))
        outer.setSpacing(theme.px(14))
        head = StaffHead(theme)
        head.word(_("Visit"), "", "", who, _("Lock"))
        head.lock.clicked.connect(self.locked)
        outer.addWidget(head)
        edge = theme.px(EDGE)
        self.preview = PagePreview(theme, _("Preview of the page"))
        self._side = QVBoxLayout()
        self._side.setSpacing(theme.gap(14))
        ways = QBoxLayout.Direction
        row = QBoxLayout(ways.BottomToTop if theme.stands else ways.LeftToRight)
        row.setContentsMargins(edge, 0, edge, 0)
        row.setSpacing(theme.px(60))
        row.addWidget(self.preview, 6)
        row.addLayout(self._side, 0 if theme.stands else 5)
        outer.addLayout(row, 1)
        outer.addLayout(self._foot())
        badge = CodeBadge(theme, TypeRole.HEADING)
        badge.show_code(visit.code, context.words)
        self._side.addWidget(badge)
        self._alerts = self._ask(_("Alert: what was done?"), _DONE, "outcome", urgent=True)
        self._alerts.chosen.connect(self._on_done)
        self._review_ask = self._ask(_("What came of it?"), _OUTCOMES, "review")
        self._review_ask.chosen.connect(self._on_outcome)
        self._undo_ask = self._ask(_("Why take it up again?"), _REASONS, "undo")
        self._undo_ask.chosen.connect(self._on_reason)
        self._add_acts()
        self.show_visit(visit)
        self.show_job(None)

    def show_visit(self, visit: Visit) -> None:
        """Show what can still be done."""
        words = self.context.words
        _ = words.gettext
        self._visit = visit
        reviewed = visit.reviewed_at is not None
        self._alerts.setVisible(bool(visit.open_alerts))
        self._help.setVisible(visit.help_wanted and not visit.open_alerts)
        self._review.setEnabled(not visit.open_alerts)
        self._review.setText(_("Take it up again") if reviewed else _("Mark as reviewed"))
        self._review.set_icon("repeat" if reviewed else "check")
        outcome = _(_OUTCOMES[visit.review_outcome]) if visit.review_outcome else _("Reviewed")
        parts = [outcome, visit.reviewed_by or ""]
        if visit.reviewed_at is not None:
            parts.append(words.time(visit.reviewed_at))
        self._said.setText(" · ".join(filter(None, parts)) if reviewed else "")
        self._said.setVisible(reviewed)
        chart = _("Chart %(number)s") % {"number": visit.chart}
        self._chart.setText(chart if visit.chart else _("Chart number"))
        slip = _("Slip %(number)s") % {"number": visit.slip}
        self._slip.setText(slip if visit.slip else _("Visit slip"))
        self._slip.setVisible(self.context.slips is not None)
        self._put_away()

    def show_job(self, job: PrintJob | None) -> None:
        """The page's true state."""
        words = self.context.words
        told = print_state(job, words) if job else words.gettext("Not printed yet")
        self._state.setText(told)
        again = job is not None and job.state in OUT
        self._print.setText(words.gettext("Print again") if again else words.gettext("Print"))
        can_print = job is None or job.state not in SPOOLED
        if self._print.hasFocus() and not can_print:
            # Not to whatever Qt finds next, which locks the screen.
            self._count.setFocus()
        self._print.setEnabled(can_print)

    def show_message(self, message: str) -> None:
        """Say why something could not be done."""
        self._put_away()
        self._state.setText(message)

    def key_escape(self) -> None:
        """Put a question away; without one, back to the board."""
        asked = [panel for panel in (self._review_ask, self._undo_ask) if panel.isVisibleTo(self)]
        if asked:
            self._put_away()
        else:
            self.closed.emit()

    def _add_acts(self) -> None:
        _ = self.context.words.gettext
        self._help = self._act(_("I am going to help"), "help", Kind.PRIMARY, "help")
        self._help.clicked.connect(self.help_taken)
        row = self._row()
        self._print = self._act(_("Print"), "print", Kind.PRIMARY, "print", row)
        self._print.clicked.connect(self._on_print)
        self._count = self._act("", "copies", Kind.SECONDARY, "", row)
        self._count.setFixedWidth(self.theme.px(250))
        self._count.clicked.connect(self._on_count)
        self._show_copies()
        self._state = TextLabel(self.theme, TypeRole.LABEL, colour="ink_soft")
        self._state.setObjectName("print-state")
        self._state.keep_within(self.theme.px(84))
        self._side.addWidget(self._state)
        row = self._row()
        self._hers = [
            self._act(_(text), f"print-{kind}", Kind.SECONDARY, "print", row)
            for kind, text in _HERS.items()
        ]
        for kind, button in zip(_HERS, self._hers, strict=True):
            button.setProperty("kind", kind.value)
            button.clicked.connect(self._on_hers)
        self._said = TextLabel(self.theme, TypeRole.LABEL, colour="teal_deep")
        self._said.setObjectName("review-said")
        self._side.addWidget(self._said)
        self._review = self._act("", "reviewed", Kind.SECONDARY, "check")
        self._review.clicked.connect(self._on_review)
        self._paused = self._row()
        self._reopen = self._act(
            _("Let her go on at the kiosk"), "reopen", Kind.SECONDARY, "play", self._paused
        )
        self._reopen.clicked.connect(self.reopened)
        self._end = self._act(_("Close the visit"), "end", Kind.SECONDARY, "stop", self._paused)
        self._end.clicked.connect(self.ended)
        self._side.addStretch(1)

    def _foot(self) -> QHBoxLayout:
        """Back where every staff screen has it, and the numbers that the visit belongs to."""
        _ = self.context.words.gettext
        row, edge = QHBoxLayout(), self.theme.px(EDGE)
        row.setContentsMargins(edge, 0, edge, 0)
        row.setSpacing(self.theme.gap(14))
        back = self._act(_("Back"), "back", Kind.SECONDARY, "back", row)
        back.clicked.connect(self.closed)
        row.addStretch(1)
        self._chart = self._act(_("Chart number"), "chart", Kind.SECONDARY, "person", row)
        self._chart.clicked.connect(self.chart_requested)
        self._slip = self._act(_("Visit slip"), "attach-slip", Kind.SECONDARY, "slip", row)
        self._slip.clicked.connect(self.slip_requested)
        return row

    def _ask(
        self,
        title: str,
        answers: Mapping[Outcome, str] | Mapping[ReviewOutcome, str] | Mapping[ReopenReason, str],
        name: str,
        *,
        urgent: bool = False,
    ) -> ChoicePanel:
        values = {str(value): text for value, text in answers.items()}
        panel = ChoicePanel(self.theme, self.context.words, title, values, name=name, urgent=urgent)
        panel.dismissed.connect(self._put_away)
        self._side.addWidget(panel)
        return panel

    def _show_ask(self, panel: ChoicePanel) -> None:
        """Ask, in the place of everything that is printed."""
        panel.show()
        put_off = (self._print, self._count, self._state, self._review, self._reopen, self._end)
        for widget in (*put_off, *self._hers):
            widget.hide()
        first = panel.findChild(Button)
        if first is not None:
            first.setFocus()

    def _put_away(self) -> None:
        for panel in (self._review_ask, self._undo_ask):
            panel.hide()
        for widget in (self._print, self._count, self._state, self._review):
            widget.show()
        # While somebody is called, that comes first.
        called = bool(self._visit.open_alerts)
        ways = QBoxLayout.Direction
        self._paused.setDirection(ways.LeftToRight if called else ways.TopToBottom)
        for button in (self._reopen, self._end):
            button.setVisible(self._visit.state is VisitState.PAUSED)
        for button in self._hers:
            button.setVisible(self.context.her_pages is not None and not called)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap(14))
        self._side.addLayout(row)
        return row

    def _act(
        self, text: str, name: str, kind: Kind, icon: str, place: QBoxLayout | None = None
    ) -> Button:
        button = Button(self.theme, kind, icon=icon, height=_ROW, padding=28)
        button.setFixedHeight(self.theme.target(_ROW))
        button.set_role(TypeRole.LABEL_STRONG)
        button.setText(text)
        button.setObjectName(name)
        (place or self._side).addWidget(button)
        return button

    def _show_copies(self) -> None:
        words = self.context.words
        text = words.ngettext("%(count)s copy", "%(count)s copies", self._copies)
        self._count.setText(text % {"count": self._copies})

    def _on_count(self) -> None:
        """One more; after the most, one."""
        self._copies = self._copies % MOST_COPIES + 1
        self._show_copies()

    def _on_print(self) -> None:
        self.print_requested.emit(PageKind.SUMMARY, self._copies)

    def _on_hers(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.print_requested.emit(PageKind(sender.property("kind")), self._copies)

    def _on_review(self) -> None:
        self._show_ask(self._undo_ask if self._visit.reviewed_at else self._review_ask)

    def _on_done(self, value: str) -> None:
        self.acknowledged.emit(Outcome(value))

    def _on_outcome(self, value: str) -> None:
        self.reviewed.emit(ReviewOutcome(value))

    def _on_reason(self, value: str) -> None:
        self.review_undone.emit(ReopenReason(value))
