"""PDF made in memory, a drawing a page; its title says nothing of any visit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.ui.take_home.type import POINT

_MARGINS: Final = QMarginsF(30, 28, 30, 26)
_PAPERS: Final = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}

Drawing = Callable[[QPainter, float, float], None]
"""Draws a page of (width, height) in tenths of a point."""


def made(paper: str, title: str, drawings: Sequence[Drawing]) -> bytes:
    """A PDF with a page for each drawing, its text as text; `paper` is "letter" or "a4"."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, paper, title)
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, draw in enumerate(drawings):
        if number:
            writer.newPage()
        draw(painter, writer.width(), writer.height())
    painter.end()
    buffer.close()
    return bytes(store.data())


def _writer(buffer: QBuffer, paper: str, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * POINT)
    writer.setTitle(title)
    writer.setCreator("Perinatal Kiosk")
    writer.setPageSize(QPageSize(_PAPERS[paper]))
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Point)
    return writer
