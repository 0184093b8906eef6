"""Everything behind the staff corner: PIN, board, a visit's page; locks itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.clinic_mode import ADMIN_ROLE
from kiosk.domain.errors import KioskError
from kiosk.domain.facts import Outcome, ReopenReason, ReviewOutcome
from kiosk.domain.slip import spaced
from kiosk.domain.visit import Visit
from kiosk.services.ports import PageKind, PrintJob, StaffMember
from kiosk.services.printing import OUT, SPOOLED
from kiosk.services.slips import MadeSlip
from kiosk.services.wording import sentence_of
from kiosk.ui.board_desk import BoardDesk
from kiosk.ui.idle import IdleWatch
from kiosk.ui.overlays.cleaning import CleaningCover
from kiosk.ui.people_desk import PeopleDesk
from kiosk.ui.staff.chart import ChartScreen
from kiosk.ui.staff.own_pin import OwnPinScreen
from kiosk.ui.staff.pin import PinScreen
from kiosk.ui.staff.visit_page import VisitPageScreen
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.text_desk import TextDesk
from kiosk.ui.widgets.staff_head import StaffHead
from kiosk.ui.widgets.staff_screen import StaffScreen

LOCK_WHILE_TYPING_SECONDS = 180
"""At least so long: whoever types from paper looks away from the screen for longer."""
_POLL_MS = 2000
_SECOND_MS = 1000


class StaffArea(QWidget):
    """Covers the kiosk's window while staff work.

    Signals:
        closed: Back to the first screen.
        reopened: A paused visit's id and who reopened it.
    """

    closed = Signal()
    reopened = Signal(str, str)

    def __init__(self, context: StaffContext, idle: IdleWatch, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._idle = idle
        self._member: StaffMember | None = None
        self._visit_id = ""
        self._job: PrintJob | None = None
        self._board: BoardDesk | None = None
        self._desk: TextDesk | PeopleDesk | None = None
        self._cleaning: CleaningCover | None = None
        self.setGeometry(parent.rect())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._screen: StaffScreen | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._show_left)
        self._idle.expired.connect(self.lock)
        self._show_pin()

    def lock(self) -> None:
        """Leave, wherever staff were."""
        self._poll.stop()
        self._second.stop()
        self._context.runner.forget()
        if self._context.her_pages is not None:
            self._context.her_pages.forget()
        self._member = None
        if self._cleaning is not None:
            self._cleaning.end()
        if self._board is not None:
            self._board.stop()
        self._close_desk()
        self.closed.emit()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab stays on the staff screen, line by line: what lies below is out of reach."""
        targets = self._targets()
        if targets:
            here = next((i for i, target in enumerate(targets) if target.hasFocus()), None)
            step = 1 if forwards else -1
            there = (here + step) if here is not None else (0 if forwards else -1)
            reasons = Qt.FocusReason
            reason = reasons.TabFocusReason if forwards else reasons.BacktabFocusReason
            targets[there % len(targets)].setFocus(reason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is the screen's from the first moment."""
        super().showEvent(event)
        if self._screen is not None:
            self._screen.begin()

    def _targets(self) -> list[QWidget]:
        """What the keyboard reaches, in the order of reading."""
        screen = self._screen
        if screen is None:
            return []
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft

        def place(widget: QWidget) -> tuple[int, int]:
            middle = widget.mapTo(screen, widget.rect().center())
            return middle.y(), -middle.x() if mirrored else middle.x()

        found = [w for w in screen.findChildren(QWidget) if w.isVisibleTo(screen) and w.isEnabled()]
        return sorted((w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus), key=place)

    def _show(self, screen: StaffScreen, lock_after: int = 0) -> None:
        if self._screen is not None:
            self._column.removeWidget(self._screen)
            self._screen.hide()
            self._screen.deleteLater()
        self._screen = screen
        self._column.addWidget(screen)
        screen.show()
        screen.begin()
        self._idle.watch(max(lock_after, self._context.logoff_seconds), 0)
        self._show_left()

    def _show_left(self) -> None:
        """Say when the screen locks by itself."""
        head = self._screen.findChild(StaffHead) if self._screen is not None else None
        left = self._idle.seconds_left
        if head is not None and left is not None:
            time = f"{left // 60}:{left % 60:02d}"
            head.show_left(self._context.words.gettext("locks in %(time)s") % {"time": time})

    def _show_pin(self) -> None:
        screen = PinScreen(self._context)
        screen.entered.connect(self._on_pin)
        screen.cancelled.connect(self.lock)
        screen.clean_wanted.connect(self._clean)
        self._show(screen)

    def _on_pin(self, pin: str) -> None:
        """Check it off the GUI thread: the hash is slow on purpose."""
        if isinstance(self._screen, PinScreen):
            self._screen.set_busy(True)
        self._context.runner.run(lambda: self._context.staff.check_pin(pin), self._on_checked)

    def _on_checked(self, result: StaffMember | KioskError) -> None:
        if isinstance(result, KioskError):
            if isinstance(self._screen, PinScreen):
                self._screen.set_busy(False)
                self._screen.show_message(self._say(result))
            return
        if result.pin_changed:
            self._let_in(result)
        else:
            self._ask_own_pin(result)

    def _ask_own_pin(self, member: StaffMember) -> None:
        """Whoever comes in with a PIN that was given to them goes no further with it."""
        staff, runner = self._context.staff, self._context.runner
        screen = OwnPinScreen(self._context, member.name)
        screen.cancelled.connect(self.lock)

        def choose(pin: str) -> None:
            runner.run(lambda: staff.choose_pin(member.name, pin), self._on_pin_chosen)

        screen.chosen.connect(choose)
        self._show(screen)

    def _on_pin_chosen(self, result: StaffMember | KioskError) -> None:
        if isinstance(result, KioskError):
            if isinstance(self._screen, OwnPinScreen):
                self._screen.show_message(self._say(result))
            return
        self._let_in(result)

    def _let_in(self, member: StaffMember) -> None:
        self._member = member
        self._board = BoardDesk(self._context, member.name, self._tools, self._show, self)
        self._board.opened.connect(self._open_visit)
        self._board.tool_wanted.connect(self._on_tool)
        self._board.locked.connect(self.lock)
        self._second.start()
        self._show_board()

    @property
    def _tools(self) -> list[str]:
        """What whoever is signed in may reach from the board."""
        admin = self._member is not None and self._member.role == ADMIN_ROLE
        tools = ["clean"] if self._context.slips is None else ["clean", "slip"]
        if admin:
            tools.append("people")
        if admin and self._context.wordings is not None:
            tools.append("texts")
        return tools

    def _show_board(self) -> None:
        self._poll.stop()
        self._visit_id = ""
        self._job = None
        if self._board is not None:
            self._board.start()

    def _on_tool(self, name: str) -> None:
        wordings = self._context.wordings
        if name == "clean":
            self._clean()
        elif name == "slip":
            self._make_slip()
        elif name == "people":
            self._desk = PeopleDesk(self._context, self._who, self._show_typing, self)
        elif name == "texts" and wordings is not None:
            self._desk = TextDesk(self._context, wordings, self._who, self._show_typing, self)
        if self._desk is not None:
            if self._board is not None:
                self._board.stop()
            self._desk.closed.connect(self._on_desk_closed)
            self._desk.locked.connect(self.lock)
            self._desk.start()

    def _clean(self) -> None:
        """Lock the glass over whatever is shown; nothing of it changes."""
        if self._cleaning is None:
            cover = CleaningCover(
                self._context.theme, self._context.words, self._idle, self, self._idle.clock
            )
            cover.finished.connect(self._on_cleaned)
            self._cleaning = cover
            cover.show()
            cover.raise_()

    def _on_cleaned(self) -> None:
        if self._cleaning is not None:
            self._cleaning.hide()
            self._cleaning.deleteLater()
            self._cleaning = None

    def _show_typing(self, screen: StaffScreen) -> None:
        self._show(screen, max(LOCK_WHILE_TYPING_SECONDS, self._context.logoff_seconds))

    def _on_desk_closed(self) -> None:
        self._close_desk()
        self._show_board()

    def _close_desk(self) -> None:
        if isinstance(self._desk, TextDesk):
            self._desk.forget()
        if self._desk is not None:
            self._desk.deleteLater()
            self._desk = None

    def _say(self, error: KioskError) -> str:
        return sentence_of(error, self._context.words)

    @property
    def _who(self) -> str:
        return self._member.name if self._member else ""

    def _open_visit(self, visit_id: str) -> None:
        try:
            visit = self._context.desk.visit(visit_id)
            self._context.desk.opened(visit_id, self._who)
        except KioskError:
            self._show_board()
            return
        if self._board is not None:
            self._board.stop()
        self._visit_id = visit_id
        screen = VisitPageScreen(self._context, visit, self._who, copies=self._context.copies)
        screen.acknowledged.connect(self._on_acknowledged)
        screen.print_requested.connect(self._on_print)
        screen.reviewed.connect(self._on_reviewed)
        screen.review_undone.connect(self._on_review_undone)
        screen.help_taken.connect(self._on_help_taken)
        screen.reopened.connect(self._on_reopened)
        screen.ended.connect(self._on_ended)
        screen.chart_requested.connect(self._show_chart)
        screen.slip_requested.connect(self._show_slip)
        screen.closed.connect(self._show_board)
        screen.locked.connect(self.lock)
        self._show(screen)
        self._job = self._context.printing.latest(visit_id, PageKind.SUMMARY)
        screen.show_job(self._job)
        self._render()
        self._poll.start()

    def _show_chart(self) -> None:
        try:
            visit = self._context.desk.visit(self._visit_id)
        except KioskError:
            self._show_board()
            return
        screen = ChartScreen(self._context, visit, value=visit.chart)
        screen.entered.connect(self._on_chart)
        screen.cancelled.connect(self._back_to_visit)
        self._show(screen)

    def _show_slip(self) -> None:
        try:
            visit = self._context.desk.visit(self._visit_id)
        except KioskError:
            self._show_board()
            return
        title = self._context.words.gettext("Visit slip")
        screen = ChartScreen(self._context, visit, title=title, value=visit.slip)
        screen.entered.connect(self._on_slip)
        screen.cancelled.connect(self._back_to_visit)
        self._show(screen)

    def _on_slip(self, code: str) -> None:
        slips = self._context.slips
        try:
            if slips is not None:
                slips.attach(self._visit_id, code, self._who)
        except KioskError as error:
            if isinstance(self._screen, ChartScreen):
                self._screen.show_message(self._say(error))
            return
        self._back_to_visit()

    def _make_slip(self) -> None:
        slips, who = self._context.slips, self._who
        if slips is not None:
            self._context.runner.run(lambda: slips.make(who), self._on_slip_made)

    def _on_slip_made(self, result: MadeSlip | KioskError) -> None:
        if self._board is None:
            return
        if isinstance(result, KioskError):
            self._board.say(self._say(result))
            return
        _ = self._context.words.gettext
        said = _("Slip %(number)s") % {"number": spaced(result.code)}
        if result.error is not None:
            said = f"{said}. {self._say(result.error)}"
        self._board.tell(said)

    def _on_chart(self, number: str) -> None:
        try:
            self._context.desk.attach_chart(self._visit_id, number, self._who)
        except KioskError as error:
            if isinstance(self._screen, ChartScreen):
                self._screen.show_message(self._say(error))
            return
        self._back_to_visit()

    def _back_to_visit(self) -> None:
        self._open_visit(self._visit_id)

    def _render(self) -> None:
        visit_id = self._visit_id
        self._context.runner.run(lambda: self._context.page(visit_id), self._on_page)

    def _on_page(self, result: bytes | KioskError) -> None:
        if isinstance(self._screen, VisitPageScreen):
            if isinstance(result, KioskError):
                self._screen.show_message(self._say(result))
            else:
                self._screen.preview.show_pdf(result)

    def _on_acknowledged(self, outcome: Outcome) -> None:
        self._change(lambda: self._context.desk.acknowledge(self._visit_id, outcome, self._who))

    def _on_reviewed(self, outcome: ReviewOutcome) -> None:
        self._change(lambda: self._context.desk.review(self._visit_id, outcome, self._who))

    def _on_review_undone(self, reason: ReopenReason) -> None:
        self._change(lambda: self._context.desk.undo_review(self._visit_id, reason, self._who))

    def _on_help_taken(self) -> None:
        self._change(lambda: self._context.desk.take_help(self._visit_id, self._who))

    def _on_ended(self) -> None:
        """A visit without an answer is gone once it is closed."""
        try:
            self._context.desk.close_paused(self._visit_id, self._who)
        except KioskError as error:
            if isinstance(self._screen, VisitPageScreen):
                self._screen.show_message(self._say(error))
            return
        self._show_board()

    def _change(self, work: Callable[[], Visit]) -> None:
        """Do something to the visit, then show it and its page as they are now."""
        if not isinstance(self._screen, VisitPageScreen):
            return
        try:
            visit = work()
        except KioskError as error:
            self._screen.show_message(self._say(error))
            return
        self._screen.show_visit(visit)
        self._render()

    def _on_print(self, kind: PageKind, copies: int) -> None:
        printing, visit_id, who = self._context.printing, self._visit_id, self._who
        hers = self._context.her_pages
        if hers is not None and kind is not PageKind.SUMMARY:
            try:
                again = printing.is_reprint(visit_id, kind)
                at = self._context.clock() if again else None
                hers.draw(kind, visit_id, self._context.desk.visit(visit_id), at)
            except KioskError as error:
                self._on_printed(error)
                return

        def release() -> PrintJob:
            latest = printing.latest(visit_id, kind)
            again = latest is not None and latest.state in OUT
            job = latest or printing.hold(visit_id, kind, who)
            return printing.release(job, who, copies=copies, reprint=again)

        self._context.runner.run(release, self._on_printed)

    def _on_printed(self, result: PrintJob | KioskError) -> None:
        if not isinstance(self._screen, VisitPageScreen):
            return
        if isinstance(result, KioskError):
            self._job = self._context.printing.latest(self._visit_id, PageKind.SUMMARY)
            self._screen.show_job(self._job)
            self._screen.show_message(self._say(result))
            return
        self._job = result
        self._screen.show_job(result)

    def _on_poll(self) -> None:
        """Follow the print job of the visit that is shown."""
        job = self._job
        if isinstance(self._screen, VisitPageScreen) and job and job.state in SPOOLED:
            self._context.runner.run(lambda: self._context.printing.poll(job), self._on_printed)

    def _on_reopened(self) -> None:
        visit_id, who = self._visit_id, self._who
        self.lock()
        self.reopened.emit(visit_id, who)
