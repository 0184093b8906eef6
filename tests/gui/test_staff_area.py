"""Behind the staff corner: the PIN, the board, a visit's page, and the lock."""

import io
import re
from datetime import timedelta
from gettext import NullTranslations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import Outcome, ReviewOutcome
from kiosk.domain.visit import VisitState
from kiosk.i18n import Words
from kiosk.services.ports import PageKind, PrintState
from kiosk.services.print_wording import print_state
from kiosk.services.printing import OUT, SPOOLED
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import ROWS, BoardScreen
from kiosk.ui.staff.chart import ChartScreen
from kiosk.ui.staff.pin import PinScreen
from kiosk.ui.staff.visit_page import VisitPageScreen
from tests.helpers.fakes_visits import START
from tests.helpers.gui_kiosk import (
    all_text,
    button,
    colours,
    has_button,
    press,
    put_visit,
    shown,
    texts,
    type_digits,
)
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, WHO, _started, fill_board, open_staff_area

WORDS = Words("en", NullTranslations())


@pytest.fixture
def kit(booth):
    fill_board(booth)
    return open_staff_area(booth)


def _screen(kit, kind):
    found = [s for s in kit.area.findChildren(kind) if s.isVisible()]
    return found[-1] if found else None


def _enter(kit, qtbot, pin=PIN):
    type_digits(kit.area, pin)
    press(kit.area, "enter")
    if pin == PIN:
        qtbot.waitUntil(lambda: _screen(kit, BoardScreen) is not None)
        settle()


def _open(kit, qtbot, visit_id):
    code = kit.visit(visit_id).code
    press(kit.area, f"open-{code.colour}-{code.number}")
    qtbot.waitUntil(lambda: visit_id in kit.rendered)
    screen = _screen(kit, VisitPageScreen)
    assert screen is not None
    return screen


def _codes(kit):
    lines = [w for w in shown(kit.area) if w.objectName().startswith("open-")]
    lines.sort(key=lambda line: line.mapTo(kit.area, QPoint(0, 0)).y())
    return [line.accessibleName() for line in lines]


def test_a_wrong_pin_is_told_and_nothing_more(kit, qtbot):
    _enter(kit, qtbot, "111222")
    qtbot.waitUntil(lambda: "that pin is not right" in all_text(kit.area).lower())
    assert _screen(kit, PinScreen) is not None
    assert button(kit.area, "enter").isEnabled()
    assert not re.search(r"\d{3}", all_text(kit.area))
    _enter(kit, qtbot)


def test_too_many_wrong_pins_lock(kit, qtbot):
    for turn in range(1, 6):
        _enter(kit, qtbot, "111222")
        qtbot.waitUntil(lambda turn=turn: kit.staff.counted.failures == turn)
        qtbot.waitUntil(lambda: button(kit.area, "enter").isEnabled())
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: "too many wrong pins" in all_text(kit.area).lower())
    assert _screen(kit, BoardScreen) is None


def test_the_pin_is_never_shown_or_read_out(kit):
    type_digits(kit.area, "274")
    on_keys = {str(digit) for digit in range(10)}
    assert not [text for text in texts(kit.area) if "2" in text and text not in on_keys]


def test_the_pin_page_can_be_left(kit, qtbot):
    with qtbot.waitSignal(kit.area.closed):
        press(kit.area, "back")


def test_the_board_shows_the_urgent_first(kit, qtbot):
    _enter(kit, qtbot)
    assert _codes(kit) == ["rose 77", "amber 33", "teal 20", "green 41", "blue 12", "brown 64"]
    seen = texts(kit.area)
    assert "2 urgent" in seen
    assert seen.count("See now") == 2
    assert f"{WHO} · locks in 2:00" in seen
    for what in ("Asked for help with the screen", "Paused: was called", "Reviewed"):
        assert what in seen
    assert "See now, 1 h ago" in seen


def test_the_board_tells_no_score_no_item_and_no_sign(kit, qtbot, library):
    _enter(kit, qtbot)
    seen = all_text(kit.area)
    labels = [sign.labels[code].label for sign in library.signs for code in sign.labels]
    assert not [label for label in labels if label in seen]
    assert not re.search(
        r"score|points|EPDS|item|harm|self|pressure|sign\b|loss", seen, re.IGNORECASE
    )
    spoken = re.sub(r"(rose 77|amber 33|teal 20|blue 12|green 41|brown 64)", "", seen)
    spoken = spoken.replace("locks in 2:00", "").replace("2 urgent", "")
    keys = {button(kit.area, f"filter-{digit}").text() for digit in range(10)}
    figures = set(re.findall(r"\d+", spoken))
    ages = set(re.findall(r"(\d+) (?:min|h|days?) ago", spoken))
    assert figures <= ages | keys


def test_the_board_is_paged(booth, qtbot):
    for number in range(10, 25):
        put_visit(booth.store, f"v{number}", *_started("green", number), minutes_ago=number)
    kit = open_staff_area(booth)
    _enter(kit, qtbot)
    assert _codes(kit) == [f"green {number}" for number in range(10, 10 + ROWS)]
    assert not has_button(kit.area, "newer")
    press(kit.area, "older")
    assert _codes(kit) == [f"green {number}" for number in range(17, 24)]
    press(kit.area, "older")
    assert _codes(kit) == ["green 24"]
    assert not has_button(kit.area, "older")
    press(kit.area, "newer", "newer")
    assert _codes(kit)[0] == "green 10"


def test_a_page_of_the_board_stays_when_it_is_refreshed(booth, qtbot):
    for number in range(10, 25):
        put_visit(booth.store, f"v{number}", *_started("green", number), minutes_ago=number)
    kit = open_staff_area(booth)
    _enter(kit, qtbot)
    press(kit.area, "older")
    second = _codes(kit)
    put_visit(booth.store, "new", *_started("rose", 99))
    put_visit(booth.store, "last", *_started("rose", 98), minutes_ago=20)
    screen = _screen(kit, BoardScreen)
    # What is new stands on the first page; what belongs here has come, and pushed one out.
    qtbot.waitUntil(lambda: _codes(kit) == [*second[:4], "rose 98", *second[4:6]])
    assert _screen(kit, BoardScreen) is screen


def test_nobody_waits(booth, qtbot):
    kit = open_staff_area(booth)
    kit.printer.is_set_up = False
    _enter(kit, qtbot)
    assert "Nobody is waiting." in texts(kit.area)


def test_a_visit_shows_its_page(kit, qtbot):
    _enter(kit, qtbot)
    screen = _open(kit, qtbot, "finished")
    qtbot.waitUntil(lambda: 0x123456 in colours(screen.preview))
    assert ("Ines", "visit_opened", "finished") in kit.audit.lines
    assert "green 41" in texts(kit.area)
    assert "Not printed yet" in texts(kit.area)


def test_a_page_that_cannot_be_made_is_told(booth, qtbot):
    fill_board(booth)

    def broken(visit_id):
        raise KioskError(ErrorCode.VISIT_UNKNOWN)

    kit = open_staff_area(booth, page=broken)
    _enter(kit, qtbot)
    _open(kit, qtbot, "finished")
    qtbot.waitUntil(lambda: "there is no such visit" in all_text(kit.area).lower())


@pytest.mark.parametrize("outcome", Outcome)
def test_an_alert_is_taken_over_before_the_visit_is_reviewed(kit, qtbot, outcome):
    _enter(kit, qtbot)
    _open(kit, qtbot, "item-10")
    assert "Alert: what was done?" in texts(kit.area)
    assert not button(kit.area, "reviewed").isEnabled()
    press(kit.area, f"outcome-{outcome}")
    (alert,) = kit.visit("item-10").alerts
    assert (alert.outcome, alert.by) == (outcome, WHO)
    assert not has_button(kit.area, f"outcome-{outcome}")
    assert button(kit.area, "reviewed").isEnabled()
    press(kit.area, "reviewed", "review-follow_up")
    visit = kit.visit("item-10")
    assert (visit.reviewed_by, visit.review_outcome) == (WHO, ReviewOutcome.FOLLOW_UP)
    assert "Follow-up arranged · Ines" in all_text(kit.area)
    press(kit.area, "back")
    assert _codes(kit)[0] == "amber 33"
    assert ("Ines", "alert_acknowledged", "item-10") in kit.audit.lines


def test_what_cannot_be_saved_is_told_and_not_shown_as_done(kit, qtbot):
    _enter(kit, qtbot)
    _open(kit, qtbot, "item-10")
    kit.booth.store.failing_after = 0
    press(kit.area, "outcome-seen")
    assert "the disk is full" in all_text(kit.area).lower()
    assert has_button(kit.area, "outcome-seen")
    assert not button(kit.area, "reviewed").isEnabled()


@pytest.mark.parametrize("state", PrintState)
def test_each_state_of_printing_is_shown(kit, qtbot, state):
    kit.jobs.add("finished", PageKind.SUMMARY, START, WHO)
    kit.jobs.stored[0] = kit.jobs.stored[0].__class__(
        1, "finished", PageKind.SUMMARY, state, START, WHO, "clinic", 7
    )
    kit.printer.states[7] = state
    _enter(kit, qtbot)
    _open(kit, qtbot, "finished")
    shown_state = kit.area.findChild(QWidget, "print-state")
    assert shown_state.property("text") == print_state(kit.jobs.jobs()[0], WORDS)
    # What the print system has is not sent twice.
    assert button(kit.area, "print").isEnabled() is (state not in SPOOLED)
    assert button(kit.area, "print").text() == ("Print again" if state in OUT else "Print")


def test_printing_is_followed_until_the_page_is_out(kit, qtbot):
    _enter(kit, qtbot)
    _open(kit, qtbot, "finished")
    label = kit.area.findChild(QWidget, "print-state")
    press(kit.area, "print")
    qtbot.waitUntil(lambda: label.property("text") == "Waiting for the printer")
    assert len(kit.printer.sent) == 1
    (number,) = kit.printer.states
    kit.printer.states[number] = PrintState.NO_PAPER
    qtbot.waitUntil(
        lambda: label.property("text") == "The printer is out of paper. The page waits.",
        timeout=10_000,
    )
    kit.printer.states[number] = PrintState.DONE
    qtbot.waitUntil(lambda: label.property("text") == "Printed", timeout=10_000)


def test_without_a_printer_the_page_is_kept(kit, qtbot):
    kit.printer.is_set_up = False
    _enter(kit, qtbot)
    _open(kit, qtbot, "finished")
    press(kit.area, "print")
    qtbot.waitUntil(lambda: "the page is kept" in all_text(kit.area).lower())
    assert kit.jobs.stored[0].state is PrintState.HELD
    assert "Printed" not in texts(kit.area)


def test_a_paused_visit_goes_on(kit, qtbot):
    _enter(kit, qtbot)
    _open(kit, qtbot, "finished")
    assert not has_button(kit.area, "reopen")
    press(kit.area, "back")
    _open(kit, qtbot, "paused")
    with qtbot.waitSignal(kit.area.closed), qtbot.waitSignal(kit.area.reopened) as reopened:
        press(kit.area, "reopen")
    assert reopened.args == ["paused", WHO]
    assert kit.visit("paused").state is VisitState.PAUSED


def test_the_area_locks_itself(kit, qtbot):
    _enter(kit, qtbot)
    _open(kit, qtbot, "item-10")
    kit.wait(119)
    assert _screen(kit, VisitPageScreen) is not None
    with qtbot.waitSignal(kit.area.closed):
        kit.wait(1)


def test_the_clinic_says_when_the_area_locks_itself(booth, qtbot):
    kit = open_staff_area(booth, logoff_seconds=25)
    _enter(kit, qtbot)
    with qtbot.assertNotEmitted(kit.area.closed):
        kit.wait(24)
    with qtbot.waitSignal(kit.area.closed):
        kit.wait(1)


def test_work_keeps_the_area_open(kit, qtbot):
    _enter(kit, qtbot)
    with qtbot.assertNotEmitted(kit.area.closed):
        for visit_id in ("item-10", "sign", "finished"):
            kit.wait(50)
            _open(kit, qtbot, visit_id)
            kit.wait(50)
            press(kit.area, "back")


@pytest.mark.parametrize("where", ["board", "visit"])
def test_the_lock_is_always_there(kit, qtbot, where):
    _enter(kit, qtbot)
    if where == "visit":
        _open(kit, qtbot, "sign")
    with qtbot.waitSignal(kit.area.closed):
        press(kit.area, "lock")


def test_ages_are_told_shortly(booth, qtbot):
    for number, minutes in ((10, 0), (11, 59), (12, 61), (13, 60 * 24 + 5)):
        put_visit(booth.store, f"v{number}", *_started("green", number), minutes_ago=minutes)
    kit = open_staff_area(booth, now=lambda: START + timedelta(seconds=30))
    _enter(kit, qtbot)
    told = [text.partition(", ") for text in texts(kit.area)]
    ages = [age for _, _, age in told if age.endswith("ago")]
    assert ages == ["0 min ago", "59 min ago", "1 h ago", "1 day ago"]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("where", ["pin", "board", "alert", "paused"])
def test_every_screen_of_staff_is_whole(booth, qtbot, language, where):
    fill_board(booth)
    kit = open_staff_area(booth, language=language)
    if language == "ar":
        kit.area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if where != "pin":
        _enter(kit, qtbot)
    if where == "alert":
        _open(kit, qtbot, "item-10")
    if where == "paused":
        _open(kit, qtbot, "paused")
    found = layout_faults(kit.area, 1.0)
    assert not found, "\n".join(found)


def test_a_chart_is_scanned_and_shown(kit, qtbot):
    _enter(kit, qtbot)
    _open(kit, qtbot, "paused")
    press(kit.area, "chart")
    screen = _screen(kit, ChartScreen)
    assert screen is not None
    assert layout_faults(kit.area, 1.0) == []
    qtbot.keyClicks(screen.findChild(QWidget, "chart-number"), "mrn-0042")
    qtbot.keyClick(screen.findChild(QWidget, "chart-number"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _screen(kit, ChartScreen) is None)
    assert kit.visit("paused").chart == "MRN-0042"
    qtbot.waitUntil(lambda: kit.rendered.count("paused") == 2)
    assert "Chart MRN-0042" in texts(kit.area)
    assert ("Ines", "chart_attached", "paused") in kit.audit.lines


def test_a_chart_is_typed_by_touch_and_a_wrong_one_is_told(kit, qtbot):
    _enter(kit, qtbot)
    _open(kit, qtbot, "paused")
    press(kit.area, "chart")
    type_digits(kit.area, "41")
    press(kit.area, "save")
    assert "A chart number has 3 to 30 letters" in all_text(kit.area)
    press(kit.area, "erase")
    type_digits(kit.area, "277")
    press(kit.area, "save")
    qtbot.waitUntil(lambda: _screen(kit, VisitPageScreen) is not None)
    assert kit.visit("paused").chart == "4277"


def test_the_chart_page_can_be_left(kit, qtbot):
    _enter(kit, qtbot)
    _open(kit, qtbot, "finished")
    press(kit.area, "chart")
    press(kit.area, "back")
    qtbot.waitUntil(lambda: _screen(kit, VisitPageScreen) is not None)
    assert kit.visit("finished").chart == ""


@pytest.mark.parametrize(
    ("kind", "title"),
    [("take_home", "Su hoja para llevar a casa"), ("pressure_log", "Mi presión arterial en casa")],
)
def test_pages_for_her_are_printed_in_her_language(kit, qtbot, kind, title):
    _enter(kit, qtbot)
    _open(kit, qtbot, "finished")
    press(kit.area, f"print-{kind}")
    qtbot.waitUntil(lambda: len(kit.printer.sent) == 1)
    (page,) = PdfReader(io.BytesIO(kit.printer.sent[0][0])).pages
    assert title in " ".join(page.extract_text().split())
    assert [(job.kind, job.visit_id) for job in kit.jobs.jobs()] == [(PageKind(kind), "finished")]
