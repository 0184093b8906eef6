"""Behind the board: its pages and filter, what is fresh, and what one touch does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.errors import KioskError
from kiosk.services.health import HealthItem
from kiosk.services.ports import BoardPlace, BoardRow, PageKind, PrintJob
from kiosk.services.printing import SPOOLED
from kiosk.services.wording import sentence_of
from kiosk.ui.staff.board import ROWS, BoardScreen
from kiosk.ui.staff.health import HealthScreen
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.widgets.staff_screen import StaffScreen

_POLL_MS = 2000
_HEALTH_EVERY = 5
"""Looks at the board for one at the kiosk's health."""


class BoardDesk(QObject):
    """Keeps the board fresh while it is shown.

    Signals:
        opened: A visit's id.
        tool_wanted: As the screen tells.
        locked: Back to the kiosk's first screen.
    """

    opened = Signal(str)
    tool_wanted = Signal(str)
    locked = Signal()

    def __init__(
        self,
        context: StaffContext,
        who: str,
        tools: Sequence[str],
        show: Callable[[StaffScreen], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._who = who
        self._tools = tools
        self._show_screen = show
        self._screen: BoardScreen | None = None
        # The place behind which each page begins, the page shown last: None is the first page.
        self._begins: list[BoardPlace | None] = [None]
        self._rows: list[BoardRow] = []
        self._health: tuple[HealthItem, ...] = ()
        self._looks = 0
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Show the first page of everything: nothing urgent hides behind a filter."""
        self._begins = [None]
        screen = BoardScreen(self._context, self._who, tools=self._tools)
        screen.opened.connect(self.opened)
        screen.print_wanted.connect(self._on_print)
        screen.help_taken.connect(self._on_help)
        screen.turned.connect(self._on_turned)
        screen.filtered.connect(self._on_filtered)
        screen.tool_wanted.connect(self.tool_wanted)
        screen.health_wanted.connect(self._on_health_wanted)
        screen.locked.connect(self.locked)
        self._screen = screen
        self._show_screen(screen)
        self._fill()
        self._say_failing()
        self._looks = 0
        self._look_at_health()
        self._timer.start()

    def stop(self) -> None:
        """Another screen is shown, or none."""
        self._timer.stop()
        self._screen = None
        self._asking = False

    def say(self, message: str) -> None:
        """Say something on the board, where it is shown."""
        if self._screen is not None:
            self._screen.show_message(message)

    def tell(self, news: str) -> None:
        """Say what came of an act, until something is wrong or another screen is shown."""
        if self._screen is not None:
            self._screen.show_news(news)

    def _fill(self) -> None:
        screen, desk = self._screen, self._context.desk
        if screen is None:
            return
        first = len(self._begins) == 1
        try:
            self._rows = desk.rows(limit=ROWS + 1, after=self._begins[-1], code=screen.filter.code)
            jobs = self._jobs()
            alerts = desk.alerts_waiting()
        except KioskError as error:
            said = sentence_of(error, self._context.words)
            screen.show_page([], {}, first=first, alerts=0, message=said)
            return
        screen.show_page(self._rows, jobs, first=first, alerts=alerts)

    def _jobs(self) -> dict[str, PrintJob]:
        """What becomes of the pages of the visits shown."""
        shown = [row.visit_id for row in self._rows[:ROWS] if not row.reviewed]
        latest = {each: self._context.printing.latest(each, PageKind.SUMMARY) for each in shown}
        return {visit_id: job for visit_id, job in latest.items() if job is not None}

    def _say_failing(self) -> None:
        if self._screen is not None:
            try:
                failing = self._context.failing()
            except KioskError:
                failing = ()
            self._screen.show_failing(failing, self._context.content_fault())

    def _look_at_health(self) -> None:
        if self._screen is not None:
            self._screen.show_health(self._health)
        self._context.runner.run(self._context.health, self._on_health)

    def _on_health(self, result: tuple[HealthItem, ...] | KioskError) -> None:
        if isinstance(result, tuple):
            self._health = result
            if self._screen is not None:
                self._screen.show_health(result)

    def _on_health_wanted(self) -> None:
        self.stop()
        screen = HealthScreen(self._context, self._who, self._health)
        screen.closed.connect(self.start)
        screen.locked.connect(self.locked)
        self._show_screen(screen)

    def _on_tick(self) -> None:
        self._fill()
        self._follow_pages()
        self._looks += 1
        if self._looks % _HEALTH_EVERY == 0:
            self._look_at_health()
            self._say_failing()

    def _follow_pages(self) -> None:
        """Ask the print system about pages on their way, one question at a time."""
        on_their_way = any(job.state in SPOOLED for job in self._jobs().values())
        if on_their_way and not self._asking:
            self._asking = True
            self._context.runner.run(self._context.printing.poll_all, self._on_followed)

    def _on_followed(self, result: object) -> None:
        del result
        self._asking = False
        self._fill()

    def _on_turned(self, by: int) -> None:
        if by < 0:
            self._begins = self._begins[:-1] or [None]
        elif len(self._rows) > ROWS:
            self._begins.append(self._rows[ROWS - 1].place)
        self._fill()

    def _on_filtered(self, code: str) -> None:
        del code
        self._begins = [None]
        self._fill()

    def _on_print(self, visit_id: str) -> None:
        printing, who, copies = self._context.printing, self._who, self._context.copies

        def release() -> PrintJob:
            job = printing.latest(visit_id, PageKind.SUMMARY)
            job = job or printing.hold(visit_id, PageKind.SUMMARY, who)
            return printing.release(job, who, copies=copies)

        self._context.runner.run(release, self._on_printed)

    def _on_printed(self, result: PrintJob | KioskError) -> None:
        self.say(sentence_of(result, self._context.words) if isinstance(result, KioskError) else "")
        self._fill()

    def _on_help(self, visit_id: str) -> None:
        try:
            self._context.desk.take_help(visit_id, self._who)
        except KioskError as error:
            self.say(sentence_of(error, self._context.words))
        self._fill()
