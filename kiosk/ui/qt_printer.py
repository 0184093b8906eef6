"""Printing where there is no CUPS: through Qt, on Windows, macOS and others.

Qt hands a page to the system's print system and hears no more of it. So a page is called "sent",
never "printed": nobody here can know.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.ports import PrintState

_SHARPEST: Final = 300
"""Dots per inch at which a page is drawn: text stays sharp, and memory small."""


def system_printer(name: str) -> QPrinter | None:
    """The system's printer of this name, its default one for ""; None when there is none."""
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    return None if info.isNull() else QPrinter(info, QPrinter.PrinterMode.HighResolution)


class QtPrinter:
    """Satisfies `Printer` with a printer that Qt knows. Any thread may use it.

    Attributes:
        name: The printer's name; empty for the system's default.
    """

    def __init__(
        self, name: str, open_printer: Callable[[str], QPrinter | None] = system_printer
    ) -> None:
        """`open_printer` gives the printer of a name, if there is one."""
        self.name = name
        self._open = open_printer
        self._numbers = count(1)
        self._failed: set[int] = set()

    def available(self) -> bool:
        """Whether the system knows the printer."""
        return self._open(self.name) is not None

    def submit(self, pdf: bytes, *, title: str, copies: int = 1) -> tuple[str, int]:
        """Draw a page on the printer; gives (printer, a number of this program's own).

        Raises:
            KioskError: NO_PRINTER, or PRINT_FAILED when nothing went out.
        """
        printer = self._open(self.name)
        if printer is None:
            raise KioskError(ErrorCode.NO_PRINTER)
        printer.setDocName(title)
        printer.setCopyCount(copies)
        printer.setFullPage(True)
        printer.setResolution(min(printer.resolution(), _SHARPEST))
        _draw(pdf, printer)
        number = next(self._numbers)
        if printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
            self._failed.add(number)
        return self.name or printer.printerName(), number

    def state(self, printer: str, job: int) -> PrintState:
        """SENT, or FAILED where the system said so at once; more nobody is told."""
        del printer
        return PrintState.FAILED if job in self._failed else PrintState.SENT

    def cancel(self, printer: str, job: int) -> PrintState:
        """Nothing can be taken back; gives what is known."""
        return self.state(printer, job)


def _draw(pdf: bytes, printer: QPrinter) -> None:
    """Draw a PDF, which stays in memory, a sheet a page.

    Raises:
        KioskError: PRINT_FAILED.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.pageCount() < 1:
        raise KioskError(ErrorCode.PRINT_FAILED)
    printer.setPageSize(QPageSize(document.pagePointSize(0), QPageSize.Unit.Point))
    painter = QPainter()
    if not painter.begin(printer):
        raise KioskError(ErrorCode.PRINT_FAILED)
    try:
        for page in range(document.pageCount()):
            if page:
                printer.newPage()
            paper = painter.viewport()
            points = document.pagePointSize(page)
            size = points.scaled(QSizeF(paper.size()), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(paper.topLeft(), document.render(page, size.toSize()))
    finally:
        painter.end()
        document.close()
        buffer.close()
