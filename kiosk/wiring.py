"""Builds services and adapters; the only place besides app that constructs things."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.domain.content import ContentLibrary
from kiosk.domain.epds import EPDS_ID
from kiosk.domain.errors import ErrorCode, KioskError, Place, StorageError
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.language import LANGUAGES
from kiosk.i18n import Catalogues, Words
from kiosk.library.load import load_content
from kiosk.pdf import ClinicianPage
from kiosk.printing.choose import choose_printer
from kiosk.services.desk import Desk
from kiosk.services.epds_texts import EpdsTexts
from kiosk.services.journey import Backend
from kiosk.services.ports import Clock
from kiosk.services.printing import Printing
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.services.staff import StaffService
from kiosk.services.summaries import Summaries
from kiosk.services.visits import Visits
from kiosk.settings import Settings, fonts_folder, translations_folder
from kiosk.storage.lock import hold_lock
from kiosk.storage.pins import Argon2PinHasher
from kiosk.storage.store import Store, open_store

__all__ = [
    "Services",
    "build_services",
    "local_clock",
    "only_kiosk",
    "open_services",
    "open_settled",
]


@dataclass(frozen=True)
class Services:
    """Everything the windows and the commands work with."""

    store: Store
    settings: Settings
    library: ContentLibrary
    catalogues: Catalogues
    visits: Visits
    desk: Desk
    texts: EpdsTexts
    staff: StaffService
    summaries: Summaries
    printing: Printing
    clock: Clock

    def words(self, language: str) -> Words:
        """Words in a language."""
        return self.catalogues.words(language)

    def text_for(self, language: str) -> InstalledText:
        """The wording of the EPDS to show: the installed one, else the practice text."""
        installed = self.store.texts.get(EPDS_ID, language)
        return installed or rehearsal_text(self.words(language))

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages to offer: whole in the content, in the interface, and wanted."""
        wanted = self.settings.languages or tuple(LANGUAGES)
        whole = self.library.languages
        return tuple(code for code in wanted if code in whole and self.catalogues.has(code))

    @property
    def backend(self) -> Backend:
        """What a journey works on."""
        return Backend(self.visits, self.library, self.text_for)


def local_clock() -> datetime:
    """Now, with the kiosk's zone."""
    return datetime.now().astimezone()


def build_services(
    data: Path, content: Path, settings: Settings, clock: Clock = local_clock
) -> Services:
    """Open the store and load the content.

    Raises:
        KioskError: The store cannot be opened, no topic is whole, or clinic mode lacks
            something.
    """
    if settings.mode == "clinic":
        # What clinic mode asks for cannot be given yet; it must not start half ready.
        missing = "the checks of clinic mode, which this version does not have yet"
        raise KioskError(ErrorCode.CLINIC_MODE_INCOMPLETE, missing=missing)
    library = _safe_content(content)
    return _assemble(open_store(data), library, settings, clock)


@contextmanager
def open_services(data: Path, content: Path, settings: Settings) -> Generator[Services]:
    """Services for one command, closed at its end."""
    services = build_services(data, content, settings)
    try:
        yield services
    finally:
        services.store.close()


@contextmanager
def only_kiosk(data: Path) -> Generator[None]:
    """Hold the data folder: two kiosks never run windows on one.

    Raises:
        StorageError: STORE_IN_USE.
    """
    with hold_lock(data):
        yield


@contextmanager
def open_settled(data: Path, content: Path, settings: Settings) -> Generator[Services]:
    """Services for a command that shows visits: what a crash left open is closed first.

    While a kiosk runs on the folder its open visit is a real one, and is left alone.
    """
    with open_services(data, content, settings) as services:
        with suppress(StorageError), only_kiosk(data):
            services.visits.recover()
        yield services


def _safe_content(folder: Path) -> ContentLibrary:
    """The content, if a kiosk can be run on it.

    A broken topic is left out; without warning signs or help lines the kiosk would fail just
    when it matters, so it does not start.
    """
    loaded = load_content(folder)
    library = loaded.library
    if not (library.signs and library.help_lines):
        for finding in loaded.errors:
            if finding.path.startswith(("signs", "helplines")):
                place = Place(str(folder / finding.path), finding.line, finding.column)
                raise KioskError(ErrorCode.CONTENT_BROKEN, place=place, reason=finding.message)
    if not (library.topics and library.signs and library.help_lines):
        raise KioskError(ErrorCode.CONTENT_EMPTY, place=Place(str(folder)))
    return library


def _assemble(store: Store, library: ContentLibrary, settings: Settings, clock: Clock) -> Services:
    catalogues = Catalogues(translations_folder())
    visits = Visits(store.visits, clock, settings.mode)
    summaries = Summaries(
        library=library,
        clinic_language=settings.clinic.language,
        words_for=catalogues.words,
        installed_for=_installed(store),
        rehearsal_for=rehearsal_text,
        page=ClinicianPage(
            fonts_folder(),
            settings.printing.paper,
            settings.clinic.name,
            settings.clinic.kiosk,
            sign_label=_sign_label(library),
        ),
    )
    return Services(
        store=store,
        settings=settings,
        library=library,
        catalogues=catalogues,
        visits=visits,
        desk=Desk(store.visits, visits, store.audit, clock),
        texts=EpdsTexts(store.texts, store.audit),
        staff=StaffService(store.staff, Argon2PinHasher(), store.audit, clock),
        summaries=summaries,
        printing=Printing(
            store.print_jobs,
            choose_printer(settings.printing.printer),
            store.audit,
            clock,
            lambda visit_id: summaries.pdf(visits.load(visit_id)),
        ),
        clock=clock,
    )


def _installed(store: Store) -> Callable[[str], InstalledText | None]:
    return lambda language: store.texts.get(EPDS_ID, language)


def _sign_label(library: ContentLibrary) -> Callable[[str, str], str]:
    def label(sign_id: str, language: str) -> str:
        labels = library.sign(sign_id).labels
        return labels[language].label if language in labels else sign_id

    return label
