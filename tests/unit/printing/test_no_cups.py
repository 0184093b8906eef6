"""A machine without pycups, or without a print server, says so and keeps the page."""

import sys

import pytest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.printing import choose_printer
from kiosk.printing.cups import CupsPrinter
from kiosk.printing.none import NoPrinter
from kiosk.services.ports import PrintState


@pytest.fixture
def without_pycups(monkeypatch):
    monkeypatch.setitem(sys.modules, "cups", None)


def code_of(call, *arguments, **named):
    with pytest.raises(KioskError) as error:
        call(*arguments, **named)
    return error.value.code


@pytest.mark.usefixtures("without_pycups")
def test_cups_without_pycups():
    printer = CupsPrinter("clinic")
    assert not printer.available()
    assert code_of(printer.submit, b"", title="") is ErrorCode.NO_PRINTER_SUPPORT
    assert code_of(printer.state, "clinic", 1) is ErrorCode.NO_PRINTER_SUPPORT
    assert code_of(printer.cancel, "clinic", 1) is ErrorCode.NO_PRINTER_SUPPORT


def test_no_printer():
    printer = NoPrinter()
    assert not printer.available()
    assert code_of(printer.submit, b"", title="") is ErrorCode.NO_PRINTER_SUPPORT
    assert printer.state("clinic", 1) is PrintState.SILENT
    assert code_of(printer.cancel, "clinic", 1) is ErrorCode.NO_PRINTER_SUPPORT


@pytest.mark.parametrize(("found", "kind"), [(None, NoPrinter), (object(), CupsPrinter)])
def test_cups_is_chosen_where_pycups_is(monkeypatch, found, kind):
    monkeypatch.setattr("kiosk.printing.choose.find_spec", lambda _name: found)
    assert type(choose_printer("")) is kind


def test_another_print_system_serves_where_there_is_no_cups(monkeypatch):
    made = NoPrinter()
    monkeypatch.setattr("kiosk.printing.choose.find_spec", lambda _name: None)
    assert choose_printer("", otherwise=lambda _queue: made) is made
    monkeypatch.setattr("kiosk.printing.choose.find_spec", lambda _name: object())
    assert type(choose_printer("", otherwise=lambda _queue: made)) is CupsPrinter


def test_no_print_server(tmp_path):
    pytest.importorskip("cups", reason="pycups is not installed")
    printer = CupsPrinter("clinic", server=str(tmp_path / "no-socket"))
    assert not printer.available()
    assert code_of(printer.submit, b"", title="") is ErrorCode.NO_PRINTER
    assert printer.state("clinic", 1) is PrintState.SILENT
    assert code_of(printer.cancel, "clinic", 1) is ErrorCode.NO_PRINTER
