"""Staff are called while the kiosk runs: at once, again, off the GUI thread; failures show."""

import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from kiosk.app import Kiosk
from kiosk.domain import facts
from kiosk.domain.code import VisitCode
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import Leaving
from kiosk.domain.journey import Step, StepName
from kiosk.domain.language import BUILT_IN
from kiosk.services import intents
from kiosk.settings import AlertChannel, Alerts, Response, Settings, default_content_folder
from kiosk.ui.alarm_sound import RATE, AlarmSound, alarm_sound, beside_sound, tone
from kiosk.ui.alert_watch import AlertWatch
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import ROWS, BoardScreen
from tests.helpers.gui_kiosk import QUICK, complete_form, press, put_visit, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, _started, open_staff_area

PAGER = AlertChannel("webhook", "pager", url="http://localhost:9/")
HORN = AlertChannel("sound", "horn", after_minutes=5)
CALLING = Settings(alerts=Alerts(channel=(PAGER, HORN)), access=QUICK)


class Answering:
    """An alerting whose calls a test holds back."""

    def __init__(self, names=("desk",)):
        self._names = names
        self.runs = 0
        self.threads = set()
        self.gate = threading.Event()
        self.gate.set()
        self.error = None

    @property
    def names(self):
        return self._names

    def run(self):
        self.threads.add(threading.get_ident())
        self.gate.wait(10)
        self.runs += 1
        if self.error:
            raise self.error

    def stop(self):
        self.gate.set()


@pytest.fixture
def watched(qapp):
    """A watch and what it runs."""
    answering = Answering()
    watch = AlertWatch(answering)
    yield watch, answering
    watch.stop()
    watch.deleteLater()


def test_it_looks_at_once_and_in_another_thread(watched, qtbot):
    watch, answering = watched
    watch.start()
    qtbot.waitUntil(lambda: answering.runs == 1)
    assert answering.threads.isdisjoint({threading.get_ident()})


def test_an_alert_during_a_look_is_looked_at_afterwards(watched, qtbot):
    watch, answering = watched
    answering.gate.clear()
    watch.start()
    watch.look()
    watch.look()
    answering.gate.set()
    qtbot.waitUntil(lambda: answering.runs == 2)
    settle()
    assert answering.runs == 2


def test_a_store_that_fails_is_logged_and_the_watch_goes_on(watched, qtbot, logs):
    watch, answering = watched
    logs.expect("alerts not sent: disk_full")
    answering.error = KioskError(ErrorCode.DISK_FULL)
    watch.start()
    qtbot.waitUntil(lambda: answering.runs == 1)
    settle()
    answering.error = None
    watch.look()
    qtbot.waitUntil(lambda: answering.runs == 2)


def test_without_a_channel_nothing_runs(qapp):
    answering = Answering(names=())
    watch = AlertWatch(answering)
    watch.start()
    watch.look()
    watch.stop()
    assert answering.runs == 0


def _emissions(booth):
    seen = []
    booth.window.alert_raised.connect(lambda: seen.append(booth.journey.step.name))
    return seen


def test_the_window_tells_of_an_alert_when_she_goes_on(booth):
    booth.show(Step(StepName.EPDS_ITEM, index=10), *complete_form([1] * 9))
    seen = _emissions(booth)
    press(booth.window, "option-1")
    assert seen == []
    press(booth.window, "primary")
    assert seen == [StepName.SUPPORT]
    press(booth.window, "primary")
    assert len(seen) == 1


@pytest.mark.parametrize("how", [Leaving.QUIET, Leaving.IDLE])
def test_and_when_she_leaves(booth, how):
    form = complete_form([1] * 10)
    booth.show(Step(StepName.EPDS_ITEM, index=10), *form)
    seen = _emissions(booth)
    booth.window.submit(intents.Leave(how))
    assert len(seen) == 1


@pytest.fixture
def sent(monkeypatch):
    """What the webhook would send."""
    codes = []
    monkeypatch.setattr(
        "kiosk.handoff.webhook.Webhook.send",
        lambda _self, code, *, test=False: codes.append(str(code)),
    )
    return codes


@pytest.fixture
def run(kiosk_app, tmp_path, qtbot):
    """Starts a kiosk on the test's data folder, and ends it."""
    made = []

    def start(settings=CALLING):
        kiosk = Kiosk(tmp_path / "data", default_content_folder(), settings)
        made.append(kiosk)
        kiosk.start(windowed=True)
        qtbot.waitUntil(lambda: kiosk.alerts is not None, timeout=30_000)
        settle()
        return kiosk

    def end():
        kiosk = made.pop()
        kiosk.stop()
        kiosk.window.deleteLater()
        kiosk.deleteLater()
        settle()

    yield start, end
    while made:
        end()


def _call_staff(kiosk):
    press(kiosk.window, "language-en", "primary", "stage-pregnant")
    type_digits(kiosk.window, "30")
    press(kiosk.window, "primary", "interpreter-no")
    press(kiosk.window, "warning-signs", "sign-headache", "primary", "with-me")
    return str(kiosk.window.context.journey.current.code)


def test_a_running_kiosk_calls_at_once_and_not_again_after_a_restart(run, sent, qtbot):
    start, end = run
    code = _call_staff(start())
    qtbot.waitUntil(lambda: sent == [code])
    end()
    kiosk = start()
    watch = kiosk.alerts
    qtbot.waitUntil(lambda: not watch.is_busy)
    assert sent == [code]


def test_an_alert_from_before_a_power_cut_goes_out_at_the_start(run, sent, qtbot):
    start, end = run
    code = _call_staff(start(Settings(access=QUICK)))
    end()
    assert sent == []
    start()
    qtbot.waitUntil(lambda: sent == [code])


def test_without_channels_nobody_is_called(run, sent):
    start, _end = run
    kiosk = start(Settings(access=QUICK))
    _call_staff(kiosk)
    assert not kiosk.alerts.is_running
    assert sent == []


def test_a_kiosk_without_the_clinics_words_in_a_language_does_not_start(kiosk_app, tmp_path):
    settings = Settings(response=Response({"en": "Ana comes."}))
    kiosk = Kiosk(tmp_path / "data", default_content_folder(), settings)
    kiosk.start(windowed=True)
    # It ends by itself, before a visitor can come.
    kiosk_app.exec()
    kiosk.stop()
    kiosk.window.deleteLater()
    kiosk.deleteLater()
    settle()
    assert kiosk.error is not None
    assert kiosk.error.code is ErrorCode.BAD_VALUE
    others = ", ".join(code for code in BUILT_IN if code != "en")
    assert f"missing for {others}" in str(kiosk.error.params["reason"])


def _board(booth, qtbot, failing, language="en"):
    for number in range(3 * ROWS):
        put_visit(booth.store, f"v{number}", *_started("rose", 10 + number), facts.Finished())
    area = open_staff_area(booth, language=language, failing=failing).area
    type_digits(area, PIN)
    press(area, "enter")
    qtbot.waitUntil(lambda: area.findChild(BoardScreen) is not None)
    settle()
    press(area, "older")
    return area


def _alarm(board):
    (line,) = board.findChildren(QLabel, "channels")
    return line.text()


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_channel_that_does_not_work_is_named_on_the_board(booth, qtbot, language):
    board = _board(booth, qtbot, ("front desk", "w" * 30), language)
    words = booth.catalogues.words(language)
    line = words.gettext("Alert channel '%(name)s' does not work") % {"name": "front desk"}
    shown = _alarm(board)
    assert shown.splitlines()[0] == line
    assert len(shown.splitlines()) == 2
    assert not layout_faults(board, 1.0)


def test_nothing_is_said_while_all_work(booth, qtbot):
    assert _alarm(_board(booth, qtbot, ())) == ""


def test_the_sound_is_made_here():
    alarm, test = tone(), tone(test=True)
    assert len(alarm) == 9 * len(test)
    assert 0.3 < len(test) / 2 / RATE < 1
    samples = memoryview(alarm).cast("h")
    assert max(samples) > 15_000
    assert abs(samples[0]) + abs(samples[-1]) < 500


@pytest.mark.parametrize("missing", ["device", "support"])
def test_a_machine_without_sound_says_so(qapp, monkeypatch, missing):
    if missing == "support":

        def no_module(name):
            raise ImportError(name)

        monkeypatch.setattr("kiosk.ui.alarm_sound.import_module", no_module)
    else:
        monkeypatch.setattr(AlarmSound, "_play", lambda _self, _samples: "no sound device")

    def send(sound):
        sound.send(VisitCode("green", 42), test=True)

    with pytest.raises(KioskError) as caught:
        beside_sound(send)
    assert caught.value.code is ErrorCode.SOUND_FAILED
    assert "no sound" in str(caught.value.params["reason"])


class Device:
    """A sound device; `takes` is whether it takes plain sound."""

    takes = True

    def isNull(self):
        return False

    def isFormatSupported(self, shape):
        return self.takes and shape.sampleRate() == RATE


class Sink(QObject):
    """What plays, of a Qt whose enumerations are its own."""

    trouble = "NoError"

    def __init__(self, device, shape, parent):
        super().__init__(parent)
        self.playing = None

    def start(self, buffer):
        self.playing = bytes(buffer.readAll().data())

    def stop(self):
        self.playing = None

    def error(self):
        return SimpleNamespace(name=self.trouble)

    def state(self):
        return SimpleNamespace(name="IdleState" if self.playing else "StoppedState")


@pytest.mark.parametrize(
    ("takes", "trouble", "told"),
    [
        (True, "NoError", ""),
        (True, "OpenError", "the sound device refused"),
        (False, "NoError", "the sound device takes no plain sound"),
    ],
)
def test_what_the_sound_device_says_is_believed(qapp, monkeypatch, takes, trouble, told):
    devices = SimpleNamespace(defaultAudioOutput=Device)
    monkeypatch.setattr("PySide6.QtMultimedia.QMediaDevices", devices)
    monkeypatch.setattr("PySide6.QtMultimedia.QAudioSink", Sink)
    monkeypatch.setattr(Device, "takes", takes)
    monkeypatch.setattr(Sink, "trouble", trouble)

    def send(sound):
        sound.send(VisitCode("green", 42), test=True)
        sound.send(VisitCode("green", 42), test=True)

    if told:
        with pytest.raises(KioskError) as caught:
            beside_sound(send)
        assert caught.value.params["reason"] == told
    else:
        beside_sound(send)


def test_work_beside_the_sound_gives_its_result(qapp, monkeypatch):
    played = []
    monkeypatch.setattr(AlarmSound, "_play", lambda _self, samples: played.append(samples) or "")

    def send(sound):
        sound.send(VisitCode("green", 42), test=True)
        return "sent"

    assert beside_sound(send) == "sent"
    assert played == [tone(test=True)]


def test_a_kiosk_that_does_not_play_is_not_waited_for(qapp, monkeypatch):
    monkeypatch.setattr("kiosk.ui.alarm_sound.PATIENCE", 0.05)
    monkeypatch.setattr(AlarmSound, "_play", lambda _self, _samples: "")
    sound = AlarmSound()
    failed = []

    def send():
        try:
            sound.send(VisitCode("green", 42))
        except KioskError as error:
            failed.append(error.params["reason"])

    caller = threading.Thread(target=send)
    caller.start()
    caller.join(10)
    assert failed == ["the kiosk is busy"]
    settle()
    sound.stop()


def test_sound_is_made_ready_where_a_channel_wants_it(booth):
    assert alarm_sound(Settings(), booth.window) is None
    assert alarm_sound(CALLING, booth.window) is not None
