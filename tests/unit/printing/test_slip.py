"""A slip comes out at once or is given up."""

import pytest

from kiosk.domain.code import VisitCode
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.printing.none import NoPrinter
from kiosk.printing.slip import TITLE, SlipChannel
from kiosk.services.ports import PrintState
from tests.helpers.printing import FakePrinter

CODE = VisitCode("green", 42)


def page(code, *, test):
    return f"{code} {test}".encode()


class Slow(FakePrinter):
    """A printer that takes a while."""

    def state(self, printer, job):
        before, after = PrintState.WAITING, self.states[job]
        looks = self.looks = getattr(self, "looks", 0) + 1
        return after if looks > 2 else before


def send(printer, *, test=False, patience=0.0):
    SlipChannel(printer, page, patience=patience).send(CODE, test=test)


def reason(printer):
    with pytest.raises(KioskError) as caught:
        send(printer)
    assert caught.value.code is ErrorCode.SLIP_NOT_PRINTED
    return caught.value.params["reason"]


def test_a_slip_goes_out_under_a_title_that_tells_nothing_and_leaves_nothing():
    printer = FakePrinter(states={101: PrintState.DONE})
    send(printer, test=True)
    assert printer.sent == [(b"green 42 True", TITLE, 1)]
    assert "42" not in TITLE
    assert printer.cancelled == [101]


def test_a_slip_that_the_printer_has_is_left_to_it():
    printer = FakePrinter(states={101: PrintState.PRINTING})
    send(printer)
    assert printer.cancelled == []


def test_a_printer_is_waited_for():
    printer = Slow(states={101: PrintState.DONE})
    send(printer, patience=30)
    assert printer.cancelled == [101]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (PrintState.WAITING, "waiting"),
        (PrintState.OFFLINE, "offline"),
        (PrintState.NO_PAPER, "no paper"),
        (PrintState.STOPPED, "stopped"),
        (PrintState.CANCELLED, "cancelled"),
        (PrintState.FAILED, "failed"),
    ],
)
def test_what_does_not_come_out_is_taken_back(state, told):
    printer = FakePrinter(states={101: state})
    assert reason(printer) == told
    assert printer.cancelled == [101]


def test_a_slip_that_cannot_be_taken_back_has_failed_all_the_same():
    class Deaf(FakePrinter):
        def cancel(self, printer, job):
            raise KioskError(ErrorCode.NO_PRINTER)

    assert reason(Deaf(states={101: PrintState.OFFLINE})) == "offline"


def test_no_printer_and_no_printer_support():
    assert reason(FakePrinter(is_set_up=False)) == "no such printer"
    assert reason(NoPrinter()) == "no printer support on this machine"


def test_a_queue_that_refuses():
    class Closed(FakePrinter):
        def submit(self, pdf, *, title, copies=1):
            raise KioskError(ErrorCode.PRINT_FAILED)

    assert reason(Closed()) == "not taken"
