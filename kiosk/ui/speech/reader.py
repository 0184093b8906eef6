"""Reads pages aloud: when she asks, or each one as it shows; any touch interrupts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer

from kiosk.services.reading import Spoken
from kiosk.ui.speech.voice import NoVoice, Voice, VoiceState

VOLUMES: Final = (0.35, 0.6, 0.9)
"""Quiet, middle, loud: never the most that the machine can."""

FIRST_VOLUME: Final = 1
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
        used: She has used the sound, so the volume is worth a place.
    """

    can: bool = False
    on: bool = False
    voice: VoiceState = VoiceState.SILENT
    again: bool = False
    volume: int = FIRST_VOLUME + 1
    used: bool = False


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
    """The window's own; reads one page at a time."""

    def __init__(self, parent: QObject | None = None, *, headphones: bool = False) -> None:
        """`headphones`: nobody overhears, so that private pages are read as they show, too."""
        super().__init__(parent)
        self._headphones = headphones
        self._voice: Voice = NoVoice()
        self._page: Readable | None = None
        self._bar: SoundBar | None = None
        self._on = self._again = self._used = self._visiting = False
        self._volume = FIRST_VOLUME
        self._cut = False
        self._let_go = True
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.timeout.connect(self.reset)

    def use(self, voice: Voice) -> None:
        """Read with this voice from now on."""
        self._voice.close()
        self._voice = voice
        voice.on_change(self._tell)
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
        self._voice.stop()
        self._again = False
        self._visiting = visiting
        self._page = page
        if visiting:
            self._alone.stop()
            if self._on and (page.reads_itself or self._headphones):
                self._say(page.spoken())
        self._tell()

    def reads(self, language: str) -> bool:
        """Whether there is a voice for this language."""
        return self._voice.can_say(Spoken(language, (" ",)))

    def is_reading(self) -> bool:
        """Whether there is something to hear: then somebody is there."""
        return self._voice.state is VoiceState.SPEAKING

    def touched(self) -> None:
        """A touch or key, anywhere: silence. One touch comes as several events."""
        if self.is_reading():
            self._cut, self._let_go = True, False
            self._voice.pause()
        elif self._let_go:
            self._cut = False

    def released(self) -> None:
        """The finger is up: the next touch is another one."""
        self._let_go = True

    def listen(self) -> None:
        """Read this page and all that follow; or nothing more, when it was being read."""
        if self._cut or self.is_reading():
            self._on = False
            self._voice.stop()
        else:
            self._on = True
            self._say(self._page.spoken() if self._page else None)
        self._tell()
        if self._on and not self._visiting:
            self._alone.start(ALONE_MS)

    def reset(self) -> None:
        """As every visit begins: silent, nothing read by itself, the first volume."""
        self._alone.stop()
        self._voice.stop()
        self._on = self._again = self._used = self._cut = False
        self._volume = FIRST_VOLUME
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
            self._say(self._page.spoken() if self._page else None)
        self._tell()

    def read_news(self, spoken: Spoken) -> None:
        """Something new stands on the page: what is paused is not gone on with."""
        self._voice.stop()
        if self._on:
            self._say(spoken)
        self._tell()

    def change_volume(self) -> None:
        """The next volume; what this touch has interrupted goes on."""
        self._volume = (self._volume + 1) % len(VOLUMES)
        self._voice.set_volume(VOLUMES[self._volume])
        if self._cut and self._voice.state is VoiceState.PAUSED:
            self._cut = False
            self._voice.resume()
        self._tell()

    def _say(self, spoken: Spoken | None) -> None:
        if spoken is not None and spoken.sentences and self._voice.can_say(spoken):
            self._again = self._used = True
            self._voice.set_volume(VOLUMES[self._volume])
            self._voice.say(spoken)

    def _tell(self) -> None:
        spoken = self._page.spoken() if self._page else None
        state = SoundState(
            can=bool(spoken and spoken.sentences and self._voice.can_say(spoken)),
            on=self._on,
            voice=self._voice.state,
            again=self._again,
            volume=self._volume + 1,
            used=self._used or self._on,
        )
        if self._page is not None:
            self._page.show_sound(state)
        if self._bar is not None:
            self._bar.show_sound(state)
