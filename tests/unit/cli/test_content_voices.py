"""`kiosk content voices`: told in time, whatever the speech system does."""

import json
import sys

import pytest

from kiosk.cli import content_voices
from kiosk.cli.content_voices import ask
from kiosk.cli.main import run
from kiosk.services.voices import Heard, Silence

TOLD = {"engine": "speechd", "voices": {"en": "English"}, "device": False, "plays": True}


@pytest.fixture
def speech(monkeypatch, tmp_path):
    """Makes a program that stands for the kiosk's own speech process."""

    def make(code):
        program = tmp_path / "speech"
        program.write_text(f"#!{sys.executable}\nimport sys, threading\n{code}\n")
        program.chmod(0o700)
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "executable", str(program))

    return make


def _print(told):
    called = "assert sys.argv[1:] == ['speech', '--once']"
    return f"{called}\nprint('noise')\nprint({json.dumps(told)!r})"


def test_the_voices_are_asked_for(speech):
    speech(_print(TOLD))
    assert ask() == Heard("speechd", {"en": "English"}, device=False)


@pytest.mark.parametrize(
    ("told", "silence"),
    [
        ({**TOLD, "voices": {}}, Silence.NO_ENGINE),
        ({**TOLD, "voices": {}, "plays": False}, Silence.NO_LIBRARY),
    ],
)
def test_what_is_missing(speech, told, silence):
    speech(_print(told))
    assert ask().silence is silence


def test_a_process_that_breaks_off(speech):
    speech("sys.exit(3)")
    assert ask().silence is Silence.NO_LIBRARY


def test_a_process_that_hangs_is_ended(speech):
    speech("threading.Event().wait()")
    assert ask(0.5).silence is Silence.NO_ANSWER


def test_a_line_for_each_language(monkeypatch, capsys):
    heard = Heard("speechd", {"en": "English (America)"})
    monkeypatch.setattr(content_voices, "ask", lambda: heard)
    assert run(["content", "voices"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("en: recorded 0 of ")
    assert printed[0].endswith("speechd reads with the voice English (America)")
    assert "no sound device" in printed[-1]
    assert run(["content", "voices", "--json"]) == 0
    (english, *_) = json.loads(capsys.readouterr().out)
    assert (english["language"], english["engine"]) == ("en", "speechd")


def test_a_language_without_a_voice_has_its_mend(monkeypatch, capsys):
    monkeypatch.setattr(content_voices, "ask", lambda: Heard(silence=Silence.NO_ENGINE))
    assert run(["content", "voices"]) == 0
    out = capsys.readouterr().out
    assert "no voice: install speech-dispatcher and speech-dispatcher-espeak-ng" in out


def test_a_folder_that_is_none(tmp_path, capsys):
    assert run(["content", "voices", str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err


def test_the_speech_process_tells_even_where_nothing_can_be_heard():
    """The real one, in whatever state the sound of this machine is."""
    heard = ask(30)
    assert heard.engine in {"", "speechd"}
