"""The voice in its own process: it may hang, die or be missing, and nobody waits for it."""

import json
import sys
import time

import pytest

from kiosk.services.reading import Spoken
from kiosk.settings import Settings, Sound
from kiosk.ui.speech import voices
from kiosk.ui.speech.process import ProcessVoice, speech_command, speech_voice
from kiosk.ui.speech.voice import NoVoice, VoiceState
from kiosk.ui.speech.voices import choose, installed_languages
from tests.helpers.project import ROOT

HELPER = str(ROOT / "tests" / "helpers" / "speech_process.py")
HELLO = Spoken("en", ("Hello.", "Good day."))
NOBODY = Spoken("fr", ("Bonjour.",))
LOST = "going on without it"


@pytest.fixture
def start(qapp):
    """Starts a voice whose process goes its own way."""
    made = []

    def make(way, *, start_ms=20_000, answer_ms=20_000):
        voice = ProcessVoice([sys.executable, HELPER, way], start_ms=start_ms, answer_ms=answer_ms)
        made.append(voice)
        voice.start()
        return voice

    yield make
    for voice in made:
        voice.close()
        voice.deleteLater()


@pytest.fixture
def ready(start, qtbot):
    """Starts one and waits until it has told of its voices."""

    def make(way, **times):
        voice = start(way, **times)
        qtbot.waitUntil(lambda: voice.can_say(HELLO), timeout=20_000)
        return voice

    return make


def _orders(voice, monkeypatch):
    told = []
    monkeypatch.setattr(voice._process, "write", lambda line: told.append(json.loads(line)))  # noqa: SLF001
    return told


def test_it_tells_what_it_can_say(ready):
    voice = ready("speak")
    assert not voice.can_say(NOBODY)
    assert voice.can_say(Spoken("fr", ("Bonjour.",), "card.opus"))


def test_it_says_and_tells_when_it_has_ended(ready, qtbot):
    voice = ready("speak")
    with qtbot.waitSignal(voice.changed, check_params_cb=None):
        voice.say(HELLO)
    assert voice.state is VoiceState.SPEAKING
    qtbot.waitUntil(lambda: voice.state is VoiceState.SILENT)


def test_what_it_is_told(ready, monkeypatch):
    voice = ready("slow")
    told = _orders(voice, monkeypatch)
    voice.set_volume(0.35)
    voice.say(Spoken("es", ("Hola.",), "card.opus"))
    voice.pause()
    voice.pause()
    voice.resume()
    voice.stop()
    voice.stop()
    voice.resume()
    assert [order["do"] for order in told] == ["say", "pause", "resume", "stop"]
    assert told[0]["sentences"] == ["Hola."]
    assert told[0]["recording"] == "card.opus"
    assert told[2]["volume"] == 0.35


def test_without_a_sound_device_nothing_can_be_heard(start, qtbot):
    voice = start("mute")
    with qtbot.waitSignal(voice.changed):
        pass
    assert not voice.can_say(HELLO)
    assert not voice.can_say(Spoken("en", ("Hello.",), "card.opus"))


def test_what_libraries_print_is_passed_over(ready):
    assert ready("noise").can_say(HELLO)


def test_a_process_that_never_answers_is_given_up(start, qtbot, logs):
    logs.expect(f"does not answer; {LOST}")
    voice = start("hang", start_ms=200)
    with qtbot.waitSignal(voice.changed):
        pass
    assert voice._process is None  # noqa: SLF001 - it was ended
    assert not voice.can_say(HELLO)
    voice.say(HELLO)
    voice.stop()


def test_a_sentence_that_never_ends_is_given_up(ready, qtbot, logs):
    """Without that a screen would count as read to for ever, and never be cleared."""
    logs.expect(f"does not answer; {LOST}")
    voice = ready("slow", answer_ms=0)
    voice.say(Spoken("en", ("Hm.",)))
    qtbot.waitUntil(lambda: voice.state is VoiceState.SILENT)
    assert not voice.can_say(HELLO)


def test_a_process_that_dies_is_done_without(start, qtbot, logs):
    logs.expect(f"has ended; {LOST}")
    voice = start("die")
    qtbot.waitUntil(lambda: voice._process is None)  # noqa: SLF001 - it has ended
    assert not voice.can_say(HELLO)


def test_a_program_that_is_not_there_is_done_without(qapp, qtbot, logs):
    logs.expect(f"has ended; {LOST}")
    voice = ProcessVoice(["no-such-program"])
    voice.start()
    qtbot.waitUntil(lambda: voice._process is None)  # noqa: SLF001 - it never was
    voice.close()


def test_after_a_visit_a_lost_voice_is_looked_for_again(start, qtbot, logs):
    logs.expect(f"has ended; {LOST}")
    voice = start("die")
    qtbot.waitUntil(lambda: voice._process is None)  # noqa: SLF001 - it has ended
    voice._command[-1] = "speak"  # noqa: SLF001 - somebody has mended it
    voice.renew()
    qtbot.waitUntil(lambda: voice.can_say(HELLO), timeout=20_000)
    kept = voice._process  # noqa: SLF001 - a voice that is there is left alone
    voice.renew()
    assert voice._process is kept  # noqa: SLF001


def test_after_a_visit_headphones_are_looked_for_again(start, qtbot):
    voice = start("mute")
    with qtbot.waitSignal(voice.changed):
        pass
    voice._command[-1] = "speak"  # noqa: SLF001 - somebody has plugged them in
    voice.renew()
    qtbot.waitUntil(lambda: voice.can_say(HELLO), timeout=20_000)


def test_nobody_waits_for_a_process_that_hangs(start):
    voice = start("hang")
    began = time.monotonic()
    voice.say(HELLO)
    voice.pause()
    voice.resume()
    voice.stop()
    voice.close()
    assert time.monotonic() - began < 2


def test_the_clinic_may_want_no_voice(qapp):
    assert isinstance(speech_voice(Settings(sound=Sound(read_aloud=False)), qapp), NoVoice)


def test_the_command_is_the_kiosk_s_own(monkeypatch):
    assert speech_command()[1:] == ["-m", "kiosk", "speech"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert speech_command() == [sys.executable, "speech"]


@pytest.mark.parametrize(
    ("language", "own", "other", "chosen"),
    [
        ("en", ["English (Caribbean)", "English (America)+Adam", "English (America)"], [], 2),
        ("es", ["Spanish (Spain)", "Spanish (Latin America)"], [], 1),
        ("fr", ["Somebody", "French (Belgium)"], [], 1),
        ("vi", ["Somebody"], ["Klingon"], 0),
        ("ar", ["Arabic+Adam"], ["Klingon"], None),
    ],
)
def test_the_voice_of_a_language(language, own, other, chosen):
    assert choose(language, own, other) == ("" if chosen is None else own[chosen])


def test_a_voice_whose_language_the_engine_cannot_tell():
    other = ["Klingon", "Chinese (Mandarin, latin as English)"]
    assert choose("zh_Hans", [], other) == other[1]


def test_a_rehearsal_asks_nobody_which_voices_there_are(monkeypatch, tmp_path):
    (tmp_path / "sd_espeak-ng").touch()
    monkeypatch.setattr(voices.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(voices, "_MODULES", (str(tmp_path),))
    assert "ar" in installed_languages()
    monkeypatch.setattr(voices.shutil, "which", lambda name: None)
    assert installed_languages() == ()
