"""Builds what the gallery's pictures are taken of: a kiosk, and its staff area, with samples."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize

from kiosk.app import make_window
from kiosk.domain import facts
from kiosk.domain.clinic_mode import ADMIN_ROLE
from kiosk.domain.content import ContentLibrary
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.instrument_text import InstalledText, InstrumentText, Permission
from kiosk.domain.visit import Visit
from kiosk.i18n import Catalogues, Words
from kiosk.services import doctor
from kiosk.services.doctor import Finding
from kiosk.services.journey import Backend
from kiosk.services.ports import PageKind, PrintState, StaffMember
from kiosk.services.printing import Printing
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.services.shelf import Shelf
from kiosk.services.slips import Slips
from kiosk.services.visits import Visits
from kiosk.services.wordings import TextFiles, Wordings
from kiosk.settings import Settings, load_settings, translations_folder
from kiosk.storage.pins import Argon2PinHasher
from kiosk.ui.admin_services import AdminServices
from kiosk.ui.gallery.room import START, GalleryRoom, GalleryVisits
from kiosk.ui.gallery.sample_visits import NURSE, SampleVisit, put_samples
from kiosk.ui.gallery.staff_room import (
    ADMIN_PIN,
    GIVEN_PIN,
    STAFF_PIN,
    AtOnce,
    SamplePrinter,
    StaffRoom,
)
from kiosk.ui.idle import IdleWatch
from kiosk.ui.rehearsal.hand import UnhurriedClock
from kiosk.ui.rehearsal.visitor import SteppedClock
from kiosk.ui.speech.voice import NoVoice
from kiosk.ui.staff_area import StaffArea
from kiosk.ui.staff_opening import open_staff_area
from kiosk.wiring import Services, build_services, open_wordings
from kiosk.wiring.admin import open_administration, open_approvals, open_settings
from kiosk.wiring.offer import open_offer

_ADMIN = "Rosa Marín"
_PRACTICE = "practice-{}.json"
_SETTINGS = """\
[clinic]
name = "Riverside Women's Health"
kiosk = "Waiting room 2"
language = "{language}"

[screen]
width_mm = {width_mm}

[admin]
folder = "{files}"

[[alerts.channel]]
kind = "webhook"
name = "Nurses' desk"
url = "https://desk.example/calls"
after_minutes = 0

[[alerts.channel]]
kind = "sound"
name = "Sound at the kiosk"
after_minutes = 5
"""


def gallery_room(library: ContentLibrary, settings: Settings, size: QSize) -> GalleryRoom:
    """A window of this size on visits that go with the program."""
    visits, clock = GalleryVisits(), SteppedClock()
    words = Catalogues(translations_folder())
    backend = Backend(
        Visits(visits, lambda: START, settings.mode),
        library,
        lambda language: rehearsal_text(words.words(language)),
        take_slip=_no_slip,
    )
    idle = IdleWatch(clock=clock)
    unhurried = UnhurriedClock()
    window = make_window(lambda: backend, settings, library.languages, idle, unhurried)
    idle.setParent(window)
    window.reader.use(NoVoice(library.languages))
    window.start(size)
    window.show()
    window.resize(size)
    return GalleryRoom(window, visits, clock)


def _no_slip(visit_id: str, visit: Visit, code: str) -> Visit:
    """There is no slip of any code."""
    del visit_id, visit, code
    raise InputError(ErrorCode.SLIP_UNKNOWN)


@contextmanager
def staff_room(
    library: ContentLibrary, content: Path, language: str, size: QSize, width_mm: int = 0
) -> Generator[StaffRoom]:
    """A window of this size whose staff area, in a language, works on made-up visits.

    `width_mm` is how wide its panel is in millimetres; 0 where nobody knows.

    What it stores lies in a folder that goes with it.

    Raises:
        KioskError: It cannot be stored, or the content folder cannot be read.
    """
    with TemporaryDirectory(prefix="kiosk-gallery-") as folder:
        data, files, file = (Path(folder) / name for name in ("data", "files", "kiosk.toml"))
        files.mkdir()
        told = {"language": language, "files": files, "width_mm": width_mm}
        file.write_text(_SETTINGS.format_map(told), encoding="utf-8")
        settings = load_settings(file)
        services = build_services(data, content, settings, lambda: START, starting=False)
        try:
            services, printer = _with_samples(services, library)
            room = gallery_room(library, settings, size)

            def open_area() -> StaffArea:
                return open_staff_area(
                    services,
                    settings,
                    room.window,
                    AtOnce(),
                    data=data,
                    wordings=_wordings(services, content, files),
                    admin=_admin(services, data, content, file),
                )

            made = StaffRoom(room, open_area, printer)
            try:
                yield made
            finally:
                made.close()
        finally:
            services.store.close()


def _with_samples(services: Services, library: ContentLibrary) -> tuple[Services, SamplePrinter]:
    """The same services with people, visits and wordings to show, and nothing that prints."""
    printer, store = SamplePrinter(), services.store
    services = replace(
        services,
        shelf=Shelf(library),
        printing=Printing(
            store.print_jobs,
            printer,
            store.audit,
            services.clock,
            lambda visit_id, again: services.summaries.pdf(services.visits.load(visit_id), again),
        ),
        slips=Slips(store.slips, services.visits, store.audit, services.clock, lambda _code: None),
    )
    _put_people(services)
    pages = list(_pages())
    put_samples(store.visits, START, [sample for sample, _state in pages])
    for sample, state in pages:
        job = store.print_jobs.add(sample.id, PageKind.SUMMARY, START, NURSE)
        store.print_jobs.update(replace(job, state=state, printer="sample", printer_job=1))
    for language in ("en", "es"):
        text = _practice(services, language)
        store.texts.put(InstalledText(text, Permission("Letter 7"), verified=False), START)
    return services, printer


def _put_people(services: Services) -> None:
    hasher, put = Argon2PinHasher(), services.store.staff.put
    put(StaffMember(_ADMIN, ADMIN_ROLE, hasher.hash(ADMIN_PIN), pin_changed=True))
    put(StaffMember(NURSE, "staff", hasher.hash(STAFF_PIN), pin_changed=True))
    put(StaffMember("Mai Tran", "staff", hasher.hash(GIVEN_PIN)))
    put(StaffMember("Noor Haddad", "staff", "", pin_changed=True, active=False))


def _pages() -> Iterator[tuple[SampleVisit, PrintState]]:
    """A visit for each state that a page can be in."""
    finished = (facts.Finished(),)
    for count, state in enumerate(PrintState):
        yield SampleVisit("teal", 40 + count, 150 + 7 * count, finished, "en"), state


def _practice(services: Services, language: str) -> InstrumentText:
    return rehearsal_text(services.words(language)).text


def _wordings(services: Services, content: Path, files: Path) -> Wordings:
    """Practice texts in files, one in a language that texts are published in, one in another."""
    for language in ("en", "vi"):
        (files / _PRACTICE.format(language)).touch()

    def read(path: Path, _language: str | None) -> InstrumentText:
        return _practice(services, path.stem.partition("-")[2])

    return replace(open_wordings(services, content), files=TextFiles(files, read))


def _admin(services: Services, data: Path, content: Path, file: Path) -> AdminServices:
    where = (services, data, content, file)
    book = open_settings(*where)
    words = services.words(services.settings.clinic.language)
    general = replace(open_administration(*where), machine=lambda: tuple(_machine(words)))
    return AdminServices(
        general=general,
        settings=book,
        offer=open_offer(services, content, book),
        approvals=open_approvals(services, content),
    )


def _machine(words: Words) -> Iterator[Finding]:
    """What the doctor says of a machine on which a few things are wrong."""
    yield from doctor.store(None, words, key_protected=False)
    yield from doctor.clock(doctor.ClockFacts(START, "", synchronised=False), words)
    yield doctor.fonts((), words)
    queue = doctor.QueueFacts("clinic", "printing.printer", found=False)
    yield from doctor.printers([queue], "letter", words)
    yield from doctor.spooler(None, words, real=False)
