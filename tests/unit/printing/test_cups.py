"""How CUPS is spoken to when it fails half-way. That it prints is shown in tests/system."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.printing import cups as adapter
from kiosk.printing.cups import CupsPrinter
from kiosk.services.ports import PrintState

PENDING, PROCESSING, CANCELED = 3, 5, 7
NOT_FOUND, NOT_ALLOWED = 1030, 1027


class FakeIPPError(Exception):
    pass


class FakeHTTPError(Exception):
    pass


class FakeConnection:
    """A print server with one job. `calls` tells what was asked of it, `fail` what it refuses."""

    def __init__(self):
        self.calls: list[tuple[Any, ...]] = []
        self.fail: dict[str, Exception] = {}
        self.job: dict[str, Any] = {
            "job-state": PENDING,
            "job-printer-uri": "ipp://localhost/printers/clinic",
        }
        self.states: list[int] = []
        self.takes = 100

    def _call(self, name, *arguments):
        self.calls.append((name, *arguments))
        if name in self.fail:
            raise self.fail[name]

    def getDefault(self):
        self._call("getDefault")
        return "clinic"

    def getPrinterAttributes(self, name, requested_attributes):
        self._call("getPrinterAttributes", name)
        return {"printer-state": 3, "printer-state-reasons": ["none"]}

    def getJobAttributes(self, job, requested_attributes):
        self._call("getJobAttributes", job)
        if self.states:
            self.job["job-state"] = self.states.pop(0)
        return dict(self.job)

    def createJob(self, printer, title, options):
        self._call("createJob", printer, title, options)
        return 7

    def startDocument(self, printer, job, name, kind, last):
        self._call("startDocument", printer, job, name, kind, last)
        return 100

    def writeRequestData(self, data, length):
        self._call("writeRequestData", data, length)
        return self.takes

    def finishDocument(self, printer):
        self._call("finishDocument", printer)
        return 0

    def cancelJob(self, job, purge_job=False):
        self._call("cancelJob", job, purge_job)

    def named(self, name):
        return [call for call in self.calls if call[0] == name]


@pytest.fixture
def server(monkeypatch):
    connection = FakeConnection()
    module = SimpleNamespace(
        IPPError=FakeIPPError,
        HTTPError=FakeHTTPError,
        IPP_NOT_FOUND=NOT_FOUND,
        Connection=lambda host: connection,
        getServer=lambda: "localhost",
        setPasswordCB=lambda _callback: None,
    )
    monkeypatch.setitem(sys.modules, "cups", module)
    monkeypatch.setattr(adapter, "_INTERVAL", 0)
    monkeypatch.setattr(adapter, "ENDING", 0.05)
    return connection


def code_of(call, *arguments, **named):
    with pytest.raises(KioskError) as error:
        call(*arguments, **named)
    return error.value.code


def test_a_page_is_sent_to_be_printed_at_once_or_not_at_all(server):
    assert CupsPrinter("").submit(b"%PDF", title="Clinic page", copies=3) == ("clinic", 7)
    options = {
        "copies": "3",
        "job-cancel-after": "600",
        "job-hold-until": "no-hold",
        "job-sheets": "none,none",
    }
    assert server.calls[2:] == [
        ("createJob", "clinic", "Clinic page", options),
        ("startDocument", "clinic", 7, "Clinic page", "application/pdf", 1),
        ("writeRequestData", b"%PDF", 4),
        ("finishDocument", "clinic"),
    ]


@pytest.mark.parametrize("error", [FakeIPPError(NOT_ALLOWED, ""), FakeHTTPError(500)])
def test_half_a_page_does_not_print(server, error):
    server.fail["finishDocument"] = error
    server.states = [PENDING, CANCELED]
    code = code_of(CupsPrinter("clinic").submit, b"%PDF", title="")
    assert code is ErrorCode.PRINT_FAILED
    assert server.calls[-1] == ("cancelJob", 7, True)


def test_a_spooler_that_takes_no_more_has_half_a_page(server):
    server.takes = 500
    server.states = [CANCELED]
    code = code_of(CupsPrinter("clinic").submit, b"%PDF", title="")
    assert code is ErrorCode.PRINT_FAILED
    assert server.named("finishDocument") == []
    assert server.calls[-1] == ("cancelJob", 7, True)


def test_the_first_fault_is_told_when_cancelling_fails_as_well(server):
    server.fail = {name: FakeIPPError(NOT_ALLOWED, "") for name in ("startDocument", "cancelJob")}
    code = code_of(CupsPrinter("clinic").submit, b"%PDF", title="")
    assert code is ErrorCode.PRINT_FAILED


def test_a_queue_that_vanished_is_no_printer(server):
    server.fail["getPrinterAttributes"] = FakeIPPError(NOT_FOUND, "")
    assert code_of(CupsPrinter("clinic").submit, b"", title="") is ErrorCode.NO_PRINTER
    assert not CupsPrinter("clinic").available()


def test_the_printer_is_told_before_the_data_goes(server):
    server.states = [PROCESSING, PROCESSING, PROCESSING, CANCELED]
    assert CupsPrinter("clinic").cancel("clinic", 7) is PrintState.CANCELLED
    assert server.named("cancelJob") == [("cancelJob", 7, False), ("cancelJob", 7, True)]
    assert len(server.named("getJobAttributes")) == 4


def test_a_page_that_comes_out_while_it_is_cancelled_is_told_so(server):
    server.states = [PROCESSING, 9]
    assert CupsPrinter("clinic").cancel("clinic", 7) is PrintState.DONE


def test_a_job_that_is_not_there_cannot_be_told_about(server):
    server.fail["getJobAttributes"] = FakeIPPError(NOT_FOUND, "")
    assert CupsPrinter("clinic").cancel("clinic", 7) is PrintState.FAILED


def test_a_job_that_will_not_end_is_left_to_cups(server):
    server.job["job-state"] = PROCESSING
    assert CupsPrinter("clinic").cancel("clinic", 7) is PrintState.CANCELLED
    assert server.named("cancelJob") == [("cancelJob", 7, False)]


def test_a_job_that_is_over_is_only_removed(server):
    server.job["job-state"] = CANCELED
    CupsPrinter("clinic").cancel("clinic", 7)
    assert server.named("cancelJob") == [("cancelJob", 7, True)]


def test_the_number_of_somebody_elses_job(server):
    server.job["job-printer-uri"] = "ipp://localhost/printers/not-the-clinic"
    assert CupsPrinter("clinic").state("clinic", 7) is PrintState.FAILED
    CupsPrinter("clinic").cancel("clinic", 7)
    assert server.named("cancelJob") == []


def test_cups_spells_a_queue_in_its_own_way(server):
    server.job["job-printer-uri"] = "ipp://localhost/printers/B%C3%BCro"
    assert CupsPrinter("büro").state("büro", 7) is PrintState.WAITING


def test_a_job_that_cups_knows(server):
    assert CupsPrinter("clinic").state("clinic", 7) is PrintState.WAITING


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (FakeIPPError(NOT_FOUND, ""), PrintState.FAILED),
        (FakeIPPError(NOT_ALLOWED, ""), PrintState.SILENT),
        (RuntimeError(), PrintState.SILENT),
    ],
)
def test_a_job_that_cups_does_not_tell_about(server, error, state):
    server.fail["getJobAttributes"] = error
    assert CupsPrinter("clinic").state("clinic", 7) is state


def test_a_queue_that_is_there(server):
    assert CupsPrinter("clinic").available()


def test_no_default_queue(server, monkeypatch):
    monkeypatch.setattr(server, "getDefault", lambda: None)
    assert code_of(CupsPrinter("").submit, b"", title="") is ErrorCode.NO_PRINTER
