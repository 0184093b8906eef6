"""Everything behind the staff corner: PIN, board, a visit's page; locks itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.clinic_mode import ADMIN_ROLE
from kiosk.domain.errors import KioskError
from kiosk.domain.slip import spaced
from kiosk.services.ports import StaffMember
from kiosk.services.slips import MadeSlip
from kiosk.services.wording import sentence_of
from kiosk.ui.admin_desk import AdminDesk
from kiosk.ui.board_desk import BoardDesk
from kiosk.ui.idle import IdleWatch
from kiosk.ui.overlays.cleaning import CleaningCover
from kiosk.ui.staff.own_pin import OwnPinScreen
from kiosk.ui.staff.pin import PinScreen
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.visit_desk import VisitDesk
from kiosk.ui.widgets.staff_head import StaffHead
from kiosk.ui.widgets.staff_screen import StaffScreen

LOCK_WHILE_TYPING_SECONDS = 180
"""At least so long: whoever types from paper looks away from the screen for longer."""
_SECOND_MS = 1000


class StaffArea(QWidget):
    """Covers the kiosk's window while staff work.

    Attributes:
        covers: Assistive technology sees nothing of what lies below.

    Signals:
        closed: Back to the first screen.
        reopened: A paused visit's id and who reopened it.
    """

    closed = Signal()
    reopened = Signal(str, str)
    covers = True

    def __init__(self, context: StaffContext, idle: IdleWatch, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._idle = idle
        self._member: StaffMember | None = None
        self._board: BoardDesk | None = None
        self._visit: VisitDesk | None = None
        self._admin: AdminDesk | None = None
        self._cleaning: CleaningCover | None = None
        self.setGeometry(parent.rect())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._screen: StaffScreen | None = None
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._show_left)
        self._idle.expired.connect(self.lock)
        self._show_pin()

    def lock(self) -> None:
        """Leave, wherever staff were."""
        self._second.stop()
        self._context.runner.forget()
        if self._context.her_pages is not None:
            self._context.her_pages.forget()
        self._member = None
        if self._cleaning is not None:
            self._cleaning.end()
        if self._board is not None:
            self._board.stop()
        if self._visit is not None:
            self._visit.stop()
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
        self._visit = VisitDesk(self._context, member.name, self._show, self)
        self._visit.closed.connect(self._show_board)
        self._visit.locked.connect(self.lock)
        self._visit.reopened.connect(self._on_reopened)
        self._second.start()
        self._show_board()

    @property
    def _tools(self) -> list[str]:
        """What whoever is signed in may reach from the board."""
        tools = ["clean"] if self._context.slips is None else ["clean", "slip"]
        if self._member is not None and self._member.role == ADMIN_ROLE:
            tools.append("manage")
        return tools

    def _show_board(self) -> None:
        if self._board is not None:
            self._board.start()

    def _on_tool(self, name: str) -> None:
        if name == "clean":
            self._clean()
        elif name == "slip":
            self._make_slip()
        elif name == "manage":
            self._manage()

    def _manage(self) -> None:
        if self._board is not None:
            self._board.stop()
        self._admin = AdminDesk(self._context, self._who, self._show_typing, self)
        self._admin.closed.connect(self._on_desk_closed)
        self._admin.locked.connect(self.lock)
        self._admin.start()

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
        if self._admin is not None:
            self._admin.forget()
            self._admin.deleteLater()
            self._admin = None

    def _say(self, error: KioskError) -> str:
        return sentence_of(error, self._context.words)

    @property
    def _who(self) -> str:
        return self._member.name if self._member else ""

    def _open_visit(self, visit_id: str) -> None:
        if self._board is not None:
            self._board.stop()
        if self._visit is not None:
            self._visit.open(visit_id)

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

    def _on_reopened(self, visit_id: str) -> None:
        who = self._who
        self.lock()
        self.reopened.emit(visit_id, who)
