"""The staff area on stores in memory."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from kiosk.domain import facts
from kiosk.domain.facts import AlertKind, Fact, Leaving, NoteKind
from kiosk.domain.language import LANGUAGES
from kiosk.domain.visit import Visit
from kiosk.services.desk import Desk
from kiosk.services.health import HealthItem
from kiosk.services.ports import Attempts, PageKind, StaffMember
from kiosk.services.printing import Printing
from kiosk.services.slips import Slips
from kiosk.services.staff import StaffService
from kiosk.services.visits import Visits
from kiosk.services.wordings import Wordings
from kiosk.ui.admin_services import AdminServices
from kiosk.ui.her_pages import HerPages
from kiosk.ui.runner import Runner
from kiosk.ui.staff_area import StaffArea
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.theme import Theme
from tests.helpers.fakes_visits import START
from tests.helpers.gui_kiosk import Booth, complete_form, put_visit
from tests.helpers.printing import FakeAudit, FakePrinter, FakePrintJobs

PIN = "274951"
WHO = "Ines"


@dataclass
class MemoryStaff:
    """Satisfies `StaffStore`."""

    members: list[StaffMember] = field(default_factory=list)
    counted: Attempts = field(default_factory=lambda: Attempts(0, None))

    def put(self, member: StaffMember) -> None:
        self.members = [m for m in self.members if m.name != member.name] + [member]

    def all(self) -> list[StaffMember]:
        return list(self.members)

    def attempts(self) -> Attempts:
        return self.counted

    def set_attempts(self, attempts: Attempts) -> None:
        self.counted = attempts


class PlainHasher:
    """Satisfies `PinHasher`, fast."""

    def hash(self, pin: str) -> str:
        return f"hash of {pin}"

    def matches(self, pin: str, pin_hash: str) -> bool:
        return pin_hash == self.hash(pin)


@dataclass
class StaffKit:
    """A staff area and what lies behind it."""

    area: StaffArea
    booth: Booth
    staff: MemoryStaff
    audit: FakeAudit
    printer: FakePrinter
    jobs: FakePrintJobs
    printing: Printing
    rendered: list[str]

    def visit(self, visit_id: str) -> Visit:
        """A visit as it is stored."""
        return self.booth.store.visit(visit_id)

    def wait(self, seconds: float) -> None:
        """Nobody touches the screen."""
        self.booth.wait(seconds)


def one_page(mark: str = "") -> bytes:
    """A PDF of one page with a large dark square; `mark` is not on it."""
    del mark
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    writer.setResolution(72)
    painter = QPainter(writer)
    painter.fillRect(0, 0, 400, 400, QColor("#123456"))
    painter.end()
    buffer.close()
    return bytes(data.data())


def open_staff_area(
    booth: Booth,
    *,
    language: str = "en",
    now: Callable[[], datetime] = lambda: START,
    page: Callable[[str], bytes] = one_page,
    failing: tuple[str, ...] = (),
    content_fault: str = "",
    role: str = "staff",
    wordings: Wordings | None = None,
    logoff_seconds: int = 120,
    pin_changed: bool = True,
    health: tuple[HealthItem, ...] = (),
    slips: Slips | None = None,
    admin: AdminServices | None = None,
) -> StaffKit:
    """The staff area over a kiosk's window, as the corner opens it."""
    audit, jobs, printer, staff = FakeAudit(), FakePrintJobs(), FakePrinter(), MemoryStaff()
    staff.put(StaffMember(WHO, role, PlainHasher().hash(PIN), pin_changed=pin_changed))
    rendered: list[str] = []

    def render(visit_id: str) -> bytes:
        rendered.append(visit_id)
        return page(visit_id)

    printing = Printing(jobs, printer, audit, now, lambda visit_id, _again: render(visit_id))
    library = booth.window.context.journey.library
    her_pages = HerPages(booth.window.context.settings, library, booth.catalogues.words)
    for kind in (PageKind.TAKE_HOME, PageKind.PRESSURE_LOG):
        printing.provide(kind, her_pages.page(kind))
    theme = Theme()
    theme.fit_dense(booth.window.size())
    theme.language = language
    visits = Visits(booth.store, now, "rehearsal")
    context = StaffContext(
        theme=theme,
        words=booth.catalogues.words(language),
        staff=StaffService(staff, PlainHasher(), audit, now),
        desk=Desk(booth.store, visits, audit, now),
        printing=printing,
        page=render,
        runner=Runner(booth.window),
        clock=now,
        failing=lambda: failing,
        her_pages=her_pages,
        content_fault=lambda: content_fault,
        wordings=wordings,
        logoff_seconds=logoff_seconds,
        health=lambda: health,
        slips=slips,
        admin=admin or AdminServices(),
    )
    area = StaffArea(context, booth.window.idle, booth.window)
    area.setLocale(QLocale(language))
    right_to_left = LANGUAGES[language].right_to_left
    ways = Qt.LayoutDirection
    area.setLayoutDirection(ways.RightToLeft if right_to_left else ways.LeftToRight)
    area.move(QPoint(0, 0))
    booth.window.cover_with(area)
    return StaffKit(area, booth, staff, audit, printer, jobs, printing, rendered)


def _started(colour: str, number: int, stage: facts.Stage = facts.Stage.POSTPARTUM) -> list[Fact]:
    return [facts.Started(colour, number, "es", "rehearsal"), facts.StageGiven(stage)]


def fill_board(booth: Booth) -> None:
    """Six visits, among them one of each state; two have alerts."""
    store = booth.store
    put_visit(
        store,
        "finished",
        *_started("green", 41),
        *complete_form([1] * 10),
        facts.InstrumentFinished("epds"),
        facts.Finished(),
        minutes_ago=5,
    )
    put_visit(store, "paused", *_started("blue", 12), facts.Paused(), minutes_ago=2)
    put_visit(
        store,
        "sign",
        *_started("amber", 33),
        facts.SignsReported(("headache", "vision-changes")),
        facts.AlertRaised(1, AlertKind.WARNING_SIGN),
        facts.Finished(),
        minutes_ago=30,
    )
    put_visit(
        store,
        "item-10",
        *_started("rose", 77),
        *complete_form([1, 2, 3, 2, 3, 2, 3, 2, 3, 2]),
        facts.InstrumentFinished("epds"),
        facts.AlertRaised(1, AlertKind.ITEM_10),
        facts.Left(Leaving.IDLE),
        minutes_ago=90,
    )
    put_visit(store, "help", *_started("teal", 20), facts.NoteAdded(NoteKind.HELP), minutes_ago=1)
    put_visit(
        store,
        "reviewed",
        *_started("brown", 64),
        facts.Finished(),
        facts.Reviewed(WHO),
        minutes_ago=3,
    )
