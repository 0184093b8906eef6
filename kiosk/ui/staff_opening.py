"""Opens the staff area over the kiosk's window, with all that its screens are handed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLocale, Qt

from kiosk.domain.content import ContentLibrary
from kiosk.i18n import Words
from kiosk.services.alerting import Alerting
from kiosk.services.desk import Desk
from kiosk.services.health import Health
from kiosk.services.ports import Clock, PageKind
from kiosk.services.printing import Printing
from kiosk.services.shelf import Shelf, fault_line
from kiosk.services.slips import Slips
from kiosk.services.staff import StaffService
from kiosk.services.summaries import Summaries
from kiosk.services.visits import Visits
from kiosk.services.wordings import Wordings
from kiosk.settings import Settings
from kiosk.ui.admin_services import AdminServices
from kiosk.ui.density import density
from kiosk.ui.her_pages import HerPages
from kiosk.ui.runner import Runs
from kiosk.ui.shell import KioskWindow
from kiosk.ui.staff_area import StaffArea
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.theme import Theme


class StaffServices(Protocol):
    """What the staff screens work with."""

    @property
    def staff(self) -> StaffService:
        """People with PINs."""
        ...

    @property
    def desk(self) -> Desk:
        """What staff do with visits."""
        ...

    @property
    def slips(self) -> Slips:
        """Visit slips."""
        ...

    @property
    def printing(self) -> Printing:
        """Pages on their way to paper."""
        ...

    @property
    def summaries(self) -> Summaries:
        """The clinician's page."""
        ...

    @property
    def visits(self) -> Visits:
        """Visits."""
        ...

    @property
    def alerting(self) -> Alerting:
        """The ways to reach staff."""
        ...

    @property
    def shelf(self) -> Shelf:
        """The content that is shown."""
        ...

    @property
    def library(self) -> ContentLibrary:
        """The same, as it is now."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """Those of the first screen."""
        ...

    @property
    def clock(self) -> Clock:
        """Gives the present time."""
        ...

    def words(self, language: str) -> Words:
        """Words in a language."""
        ...


def open_staff_area(
    services: StaffServices,
    settings: Settings,
    window: KioskWindow,
    runner: Runs,
    *,
    data: Path,
    wordings: Wordings | None,
    admin: AdminServices,
) -> StaffArea:
    """The staff area, in the clinic's language, as large as the window.

    Args:
        services: What its screens work with.
        settings: What kiosk.toml says.
        window: The kiosk's window.
        runner: Slow work goes there.
        data: The data folder; the room on its disk is shown.
        wordings: The licensed wordings, where they can be handled.
        admin: What administrators do at the kiosk besides.
    """
    language = settings.clinic.language
    theme = Theme()
    theme.fit_dense(window.size(), density(settings.screen.width_mm, window.size()))
    theme.language = language
    words = services.words(language)
    context = StaffContext(
        theme=theme,
        words=words,
        staff=services.staff,
        desk=services.desk,
        printing=services.printing,
        page=lambda visit_id: services.summaries.pdf(services.visits.load(visit_id)),
        runner=runner,
        clock=services.clock,
        failing=services.alerting.failing,
        her_pages=_her_pages(services, settings),
        content_fault=lambda: fault_line(services.shelf.fault, words),
        wordings=wordings,
        health=_health(services, window, words, data).look,
        logoff_seconds=settings.staff.logoff_seconds,
        copies=settings.printing.copies,
        slips=services.slips,
        admin=admin,
        topic_title=lambda topic: _title(services.library, topic, language),
    )
    area = StaffArea(context, window.idle, window)
    area.setLocale(QLocale(language))
    ways = Qt.LayoutDirection
    area.setLayoutDirection(ways.RightToLeft if words.right_to_left else ways.LeftToRight)
    return area


def _title(library: ContentLibrary, topic: str, language: str) -> str:
    """A topic's title; its id where it is not there any more."""
    texts = {each.id: each.texts for each in library.topics}.get(topic, {})
    return texts[language].title if language in texts else topic


def _her_pages(services: StaffServices, settings: Settings) -> HerPages:
    pages = HerPages(settings, services.library, services.words)
    for kind in (PageKind.TAKE_HOME, PageKind.PRESSURE_LOG):
        services.printing.provide(kind, pages.page(kind))
    return pages


def _health(services: StaffServices, window: KioskWindow, words: Words, data: Path) -> Health:
    # Asked now: the reader is not for other threads.
    reads = tuple(code for code in services.languages if window.reader.reads(code))
    return Health(
        printer_ready=services.printing.available,
        pages_stuck=services.printing.stuck,
        free_bytes=lambda: shutil.disk_usage(data).free,
        content_fault=lambda: fault_line(services.shelf.fault, words),
        voices=lambda: reads,
        channels=lambda: services.alerting.names,
        failing=services.alerting.failing,
        clock=services.clock,
        handing_off=services.alerting.handing_off,
    )
