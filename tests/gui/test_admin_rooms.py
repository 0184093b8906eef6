"""Audit, figures, backup and the machine, for administrators at the kiosk."""

from dataclasses import replace

import pytest

from kiosk.domain.language import LANGUAGES
from kiosk.services.doctor.finding import Finding, State
from kiosk.ui.admin_services import AdminServices
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.admin_menu import AdminMenuScreen
from kiosk.ui.staff.audit import ROWS, AuditScreen
from kiosk.ui.staff.backup import BackupScreen
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.staff.figures import FiguresScreen
from kiosk.ui.staff.machine import MachineScreen
from kiosk.ui.widgets.bar_plot import BarPlot
from tests.helpers.administration import Administered
from tests.helpers.gui_kiosk import all_text, button, has_button, press, texts, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, open_staff_area
from tests.helpers.gui_tree import tree_faults, walk


@pytest.fixture
def given():
    return Administered()


@pytest.fixture
def enter(booth, qtbot, given):
    """Opens a room: gives the staff area once the room's screen shows."""

    def go(room, screen, *, language="en", with_folder=True):
        admin = AdminServices(general=given.made(with_folder=with_folder))
        kit = open_staff_area(booth, role="admin", language=language, admin=admin)
        type_digits(kit.area, PIN)
        press(kit.area, "enter")
        qtbot.waitUntil(lambda: bool(kit.area.findChildren(BoardScreen)))
        settle()
        press(kit.area, "manage", room)
        qtbot.waitUntil(lambda: bool(kit.area.findChildren(screen)))
        settle()
        return kit.area

    return go


def _says(area, qtbot, words):
    qtbot.waitUntil(lambda: any(words in text for text in texts(area)))


def _plots(area):
    return [plot for plot in area.findChildren(BarPlot) if plot.isVisible()]


def test_the_log_says_who_did_what(enter, given, qtbot):
    given.happened(["visit_opened", "staff_role:admin"])
    area = enter("audit", AuditScreen)
    seen = texts(area)
    assert "opened a visit" in seen
    assert "changed a role (admin)" in seen
    assert "visit-012345…" in seen
    press(area, "check")
    _says(area, qtbot, "The log is whole: 2 lines")
    assert given.log.head().hash[:16] in all_text(area)


def test_a_changed_line_is_told(enter, given, qtbot):
    given.happened(["visit_opened", "visit_closed"])
    given.log.kept[0] = replace(given.log.kept[0], by="Eve")
    area = enter("audit", AuditScreen)
    press(area, "check")
    _says(area, qtbot, "line 1")
    assert not any("whole" in text for text in texts(area))


def test_the_log_is_turned_and_saved(enter, given, qtbot):
    given.happened(["visit_closed", *["visit_opened"] * ROWS])
    area = enter("audit", AuditScreen)
    assert "closed a visit" not in texts(area)
    assert not has_button(area, "before")
    press(area, "more")
    _says(area, qtbot, "closed a visit")
    settle()
    assert not has_button(area, "more")
    press(area, "before")
    _says(area, qtbot, "opened a visit")
    settle()
    press(area, "save-csv")
    _says(area, qtbot, "Written: /out/audit-2026-03-20-093000.csv")
    assert list(given.folder.files) == ["/out/audit-2026-03-20-093000.csv"]
    assert given.log.newest(1)[0].by == "Ines"


def test_without_a_folder_nothing_can_be_saved(enter):
    area = enter("audit", AuditScreen, with_folder=False)
    assert not has_button(area, "save-csv")
    assert "Nothing yet." in texts(area)


def test_figures_are_plots_that_can_be_read_aloud(enter, given, qtbot):
    area = enter("figures", FiguresScreen)
    qtbot.waitUntil(lambda: bool(_plots(area)))
    settle()
    assert _plots(area)[0].accessibleName() == "2026-03: 8"
    assert "Visits by month (practice)" in texts(area)
    press(area, "span-1")
    qtbot.waitUntil(lambda: len(given.asked) == 2 and bool(_plots(area)))
    settle()
    assert "Visits by language (practice)" in texts(area)
    assert "How visits ended (practice)" not in texts(area)
    press(area, "more")
    settle()
    assert "How visits ended (practice)" in texts(area)
    press(area, "save-pdf")
    _says(area, qtbot, "Written: /out/figures-2026-03-20-093000.pdf")
    assert given.folder.files == {"/out/figures-2026-03-20-093000.pdf": b"PDF of 1"}


@pytest.mark.parametrize(
    ("visits", "said"), [(0, "No visits in these months."), (3, "Fewer than five visits")]
)
def test_few_visits_tell_nothing(enter, given, qtbot, visits, said):
    given.visits = visits
    area = enter("figures", FiguresScreen)
    _says(area, qtbot, said)
    assert not _plots(area)
    assert not has_button(area, "save-csv")


def test_a_backup_is_written_and_said(enter, given, qtbot):
    given.happened(["backup_written"])
    area = enter("backup", BackupScreen)
    _says(area, qtbot, "The last backup was written on")
    press(area, "write")
    _says(area, qtbot, "Written and read again: /out/kiosk-2026-03-20-093000.backup, visits: 8")
    assert given.backups == [("/out/kiosk-2026-03-20-093000.backup", "Ines")]
    assert button(area, "write").isEnabled()


def test_a_backup_that_fails_says_why(enter, given, qtbot):
    given.folder.full = True
    area = enter("backup", BackupScreen)
    press(area, "write")
    _says(area, qtbot, "No space left on device")
    assert given.backups == []
    assert button(area, "write").isEnabled()


def test_without_a_folder_there_is_no_backup_here(enter):
    area = enter("backup", BackupScreen, with_folder=False)
    assert not button(area, "write").isEnabled()
    assert "Name a folder for files in the settings first: admin.folder." in texts(area)


def test_what_is_missing_stands_first(enter, given, qtbot):
    area = enter("machine", MachineScreen)
    _says(area, qtbot, "there is no printer")
    seen = texts(area)
    assert seen.index("there is no printer") < seen.index("the data folder can be used")
    assert "set printing.printer" in seen
    given.found = (Finding("data", State.OK, "all is well now"),)
    press(area, "again")
    _says(area, qtbot, "all is well now")
    settle()
    press(area, "back")
    settle()
    assert area.findChildren(AdminMenuScreen)


ROOMS = [
    ("audit", AuditScreen, "check"),
    ("figures", FiguresScreen, "more"),
    ("backup", BackupScreen, "write"),
    ("machine", MachineScreen, "again"),
]
LONG = "a finding of some length that tells what was looked at " * 2


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("room", ROOMS, ids=[room[0] for room in ROOMS])
def test_every_room_is_whole(enter, given, qtbot, language, room):
    name, screen, waits_for = room
    given.happened(["epds_differences_accepted", "visit_deleted_after_print", "pin_locked"] * 9)
    states = [*State, *State, *State]
    given.found = tuple(Finding("printer", state, LONG, "the mend for it") for state in states)
    area = enter(name, screen, language=language)
    qtbot.waitUntil(lambda: has_button(area, waits_for))
    settle()
    assert layout_faults(area, 1.0) == []
    assert tree_faults(walk(area.window())) == []
