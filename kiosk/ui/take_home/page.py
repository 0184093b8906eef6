"""One page of PDF, made in memory; its title says nothing of the visit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.domain.content import ContentLibrary
from kiosk.domain.visit import Visit
from kiosk.i18n import Words
from kiosk.settings import Settings
from kiosk.ui.take_home.canvas import Canvas
from kiosk.ui.take_home.matter import gather
from kiosk.ui.take_home.sheet import fitted
from kiosk.ui.take_home.type import POINT

TITLE: Final = "Perinatal Kiosk: take-home page"
_MARGINS: Final = QMarginsF(30, 28, 30, 26)
_PAPERS: Final = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}


def take_home_pdf(visit: Visit, library: ContentLibrary, words: Words, settings: Settings) -> bytes:
    """What she read, wants to ask and may need, on one page.

    Args:
        visit: Her visit; nothing of the questionnaire is taken from it.
        library: The content that she was shown.
        words: The interface in her language.
        settings: For the clinic's name and the paper.

    Returns:
        A PDF of one page with its text as text.
    """
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, settings.printing.paper)
    matter = gather(visit, library, words, settings)
    sheet = fitted(matter, words, writer.width(), writer.height())
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sheet.draw(Canvas(painter, writer.width(), mirrored=words.right_to_left), writer.height())
    painter.end()
    buffer.close()
    return bytes(store.data())


def _writer(buffer: QBuffer, paper: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * POINT)
    writer.setTitle(TITLE)
    writer.setCreator("Perinatal Kiosk")
    writer.setPageSize(QPageSize(_PAPERS[paper]))
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Point)
    return writer
