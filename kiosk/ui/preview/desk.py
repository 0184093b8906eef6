"""Puts a preview together: the kiosk's window, a visit that is not stored, the texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.domain.content import ContentLibrary, Stage
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.stage_text import text_for
from kiosk.services.journey import Backend
from kiosk.services.preview import Draft, PreviewVisit
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.services.unstored import UnstoredVisits
from kiosk.services.visits import Visits
from kiosk.settings import Settings
from kiosk.ui.preview.window import SHEET, PreviewWindow
from kiosk.ui.rehearsal.album import Album
from kiosk.ui.shell import KioskWindow
from kiosk.ui.speech.voice import NoVoice
from kiosk.ui.speech.voices import installed_languages

MakeWindow = Callable[[Callable[[], Backend], Settings, tuple[str, ...]], KioskWindow]


@dataclass(frozen=True)
class Sought:
    """What is to be looked at; without a card, or a stage, the first that fits."""

    topic: str
    language: str
    card: str = ""
    stage: Stage | None = None

    def is_in(self, library: ContentLibrary) -> bool:
        """Whether the text has no error, so that it can be shown."""
        return any(t.id == self.topic and self.language in t.texts for t in library.topics)

    def stage_in(self, library: ContentLibrary) -> Stage:
        """The stage to show it for."""
        stages = library.topic(self.topic).stages if self.is_in(library) else frozenset(Stage)
        fits = [stage for stage in (Stage.POSTPARTUM, *Stage) if stage in stages]
        return self.stage or fits[0]

    def cards(self, library: ContentLibrary) -> tuple[str, ...]:
        """The ids of its cards at that stage; none where it cannot be shown."""
        if not self.is_in(library):
            return ()
        text = text_for(library.topic(self.topic), self.language, self.stage_in(library))
        return tuple(card.id for card in text.cards)


class PreviewDesk:
    """Holds the last library that could be shown."""

    def __init__(self, sought: Sought, first: Draft, settings: Settings, make: MakeWindow) -> None:
        self._sought = sought
        self._library = first.library
        self._visits = Visits(UnstoredVisits(), _now, settings.mode)
        self.kiosk = make(self._backend, settings, (sought.language,))
        self.kiosk.reader.use(NoVoice(installed_languages()))
        stage = sought.stage_in(first.library)
        self.visit = PreviewVisit(self.kiosk.context.journey, sought.topic, sought.language, stage)

    def take(self, draft: Draft) -> bool:
        """Let the journey have these texts, if the one that is sought is among them."""
        if not self._sought.is_in(draft.library):
            return False
        self._library = draft.library
        return True

    def window(self, read: Callable[[], Draft], folders: tuple[Path, ...]) -> PreviewWindow:
        """The window for an author."""
        return PreviewWindow(self.kiosk, self.visit, read, self.take, folders)

    def pictures(self, folder: Path) -> list[Path]:
        """A picture of each card, or of the one that is sought, as large as a display.

        Raises:
            KioskError: FILE_UNWRITABLE.
        """
        for old in folder.glob("[0-9][0-9]-*.png"):
            old.unlink()
        album = Album(folder)
        self.visit.show()
        wanted = [self._sought.card] if self._sought.card else self.visit.cards
        self.kiosk.start(SHEET)
        self.kiosk.show()
        self.kiosk.resize(SHEET)
        for card in wanted:
            self.visit.show(card)
            self.kiosk.show_step()
            album.add(self.kiosk, card)
        self.kiosk.may_close = True
        self.kiosk.close()
        return [folder / f"{n:02d}-{card}.png" for n, card in enumerate(wanted, start=1)]

    def _backend(self) -> Backend:
        return Backend(self._visits, self._library, self._text_for)

    def _text_for(self, language: str) -> InstalledText:
        return rehearsal_text(self.kiosk.context.catalogues.words(language))


def _now() -> datetime:
    return datetime.now().astimezone()
