"""Behind a visit's page: what staff do with one visit, and the pages printed from it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.errors import KioskError
from kiosk.domain.facts import Outcome, ReopenReason, ReviewOutcome
from kiosk.domain.visit import Visit
from kiosk.services.ports import PageKind, PrintJob
from kiosk.services.printing import OUT, SPOOLED
from kiosk.services.wording import sentence_of
from kiosk.ui.staff.chart import ChartScreen
from kiosk.ui.staff.visit_page import VisitPageScreen
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.widgets.staff_screen import StaffScreen

_POLL_MS = 2000


class VisitDesk(QObject):
    """Shows a visit, does what staff ask for, and follows its print job.

    Signals:
        closed: Back to the board.
        locked: Back to the kiosk's first screen.
        reopened: A paused visit's id: she goes on where she was.
    """

    closed = Signal()
    locked = Signal()
    reopened = Signal(str)

    def __init__(
        self, context: StaffContext, who: str, show: Callable[[StaffScreen], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._who = who
        self._show_screen = show
        self._screen: VisitPageScreen | None = None
        self._typing: ChartScreen | None = None
        self._visit_id = ""
        self._job: PrintJob | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._on_tick)

    def open(self, visit_id: str) -> None:
        """Show a visit; whoever opened it stands in the audit."""
        try:
            visit = self._context.desk.visit(visit_id)
            self._context.desk.opened(visit_id, self._who)
        except KioskError:
            self._close()
            return
        self._visit_id = visit_id
        self._typing = None
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
        screen.closed.connect(self._close)
        screen.locked.connect(self.locked)
        self._screen = screen
        self._show_screen(screen)
        self._job = self._context.printing.latest(visit_id, PageKind.SUMMARY)
        screen.show_job(self._job)
        self._render()
        self._timer.start()

    def stop(self) -> None:
        """Another screen is shown, or none."""
        self._timer.stop()
        self._screen = None
        self._typing = None
        self._visit_id = ""
        self._job = None

    def _close(self) -> None:
        self.stop()
        self.closed.emit()

    def _show_chart(self) -> None:
        self._ask("", lambda visit: visit.chart, self._on_chart)

    def _show_slip(self) -> None:
        title = self._context.words.gettext("Visit slip")
        self._ask(title, lambda visit: visit.slip, self._on_slip)

    def _ask(
        self, title: str, value: Callable[[Visit], str], entered: Callable[[str], None]
    ) -> None:
        """A number to be scanned or typed, in place of the page."""
        try:
            visit = self._context.desk.visit(self._visit_id)
        except KioskError:
            self._close()
            return
        screen = ChartScreen(self._context, visit, title=title, value=value(visit))
        screen.entered.connect(entered)
        screen.cancelled.connect(self._back)
        self._screen = None
        self._typing = screen
        self._show_screen(screen)

    def _on_chart(self, number: str) -> None:
        self._attach(lambda: self._context.desk.attach_chart(self._visit_id, number, self._who))

    def _on_slip(self, code: str) -> None:
        slips = self._context.slips
        if slips is not None:
            self._attach(lambda: slips.attach(self._visit_id, code, self._who))

    def _attach(self, work: Callable[[], object]) -> None:
        try:
            work()
        except KioskError as error:
            if self._typing is not None:
                self._typing.show_message(self._say(error))
            return
        self._back()

    def _back(self) -> None:
        self.open(self._visit_id)

    def _render(self) -> None:
        visit_id = self._visit_id
        self._context.runner.run(lambda: self._context.page(visit_id), self._on_page)

    def _on_page(self, result: bytes | KioskError) -> None:
        if self._screen is not None:
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
            if self._screen is not None:
                self._screen.show_message(self._say(error))
            return
        self._close()

    def _on_reopened(self) -> None:
        self.reopened.emit(self._visit_id)

    def _change(self, work: Callable[[], Visit]) -> None:
        """Do something to the visit, then show it and its page as they are now."""
        if self._screen is None:
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
        if self._screen is None:
            return
        if isinstance(result, KioskError):
            self._job = self._context.printing.latest(self._visit_id, PageKind.SUMMARY)
            self._screen.show_job(self._job)
            self._screen.show_message(self._say(result))
            return
        self._job = result
        self._screen.show_job(result)

    def _on_tick(self) -> None:
        """Follow the print job of the visit that is shown."""
        job = self._job
        if self._screen is not None and job and job.state in SPOOLED:
            self._context.runner.run(lambda: self._context.printing.poll(job), self._on_printed)

    def _say(self, error: KioskError) -> str:
        return sentence_of(error, self._context.words)
