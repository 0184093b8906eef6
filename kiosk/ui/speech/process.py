"""The voice in a process of its own, which is ended when it does not answer.

See docs/decisions/0004: speech-dispatcher and the sound system can hang for ever, and whoever
waits for them hangs with them.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.services.reading import Spoken
from kiosk.settings import Settings
from kiosk.ui.speech.voice import NoVoice, Voice, VoiceState

_log = logging.getLogger(__name__)

START_MS: Final = 8_000
"""Longest time until the process tells which voices there are; it takes 1.5 s."""

ANSWER_MS: Final = 5_000
LETTER_MS: Final = 250
"""Longest time that a sentence may take: three times what a slow voice needs."""

_END_MS: Final = 500


def speech_command() -> list[str]:
    """How the process is started, from a checkout, a wheel or a bundle."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
    return [*own, "speech"]


class ProcessVoice(QObject):
    """Satisfies `Voice`.

    Signals:
        changed: The state, or what can be said, is another one.
    """

    changed = Signal()

    def __init__(
        self,
        command: Sequence[str] = (),
        parent: QObject | None = None,
        *,
        start_ms: int = START_MS,
        answer_ms: int = ANSWER_MS,
    ) -> None:
        super().__init__(parent)
        self._command = list(command) or speech_command()
        self._start_ms = start_ms
        self._answer_ms = answer_ms
        self._process: QProcess | None = None
        self._languages: frozenset[str] = frozenset()
        self._plays = False
        self._number = 0
        self._limit = 0
        self._volume = 1.0
        self._speed = 1.0
        self.state = VoiceState.SILENT
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_hang)

    def on_change(self, tell: Callable[[], None]) -> None:
        """Call `tell` whenever the state, or what can be said, is another one."""
        self.changed.connect(tell)

    def start(self) -> None:
        """Start the process; it will tell which voices there are."""
        process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        self._process = process
        self._patience.start(self._start_ms)
        process.start(self._command[0], self._command[1:])

    def renew(self) -> None:
        """Start it again where it has failed, or found no voice, before."""
        if self._process is None:
            self.start()
        elif not self._languages and not self._patience.isActive():
            self._end()
            self.start()

    def can_say(self, spoken: Spoken) -> bool:
        """Whether there is a recording that can be played, or a voice for the language."""
        recorded = self._plays and bool(spoken.recording)
        return recorded or spoken.language in self._languages

    def say(self, spoken: Spoken) -> None:
        """Say this from its beginning."""
        self._number += 1
        longest = max((len(sentence) for sentence in spoken.sentences), default=0)
        self._limit = round(self._answer_ms + longest * LETTER_MS / min(1.0, self._speed))
        self._tell(
            {
                "do": "say",
                "number": self._number,
                "language": spoken.language,
                "sentences": spoken.sentences,
                "recording": spoken.recording if self._plays else "",
                "volume": self._volume,
                "speed": self._speed,
            }
        )
        self._patience.start(self._limit)
        self._become(VoiceState.SPEAKING)

    def stop(self) -> None:
        """Be silent; nobody waits for the process to be so."""
        if self.state is not VoiceState.SILENT:
            self._tell({"do": "stop"})
            self._patience.stop()
            self._become(VoiceState.SILENT)

    def pause(self) -> None:
        """Be silent, to go on later."""
        if self.state is VoiceState.SPEAKING:
            self._tell({"do": "pause"})
            self._patience.stop()
            self._become(VoiceState.PAUSED)

    def resume(self) -> None:
        """Go on."""
        if self.state is VoiceState.PAUSED:
            self._tell({"do": "resume", "volume": self._volume, "speed": self._speed})
            self._patience.start(self._limit)
            self._become(VoiceState.SPEAKING)

    def set_volume(self, volume: float) -> None:
        """Speak so loud from the next sentence on."""
        self._volume = volume

    def set_speed(self, speed: float) -> None:
        """Speak so fast from the next sentence on."""
        self._speed = speed

    def close(self) -> None:
        """End the process; nobody hears of it."""
        self.blockSignals(True)
        self._end()

    def _tell(self, order: Mapping[str, object]) -> None:
        if self._process is not None:
            self._process.write(json.dumps(order).encode() + b"\n")

    def _on_output(self) -> None:
        while self._process is not None and self._process.canReadLine():
            try:
                told = json.loads(bytes(self._process.readLine().data()))
            except ValueError:
                continue
            if isinstance(told, dict):
                self._hear(told)

    def _hear(self, told: dict[str, Any]) -> None:
        if "voices" in told:
            self._patience.stop()
            heard = bool(told.get("device"))
            self._languages = frozenset(told["voices"] if heard else ())
            self._plays = heard and bool(told.get("plays"))
            self.changed.emit()
        elif told.get("number") == self._number and self.state is VoiceState.SPEAKING:
            if told.get("done"):
                self._patience.stop()
                self._become(VoiceState.SILENT)
            else:
                self._patience.start(self._limit)

    def _on_hang(self) -> None:
        _log.warning("speech does not answer; going on without it")
        self._lose()

    def _on_finished(self) -> None:
        if self._process is not None:
            _log.warning("speech has ended; going on without it")
            self._lose()

    def _lose(self) -> None:
        self._end()
        self._languages, self._plays = frozenset(), False
        self.state = VoiceState.SILENT
        self.changed.emit()

    def _end(self) -> None:
        """Kill it: a process that hangs takes no order, and its sound ends with it."""
        process, self._process = self._process, None
        self._patience.stop()
        if process is not None:
            process.kill()
            process.waitForFinished(_END_MS)
            process.deleteLater()

    def _become(self, state: VoiceState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()


def speech_voice(settings: Settings, parent: QObject) -> Voice:
    """The voice of a running kiosk, already looked for; none where the clinic wants none."""
    if not settings.sound.read_aloud:
        return NoVoice()
    voice = ProcessVoice(parent=parent)
    voice.start()
    return voice
