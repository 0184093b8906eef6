"""What CUPS tells, and what staff are shown. The attributes are those of real servers."""

import pytest

from kiosk.printing.states import print_state
from kiosk.services.ports import PrintState

SENTENCE = "The printer may not exist or is unavailable at this time."
IPP = "ipp://printer.local/ipp/print"
USB = "usb://Maker/Model"
PENDING, HELD, PROCESSING, STOPPED, CANCELED, ABORTED, COMPLETED = range(3, 10)
IDLE, BUSY, PAUSED = 3, 4, 5


def job(state, *, seconds=0):
    """A job whose printer CUPS has looked for since `seconds`."""
    return {
        "job-state": state,
        "time-at-processing": 1_000 if state == PROCESSING else None,
        "job-printer-up-time": 1_000 + seconds,
    }


def printer(*reasons, state=IDLE, message="", device=IPP):
    return {
        "printer-state": state,
        "printer-state-reasons": list(reasons) or ["none"],
        "printer-state-message": message,
        "device-uri": device,
    }


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (CANCELED, PrintState.CANCELLED),
        (ABORTED, PrintState.FAILED),
        (COMPLETED, PrintState.DONE),
        (HELD, PrintState.STOPPED),
        (STOPPED, PrintState.STOPPED),
        (None, PrintState.STOPPED),
        (PENDING, PrintState.WAITING),
    ],
)
def test_the_state_of_the_job(state, shown):
    assert print_state(job(state), printer()) is shown


def test_what_is_over_is_over_whatever_the_printer_says():
    assert print_state(job(COMPLETED), printer("media-empty", "paused")) is PrintState.DONE


@pytest.mark.parametrize("state", [PENDING, PROCESSING])
@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("media-empty", PrintState.NO_PAPER),
        ("media-empty-report", PrintState.NO_PAPER),
        ("media-empty-warning", PrintState.NO_PAPER),
        ("media-needed-error", PrintState.WRONG_PAPER),
        ("offline-report", PrintState.OFFLINE),
        ("connecting-to-device", PrintState.OFFLINE),
        ("shutdown", PrintState.OFFLINE),
        ("timed-out", PrintState.OFFLINE),
        ("paused", PrintState.PAUSED),
        ("stopped", PrintState.STOPPED),
        ("media-jam-error", PrintState.ATTENTION),
        ("door-open-report", PrintState.ATTENTION),
        ("toner-empty-error", PrintState.ATTENTION),
    ],
)
def test_a_printer_in_trouble(state, reason, shown):
    assert print_state(job(state), printer("other", reason, device=USB)) is shown


@pytest.mark.parametrize("reason", ["none", "toner-low-report", "media-low-warning", "other"])
def test_a_printer_that_still_prints(reason):
    assert print_state(job(PROCESSING), printer(reason, device=USB)) is PrintState.PRINTING


def test_a_stopped_queue_comes_before_what_it_last_said():
    queue = printer("offline-report", "paused", state=PAUSED)
    assert print_state(job(PENDING), queue) is PrintState.PAUSED


def test_a_queue_that_stopped_by_itself_is_not_called_paused():
    assert print_state(job(PENDING), printer("other", state=PAUSED)) is PrintState.STOPPED


def test_empty_trays_come_before_the_paper_that_is_needed():
    queue = printer("media-needed-error", "media-empty-error", device=USB)
    assert print_state(job(PROCESSING), queue) is PrintState.NO_PAPER


def test_a_printer_that_is_gone_with_the_page_is_lost():
    queue = printer("cups-waiting-for-job-completed", "offline-report", state=BUSY)
    assert print_state(job(PROCESSING), queue) is PrintState.LOST


def test_an_absent_printer_comes_before_what_it_last_said():
    queue = printer("media-empty-warning", state=BUSY, message=SENTENCE)
    assert print_state(job(PROCESSING), queue) is PrintState.OFFLINE


def test_a_network_printer_prints_once_it_has_taken_the_page():
    queue = printer("cups-waiting-for-job-completed", state=BUSY, message="Printing.")
    assert print_state(job(PROCESSING, seconds=300), queue) is PrintState.PRINTING


def test_a_network_printer_that_has_taken_nothing_yet_is_waited_for():
    assert print_state(job(PROCESSING, seconds=19), printer(state=BUSY)) is PrintState.WAITING


@pytest.mark.parametrize("device", [IPP, "ipps://printer", "dnssd://Office._ipp._tcp.local/"])
def test_a_network_printer_that_takes_nothing_is_offline_in_any_language(device):
    queue = printer(state=BUSY, message="La impresora puede no existir.", device=device)
    assert print_state(job(PROCESSING, seconds=20), queue) is PrintState.OFFLINE


@pytest.mark.parametrize("device", [USB, "socket://printer:9100", None])
def test_a_printer_that_cannot_say_so_prints_as_long_as_cups_sends(device):
    queue = printer(state=BUSY, device=device)
    assert print_state(job(PROCESSING, seconds=300), queue) is PrintState.PRINTING


def test_a_single_reason_comes_as_bare_text():
    queue = printer(device=USB) | {"printer-state-reasons": "media-empty-error"}
    assert print_state(job(PROCESSING), queue) is PrintState.NO_PAPER


def test_attributes_that_are_not_there_are_no_trouble():
    assert print_state({"job-state": PENDING}, {}) is PrintState.WAITING
    assert print_state({"job-state": PROCESSING}, {"device-uri": IPP}) is PrintState.WAITING
    assert print_state(job(PENDING), {"printer-state-message": None}) is PrintState.WAITING
