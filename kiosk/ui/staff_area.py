"""Everything behind the staff corner: PIN, board, a visit's page; locks itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.clinic_mode import ADMIN_ROLE
from kiosk.domain.errors import KioskError
from kiosk.domain.facts import Outcome
from kiosk.domain.visit import Visit
from kiosk.services.ports import PageKind, PrintJob, PrintState, StaffMember
from kiosk.services.wording import describe
from kiosk.ui.idle import IdleWatch
from kiosk.ui.staff.board import ROWS, BoardScreen
from kiosk.ui.staff.chart import ChartScreen
from kiosk.ui.staff.pin import PinScreen
from kiosk.ui.staff.visit_page import VisitPageScreen
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.text_desk import TextDesk
from kiosk.ui.widgets.staff_screen import StaffScreen

LOCK_WHILE_TYPING_SECONDS = 180
"""At least so long: whoever types from paper looks away from the screen for longer."""
_POLL_MS = 2000


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
        self._texts: TextDesk | None = None
        self.setGeometry(parent.rect())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._screen: StaffScreen | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        self._idle.expired.connect(self.lock)
        self._show_pin()

    def lock(self) -> None:
        """Leave, wherever staff were."""
        self._poll.stop()
        self._context.runner.forget()
        if self._context.her_pages is not None:
            self._context.her_pages.forget()
        self._member = None
        self._close_texts()
        self.closed.emit()

    def _show(self, screen: StaffScreen, least: int = 0) -> None:
        if self._screen is not None:
            self._column.removeWidget(self._screen)
            self._screen.hide()
            self._screen.deleteLater()
        self._screen = screen
        self._column.addWidget(screen)
        screen.show()
        self._idle.watch(max(least, self._context.logoff_seconds), 0)

    def _show_pin(self) -> None:
        screen = PinScreen(self._context)
        screen.entered.connect(self._on_pin)
        screen.cancelled.connect(self.lock)
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
        self._member = result
        self._show_board(0)

    def _show_board(self, offset: int) -> None:
        self._visit_id = ""
        self._job = None
        admin = self._member is not None and self._member.role == ADMIN_ROLE
        texts = admin and self._context.wordings is not None
        screen = BoardScreen(self._context, self._who, texts=texts)
        screen.texts_requested.connect(self._show_texts)
        screen.opened.connect(self._open_visit)
        screen.page_requested.connect(self._show_board)
        screen.locked.connect(self.lock)
        self._show(screen)
        self._fill_board(screen, offset)
        self._poll.start()

    def _show_texts(self) -> None:
        wordings = self._context.wordings
        if wordings is None:
            return
        self._poll.stop()
        self._texts = TextDesk(self._context, wordings, self._who, self._show_text_screen, self)
        self._texts.closed.connect(self._on_texts_closed)
        self._texts.locked.connect(self.lock)
        self._texts.start()

    def _show_text_screen(self, screen: StaffScreen) -> None:
        self._show(screen, LOCK_WHILE_TYPING_SECONDS)

    def _on_texts_closed(self) -> None:
        self._close_texts()
        self._show_board(0)

    def _close_texts(self) -> None:
        if self._texts is not None:
            self._texts.forget()
            self._texts.deleteLater()
            self._texts = None

    def _fill_board(self, screen: BoardScreen, offset: int) -> None:
        self._offset = offset
        try:
            rows = self._context.desk.rows(limit=ROWS + 1, offset=offset)
            failing = self._context.failing()
        except KioskError as error:
            screen.show_rows([], offset, self._say(error))
            return
        screen.show_rows(rows, offset, self._printer_line)
        screen.show_failing(failing, self._context.content_fault())

    @property
    def _printer_line(self) -> str:
        _ = self._context.words.gettext
        ready = self._context.printing.available()
        return _("printer ready") if ready else _("no printer: pages are kept")

    def _say(self, error: KioskError) -> str:
        """An error as a sentence of its own."""
        sentence = describe(error, self._context.words)
        return f"{sentence[:1].upper()}{sentence[1:]}."

    @property
    def _who(self) -> str:
        return self._member.name if self._member else ""

    def _open_visit(self, visit_id: str) -> None:
        try:
            visit = self._context.desk.visit(visit_id)
            self._context.desk.opened(visit_id, self._who)
        except KioskError:
            self._show_board(self._offset)
            return
        self._visit_id = visit_id
        screen = VisitPageScreen(self._context, visit, self._who)
        screen.acknowledged.connect(self._on_acknowledged)
        screen.print_requested.connect(self._on_print)
        screen.reviewed.connect(self._on_reviewed)
        screen.reopened.connect(self._on_reopened)
        screen.chart_requested.connect(self._show_chart)
        screen.closed.connect(self._on_visit_closed)
        screen.locked.connect(self.lock)
        self._show(screen)
        self._job = self._context.printing.latest(visit_id, PageKind.SUMMARY)
        screen.show_job(self._job)
        self._render()

    def _show_chart(self) -> None:
        try:
            visit = self._context.desk.visit(self._visit_id)
        except KioskError:
            self._show_board(self._offset)
            return
        screen = ChartScreen(self._context, visit)
        screen.entered.connect(self._on_chart)
        screen.cancelled.connect(self._back_to_visit)
        self._show(screen)

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

    def _on_reviewed(self) -> None:
        self._change(lambda: self._context.desk.review(self._visit_id, self._who))

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

    def _on_print(self, kind: PageKind) -> None:
        printing, visit_id, who = self._context.printing, self._visit_id, self._who
        hers = self._context.her_pages
        if hers is not None and kind is not PageKind.SUMMARY:
            try:
                hers.draw(kind, visit_id, self._context.desk.visit(visit_id))
            except KioskError as error:
                self._on_printed(error)
                return

        def release() -> PrintJob:
            latest = printing.latest(visit_id, kind)
            again = latest is not None and latest.state is PrintState.DONE
            job = latest or printing.hold(visit_id, kind, who)
            return printing.release(job, who, reprint=again)

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
        """Follow the print job, or keep the board fresh."""
        if isinstance(self._screen, BoardScreen):
            self._fill_board(self._screen, self._offset)
        elif self._job is not None and self._job.state not in (PrintState.DONE, PrintState.HELD):
            job = self._job
            self._context.runner.run(lambda: self._context.printing.poll(job), self._on_printed)

    def _on_reopened(self) -> None:
        visit_id, who = self._visit_id, self._who
        self.lock()
        self.reopened.emit(visit_id, who)

    def _on_visit_closed(self) -> None:
        self._show_board(0)
