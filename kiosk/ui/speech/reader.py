"""Reads pages aloud: when she asks, or each one as it shows; any touch interrupts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.services.reading import Spoken
from kiosk.ui.speech.voice import NoVoice, Voice, VoiceState

VOLUMES: Final = (0.35, 0.6, 0.9)
"""Quiet, middle, loud: never the most that the machine can."""

FIRST_VOLUME: Final = 1
SPEEDS: Final = (0.75, 1.0, 1.35)
"""Slow, usual, fast, as factors."""

FIRST_SPEED: Final = 1
ALONE_MS: Final = 60_000
"""How long the first screen remembers that somebody wants to be read to."""


@dataclass(frozen=True, slots=True)
class SoundState:
    """What the sound controls show.

    Attributes:
        can: The page can be read.
        on: Each page is read as it shows.
        voice: What the voice does.
        again: The page was read, or its reading begun.
        volume: Counted from 1.
        used: She has used the sound, so volume, speed and pause are worth a place.
        speed: Counted from 1.
    """

    can: bool = False
    on: bool = False
    voice: VoiceState = VoiceState.SILENT
    again: bool = False
    volume: int = FIRST_VOLUME + 1
    used: bool = False
    speed: int = FIRST_SPEED + 1


class Readable(Protocol):
    """A page."""

    reads_itself: bool

    def spoken(self) -> Spoken | None:
        """What it says; None where it must not be read."""
        ...

    def show_sound(self, state: SoundState) -> None:
        """Show whether it can be, or is, read."""
        ...


class SoundBar(Protocol):
    """The bar with the sound controls."""

    def show_sound(self, state: SoundState) -> None:
        """Show them."""
        ...


class Reader(QObject):
    """The window's own; reads one page at a time.

    Signals:
        said: A `Spoken`, as the voice was told to say it: the transcript.
        lacking: A language that she wants to be read to in, and that has no voice.

    Attributes:
        told_of: Makes of a page what is said of it while each page is read as it shows.
    """

    said = Signal(object)
    lacking = Signal(str)

    def __init__(self, parent: QObject | None = None, *, headphones: bool = False) -> None:
        """`headphones`: nobody overhears, so that private pages are read as they show, too."""
        super().__init__(parent)
        self._headphones = headphones
        self._voice: Voice = NoVoice()
        self._page: Readable | None = None
        self._bar: SoundBar | None = None
        self._on = self._again = self._used = self._visiting = False
        self._volume = FIRST_VOLUME
        self._speed = FIRST_SPEED
        self._last: Spoken | None = None
        self._then: tuple[Spoken, ...] = ()
        self._wakes = True
        self.told_of: Callable[[Any], Spoken | None] = _whole
        self._cut = False
        self._let_go = True
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.timeout.connect(self.reset)

    def use(self, voice: Voice) -> None:
        """Read with this voice from now on."""
        self._voice.close()
        self._voice = voice
        voice.on_change(self._on_voice)
        self._tell()

    def attach(self, bar: SoundBar) -> None:
        """Show the state on this bar."""
        self._bar = bar
        self._tell()

    def show(self, page: Readable, *, visiting: bool) -> None:
        """A page shows: the last one is read no further, this one is if she wants to be read to.

        Args:
            page: The page.
            visiting: Whether somebody's visit is open; without one nothing is read by itself.
        """
        self._page = None
        self._silence()
        self._again = False
        self._visiting = visiting
        self._page = page
        if visiting:
            self._alone.stop()
            if self._on:
                self._begin()
        self._tell()

    def reads(self, language: str) -> bool:
        """Whether there is a voice for this language."""
        return self._voice.can_say(Spoken(language, (" ",)))

    @property
    def is_on(self) -> bool:
        """Whether she is guided: each page is read as it shows."""
        return self._on

    def is_reading(self) -> bool:
        """Whether there is something to hear."""
        return self._voice.state is VoiceState.SPEAKING

    def shows_presence(self) -> bool:
        """Whether what there is to hear was asked for: then somebody is there."""
        return self.is_reading() and self._wakes

    def can_say(self, spoken: Spoken) -> bool:
        """Whether there is a voice, or a recording, for this."""
        return self._voice.can_say(spoken)

    def tell(self, spoken: Spoken | None) -> None:
        """Say where she is, or what has changed, to who is guided; it shows nobody's presence."""
        if self._on and spoken is not None and spoken.sentences:
            self._silence()
            self._say(spoken, wakes=False)
            self._tell()

    def repeat(self) -> None:
        """Say once more what was said last."""
        if self._last is not None:
            self._silence()
            self._say(self._last)
            self._tell()

    def touched(self) -> None:
        """A touch or key, anywhere: silence. One touch comes as several events."""
        if self.is_reading():
            self._cut, self._let_go = True, False
            self._voice.pause()
            self._restart_alone()
        elif self._let_go:
            self._cut = False
            self._restart_alone()

    def released(self) -> None:
        """The finger is up: the next touch is another one."""
        self._let_go = True

    def listen(self) -> None:
        """Read this page and all that follow; or nothing more, when it was being read."""
        if self._cut or self.is_reading():
            self._on = False
            self._silence()
        else:
            self._on = True
            self._begin()
        self._tell()
        if self._on and not self._visiting:
            self._alone.start(ALONE_MS)

    def reset(self) -> None:
        """As every visit begins: silent, nothing read by itself, the first volume."""
        self._alone.stop()
        self._silence()
        self._on = self._again = self._used = self._cut = False
        self._volume, self._speed = FIRST_VOLUME, FIRST_SPEED
        self._last = None
        self._tell()

    def renew(self) -> None:
        """A visit has ended; its page is asked nothing more."""
        self._page = None
        self.reset()
        self._voice.renew()

    def close(self) -> None:
        """The window goes."""
        self._page = None
        self.reset()
        self._voice.close()

    def read(self) -> None:
        """Her page's own button: read it, break off, go on, read it again."""
        if self._cut:
            # This very touch has broken it off.
            self._cut = False
        elif self.is_reading():
            self._voice.pause()
        elif self._voice.state is VoiceState.PAUSED:
            self._voice.resume()
        else:
            self._again = self._say(self._page.spoken() if self._page else None)
        self._tell()

    def pause(self) -> None:
        """Break off, or go on with what was broken off."""
        if self._cut:
            # This very touch has broken it off.
            self._cut = False
        elif self.is_reading():
            self._voice.pause()
        elif self._voice.state is VoiceState.PAUSED:
            self._voice.resume()
        self._tell()

    def read_news(self, spoken: Spoken) -> None:
        """Something new stands on the page: what is paused is not gone on with."""
        self._silence()
        if self._on:
            self._say(spoken)
        self._tell()

    def change_volume(self) -> None:
        """The next volume; what this touch has interrupted goes on."""
        self._volume = (self._volume + 1) % len(VOLUMES)
        self._voice.set_volume(VOLUMES[self._volume])
        self._go_on()

    def change_speed(self) -> None:
        """The next speed; what this touch has interrupted goes on."""
        self._speed = (self._speed + 1) % len(SPEEDS)
        self._voice.set_speed(SPEEDS[self._speed])
        self._go_on()

    def _go_on(self) -> None:
        if self._cut and self._voice.state is VoiceState.PAUSED:
            self._cut = False
            self._voice.resume()
        self._tell()

    def _restart_alone(self) -> None:
        """Whoever touches the first screen is still there."""
        if self._alone.isActive():
            self._alone.start(ALONE_MS)

    def _begin(self) -> None:
        """Tell of the page as it shows; or that her language has no voice."""
        spoken = self.told_of(self._page) if self._page is not None else None
        if spoken is None or self._say(spoken):
            self._again = spoken is not None
        else:
            self._on = False
            self.lacking.emit(spoken.language)

    def _silence(self) -> None:
        self._then = ()
        self._voice.stop()

    def _say(self, spoken: Spoken | None, *, wakes: bool = True) -> bool:
        """Say it, if there is a voice for it; gives whether there is."""
        if spoken is None or not spoken.sentences:
            return True
        first, *rest = spoken.parts()
        if not self._voice.can_say(first):
            return False
        self._used = True
        self._wakes = wakes
        self._last = spoken
        self._voice.set_volume(VOLUMES[self._volume])
        self._voice.set_speed(SPEEDS[self._speed])
        self._voice.say(first)
        self.said.emit(first)
        self._then = tuple(rest)
        return True

    def _on_voice(self) -> None:
        """The voice has begun, or ended, or is another one."""
        if self._then and self._voice.state is VoiceState.SILENT:
            then, self._then = self._then, ()
            if self._voice.can_say(then[0]):
                self._voice.say(then[0])
                self.said.emit(then[0])
        self._tell()

    def _tell(self) -> None:
        spoken = self._page.spoken() if self._page else None
        state = SoundState(
            can=bool(spoken and spoken.sentences and self._voice.can_say(spoken)),
            on=self._on,
            voice=self._voice.state,
            again=self._again,
            volume=self._volume + 1,
            used=self._used or self._on,
            speed=self._speed + 1,
        )
        if self._page is not None:
            self._page.show_sound(state)
        if self._bar is not None:
            self._bar.show_sound(state)


def _whole(page: Readable) -> Spoken | None:
    """What a page says, where nobody makes more of it."""
    return page.spoken()
