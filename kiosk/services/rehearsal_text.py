"""What stands in for a licensed wording until a clinic installs one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.epds import EPDS, EPDS_ID, REHEARSAL_VERSION
from kiosk.domain.instrument_text import InstalledText, InstrumentText, ItemText, Permission
from kiosk.i18n import N_, Words
from kiosk.services.captions import subject_of

if TYPE_CHECKING:
    from kiosk.domain.instrument import Instrument, Item


def rehearsal_text(words: Words, instrument: Instrument = EPDS) -> InstalledText:
    """Captions and neutral options in the language of `words`."""
    text = InstrumentText(
        instrument=instrument.id,
        language=words.language,
        version=REHEARSAL_VERSION,
        citation=instrument.citation,
        title=words.gettext(N_("Practice questions")),
        instruction="",
        items=tuple(_item(item, words, instrument) for item in instrument.items),
    )
    return InstalledText(text=text, permission=Permission(""), verified=False)


def _item(item: Item, words: Words, instrument: Instrument) -> ItemText:
    stem = words.gettext(N_("Item %(number)s: %(caption)s"))
    if instrument.id != EPDS_ID:
        stem = words.gettext(N_("Item %(number)s"))
    option = words.gettext(N_("Answer %(number)s"))
    subject = subject_of(instrument, item.number, words)
    return ItemText(
        number=item.number,
        stem=stem % {"number": item.number, "caption": subject},
        options=tuple(option % {"number": place} for place in range(1, len(item.points) + 1)),
    )
