"""Which language can be read aloud, by what, and what is missing where it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.content import ContentLibrary
from kiosk.services.reading import recording


class Silence(StrEnum):
    """Why there is no voice."""

    NO_ANSWER = "no answer"
    NO_LIBRARY = "no library"
    NO_ENGINE = "no engine"
    NO_LANGUAGE = "no language"


MENDS = {
    Silence.NO_ANSWER: "speech-dispatcher or the sound server did not answer; restart them",
    Silence.NO_LIBRARY: "sound cannot be used; install libpulse0 and libspeechd2",
    Silence.NO_ENGINE: "install speech-dispatcher and speech-dispatcher-espeak-ng",
    Silence.NO_LANGUAGE: "no voice of this language is installed; record the cards",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """What the speech process told.

    Attributes:
        engine: The speech engine's name; empty without one.
        voices: Language -> the name of its voice.
        device: Whether there is something to hear sound by.
        silence: Why there are no voices at all, if so.
    """

    engine: str = ""
    voices: Mapping[str, str] = field(default_factory=dict[str, str])
    device: bool = False
    silence: Silence | None = None


@dataclass(frozen=True, slots=True)
class LanguageVoice:
    """A language of the content: `recorded` of its `cards` have a recording."""

    language: str
    recorded: int
    cards: int
    engine: str
    voice: str
    mend: str


def language_voices(library: ContentLibrary, heard: Heard) -> list[LanguageVoice]:
    """Each language that any topic has, in the order of the first screen."""
    return [_of(code, library, heard) for code in _written(library)]


def _of(code: str, library: ContentLibrary, heard: Heard) -> LanguageVoice:
    cards = [
        (topic, card.id)
        for topic in library.topics
        if code in topic.texts
        for card in topic.texts[code].cards
    ]
    recorded = sum(1 for topic, card in cards if recording(topic, code, card))
    voice = heard.voices.get(code, "")
    missing = "" if voice else MENDS[heard.silence or Silence.NO_LANGUAGE]
    engine = heard.engine if voice else ""
    return LanguageVoice(code, recorded, len(cards), engine, voice, missing)


def _written(library: ContentLibrary) -> list[str]:
    found = dict.fromkeys(library.languages)
    found |= dict.fromkeys(code for topic in library.topics for code in topic.texts)
    return list(found)
