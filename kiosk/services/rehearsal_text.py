"""What stands in for a licensed wording until a clinic installs one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.epds import CITATION, EPDS, EPDS_ID, REHEARSAL_VERSION
from kiosk.domain.instrument_text import InstalledText, InstrumentText, ItemText, Permission
from kiosk.i18n import N_, Words
from kiosk.services.captions import caption

if TYPE_CHECKING:
    from kiosk.domain.instrument import Item


def rehearsal_text(words: Words) -> InstalledText:
    """Captions and neutral options in the language of `words`."""
    text = InstrumentText(
        instrument=EPDS_ID,
        language=words.language,
        version=REHEARSAL_VERSION,
        citation=CITATION,
        title=words.gettext(N_("Practice questions")),
        instruction="",
        items=tuple(_item(item, words) for item in EPDS.items),
    )
    return InstalledText(text=text, permission=Permission(""), verified=False)


def _item(item: Item, words: Words) -> ItemText:
    stem = words.gettext(N_("Item %(number)s: %(caption)s"))
    option = words.gettext(N_("Answer %(number)s"))
    return ItemText(
        number=item.number,
        stem=stem % {"number": item.number, "caption": caption(item.number, words)},
        options=tuple(option % {"number": place} for place in range(1, len(item.points) + 1)),
    )
