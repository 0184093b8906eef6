"""Printing without CUPS: a page reaches Qt's printer whole, and nobody says "printed"."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.ports import PageKind, PrintState
from kiosk.services.printing import Printing
from kiosk.ui.qt_printer import QtPrinter, system_printer
from tests.helpers.gui_staff import one_page
from tests.helpers.printing import FakeAudit, FakeClock, FakePrintJobs


@pytest.fixture
def paper(tmp_path, kiosk_app):
    return tmp_path / "paper.pdf"


def printer_onto(paper, state=None):
    """A printer whose paper is a file; `state` is what the system says of it afterwards."""

    class Onto(QPrinter):
        def printerState(self):
            return super().printerState() if state is None else state

    def made(name):
        printer = Onto(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(paper))
        return printer

    return QtPrinter("Office", made)


def looked_at(pdf):
    """The page's size in points, and the colour at its upper left and its lower right."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.pageCount() == 1
    size = document.pagePointSize(0)
    image = document.render(0, size.toSize())
    document.close()
    corner, far = image.pixelColor(60, 60), image.pixelColor(image.width() - 20, 700)
    return size, corner.rgb() & 0xFFFFFF, far.rgb() & 0xFFFFFF


def test_a_page_comes_out_whole_and_as_large_as_it_was(paper):
    printer = printer_onto(paper)
    assert printer.available()
    name, number = printer.submit(one_page(), title="Clinic page")
    assert name == "Office"
    size, corner, far = looked_at(paper.read_bytes())
    assert (round(size.width()), round(size.height())) == (612, 792)
    assert abs((corner >> 16) - 0x12) < 3
    assert abs((corner & 0xFF) - 0x56) < 3
    assert far in (0, 0xFFFFFF)
    assert printer.state(name, number) is PrintState.SENT
    assert printer.cancel(name, number) is PrintState.SENT


def test_the_queue_calls_it_sent_and_does_not_send_it_twice(paper):
    jobs = FakePrintJobs()
    printing = Printing(
        jobs, printer_onto(paper), FakeAudit(), FakeClock(), lambda _visit, _again: one_page()
    )
    job = printing.release(printing.hold("v", PageKind.SUMMARY, "Ann"), "Ann")
    assert printing.poll(job).state is PrintState.SENT
    with pytest.raises(KioskError) as caught:
        printing.release(job, "Ann")
    assert caught.value.code is ErrorCode.PAGE_RELEASED
    assert printing.is_reprint("v", PageKind.SUMMARY)


@pytest.mark.parametrize("state", [QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted])
def test_what_the_system_says_at_once_is_told(paper, state):
    printer = printer_onto(paper, state)
    assert printer.state(*printer.submit(one_page(), title="")) is PrintState.FAILED


def test_where_there_is_no_printer(kiosk_app):
    printer = QtPrinter("", lambda _name: None)
    assert not printer.available()
    with pytest.raises(KioskError) as caught:
        printer.submit(one_page(), title="")
    assert caught.value.code is ErrorCode.NO_PRINTER
    assert system_printer("no such printer") is None


@pytest.mark.parametrize("pdf", [b"", b"no page"])
def test_what_is_no_page_is_refused(paper, pdf):
    with pytest.raises(KioskError) as caught:
        printer_onto(paper).submit(pdf, title="")
    assert caught.value.code is ErrorCode.PRINT_FAILED


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing(tmp_path, kiosk_app):
    with pytest.raises(KioskError) as caught:
        printer_onto(tmp_path / "no" / "folder.pdf").submit(one_page(), title="")
    assert caught.value.code is ErrorCode.PRINT_FAILED
