"""`kiosk print`, as it is typed, with a printer whose fate the test decides."""

import io
from datetime import timedelta
from functools import partial

import pytest

from kiosk.cli import printing as command_module
from kiosk.cli.main import run
from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.services.ports import PageKind, PrintState
from kiosk.services.printing import Printing
from kiosk.storage.store import open_store
from tests.helpers.printing import FakePrinter
from tests.helpers.stored_visits import put_visit

PIN = "482915"
VISIT = "ab12" + "0" * 28


class Fate(FakePrinter):
    """A printer that shows one state after the other, as it is asked."""

    def __init__(self, *fate: PrintState) -> None:
        super().__init__()
        self.fate = list(fate)

    def state(self, printer: str, job: int) -> PrintState:
        if self.fate and job in self.states:
            self.states[job] = self.fate.pop(0)
        return super().state(printer, job)


@pytest.fixture
def data(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(PIN))
    run(["--data", str(tmp_path), "staff", "add", "Ann", "--pin-stdin"])
    with open_store(tmp_path) as store:
        put_visit(store.visits, VISIT, facts.StageGiven(Stage.PREGNANT), facts.Finished())
    capsys.readouterr()
    return tmp_path


@pytest.fixture
def kiosk(data, capsys, monkeypatch):
    """Prints the visit's page on a printer; gives (exit status, output, errors)."""
    monkeypatch.setattr(command_module, "POLL_SECONDS", 0)
    monkeypatch.setattr(command_module, "FIRST_SECONDS", 0.05)

    def command(printer, *arguments, pin=PIN):
        monkeypatch.setattr("sys.stdin", io.StringIO(pin))
        monkeypatch.setattr("kiosk.wiring.choose_printer", lambda _queue, **_: printer)
        status = run(["--data", str(data), "print", "green 42", "--pin-stdin", *arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert PIN not in out + err
        return status, out, err

    return command


def jobs(data):
    with open_store(data) as store:
        return store.print_jobs.jobs(VISIT)


def test_a_page_is_sent_and_its_true_state_told(kiosk, data):
    printer = Fate(PrintState.WAITING)
    status, out, err = kiosk(printer, "--copies", "2")
    assert (status, err) == (0, "")
    assert out == "clinic: sent; waiting for the printer to take it\n"
    ((page, title, copies),) = printer.sent
    assert page.startswith(b"%PDF-")
    assert (title, copies) == ("Clinic page", 2)
    (job,) = jobs(data)
    assert (job.kind, job.state, job.asked_by) == (PageKind.SUMMARY, PrintState.WAITING, "Ann")


def test_a_printer_in_trouble_is_called_so(kiosk):
    status, out, _err = kiosk(Fate(PrintState.WAITING, PrintState.WAITING, PrintState.NO_PAPER))
    assert (status, out) == (0, "clinic: sent, but the printer is out of paper\n")


def test_waiting_until_it_is_printed(kiosk, data):
    fate = [PrintState.WAITING, PrintState.WAITING, PrintState.PRINTING, PrintState.DONE]
    status, out, err = kiosk(Fate(*fate), "--wait")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "clinic: sent; waiting for the printer to take it",
        "clinic: the printer has it",
        "clinic: printed",
    ]
    assert jobs(data)[0].state is PrintState.DONE


def test_waiting_for_a_printer_that_stays_off(kiosk, data, monkeypatch):
    impatient = partial(Printing, patience=timedelta())
    monkeypatch.setattr("kiosk.wiring.Printing", impatient)
    status, out, err = kiosk(Fate(PrintState.OFFLINE), "--wait")
    assert (status, out) == (1, "")
    assert err == "the printer did not take the page; it is kept and can be printed again\n"
    assert jobs(data)[0].state is PrintState.HELD


@pytest.mark.parametrize("wait", [[], ["--wait"]])
def test_a_page_that_failed_is_not_called_printed(kiosk, wait):
    status, out, err = kiosk(Fate(PrintState.FAILED), *wait)
    assert (status, out) == (1, "")
    assert "failed at the printer" in err


def test_without_a_printer_the_page_is_kept(kiosk, data):
    status, out, err = kiosk(FakePrinter(is_set_up=False))
    assert (status, out) == (1, "")
    assert err.startswith("kiosk: no printer is set up")
    assert err.count("\n") == 1
    assert jobs(data)[0].state is PrintState.HELD

    # The same page goes out once there is one.
    assert kiosk(Fate(PrintState.DONE))[0] == 0
    assert [job.state for job in jobs(data)] == [PrintState.DONE]


def test_a_page_is_not_printed_twice_unless_asked(kiosk, data):
    assert kiosk(Fate(PrintState.DONE), "--wait")[0] == 0
    printer = Fate(PrintState.DONE)
    status, out, err = kiosk(printer)
    assert (status, out) == (1, "")
    assert "already sent to the printer" in err
    assert printer.sent == []

    assert kiosk(printer, "--again", "--wait")[0] == 0
    assert len(printer.sent) == 1
    assert len(jobs(data)) == 2


def test_a_wrong_pin_prints_nothing(kiosk, data):
    printer = FakePrinter()
    assert kiosk(printer, pin="111112")[:2] == (1, "")
    assert printer.sent == []
    assert jobs(data) == []


def test_a_pin_is_asked_for_on_a_terminal(kiosk, data, monkeypatch, capsys):
    monkeypatch.setattr("kiosk.wiring.choose_printer", lambda _queue, **_: Fate(PrintState.DONE))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_arguments, **_options: PIN)
    assert run(["--data", str(data), "print", "ab12"]) == 0
    assert capsys.readouterr().out == "clinic: printed\n"


def test_no_pin_is_asked_for_without_a_terminal(data, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(PIN))
    assert run(["--data", str(data), "print", "ab12"]) == 1
    assert "--pin-stdin" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--copies", "0"], ["--copies", "100"], ["--bogus"]])
def test_usage(kiosk, arguments):
    status, out, _err = kiosk(FakePrinter(), *arguments)
    assert (status, out) == (2, "")
