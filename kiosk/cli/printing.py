"""`kiosk print`: staff release a page and are told what becomes of it."""

from __future__ import annotations

import sys
import time
from typing import Final

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.visit_argument import find_visit
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.services.ports import PageKind, PrintJob, PrintState
from kiosk.services.printing import OUT, SPOOLED, Printing
from kiosk.wiring import open_services

POLL_SECONDS: Final = 0.5
FIRST_SECONDS: Final = 3.0
"""How long a printer has to take a page before this command ends, unless it is to wait."""

_LONGEST_LINE: Final = 1_000
_MOST_COPIES: Final = 9

_SENTENCES: Final = {
    PrintState.HELD: "the printer did not take the page; it is kept and can be printed again",
    PrintState.WAITING: "sent; waiting for the printer to take it",
    PrintState.PRINTING: "the printer has it",
    PrintState.DONE: "printed",
    PrintState.OFFLINE: "sent, but the printer does not answer; is it switched on?",
    PrintState.LOST: "the printer was lost while it had the page; look at what came out",
    PrintState.NO_PAPER: "sent, but the printer is out of paper",
    PrintState.WRONG_PAPER: "sent, but the printer wants other paper",
    PrintState.ATTENTION: "sent, but the printer needs a hand: a jam, an open door or no ink",
    PrintState.PAUSED: "sent, but the printer's queue is paused",
    PrintState.STOPPED: "sent, but the printer has stopped; look at it",
    PrintState.SILENT: "sent, but the print system does not answer now",
    PrintState.SENT: "handed to the print system, which tells no more; look at the printer",
    PrintState.CANCELLED: "cancelled at the printer; it is kept and can be printed again",
    PrintState.FAILED: "failed at the printer; it is kept and can be printed again",
}


@click.command("print")
@click.argument("visit")
@click.option(
    "--copies",
    type=click.IntRange(1, _MOST_COPIES),
    help="How many; left out: as kiosk.toml says.",
)
@click.option("--again", is_flag=True, help="Also if this page was sent to the printer before.")
@click.option("--wait", is_flag=True, help="Stay until it is printed or taken back.")
@click.option("--pin-stdin", is_flag=True, help="Read the PIN from standard input.")
@pass_options
def print_page(
    options: Options, /, visit: str, copies: int | None, *, again: bool, wait: bool, pin_stdin: bool
) -> int:
    """Print the clinician's page of VISIT: an id, the beginning of one, or a code.

    Without a printer the page is kept in the encrypted queue.

    Example: kiosk print "green 42" --wait
    """
    pin = _pin(from_stdin=pin_stdin)
    with open_services(options.data, options.content, options.settings, starting=False) as services:
        member = services.staff.check_pin(pin)
        visit_id = find_visit(services.store.visits, visit)
        printing = services.printing
        job = printing.latest(visit_id, PageKind.SUMMARY)
        job = job or printing.hold(visit_id, PageKind.SUMMARY, member.name)
        job = printing.release(job, member.name, copies=copies, reprint=again)
        state = _follow(printing, job) if wait else _look(printing, job)
    return 0 if state in OUT or (not wait and state in SPOOLED) else 1


def _follow(printing: Printing, job: PrintJob) -> PrintState:
    """Tell every state until the page is out or back."""
    told: PrintState | None = None
    while True:
        job = printing.poll(job)
        if job.state is not told:
            told = _tell(job)
        if job.state not in SPOOLED:
            return job.state
        time.sleep(POLL_SECONDS)


def _look(printing: Printing, job: PrintJob) -> PrintState:
    """Tell what becomes of the page at first."""
    deadline = time.monotonic() + FIRST_SECONDS
    job = printing.poll(job)
    while job.state is PrintState.WAITING and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
        job = printing.poll(job)
    return _tell(job)


def _tell(job: PrintJob) -> PrintState:
    over_badly = job.state not in SPOOLED and job.state not in OUT
    where = f"{job.printer}: " if job.printer else ""
    click.echo(f"{where}{_SENTENCES[job.state]}", err=over_badly)
    return job.state


def _pin(*, from_stdin: bool) -> str:
    """A PIN from standard input or from a hidden prompt; never a prompt without a terminal."""
    if from_stdin:
        return sys.stdin.readline(_LONGEST_LINE).strip()
    if not sys.stdin.isatty():
        raise InputError(ErrorCode.PIN_NEEDED)
    return str(click.prompt("PIN", hide_input=True, err=True))
