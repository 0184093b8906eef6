"""Whether each language can be read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State
from kiosk.services.voices import LanguageVoice


def voices(
    every: Iterable[LanguageVoice], offered: Iterable[str], words: Words, *, device: bool
) -> Iterator[Finding]:
    """A voice or recordings for each language of the first screen; the kiosk runs without.

    Args:
        every: What reads each language of the content.
        offered: The languages of the first screen.
        words: The language of the findings.
        device: Whether there is something to hear sound by.
    """
    _ = words.gettext
    shown = set(offered)
    silent = [each for each in every if each.language in shown and not _is_read(each)]
    for each in silent:
        message = _(N_("%(language)s is not read aloud")) % {"language": each.language}
        yield Finding(Check.VOICES, State.NOTE, message, each.mend)
    if not device:
        message = _(N_("no sound device: nothing is read aloud"))
        yield Finding(Check.VOICES, State.NOTE, message, _(N_("connect a loudspeaker")))
    elif not silent:
        message = _(N_("every language of the first screen is read aloud"))
        yield Finding(Check.VOICES, State.OK, message)


def _is_read(each: LanguageVoice) -> bool:
    return bool(each.voice) or 0 < each.cards == each.recorded
