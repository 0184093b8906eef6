"""What a reader needs of a voice, and the voice that is not there."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from kiosk.services.reading import Spoken


class VoiceState(Enum):
    """What a voice does."""

    SILENT = "silent"
    SPEAKING = "speaking"
    PAUSED = "paused"


class Voice(Protocol):
    """Says one thing at a time. No call may block: it is made on the GUI thread."""

    def on_change(self, tell: Callable[[], None]) -> None:
        """Call `tell` whenever the state, or what can be said, is another one."""
        ...

    @property
    def state(self) -> VoiceState:
        """What it does now."""
        ...

    def can_say(self, spoken: Spoken) -> bool:
        """Whether there is a recording that can be played, or a voice for the language."""
        ...

    def say(self, spoken: Spoken) -> None:
        """Say this from its beginning, in place of what is being said."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...

    def pause(self) -> None:
        """Be silent at once, to go on later."""
        ...

    def resume(self) -> None:
        """Go on: a recording where it was, a sentence from its beginning."""
        ...

    def set_volume(self, volume: float) -> None:
        """Speak so loud from now on, 0 to 1."""
        ...

    def set_speed(self, speed: float) -> None:
        """Speak so fast from now on; 1 is as usual."""
        ...

    def renew(self) -> None:
        """Nobody is here: a voice that failed may be looked for again."""
        ...

    def close(self) -> None:
        """Be silent for ever."""
        ...


class NoVoice:
    """Satisfies `Voice` and says nothing.

    With `languages` it looks like a voice that nobody has asked to speak: in a rehearsal.
    """

    state = VoiceState.SILENT

    def __init__(self, languages: tuple[str, ...] = ()) -> None:
        self._languages = languages

    def on_change(self, tell: Callable[[], None]) -> None:
        """Nothing ever changes."""

    def can_say(self, spoken: Spoken) -> bool:
        """Nothing, unless it is to look so."""
        return spoken.language in self._languages

    def say(self, spoken: Spoken) -> None:
        """Say nothing."""

    def stop(self) -> None:
        """Go on saying nothing."""

    pause = resume = renew = close = stop

    def set_volume(self, volume: float) -> None:
        """It is silent at any volume."""

    def set_speed(self, speed: float) -> None:
        """And at any speed."""
