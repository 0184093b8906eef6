"""One visit behind the PIN: its page, and what staff do with it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.facts import Outcome
from kiosk.domain.visit import Visit, VisitState
from kiosk.i18n import N_, Words
from kiosk.services.ports import PageKind, PrintJob, PrintState
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.badge import CodeBadge
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.staff_head import StaffHead
from kiosk.ui.widgets.staff_screen import StaffScreen
from kiosk.ui.widgets.text import TextLabel

_OUTCOMES = {
    Outcome.SEEN: N_("Seen in person"),
    Outcome.REFERRED: N_("Referred"),
    Outcome.EMERGENCY: N_("Emergency care called"),
    Outcome.DECLINED: N_("She did not want help now"),
}
_ROW = 84
_HERS = {
    PageKind.TAKE_HOME: N_("Page for her"),
    PageKind.PRESSURE_LOG: N_("Pressure log"),
}
_STATES = {
    PrintState.HELD: N_("Kept in the encrypted queue, not printed"),
    PrintState.WAITING: N_("Waiting for the printer"),
    PrintState.PRINTING: N_("Printing now"),
    PrintState.DONE: N_("Printed"),
    PrintState.OFFLINE: N_("The printer is offline. The page waits."),
    PrintState.NO_PAPER: N_("The printer is out of paper. The page waits."),
    PrintState.STOPPED: N_("The printer is stopped. The page waits."),
    PrintState.CANCELLED: N_("Cancelled at the printer, not printed"),
    PrintState.FAILED: N_("The print system refused it, not printed"),
}


class _Preview(QWidget):
    """The page as it will be printed, rendered from memory."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__()
        self._theme = context.theme
        self._image: QImage | None = None
        self.setAccessibleName(context.words.gettext("Preview of the page"))

    def show_pdf(self, pdf: bytes) -> None:
        buffer = QBuffer()
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(self)
        document.load(buffer)
        points = document.pagePointSize(0)
        height = max(600, self.height() * 2)
        size = QSize(round(points.width() / points.height() * height), height)
        self._image = document.render(0, size)
        document.close()
        document.deleteLater()
        buffer.close()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place, self._image)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(place)
        painter.end()


class VisitPageScreen(StaffScreen):
    """Preview on one side, acts on the other.

    Signals:
        acknowledged: What was done about the open alerts, an Outcome.
        print_requested: Release the clinician's page, or one for her; a PageKind.
        reviewed: Mark as dealt with.
        reopened: Let a paused visit go on.
        chart_requested: Say which chart the visit belongs to.
        closed: Back to the board.
        locked: Back to the first screen.
    """

    acknowledged = Signal(object)
    print_requested = Signal(object)
    reviewed = Signal()
    reopened = Signal()
    chart_requested = Signal()
    closed = Signal()
    locked = Signal()

    def __init__(self, context: StaffContext, visit: Visit, who: str) -> None:
        super().__init__(context)
        theme = self.theme
        _ = context.words.gettext
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, theme.px(36))
        outer.setSpacing(theme.px(24))
        head = StaffHead(theme)
        head.word(_("Visit"), "", "", who, _("Lock"))
        head.lock.clicked.connect(self.locked)
        outer.addWidget(head)
        row = QHBoxLayout()
        edge = theme.px(EDGE)
        row.setContentsMargins(edge, 0, edge, 0)
        row.setSpacing(theme.px(60))
        self.preview = _Preview(context)
        row.addWidget(self.preview, 6)
        self._side = QVBoxLayout()
        self._side.setSpacing(theme.px(16))
        row.addLayout(self._side, 5)
        outer.addLayout(row, 1)
        badge = CodeBadge(theme, TypeRole.TITLE)
        badge.show_code(visit.code, context.words)
        self._side.addWidget(badge)
        self._alerts = self._alert_panel()
        self._side.addWidget(self._alerts)
        self._print = self._act(_("Print"), "print", Kind.PRIMARY, "print")
        self._print.clicked.connect(self._on_print)
        self._state = TextLabel(theme, TypeRole.LABEL, colour="ink_soft")
        self._state.setObjectName("print-state")
        self._side.addWidget(self._state)
        self._offer_hers()
        self._review = self._act(_("Mark as reviewed"), "reviewed", Kind.SECONDARY, "check")
        self._review.clicked.connect(self.reviewed)
        self._reopen = self._act(_("Let her go on at the kiosk"), "reopen", Kind.SECONDARY, "play")
        self._reopen.clicked.connect(self.reopened)
        self._side.addStretch(1)
        last = QHBoxLayout()
        last.setSpacing(theme.px(16))
        self._chart = self._act(_("Chart number"), "chart", Kind.SECONDARY, "person", last)
        self._chart.clicked.connect(self.chart_requested)
        back = self._act(_("Back to the list"), "back", Kind.SECONDARY, "back", last)
        back.clicked.connect(self.closed)
        self._side.addLayout(last)
        self.show_visit(visit)
        self.show_job(None)

    def show_visit(self, visit: Visit) -> None:
        """Show what can still be done."""
        _ = self.context.words.gettext
        self._alerts.setVisible(bool(visit.open_alerts))
        for button in self._hers:
            # While somebody is called, that comes first.
            button.setVisible(self.context.her_pages is not None and not visit.open_alerts)
        self._review.setEnabled(visit.reviewed_at is None and not visit.open_alerts)
        self._review.setText(_("Reviewed") if visit.reviewed_at else _("Mark as reviewed"))
        self._reopen.setVisible(visit.state is VisitState.PAUSED)
        chart = _("Chart %(number)s") % {"number": visit.chart}
        self._chart.setText(chart if visit.chart else _("Chart number"))

    def show_job(self, job: PrintJob | None) -> None:
        """The page's true state."""
        words = self.context.words
        self._state.setText(print_state(job, words) if job else words.gettext("Not printed yet"))
        again = job is not None and job.state is PrintState.DONE
        self._print.setText(words.gettext("Print again") if again else words.gettext("Print"))
        under_way = job is not None and job.state in (PrintState.WAITING, PrintState.PRINTING)
        self._print.setEnabled(not under_way)

    def show_message(self, message: str) -> None:
        """Say why something could not be done."""
        self._state.setText(message)

    def _offer_hers(self) -> None:
        """The pages that are for her to keep."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(16))
        self._hers: list[Button] = []
        for kind, text in _HERS.items():
            label = self.context.words.gettext(text)
            button = self._act(label, f"print-{kind}", Kind.SECONDARY, "print", row)
            button.setProperty("kind", kind.value)
            button.clicked.connect(self._on_hers)
            self._hers.append(button)
        self._side.addLayout(row)

    def _on_print(self) -> None:
        self.print_requested.emit(PageKind.SUMMARY)

    def _on_hers(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.print_requested.emit(PageKind(sender.property("kind")))

    def _act(
        self, text: str, name: str, kind: Kind, icon: str, place: QBoxLayout | None = None
    ) -> Button:
        button = Button(self.theme, kind, icon=icon, icon_after=False, height=_ROW)
        button.setText(text)
        button.setObjectName(name)
        (place or self._side).addWidget(button)
        return button

    def _alert_panel(self) -> Panel:
        theme = self.theme
        _ = self.context.words.gettext
        panel = Panel(theme, fill="red_tint", border="red", radius=28, shadow=False)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(panel)
        side = theme.px(30)
        column.setContentsMargins(side, theme.px(24), side, theme.px(24))
        column.setSpacing(theme.px(10))
        title = TextLabel(theme, TypeRole.LABEL_STRONG, colour="red_deep")
        title.setText(_("Alert: what was done?"))
        column.addWidget(title)
        for outcome, text in _OUTCOMES.items():
            button = Button(theme, Kind.DANGER_QUIET, height=80)
            button.set_role(TypeRole.LABEL_STRONG)
            button.setText(_(text))
            button.setObjectName(f"outcome-{outcome}")
            button.setProperty("outcome", outcome.value)
            button.clicked.connect(self._on_outcome)
            column.addWidget(button)
        return panel

    def _on_outcome(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.acknowledged.emit(Outcome(sender.property("outcome")))


def print_state(job: PrintJob, words: Words) -> str:
    """A print job's state in words."""
    return words.gettext(_STATES[job.state])
