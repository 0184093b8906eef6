"""What every screen is handed."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.i18n import Catalogues, Words
from kiosk.services.journey import Journey
from kiosk.settings import Settings
from kiosk.ui.theme.theme import Theme


@dataclass(frozen=True)
class ScreenContext:
    """The journey to read from, and how to word and draw.

    Screens never write: they emit intents.
    """

    theme: Theme
    journey: Journey
    catalogues: Catalogues
    settings: Settings
    languages: tuple[str, ...]

    @property
    def words(self) -> Words:
        """Words in the language that is shown now."""
        return self.catalogues.words(self.theme.language)
