"""One page of PDF, made in memory; its title says nothing of the visit."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainter

from kiosk.domain.content import ContentLibrary
from kiosk.domain.visit import Visit
from kiosk.i18n import Words
from kiosk.settings import Settings
from kiosk.ui.take_home.canvas import Canvas
from kiosk.ui.take_home.matter import gather
from kiosk.ui.take_home.paper import made
from kiosk.ui.take_home.sheet import fitted

TITLE: Final = "Perinatal Kiosk: take-home page"


def take_home_pdf(
    visit: Visit, library: ContentLibrary, words: Words, settings: Settings, mark: str = ""
) -> bytes:
    """What she read, wants to ask and may need, on one page.

    Args:
        visit: Her visit; nothing of the questionnaire is taken from it.
        library: The content that she was shown.
        words: The interface in her language.
        settings: For the clinic's name and the paper.
        mark: What stands beside her code: that the page is printed once more.

    Returns:
        A PDF of one page with its text as text.
    """
    matter = gather(visit, library, words, settings, mark)

    def draw(painter: QPainter, width: float, height: float) -> None:
        sheet = fitted(matter, words, width, height)
        sheet.draw(Canvas(painter, width, mirrored=words.right_to_left), height)

    return made(settings.printing.paper, TITLE, [draw])
