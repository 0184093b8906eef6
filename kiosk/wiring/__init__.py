"""Builds services and adapters; the only place besides app that constructs things."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from kiosk.domain.clinic_mode import ClinicFacts
from kiosk.domain.content import ContentLibrary
from kiosk.domain.deliveries import Route
from kiosk.domain.errors import ErrorCode, KioskError, Place, StorageError
from kiosk.domain.instrument import Instrument
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.language import LANGUAGES
from kiosk.handoff.webhook import Webhook
from kiosk.i18n import Catalogues, Words
from kiosk.library.changes import ContentFiles, fault_of
from kiosk.library.instrument_choice import open_instrument
from kiosk.library.instrument_file import read_instrument_text
from kiosk.library.load import load_content
from kiosk.library.text_pack import FINGERPRINTS, read_fingerprints
from kiosk.library.topic_choice import TOPICS, check_topics, with_topics
from kiosk.pdf import AlertSlip, ClinicianPage, FiguresPage, VisitSlip
from kiosk.printing.choose import choose_printer
from kiosk.printing.slip import SLIP_LONGEST, SlipChannel, put_out
from kiosk.services.alert_calls import Channel, Unavailable
from kiosk.services.alerting import Alerting
from kiosk.services.clinic_mode import (
    CLINIC,
    clinic_facts,
    is_protected,
    require_complete,
    shown_texts,
)
from kiosk.services.desk import Desk
from kiosk.services.epds_texts import EpdsTexts
from kiosk.services.journey import Backend
from kiosk.services.ports import AlertChannel, Clock, Printer
from kiosk.services.printing import Printing
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.services.retention import Retention
from kiosk.services.shelf import ContentFault, FaultKind, Held, Shelf
from kiosk.services.slips import Slips
from kiosk.services.staff import StaffService
from kiosk.services.summaries import Summaries
from kiosk.services.visits import Visits
from kiosk.services.wordings import TextFiles, Wordings
from kiosk.settings import AlertChannel as ChannelSettings
from kiosk.settings import (
    Settings,
    check_response,
    default_content_folder,
    fonts_folder,
    translations_folder,
)
from kiosk.storage.key import key_file_in
from kiosk.storage.lock import hold_lock
from kiosk.storage.pins import Argon2PinHasher
from kiosk.storage.store import Store, open_store

__all__ = [
    "Services",
    "build_services",
    "facts_for_clinic",
    "figures_page",
    "local_clock",
    "offered_languages",
    "only_kiosk",
    "open_alerting",
    "open_retention",
    "open_services",
    "open_settled",
    "open_wordings",
]


PrinterFor = Callable[[str], Printer]
"""Queue -> a printer; empty for the system's default."""


@dataclass(frozen=True)
class Services:
    """Everything the windows and the commands work with."""

    store: Store
    settings: Settings
    shelf: Shelf
    instrument: Instrument
    catalogues: Catalogues
    visits: Visits
    desk: Desk
    slips: Slips
    texts: EpdsTexts
    staff: StaffService
    summaries: Summaries
    printing: Printing
    alerting: Alerting
    retention: Retention
    clock: Clock

    @property
    def library(self) -> ContentLibrary:
        """The content as it is shown now."""
        return self.shelf.library

    def words(self, language: str) -> Words:
        """Words in a language."""
        return self.catalogues.words(language)

    def text_for(self, language: str) -> InstalledText | None:
        """The wording of the questionnaire to show: the installed one, else the practice text.

        Clinic mode has no practice: where nothing is installed, nothing is shown.
        """
        installed = self.store.texts.get(self.instrument.id, language)
        if installed is None and self.settings.mode != CLINIC:
            return rehearsal_text(self.words(language), self.instrument)
        return installed

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages to offer: whole in the content, in the interface, and wanted."""
        return offered_languages(self.settings, self.library, self.catalogues)

    def offered(self) -> tuple[str, ...]:
        """The same, to be asked again when the content has changed."""
        return self.languages

    def content_files(self, content: Path) -> ContentFiles:
        """The content folder, to be looked at again between visits."""
        return ContentFiles(
            content,
            lambda library: _refusal(self, library),
            lambda library: with_topics(library, self.settings.topics),
        )

    @property
    def backend(self) -> Backend:
        """What a journey works on: the content of now, for a whole visit."""
        return Backend(
            self.visits, self.library, self.text_for, self.instrument, take_slip=self.slips.take
        )


def offered_languages(
    settings: Settings, library: ContentLibrary, catalogues: Catalogues
) -> tuple[str, ...]:
    """The wanted languages that are whole in the content and in the interface."""
    wanted = settings.languages or tuple(LANGUAGES)
    shown = {code for topic in library.shown_topics for code in topic.texts}
    whole = shown & set(library.languages)
    return tuple(code for code in wanted if code in whole and catalogues.has(code))


def local_clock() -> datetime:
    """Now, with the kiosk's zone."""
    return datetime.now().astimezone()


def build_services(
    data: Path,
    content: Path,
    settings: Settings,
    clock: Clock = local_clock,
    *,
    starting: bool = True,
    sound: AlertChannel | None = None,
    without_cups: PrinterFor | None = None,
) -> Services:
    """Open the store and load the content: before visitors come, else when it is asked for.

    Args:
        data: The data folder.
        content: The content folder.
        settings: What kiosk.toml says.
        clock: Gives the present time.
        starting: Whether visitors are to come: then clinic mode must lack nothing. What is
            stored can be read without that.
        sound: What calls staff by sound, where this program can play any.
        without_cups: Queue -> a printer where there is no CUPS, where this program has any.

    Raises:
        KioskError: The store cannot be opened, no topic is whole, or clinic mode lacks
            something.
    """
    check_topics(content, settings.topics)
    shelf = Shelf(lambda: _safe_content(content, settings))
    if starting or not content.is_dir():
        _ = shelf.library
    instrument = open_instrument(content, settings.questionnaire)
    store = open_store(data, source=settings.key.source)
    services = _assemble(store, (shelf, instrument), settings, clock, sound, without_cups)
    if starting and settings.mode == CLINIC:
        try:
            require_complete(facts_for_clinic(services, data))
        except BaseException:
            store.close()
            raise
    return services


def facts_for_clinic(services: Services, data: Path) -> ClinicFacts:
    """How far the clinic of a data folder has come.

    Raises:
        StorageError: The store cannot be read.
    """
    settings = services.settings
    return clinic_facts(
        languages=services.languages,
        library=services.library,
        texts=services.store.texts,
        people=services.store.staff,
        response=settings.response.text.keys(),
        channels=services.alerting,
        key_protected=is_protected(settings.key, beside=key_file_in(data)),
        now=services.clock(),
        instrument=services.instrument.id,
    )


@contextmanager
def open_services(
    data: Path, content: Path, settings: Settings, *, starting: bool = True
) -> Generator[Services]:
    """Services for one command, closed at its end; `starting` as for `build_services`."""
    services = build_services(data, content, settings, starting=starting)
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
    with open_services(data, content, settings, starting=False) as services:
        with suppress(StorageError), only_kiosk(data):
            services.visits.recover()
        yield services


def open_wordings(services: Services, content: Path) -> Wordings:
    """The licensed wordings, for an administrator at the kiosk.

    The fingerprints are the content folder's, or the project's where it has none.

    Raises:
        InputError: The fingerprints are not as they must be.
    """
    own = (content / FINGERPRINTS).is_file()
    named = services.settings.epds.folder
    return Wordings(
        texts=services.texts,
        published=read_fingerprints(content if own else default_content_folder()),
        files=TextFiles(Path(named) if named else None, read_instrument_text),
    )


def figures_page(services: Services) -> FiguresPage:
    """The page of figures, in the clinic's language."""
    settings = services.settings
    titles = {
        topic.id: text.title
        for topic in services.library.topics
        if (text := topic.texts.get(settings.clinic.language))
    }
    return FiguresPage(
        fonts_folder(),
        settings.printing.paper,
        settings.clinic.name,
        lambda topic: titles.get(topic, topic),
    )


def _refusal(services: Services, library: ContentLibrary) -> ContentFault | None:
    """What a start would refuse too: drafts in clinic mode, a language without own words."""
    settings = services.settings
    offered = offered_languages(settings, library, services.catalogues)
    if not offered:
        return ContentFault(FaultKind.ERROR, Place(TOPICS))
    drafts = sorted(shown_texts(library, offered) - library.approved)
    if settings.mode == CLINIC and drafts:
        return ContentFault(FaultKind.DRAFT, Place("/".join(drafts[0])))
    try:
        check_response(settings, offered)
    except KioskError:
        return ContentFault(FaultKind.RESPONSE, Place(", ".join(offered)))
    return None


def _safe_content(folder: Path, settings: Settings) -> Held:
    """The content, if a kiosk can be run on it.

    A broken topic is left out; without warning signs or help lines the kiosk would fail just
    when it matters, so it does not start.
    """
    loaded = load_content(folder)
    library = with_topics(loaded.library, settings.topics)
    if library.topics and not (library.signs and library.help_lines):
        for finding in loaded.errors:
            if finding.path.startswith(("signs", "helplines")):
                place = Place(str(folder / finding.path), finding.line, finding.column)
                raise KioskError(ErrorCode.CONTENT_BROKEN, place=place, reason=finding.message)
    if not (library.shown_topics and library.signs and library.help_lines):
        raise KioskError(ErrorCode.CONTENT_EMPTY, place=Place(str(folder)))
    return library, fault_of(loaded)


@contextmanager
def open_alerting(
    data: Path, settings: Settings, *, sound: AlertChannel | None = None
) -> Generator[Alerting]:
    """The alert channels by themselves, to be tested: clinic mode asks for a test before it starts.

    Raises:
        StorageError: The store cannot be opened.
    """
    with open_store(data, source=settings.key.source) as store:
        visits = Visits(store.visits, local_clock, settings.mode)
        words = Catalogues(translations_folder()).words(settings.clinic.language)
        yield _alerting(store, visits, settings, words, local_clock, sound)


@contextmanager
def open_retention(data: Path, settings: Settings) -> Generator[Retention]:
    """The deleting of visits by itself: it needs no content.

    Raises:
        StorageError: The store cannot be opened.
    """
    with open_store(data, source=settings.key.source) as store:
        yield _retention(store, settings, local_clock)


def _alerting(  # noqa: PLR0917 - what _assemble has at hand
    store: Store,
    visits: Visits,
    settings: Settings,
    words: Words,
    clock: Clock,
    sound: AlertChannel | None,
) -> Alerting:
    return Alerting(
        store.visits,
        visits,
        store.deliveries,
        [_channel(each, settings, words, sound) for each in settings.alerts.channel],
        clock,
        repeat=timedelta(minutes=settings.alerts.repeat_minutes),
    )


def _channel(
    wanted: ChannelSettings, settings: Settings, words: Words, sound: AlertChannel | None
) -> Channel:
    leads_to = f"{wanted.kind}\n{wanted.printer}\n{wanted.url}"
    return Channel(
        Route(wanted.name, timedelta(minutes=wanted.after_minutes)),
        sha256(leads_to.encode()).hexdigest(),
        _way(wanted, settings, words, sound),
        away=wanted.kind == "webhook",
    )


def _way(
    wanted: ChannelSettings, settings: Settings, words: Words, sound: AlertChannel | None
) -> AlertChannel:
    match wanted.kind:
        case "slip":
            slip = AlertSlip(fonts_folder(), settings.printing.paper, words)
            return SlipChannel(choose_printer(wanted.printer, longest=SLIP_LONGEST), slip.render)
        case "webhook":
            return Webhook(wanted.url, settings.clinic.kiosk)
        case _:
            return sound or Unavailable(ErrorCode.SOUND_FAILED, reason="only where the kiosk runs")


def _slip_printer(
    settings: Settings, words: Words, without_cups: PrinterFor | None
) -> Callable[[str], None]:
    """Prints visit slips where alert slips come out; without such a printer, where pages do."""
    queues = [each.printer for each in settings.alerts.channel if each.kind == "slip"]
    queue = queues[0] if queues else settings.printing.printer
    printer = choose_printer(queue, longest=SLIP_LONGEST, otherwise=without_cups)
    slip = VisitSlip(fonts_folder(), settings.printing.paper, words)
    return lambda code: put_out(printer, slip.render(code))


def _second_printer(settings: Settings, without_cups: PrinterFor | None) -> Printer | None:
    queue = settings.printing.second
    return choose_printer(queue, otherwise=without_cups) if queue else None


def _assemble(  # noqa: PLR0917 - what build_services has at hand
    store: Store,
    content: tuple[Shelf, Instrument],
    settings: Settings,
    clock: Clock,
    sound: AlertChannel | None,
    without_cups: PrinterFor | None,
) -> Services:
    shelf, instrument = content
    catalogues = Catalogues(translations_folder())
    visits = Visits(store.visits, clock, settings.mode, instrument=instrument)
    summaries = Summaries(
        shelf=shelf,
        clinic_language=settings.clinic.language,
        words_for=catalogues.words,
        installed_for=_installed(store, instrument.id),
        rehearsal_for=lambda words: rehearsal_text(words, instrument),
        instrument=instrument,
        page=ClinicianPage(
            fonts_folder(),
            settings.printing.paper,
            settings.clinic.name,
            settings.clinic.kiosk,
            sign_label=_sign_label(shelf),
        ),
    )
    return Services(
        store=store,
        settings=settings,
        shelf=shelf,
        instrument=instrument,
        catalogues=catalogues,
        visits=visits,
        desk=Desk(store.visits, visits, store.audit, clock),
        slips=Slips(
            store.slips,
            visits,
            store.audit,
            clock,
            _slip_printer(settings, catalogues.words(settings.clinic.language), without_cups),
        ),
        texts=EpdsTexts(store.texts, store.audit, instrument),
        staff=StaffService(store.staff, Argon2PinHasher(), store.audit, clock),
        summaries=summaries,
        printing=Printing(
            store.print_jobs,
            choose_printer(settings.printing.printer, otherwise=without_cups),
            store.audit,
            clock,
            lambda visit_id, again: summaries.pdf(visits.load(visit_id), again),
            second=_second_printer(settings, without_cups),
            copies=settings.printing.copies,
        ),
        alerting=_alerting(
            store, visits, settings, catalogues.words(settings.clinic.language), clock, sound
        ),
        retention=_retention(store, settings, clock),
        clock=clock,
    )


def _retention(store: Store, settings: Settings, clock: Clock) -> Retention:
    return Retention(
        store.retention,
        store.visits,
        store.print_jobs,
        clock,
        keep=timedelta(days=settings.retention.days),
        after_print=settings.retention.after_print,
    )


def _installed(store: Store, instrument: str) -> Callable[[str], InstalledText | None]:
    return lambda language: store.texts.get(instrument, language)


def _sign_label(shelf: Shelf) -> Callable[[str, str], str]:
    def label(sign_id: str, language: str) -> str:
        labels = shelf.library.sign(sign_id).labels
        return labels[language].label if language in labels else sign_id

    return label
