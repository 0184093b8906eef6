"""What the doctor is told of the print system."""

import pytest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.printing import look
from kiosk.printing.cups import CupsPrinter
from kiosk.printing.look import queue_facts, spooler_settings


@pytest.fixture
def described(monkeypatch):
    """Says what CUPS tells, whatever is asked."""

    def tell(told):
        monkeypatch.setattr(look, "find_spec", lambda _name: True)
        monkeypatch.setattr(CupsPrinter, "described", lambda _printer: told)

    return tell


def test_a_queue(described):
    told = {
        "printer-is-accepting-jobs": False,
        "printer-state-reasons": ["media-empty-error"],
        "media-supported": ["iso_a4_210x297mm"],
    }
    described(("clinic", told))
    facts = queue_facts("", "printing.printer")
    assert (facts.queue, facts.found, facts.accepting) == ("clinic", True, False)
    assert (facts.reasons, facts.media) == (("media-empty-error",), ("iso_a4_210x297mm",))


def test_a_single_reason_may_come_by_itself(described):
    described(("clinic", {"printer-state-reasons": "none"}))
    facts = queue_facts("clinic", "printing.printer")
    assert (facts.reasons, facts.media, facts.accepting) == (("none",), (), True)


def test_no_queue_and_no_printer_support(described, monkeypatch):
    described(None)
    assert not queue_facts("clinic", "printing.printer").found
    monkeypatch.setattr(look, "find_spec", lambda _name: None)
    assert not queue_facts("clinic", "printing.printer").found


def test_what_cups_refuses_to_tell_is_an_error(monkeypatch):
    def refuse(_printer, _connection=None):
        raise KioskError(ErrorCode.PRINT_FAILED)

    monkeypatch.setattr(CupsPrinter, "_connected", refuse)
    with pytest.raises(KioskError) as caught:
        CupsPrinter("clinic").described()
    assert caught.value.code is ErrorCode.PRINT_FAILED


def test_a_queue_that_is_not_there(monkeypatch):
    def absent(_printer):
        raise KioskError(ErrorCode.NO_PRINTER)

    monkeypatch.setattr(CupsPrinter, "_connected", absent)
    assert CupsPrinter("clinic").described() is None


def test_the_settings_file_of_cups(tmp_path):
    file = tmp_path / "cupsd.conf"
    assert spooler_settings(file) is None
    file.write_bytes(b"MaxHoldTime 300 # \xff\n")
    assert str(spooler_settings(file)).startswith("MaxHoldTime 300")
