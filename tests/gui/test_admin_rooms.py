"""Audit, figures, backup and the machine, for administrators at the kiosk."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QSize

from kiosk.domain.errors import ErrorCode, KioskError, StorageError
from kiosk.domain.figures import Month
from kiosk.domain.language import LANGUAGES
from kiosk.services.doctor.finding import Finding, State
from kiosk.ui.admin_services import AdminServices
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.runner import Runner
from kiosk.ui.staff.admin_menu import AdminMenuScreen
from kiosk.ui.staff.audit import ROWS, AuditScreen
from kiosk.ui.staff.audit_check import AuditCheckScreen
from kiosk.ui.staff.backup import BackupScreen
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.staff.figures import FiguresScreen
from kiosk.ui.staff.machine import MachineScreen
from kiosk.ui.widgets.bar_plot import BarPlot
from tests.helpers.administration import EVERYTHING, NOW, Administered
from tests.helpers.gui_kiosk import HD, all_text, button, has_button, press, texts, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, open_staff_area
from tests.helpers.gui_tree import tree_faults, walk


@pytest.fixture
def given():
    return Administered()


@pytest.fixture
def enter(make_booth, qtbot, given):
    """Opens a room: gives the staff area once the room's screen shows."""

    def go(room, screen, *, language="en", with_folder=True, size=HD):
        admin = AdminServices(general=given.made(with_folder=with_folder))
        kit = open_staff_area(make_booth(size=size), role="admin", language=language, admin=admin)
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
    assert str(given.log.head()) in all_text(area)
    settle()
    press(area, "back")
    _says(area, qtbot, "opened a visit")


def test_a_changed_line_is_told(enter, given, qtbot):
    given.happened(["visit_opened", "visit_closed"])
    given.log.kept[0] = replace(given.log.kept[0], by="Eve")
    area = enter("audit", AuditScreen)
    press(area, "check")
    _says(area, qtbot, "line 1 has been changed")
    assert not any("whole" in text for text in texts(area))
    settle()
    press(area, "back")
    _says(area, qtbot, "closed a visit")


def test_a_log_that_cannot_be_read_says_why(enter, given):
    given.log.fault = StorageError(ErrorCode.DISK_FULL)
    area = enter("audit", AuditScreen)
    assert "The disk is full" in all_text(area)
    assert "Nothing yet." not in texts(area)


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
    assert "Name a folder for files in the settings first: admin.folder." in texts(area)


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_log_is_saved_as_either_kind(enter, given, qtbot, kind):
    given.happened(["visit_opened"])
    area = enter("audit", AuditScreen)
    assert button(area, f"save-{kind}").text() == f"Save as {kind.upper()}"
    press(area, f"save-{kind}")
    _says(area, qtbot, f"Written: /out/audit-2026-03-20-093000.{kind}")
    assert b"visit_opened" in given.folder.files[f"/out/audit-2026-03-20-093000.{kind}"]
    assert given.log.newest(1)[0].action == "audit_exported"


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


def test_a_number_that_is_not_told_says_why(enter, given, qtbot):
    given.shown = (EVERYTHING,)
    area = enter("figures", FiguresScreen)
    qtbot.waitUntil(lambda: bool(_plots(area)))
    settle()
    seen = ""
    while has_button(area, "more"):
        press(area, "more")
        settle()
        seen += "; ".join(plot.accessibleName() for plot in _plots(area))
        if "Haitian Creole: hidden" in seen and "Visits by language" in texts(area):
            assert any(text.startswith("Hidden: fewer than five people") for text in texts(area))
    assert "Haitian Creole: hidden" in seen
    assert "11 or more: 38% (15 of 40)" in seen
    assert "warning signs: 12.5 min (half of all: 10.5 to 119.5)" in seen


def test_figures_of_other_months_do_not_come_late(enter, given, qtbot):
    given.may_read.clear()
    area = enter("figures", FiguresScreen)
    press(area, "span-0")
    settle()
    press(area, "span-1")
    given.may_read.set()
    qtbot.waitUntil(lambda: len(given.asked) == 3 and bool(_plots(area)))
    settle()
    assert given.asked[-1] == (Month.of(NOW), Month.of(NOW))
    assert not has_button(area, "before")
    press(area, "save-csv")
    _says(area, qtbot, "Written: /out/figures-2026-03-20-093000.csv")
    assert given.log.newest(1)[0].action == "figures_written"


def test_figures_that_cannot_be_read_say_why(enter, given, qtbot):
    given.fault = StorageError(ErrorCode.DISK_FULL)
    area = enter("figures", FiguresScreen)
    _says(area, qtbot, "The disk is full")
    assert not any("Reading" in text for text in texts(area))


def test_figures_without_a_folder_say_what_is_needed(enter, qtbot):
    area = enter("figures", FiguresScreen, with_folder=False)
    _says(area, qtbot, "Name a folder for files in the settings first: admin.folder.")
    assert _plots(area)
    assert not has_button(area, "save-csv")


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
    area = enter("backup", BackupScreen)
    _says(area, qtbot, "The log tells of no backup yet.")
    press(area, "write")
    _says(area, qtbot, "Written and read again: /out/kiosk-2026-03-20-093000.backup, visits: 8")
    _says(area, qtbot, "The last backup was written on")
    assert "not whole" not in all_text(area)
    assert given.backups == [("/out/kiosk-2026-03-20-093000.backup", "Ines")]
    assert button(area, "write").isEnabled()


def test_a_backup_of_a_broken_log_says_so(enter, given, qtbot):
    given.log_is_whole = False
    area = enter("backup", BackupScreen)
    press(area, "write")
    _says(area, qtbot, "The audit log is not whole: check it under Audit.")


def test_a_last_backup_that_nobody_can_know_says_why(enter, given):
    given.log.fault = StorageError(ErrorCode.DISK_FULL)
    area = enter("backup", BackupScreen)
    assert "The disk is full" in all_text(area)
    assert "no backup yet" not in all_text(area)


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


def test_a_look_that_fails_says_so_and_can_be_tried_again(enter, given, qtbot):
    given.fault = KioskError(ErrorCode.LOOK_FAILED)
    area = enter("machine", MachineScreen)
    qtbot.waitUntil(lambda: has_button(area, "again"))
    settle()
    assert "kiosk doctor" in all_text(area)
    given.fault = None
    press(area, "again")
    _says(area, qtbot, "there is no printer")


def test_a_look_that_ends_after_the_room_was_left_shows_nothing(enter, given, qtbot):
    given.may_look.clear()
    area = enter("machine", MachineScreen)
    press(area, "back")
    settle()
    with qtbot.waitSignal(area.window().findChild(Runner).finished):
        given.may_look.set()
    settle()
    assert not area.findChildren(MachineScreen)
    assert area.findChildren(AdminMenuScreen)


def test_nothing_waits_for_a_look_that_takes_long(enter, given, qtbot):
    given.may_look.clear()
    given.happened(["visit_opened"])
    area = enter("machine", MachineScreen)
    press(area, "back")
    settle()
    press(area, "audit")
    _says(area, qtbot, "opened a visit")
    assert not given.may_look.is_set()
    given.may_look.set()


ROOMS = {
    "audit": (AuditScreen, "check"),
    "figures": (FiguresScreen, "more"),
    "backup": (BackupScreen, "back"),
    "machine": (MachineScreen, "again"),
}
"""Each with its screen, and the button that stands there once everything is read."""

WAYS = [*((room, True) for room in ROOMS), ("audit", False), ("figures", False), ("backup", False)]
"""With a folder for files and without one."""

SIZES = {"1920x1080": HD, "1024x768": QSize(1024, 768)}
STICK = "/media/kiosk/sticks/quality-work"
LONG = "a finding of some length that tells what was looked at " * 2


def _faults(area, size):
    settle()
    return layout_faults(area, size.width() / HD.width()) + tree_faults(walk(area.window()))


@pytest.fixture(params=list(SIZES.values()), ids=list(SIZES))
def size(request):
    return request.param


@pytest.fixture(params=list(LANGUAGES))
def enter_any(enter, request, size):
    """Opens a room in each language, at each size."""
    return partial(enter, language=request.param, size=size)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}{'' if way[1] else '-no-folder'}")
def test_every_room_is_whole(enter_any, given, qtbot, size, way):
    (room, with_folder), (screen, waits_for) = way, ROOMS[way[0]]
    given.happened(["epds_differences_accepted", "visit_deleted_after_print", "pin_locked"] * 9)
    given.shown, given.folder.where = (EVERYTHING,), STICK
    states = [*State, *State, *State]
    given.found = tuple(Finding("printer", state, LONG, "the mend for it") for state in states)
    area = enter_any(room, screen, with_folder=with_folder)
    qtbot.waitUntil(lambda: has_button(area, waits_for))
    while True:
        assert _faults(area, size) == []
        if has_button(area, "save-csv"):
            press(area, "save-csv")
            _says(area, qtbot, STICK)
            assert _faults(area, size) == []
        if not has_button(area, "more"):
            break
        press(area, "more")
        settle()


@pytest.mark.parametrize("broken", [False, True], ids=["whole", "broken"])
def test_what_is_said_of_the_log_is_whole(enter_any, given, qtbot, size, broken):
    given.happened(["visit_opened"] * 3 * ROWS)
    if broken:
        given.log.kept[0] = replace(given.log.kept[0], by="Eve")
    area = enter_any("audit", AuditScreen)
    press(area, "more")
    qtbot.waitUntil(lambda: has_button(area, "before"))
    settle()
    press(area, "check")
    qtbot.waitUntil(lambda: bool(area.findChildren(AuditCheckScreen)))
    assert _faults(area, size) == []


def test_what_became_of_a_backup_is_whole(enter_any, given, qtbot, size):
    given.log_is_whole, given.folder.where = False, STICK
    area = enter_any("backup", BackupScreen)
    press(area, "write")
    _says(area, qtbot, STICK)
    assert _faults(area, size) == []
