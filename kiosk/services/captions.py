"""What each item of the EPDS is about, in our own words; never its wording."""

from __future__ import annotations

from typing import Final

from kiosk.domain.epds import EPDS_ID
from kiosk.domain.instrument import Instrument
from kiosk.i18n import N_, Words

CAPTIONS: Final = (
    N_("laughing"),
    N_("looking forward"),
    N_("self-blame"),
    N_("worry"),
    N_("fear or panic"),
    N_("coping"),
    N_("sleep and unhappiness"),
    N_("sadness"),
    N_("crying"),
    N_("thoughts of self-harm"),
)


def caption(number: int, words: Words) -> str:
    """The caption of item `number`, counted from 1."""
    return words.gettext(CAPTIONS[number - 1])


def subject_of(instrument: Instrument, number: int, words: Words) -> str:
    """What an item is about; of other instruments than the EPDS only its number is known."""
    if instrument.id == EPDS_ID:
        return caption(number, words)
    return words.gettext("Item %(number)s") % {"number": number}
