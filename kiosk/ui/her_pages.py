"""The pages that staff print for her: drawn by Qt in the window's thread, sent by another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.domain.content import ContentLibrary
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.journey import PRESSURE_TOPIC
from kiosk.domain.visit import Visit
from kiosk.i18n import Words
from kiosk.services.ports import PageKind
from kiosk.services.print_wording import reprint_mark
from kiosk.settings import Settings


class HerPages:
    """Holds a page in memory from the moment it is asked for until it is sent."""

    def __init__(
        self, settings: Settings, library: ContentLibrary, words: Callable[[str], Words]
    ) -> None:
        self._settings = settings
        self._library = library
        self._words = words
        self._drawn: dict[tuple[PageKind, str], bytes] = {}

    def draw(
        self, kind: PageKind, visit_id: str, visit: Visit, reprinted_at: datetime | None = None
    ) -> None:
        """Draw a page for a visit, in her language, in place of any other."""
        from kiosk.ui.take_home import pressure_log_pdf, take_home_pdf

        words = self._words(visit.language)
        mark = reprint_mark(reprinted_at, words) if reprinted_at else ""
        if kind is PageKind.PRESSURE_LOG:
            draft = (PRESSURE_TOPIC, visit.language) not in self._library.approved
            pdf = pressure_log_pdf(words, self._settings, draft=draft, mark=mark)
        else:
            pdf = take_home_pdf(visit, self._library, words, self._settings, mark)
        self._drawn = {(kind, visit_id): pdf}

    def page(self, kind: PageKind) -> Callable[[str, datetime | None], bytes]:
        """What gives a visit's page, once.

        It raises KioskError (PRINT_FAILED) where none was drawn.
        """

        def take(visit_id: str, reprinted_at: datetime | None) -> bytes:
            del reprinted_at  # It was drawn with its mark.
            pdf = self._drawn.pop((kind, visit_id), None)
            if pdf is None:
                raise KioskError(ErrorCode.PRINT_FAILED)
            return pdf

        return take

    def forget(self) -> None:
        """Hold nothing any more."""
        self._drawn = {}
