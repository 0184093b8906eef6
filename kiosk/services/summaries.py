"""The clinician's page of a visit, from the store to PDF bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.domain.epds import EPDS, REHEARSAL_VERSION
from kiosk.domain.instrument import Instrument
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.summary import Summary, summarise
from kiosk.domain.visit import Visit
from kiosk.i18n import Words
from kiosk.services.ports import SummaryPage
from kiosk.services.shelf import Shelf

WordsFor = Callable[[str], Words]
InstalledFor = Callable[[str], InstalledText | None]
RehearsalFor = Callable[[Words], InstalledText]


@dataclass(frozen=True)
class Summaries:
    """Makes summaries and their pages.

    Attributes:
        shelf: Content.
        clinic_language: The language of the page.
        words_for: Language -> words.
        installed_for: Language -> installed wording, or None.
        rehearsal_for: Words -> practice wording in their language.
        page: Renders PDF.
        instrument: The questionnaire that is offered.
    """

    shelf: Shelf
    clinic_language: str
    words_for: WordsFor
    installed_for: InstalledFor
    rehearsal_for: RehearsalFor
    page: SummaryPage
    instrument: Instrument = EPDS

    def summary(self, visit: Visit) -> Summary:
        """What goes on the page."""
        texts = (
            self._text(visit, self.clinic_language),
            self._text(visit, visit.form.texts[-1].language or visit.language),
        )
        return summarise(visit, self.shelf.library, self.clinic_language, texts, self.instrument)

    def pdf(self, visit: Visit, reprinted_at: datetime | None = None) -> bytes:
        """The page as PDF; one that is printed once more says so, and when."""
        summary = replace(self.summary(visit), reprinted_at=reprinted_at)
        return self.page.render(summary, self.words_for(self.clinic_language))

    def _text(self, visit: Visit, language: str) -> InstalledText | None:
        """The wording she saw, in `language`; practice text goes with practice text."""
        if visit.form.texts[-1].version == REHEARSAL_VERSION:
            return self.rehearsal_for(self.words_for(language))
        return self.installed_for(language)
