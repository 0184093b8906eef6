"""Qt's speech and recordings, as the speech process drives them. Any call here may hang."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QLocale, QObject, QTimer, QUrl
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.domain.language import LANGUAGES
from kiosk.ui.speech.voices import choose

MOCK = "mock"
_RATE = -0.1
"""Qt's -1 to 1 at the usual speed: a little slower than engines like to speak."""

_FASTER = 0.8
"""How much of Qt's range twice the speed is."""

_STOP_MS = 1000


class Sentences(QObject):
    """Says sentences one after the other; goes on with the one that was broken off."""

    def __init__(self, alive: Callable[[], None], done: Callable[[], None]) -> None:
        super().__init__()
        engines = [name for name in QTextToSpeech.availableEngines() if name != MOCK]
        self.engine = "speechd" if "speechd" in engines else next(iter(engines), "")
        self._alive, self._done = alive, done
        self._left: list[str] = []
        self._speaking = self._waiting = False
        self._tts = QTextToSpeech(self.engine) if self.engine else None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._on_silent)
        self.voices: dict[str, str] = {}
        if self._tts is not None:
            self._tts.stateChanged.connect(self._on_state)
            self._tts.setRate(_RATE)
            self.voices = self._find(self._tts)

    def say(self, language: str, sentences: Iterable[str], volume: float) -> None:
        """Say them; the engine is stopped first if it speaks."""
        self.stop()
        self._left = list(sentences)
        if self._tts is not None:
            self._use(self._tts, language)
        self.resume(volume)

    def resume(self, volume: float) -> None:
        """Go on with the sentence that was broken off."""
        if self._tts is not None:
            self._tts.setVolume(volume)
        self._speaking = True
        self._next()

    def set_speed(self, speed: float) -> None:
        """Speak so fast from the next sentence on; 1 is as usual."""
        if self._tts is not None:
            self._tts.setRate(max(-1.0, min(1.0, _RATE + _FASTER * (speed - 1))))

    def stop(self) -> None:
        """Be silent; what is left can be gone on with."""
        self._speaking = False
        if self._tts is not None and self._tts.state() == QTextToSpeech.State.Speaking:
            self._tts.stop()
            # The end of what was stopped is told late: it must not count as the next one's.
            self._waiting = True
            self._late.start(_STOP_MS)

    def _next(self) -> None:
        if not self._speaking or self._waiting:
            return
        if self._left and self._tts is not None:
            self._alive()
            self._tts.say(self._left[0])
        else:
            self._speaking = False
            self._done()

    def _on_state(self, state: QTextToSpeech.State) -> None:
        if state != QTextToSpeech.State.Ready:
            return
        if self._waiting:
            self._on_silent()
        elif self._speaking:
            self._left.pop(0)
            self._next()

    def _on_silent(self) -> None:
        self._late.stop()
        self._waiting = False
        self._next()

    def _find(self, tts: QTextToSpeech) -> dict[str, str]:
        found = {code: choose(code, *self._names(tts, code)) for code in LANGUAGES}
        return {code: name for code, name in found.items() if name}

    def _names(self, tts: QTextToSpeech, code: str) -> tuple[list[str], list[str]]:
        own: list[str] = []
        other: list[str] = []
        for locale in self._locales(tts, code):
            tts.setLocale(locale)
            names = [voice.name() for voice in tts.availableVoices()]
            (other if locale == QLocale.c() else own).extend(names)
        return own, other

    @staticmethod
    def _locales(tts: QTextToSpeech, code: str) -> list[QLocale]:
        """The engine's locales of a language, and the one it uses for what it does not know."""
        wanted = QLocale(code).language()
        known = tts.availableLocales()
        return [each for each in known if each.language() == wanted or each == QLocale.c()]

    def _use(self, tts: QTextToSpeech, language: str) -> None:
        for locale in self._locales(tts, language):
            tts.setLocale(locale)
            for voice in tts.availableVoices():
                if voice.name() == self.voices.get(language):
                    tts.setVoice(voice)
                    return


class Recordings(QObject):
    """Plays a recording."""

    def __init__(self, alive: Callable[[], None], done: Callable[[], None]) -> None:
        super().__init__()
        self._alive, self._done = alive, done
        self._output: QAudioOutput | None = None
        self._player: QMediaPlayer | None = None
        self._second = -1
        self._speed = 1.0
        self.has_device = not QMediaDevices.defaultAudioOutput().isNull()

    def say(self, path: str, volume: float) -> None:
        """Play it from its beginning."""
        self.stop()
        if self._player is None:
            self._output = QAudioOutput(self)
            self._player = QMediaPlayer(self)
            self._player.setAudioOutput(self._output)
            self._player.positionChanged.connect(self._on_position)
            self._player.mediaStatusChanged.connect(self._on_status)
        # Anew even for the same file: it may have been recorded again.
        self._player.setSource(QUrl())
        self._player.setSource(QUrl.fromLocalFile(path))
        self.resume(volume)

    def resume(self, volume: float) -> None:
        """Go on where it was."""
        if self._player is not None and self._output is not None:
            self._output.setVolume(volume)
            self._player.setPlaybackRate(self._speed)
            self._player.play()

    def set_speed(self, speed: float) -> None:
        """Play so fast from now on; 1 is as it was recorded."""
        self._speed = speed

    def pause(self) -> None:
        """Be silent, to go on later."""
        if self._player is not None:
            self._player.pause()

    def stop(self) -> None:
        """Be silent."""
        if self._player is not None:
            self._player.stop()

    def _on_position(self, milliseconds: int) -> None:
        second = milliseconds // 1000
        if second != self._second:
            self._second = second
            self._alive()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status in (QMediaPlayer.MediaStatus.EndOfMedia, QMediaPlayer.MediaStatus.InvalidMedia):
            self._done()
