"""A voice that says nothing and keeps what it was told."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.services.reading import Spoken
from kiosk.ui.speech.voice import VoiceState


@dataclass
class FakeVoice:
    """Satisfies `Voice`; `end` is the end of what it says."""

    languages: tuple[str, ...] = ("en", "es", "ar")
    plays: bool = True
    state: VoiceState = VoiceState.SILENT
    said: list[Spoken] = field(default_factory=list)
    volumes: list[float] = field(default_factory=list)
    speeds: list[float] = field(default_factory=list)
    renewed: int = 0
    closed: bool = False
    told: list[Callable[[], None]] = field(default_factory=list)

    def on_change(self, tell: Callable[[], None]) -> None:
        self.told.append(tell)

    def can_say(self, spoken: Spoken) -> bool:
        return (self.plays and bool(spoken.recording)) or spoken.language in self.languages

    def say(self, spoken: Spoken) -> None:
        self.said.append(spoken)
        self._become(VoiceState.SPEAKING)

    def stop(self) -> None:
        self._become(VoiceState.SILENT)

    def pause(self) -> None:
        self._become(VoiceState.PAUSED)

    def resume(self) -> None:
        self._become(VoiceState.SPEAKING)

    def set_volume(self, volume: float) -> None:
        self.volumes.append(volume)

    def set_speed(self, speed: float) -> None:
        self.speeds.append(speed)

    def renew(self) -> None:
        self.renewed += 1

    def close(self) -> None:
        self.closed = True

    def end(self) -> None:
        self._become(VoiceState.SILENT)

    def _become(self, state: VoiceState) -> None:
        if state is not self.state:
            self.state = state
            for tell in self.told:
                tell()
