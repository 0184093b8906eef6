"""The running kiosk: a real store, the staff corner, visits that end, wait and go on."""

import logging

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.app import Kiosk, make_application
from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import Leaving
from kiosk.domain.journey import StepName
from kiosk.domain.visit import VisitState
from kiosk.services import intents
from kiosk.settings import AlertChannel, Alerts, Printing, Settings, default_content_folder
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.staff.pin import PinScreen
from kiosk.ui.staff_area import StaffArea
from kiosk.wiring import build_services
from tests.helpers.gui_kiosk import QUICK, button, press, texts, type_digits
from tests.helpers.gui_layout import drawn_texts
from tests.helpers.printing import FakePrinter
from tests.helpers.stored_visits import put_visit

PIN = "274951"


@pytest.fixture
def data(tmp_path):
    """A data folder in which one member of staff has a PIN."""
    services = build_services(tmp_path / "data", default_content_folder(), Settings())
    services.staff.add("Ines", "391746", by="Ines")
    services.staff.choose_pin("Ines", PIN)
    services.store.close()
    return tmp_path / "data"


@pytest.fixture
def make_kiosk(kiosk_app, data):
    """Makes kiosks that are shown but have opened nothing, and ends them after the test."""
    made = []

    def make(settings=None):
        made.append(Kiosk(data, default_content_folder(), settings or Settings(access=QUICK)))
        made[-1].start(windowed=True)
        return made[-1]

    yield make
    for each in made:
        each.stop()
        each.window.deleteLater()
        each.deleteLater()
    settle()
    # A kiosk that could not start tells Qt to end: no later loop would run. Running one resets it.
    QTimer.singleShot(0, kiosk_app, kiosk_app.exit)
    kiosk_app.exec()


@pytest.fixture
def kiosk(make_kiosk):
    """A kiosk that has opened its store."""
    made = make_kiosk()
    settle()
    assert made.error is None
    return made


def _hold_the_corner(kiosk, qtbot):
    (corner,) = kiosk.window.findChildren(QWidget, "staff-corner")
    assert corner.isVisible()
    with qtbot.waitSignal(kiosk.window.staff_requested):
        QTest.mousePress(corner, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(corner, Qt.MouseButton.LeftButton)
    area = kiosk.window.findChild(StaffArea)
    assert area.findChild(PinScreen) is not None
    return area


def _enter(area, qtbot):
    type_digits(area, PIN)
    press(area, "enter")
    qtbot.waitUntil(lambda: area.findChild(BoardScreen) is not None)
    settle()


def _begin(kiosk):
    press(kiosk.window, "language-en", "primary", "stage-pregnant")
    type_digits(kiosk.window, "30")
    press(kiosk.window, "primary", "interpreter-no")
    return kiosk.window.context.journey.visit_id


def _call_staff(kiosk):
    press(kiosk.window, "warning-signs", "sign-headache", "primary", "with-me")


def test_it_begins_with_its_first_screen_before_anything_is_opened(make_kiosk, data):
    made = make_kiosk()
    assert made.window.context.journey.step.name is StepName.ATTRACT
    assert button(made.window, "language-es").text() == "Español"
    settle()
    assert made.error is None


def test_it_tells_when_it_has_started_and_whether_a_restart_would_disturb(make_kiosk, qtbot):
    made = make_kiosk()
    told = []
    made.use_changed.connect(told.append)
    with qtbot.waitSignal(made.opened):
        settle()
    _begin(made)
    assert told[-1] is True
    made.window.go_to_first_screen()
    assert told[-1] is False
    area = _hold_the_corner(made, qtbot)
    assert told[-1] is True
    area.lock()
    assert told[-1] is False


def test_staff_see_whether_other_systems_take_calls_over(make_kiosk, qtbot, monkeypatch):
    def refuse(*_arguments, **_options):
        raise KioskError(ErrorCode.WEBHOOK_FAILED, reason="no answer")

    monkeypatch.setattr("kiosk.handoff.webhook.Webhook.send", refuse)
    pager = AlertChannel(kind="webhook", name="pager", url="https://pager.example/call")
    made = make_kiosk(Settings(access=QUICK, alerts=Alerts(channel=(pager,))))
    settle()
    _begin(made)
    _call_staff(made)
    press(made.window, "primary", "finish")
    alerting = made._open().alerting  # noqa: SLF001 - what the kiosk itself has open
    qtbot.waitUntil(lambda: alerting.handing_off().waiting == 1)
    area = _hold_the_corner(made, qtbot)
    _enter(area, qtbot)
    strip = button(area, "health")
    qtbot.waitUntil(lambda: "Hand-off waits: 1" in strip.accessibleName())


def test_who_is_quicker_than_the_store_loses_nothing(make_kiosk):
    """The first tap comes before the kiosk has looked for visits that a crash left open."""
    made = make_kiosk()
    _begin(made)
    assert made.error is None
    assert made.window.context.journey.step.name is StepName.HOME
    press(made.window, "warning-signs", "sign-headache", "primary", "with-me", "primary", "finish")
    services = made._open()  # noqa: SLF001 - what the kiosk itself has open
    (visit,) = [services.visits.load(row.visit_id) for row in services.desk.rows(limit=9)]
    assert visit.state is VisitState.FINISHED
    assert visit.weeks == 30


def test_an_alert_shows_on_the_first_screen_and_goes_when_taken_over(kiosk, qtbot):
    _begin(kiosk)
    _call_staff(kiosk)
    press(kiosk.window, "primary", "finish")
    mark = kiosk.window.findChild(QWidget, "staff-corner")
    assert [drawn.text for drawn in drawn_texts([mark])[0]] == ["1"]
    area = _hold_the_corner(kiosk, qtbot)
    _enter(area, qtbot)
    assert "See now" in texts(area)
    opened = [b for b in area.findChildren(QWidget) if b.objectName().startswith("open-")]
    press(area, opened[0].objectName())
    press(area, "outcome-seen", "lock")
    mark = kiosk.window.findChild(QWidget, "staff-corner")
    qtbot.waitUntil(lambda: drawn_texts([mark])[0] == [])
    assert kiosk.window.findChild(StaffArea) is None


def test_a_visitor_who_was_called_goes_on_where_she_was(kiosk, qtbot):
    visit_id = _begin(kiosk)
    press(kiosk.window, "called-away", "primary")
    area = _hold_the_corner(kiosk, qtbot)
    _enter(area, qtbot)
    opened = [b for b in area.findChildren(QWidget) if b.objectName().startswith("open-")]
    press(area, opened[0].objectName(), "reopen")
    journey = kiosk.window.context.journey
    assert journey.visit_id == visit_id
    assert journey.step.name is StepName.HOME
    assert kiosk.window.findChild(StaffArea) is None
    kiosk.window.idle.tick()
    assert journey.current.state is VisitState.OPEN


def test_the_idle_watch_runs_again_for_a_reopened_visit(kiosk, qtbot):
    """Staff let her go on: if she is not there any more, her page must not stay."""
    _begin(kiosk)
    press(kiosk.window, "called-away", "primary")
    area = _hold_the_corner(kiosk, qtbot)
    _enter(area, qtbot)
    opened = [b for b in area.findChildren(QWidget) if b.objectName().startswith("open-")]
    press(area, opened[0].objectName(), "reopen")
    timers = kiosk.window.idle.findChildren(QTimer)
    assert [timer for timer in timers if timer.isActive()]


def test_an_open_visit_is_kept_when_the_kiosk_ends(kiosk, data):
    visit_id = _begin(kiosk)
    assert visit_id is not None
    kiosk.stop()
    services = build_services(data, default_content_folder(), Settings())
    visit = services.visits.load(visit_id)
    services.store.close()
    assert visit.state is VisitState.UNFINISHED
    assert visit.left is Leaving.CLOSED


def test_after_a_bug_the_first_screen_shows(kiosk):
    _begin(kiosk)
    kiosk.be_safe()
    assert kiosk.window.context.journey.step.name is StepName.ATTRACT
    assert kiosk.window.context.journey.visit is None


def test_after_a_bug_behind_the_pin_the_first_screen_shows(kiosk, qtbot):
    area = _hold_the_corner(kiosk, qtbot)
    _enter(area, qtbot)
    kiosk.be_safe()
    settle()
    assert not [a for a in kiosk.window.findChildren(StaffArea) if a.isVisible()]


def test_no_words_reach_the_log(kiosk, caplog):
    caplog.set_level(logging.DEBUG)
    _begin(kiosk)
    code = kiosk.window.context.journey.current.code
    _call_staff(kiosk)
    press(kiosk.window, "check-in", "primary", "option-1", "primary", "leave-quietly", "primary")
    assert str(code) not in caplog.text
    assert "headache" not in caplog.text
    assert "option" not in caplog.text


def test_the_application_is_made_once(kiosk_app):
    assert make_application() is kiosk_app


def _put_old_visit(kiosk):
    services = kiosk._open()  # noqa: SLF001 - what the kiosk itself has open
    happened = (facts.StageGiven(Stage.PREGNANT), facts.Finished())
    put_visit(services.store.visits, "old", *happened, code=("rose", 77))
    return services


def test_an_old_visit_goes_between_two_visits_but_never_in_one(kiosk, qtbot):
    services = _put_old_visit(kiosk)
    _begin(kiosk)
    kiosk._refresh()  # noqa: SLF001 - what its timer does
    kiosk._runner.stop()  # noqa: SLF001 - until the worker has done all it was given
    assert services.store.visits.entries("old")
    _call_staff(kiosk)
    press(kiosk.window, "primary", "finish")
    kiosk.window.go_to_first_screen()
    kiosk._refresh()  # noqa: SLF001 - what its timer does
    qtbot.waitUntil(lambda: not services.store.visits.entries("old"))
    (line,) = [each for each in services.store.audit.lines() if each.by == "retention"]
    assert (line.action, line.subject) == ("visit_deleted_by_age", "old")


def test_an_old_visit_stays_while_staff_look(kiosk, qtbot):
    services = _put_old_visit(kiosk)
    area = _hold_the_corner(kiosk, qtbot)
    _enter(area, qtbot)
    kiosk._refresh()  # noqa: SLF001 - what its timer does
    kiosk._runner.stop()  # noqa: SLF001 - until the worker has done all it was given
    assert services.store.visits.entries("old")
    press(area, "lock")
    qtbot.waitUntil(lambda: not services.store.visits.entries("old"))


@pytest.mark.parametrize("release", ["hold", "auto"])
def test_a_page_goes_by_itself_only_where_pages_are_not_held(
    make_kiosk, qtbot, monkeypatch, release
):
    printer = FakePrinter()
    monkeypatch.setattr("kiosk.wiring.choose_printer", lambda _queue, **_: printer)
    made = make_kiosk(Settings(printing=Printing(release=release, copies=2), access=QUICK))
    settle()
    press(made.window, "language-en", "primary")
    made.window.submit(intents.GiveStage(Stage.SUPPORTING))
    made.window.submit(intents.Finish())
    if release == "hold":
        # A page that went would be under way by the time that another work is done.
        asked = []
        made._runner.run(lambda: 1, asked.append)  # noqa: SLF001 - the one that pages go by
        qtbot.waitUntil(lambda: asked == [1])
        assert printer.sent == []
    else:
        qtbot.waitUntil(lambda: len(printer.sent) == 1)
        assert printer.sent[0][2] == 2
