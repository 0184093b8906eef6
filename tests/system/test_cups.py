"""Real CUPS and a real IPP printer: what staff are told is what happens to the paper."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from kiosk.domain.code import VisitCode
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.i18n import Catalogues
from kiosk.pdf import AlertSlip
from kiosk.printing.cups import CupsPrinter
from kiosk.printing.look import queue_facts
from kiosk.printing.slip import SlipChannel
from kiosk.services import doctor
from kiosk.services.doctor import State
from kiosk.services.ports import PageKind, PrintJob, PrintState
from kiosk.services.printing import Printing
from kiosk.settings import fonts_folder, translations_folder
from tests.helpers.print_server import CONFIG, PROGRAMS, Discovery, NetworkPrinter, PrintServer
from tests.helpers.print_server import program as installed
from tests.helpers.printing import FakeAudit, FakeClock, FakePrintJobs
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.system

VISIT = "c0ffee" + "0" * 26
QUEUE = "clinic"
DEBIAN_KEEPS = {"PreserveJobFiles": "86400", "PreserveJobHistory": "Yes"}


def page(text: str) -> bytes:
    """A page whose text can be found in it."""
    stream = BytesIO()
    canvas = Canvas(stream, pageCompression=0)
    canvas.drawString(72, 700, text)
    canvas.save()
    return stream.getvalue()


@dataclass
class Clinic:
    """The kiosk's print queue, a print server and a printer."""

    server: PrintServer
    printer: NetworkPrinter
    clock: FakeClock = field(default_factory=FakeClock)
    jobs: FakePrintJobs = field(default_factory=FakePrintJobs)
    longest: int = 600
    text: str = "page one"

    @property
    def cups(self) -> CupsPrinter:
        return CupsPrinter(QUEUE, server=str(self.server.socket), longest=self.longest)

    @property
    def printing(self) -> Printing:
        """A new service on the same store, as after a restart."""
        return Printing(
            self.jobs, self.cups, FakeAudit(), self.clock, lambda _visit, _again: page(self.text)
        )

    def release(self, text: str = "page one") -> PrintJob:
        self.text = text
        printing = self.printing
        return printing.release(printing.hold(VISIT, PageKind.SUMMARY, "Ann"), "Ann")

    def wait_for(self, state: PrintState, job: PrintJob) -> PrintJob:
        """Poll until staff would be shown this state."""
        printing = self.printing
        seen: list[PrintState] = []

        def look() -> PrintJob | None:
            now = printing.poll(job)
            seen.extend([now.state] if seen[-1:] != [now.state] else [])
            return now if now.state is state else None

        return wait_until(look, str(state), seconds=60, seen=seen)

    def texts(self) -> list[str]:
        """The text of every page that came out."""
        return [PdfReader(path).pages[0].extract_text().strip() for path in self.printer.printed()]


@pytest.fixture(scope="module")
def discovery() -> Iterator[Discovery]:
    pytest.importorskip("cups", reason="pycups is not installed")
    for name in PROGRAMS:
        installed(name)
    if os.geteuid() != 0:
        pytest.skip("a print server of its own needs root")
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        servers = Discovery(Path(folder))
        try:
            servers.start()
            yield servers
        finally:
            servers.stop()


@pytest.fixture
def config() -> str:
    """The print server's settings: those the kiosk comes with."""
    return CONFIG.read_text(encoding="utf-8")


@pytest.fixture
def server(config: str) -> Iterator[PrintServer]:
    # Not pytest's folder: the filters of CUPS run as a user of their own, who may not look in.
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        Path(folder).chmod(0o755)
        server = PrintServer(Path(folder), config)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@pytest.fixture
def clinic(discovery: Discovery, server: PrintServer, tmp_path: Path) -> Iterator[Clinic]:
    printer = NetworkPrinter(tmp_path, discovery.environment)
    try:
        printer.start()
        server.add_queue(QUEUE, printer.port)
        yield Clinic(server, printer)
    finally:
        printer.stop()


def test_a_page_comes_out_once_and_nothing_of_it_is_left(clinic):
    job = clinic.wait_for(PrintState.DONE, clinic.release())
    assert clinic.texts() == ["page one"]
    assert [path.name for path in clinic.printer.printed()] == ["1-clinic_page.pdf"]
    assert clinic.server.spooled() == []
    assert clinic.server.files_with(b"page one", b"%PDF-", VISIT.encode()) == []
    assert clinic.printing.poll(job).state is PrintState.DONE


def test_cups_keeps_no_page_even_before_the_kiosk_asks(clinic):
    queue, number = clinic.cups.submit(page("page one"), title="Clinic page")
    done = lambda: clinic.cups.state(queue, number) is PrintState.DONE  # noqa: E731
    wait_until(done, "the page printed")
    wait_until(lambda: clinic.server.spooled() == [], "the spool cleared")
    assert clinic.server.files_with(b"page one", b"%PDF-") == []


@pytest.mark.parametrize(
    "config",
    [
        "\n".join(
            f"{name} {DEBIAN_KEEPS[name]}" if (name := line.split(" ")[0]) in DEBIAN_KEEPS else line
            for line in CONFIG.read_text(encoding="utf-8").splitlines()
        )
    ],
    ids=["as Debian sets it up"],
)
def test_nothing_is_left_in_a_cups_that_keeps_everything(clinic):
    clinic.wait_for(PrintState.DONE, clinic.release())
    wait_until(lambda: clinic.server.spooled() == [], "the spool cleared")
    assert clinic.server.files_with(b"page one", b"%PDF-") == []


def test_a_printer_that_is_off_is_called_so_and_prints_once_it_is_on(clinic):
    clinic.printer.stop()
    job = clinic.wait_for(PrintState.OFFLINE, clinic.release())
    clinic.printer.start()
    clinic.wait_for(PrintState.DONE, job)
    assert clinic.texts() == ["page one"]


def test_a_printer_that_is_off_is_called_so_in_a_clinic_that_speaks_spanish(clinic):
    clinic.printer.stop()
    clinic.text = "page one"
    code = f"""
from kiosk.printing.cups import CupsPrinter
from kiosk.printing.look import queue_facts
from tests.system.test_cups import page
CupsPrinter("{QUEUE}", server="{clinic.server.socket}").submit(page("x"), title="Clinic page")
"""
    spanish = {"LANG": "es_ES.UTF-8", "LC_ALL": "es_ES.UTF-8"}
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | spanish, timeout=30)
    off = lambda: clinic.cups.state(QUEUE, 1) is PrintState.OFFLINE  # noqa: E731
    wait_until(off, "the printer called offline", seconds=40)


def test_a_printer_without_paper_is_called_so_and_prints_once_it_has_some(clinic):
    clinic.printer.load(0)
    job = clinic.wait_for(PrintState.NO_PAPER, clinic.release())
    clinic.printer.load(250)
    clinic.wait_for(PrintState.DONE, job)
    assert clinic.texts() == ["page one"]


def test_a_paused_queue_is_called_so_and_prints_once_it_goes_on(clinic):
    clinic.server.run("cupsdisable", QUEUE)
    job = clinic.wait_for(PrintState.PAUSED, clinic.release())
    clinic.server.run("cupsenable", QUEUE)
    clinic.wait_for(PrintState.DONE, job)
    assert clinic.texts() == ["page one"]


@pytest.mark.parametrize("how", ["withdrawn", "long in trouble", "cancelled"])
def test_what_was_taken_back_does_not_print_once_the_printer_is_on(clinic, how):
    clinic.printer.stop()
    printing, job = clinic.printing, clinic.release("page one")
    wait_until(lambda: printing.poll(job).state is PrintState.OFFLINE, "the printer offline")
    if how == "withdrawn":
        back = printing.withdraw(job, "Ann")
    elif how == "cancelled":
        back = printing.cancel(job, "Ann")
    else:
        clinic.clock.forward(120)
        back = printing.poll(job)
    assert back.state is (PrintState.CANCELLED if how == "cancelled" else PrintState.HELD)
    wait_until(lambda: clinic.server.spooled() == [], "the spool cleared")
    clinic.printer.start()
    # A later page tells that an earlier one would have come by now.
    clinic.wait_for(PrintState.DONE, clinic.release("page two"))
    assert clinic.texts() == ["page two"]


def test_a_page_the_printer_has_but_cannot_print_is_taken_back_from_it(clinic):
    clinic.printer.load(0)
    job = clinic.wait_for(PrintState.NO_PAPER, clinic.release())
    wait_until(clinic.printer.printed, "the page in the printer's memory")
    assert clinic.printing.withdraw(job, "Ann").state is PrintState.HELD
    wait_until(lambda: "Cancel-Job successful-ok" in clinic.printer.log(), "the printer told")
    assert clinic.server.spooled() == []


def test_cups_gives_a_page_up_while_the_kiosk_is_off(clinic):
    clinic.printer.stop()
    clinic.longest = 1
    job = clinic.release("page one")
    wait_until(lambda: clinic.server.spooled() == [], "the page given up", seconds=60)
    assert clinic.printing.poll(job).state in {PrintState.CANCELLED, PrintState.FAILED}
    clinic.printer.start()
    clinic.longest = 600
    clinic.wait_for(PrintState.DONE, clinic.release("page two"))
    assert clinic.texts() == ["page two"]


def test_a_print_server_that_is_gone_and_comes_back(clinic):
    clinic.printer.stop()
    job = clinic.wait_for(PrintState.OFFLINE, clinic.release())
    clinic.server.stop()
    assert not clinic.cups.available()
    assert clinic.printing.poll(job).state is PrintState.SILENT
    with pytest.raises(KioskError):
        clinic.printing.withdraw(job, "Ann")
    clinic.server.start()
    clinic.wait_for(PrintState.OFFLINE, job)
    assert clinic.printing.withdraw(job, "Ann").state is PrintState.HELD
    assert clinic.server.spooled() == []


def test_what_was_on_its_way_when_the_power_went_does_not_print_in_the_morning(clinic):
    clinic.printer.stop()
    job = clinic.wait_for(PrintState.OFFLINE, clinic.release("page one"))
    clinic.server.stop()
    # As deploy/cups/cups.service.d.conf does before CUPS starts.
    for path in (clinic.server.folder / "spool").glob("d[0-9]*"):
        path.unlink()
    clinic.server.start()
    clinic.printer.start()
    clinic.wait_for(PrintState.FAILED, job)
    clinic.wait_for(PrintState.DONE, clinic.release("page two"))
    assert clinic.texts() == ["page two"]


def test_a_queue_that_is_not_there(clinic):
    for queue in ("nowhere", ""):
        cups = CupsPrinter(queue, server=str(clinic.server.socket))
        assert not cups.available()
        with pytest.raises(KioskError) as error:
            cups.submit(page("page one"), title="Clinic page")
        assert error.value.code is ErrorCode.NO_PRINTER
    assert clinic.cups.state(QUEUE, 4711) is PrintState.FAILED
    clinic.cups.cancel(QUEUE, 4711)


def test_the_systems_own_queue_where_none_is_named(clinic):
    clinic.server.run("lpadmin", "-d", QUEUE)
    cups = CupsPrinter("", server=str(clinic.server.socket))
    assert cups.available()
    queue, number = cups.submit(page("page one"), title="Clinic page", copies=2)
    assert queue == QUEUE
    wait_until(lambda: cups.state(queue, number) is PrintState.DONE, "the page printed")


def test_a_queue_that_takes_no_pages(clinic):
    clinic.server.run("cupsreject", QUEUE)
    with pytest.raises(KioskError) as error:
        clinic.release()
    assert error.value.code is ErrorCode.PRINT_FAILED
    assert clinic.jobs.stored[0].state is PrintState.HELD
    assert clinic.server.spooled() == []


def slip_channel(clinic: Clinic) -> SlipChannel:
    """What calls staff at the clinic's printer, with the patience that the kiosk has."""
    words = Catalogues(translations_folder()).words("en")
    return SlipChannel(clinic.cups, AlertSlip(fonts_folder(), "letter", words).render)


def test_a_slip_reaches_the_printer_and_says_nothing_but_whom_to_see(clinic):
    slip_channel(clinic).send(VisitCode("green", 42))
    wait_until(clinic.printer.printed, "the slip printed")
    assert [text.split() for text in clinic.texts()] == [["green", "42", "See", "now"]]
    assert [path.name for path in clinic.printer.printed()] == ["1-clinic_slip.pdf"]
    wait_until(lambda: clinic.server.spooled() == [], "the spool cleared")
    assert clinic.server.files_with(b"green 42", b"See now") == []


def test_a_slip_that_no_printer_takes_fails_and_does_not_come_out_later(clinic):
    clinic.printer.stop()
    with pytest.raises(KioskError) as error:
        slip_channel(clinic).send(VisitCode("green", 42))
    assert error.value.code is ErrorCode.SLIP_NOT_PRINTED
    wait_until(lambda: clinic.server.spooled() == [], "the spool cleared")
    clinic.printer.start()
    clinic.wait_for(PrintState.DONE, clinic.release("page two"))
    assert clinic.texts() == ["page two"]


def test_the_doctor_is_told_of_the_queue_and_its_paper(clinic):
    facts = queue_facts(QUEUE, "printing.printer", server=str(clinic.server.socket))
    assert (facts.found, facts.accepting) == (True, True)
    words = Catalogues(translations_folder()).words("en")
    for paper in ("letter", "a4"):
        states = [each.state for each in doctor.printers([facts], paper, words)]
        assert State.MISSING not in states
    absent = queue_facts("nowhere", "printing.printer", server=str(clinic.server.socket))
    assert not absent.found


def test_nothing_leaks_with_the_settings_that_the_kiosk_comes_with():
    words = Catalogues(translations_folder()).words("en")
    own = CONFIG.read_text(encoding="utf-8")
    assert [each.state for each in doctor.spooler(own, words, real=True)] == [State.OK]
