"""What CUPS tells about a job and its printer, as the state that staff are shown.

CUPS calls a job "processing" from the moment it first looks for the printer, and tells only in a
sentence, in the language of whoever printed, that it finds none. So a job for a network printer
counts as printing once the printer has taken it, and the printer as offline when it takes nothing
for a while.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kiosk.services.ports import PrintState

PATIENCE: Final = 20
"""Seconds that a network printer may need to take a page, drawing it included."""

UNREACHED: Final = "may not exist or is unavailable"
"""Part of the English sentence of CUPS about a printer that does not answer."""

TAKEN: Final = "cups-waiting-for-job-completed"
"""The printer has the whole page; CUPS waits until it has come out."""

# RFC 8011, job-state and printer-state.
PENDING: Final = 3
PROCESSING: Final = 5
STOPPED_PRINTER: Final = 5
_OVER: Final = {7: PrintState.CANCELLED, 8: PrintState.FAILED, 9: PrintState.DONE}

# RFC 8011, PWG 5100.9 and CUPS: keywords of printer-state-reasons, without their severity.
_PAUSED: Final = frozenset({"paused", "moving-to-paused"})
_STOPPED: Final = frozenset({"stopped", "spool-area-full"})
_OFFLINE: Final = frozenset({"offline", "connecting-to-device", "timed-out", "shutdown"})
_NO_PAPER: Final = frozenset({"media-empty"})
_WRONG_PAPER: Final = frozenset({"media-needed"})
_NEEDS_HANDS: Final = frozenset(
    {
        "cover-open",
        "door-open",
        "input-tray-missing",
        "interlock-open",
        "marker-supply-empty",
        "marker-supply-missing",
        "media-jam",
        "output-area-full",
        "output-tray-missing",
        "toner-empty",
    }
)
_TROUBLES: Final = (
    (_STOPPED, PrintState.STOPPED),
    (_PAUSED, PrintState.PAUSED),
    # A printer whose trays are empty also says that it needs paper.
    (_NO_PAPER, PrintState.NO_PAPER),
    (_WRONG_PAPER, PrintState.WRONG_PAPER),
    (_NEEDS_HANDS, PrintState.ATTENTION),
)
_SEVERITIES: Final = ("-report", "-warning", "-error")
_IPP: Final = ("ipp:", "ipps:", "http:", "https:")


def is_over(job: Mapping[str, Any]) -> bool:
    """Whether a job came to an end, whichever."""
    return job.get("job-state") in _OVER


def end_of(job: Mapping[str, Any]) -> PrintState | None:
    """What became of a job that is over; None for one that is not."""
    return _OVER.get(job.get("job-state", 0))


def print_state(job: Mapping[str, Any], printer: Mapping[str, Any]) -> PrintState:
    """The state of a job that CUPS knows.

    Args:
        job: IPP attributes of the job.
        printer: IPP attributes of its queue.
    """
    state = job.get("job-state")
    if state in _OVER:
        return _OVER[state]
    reasons = frozenset(_bare(printer.get("printer-state-reasons", ())))
    stopped = printer.get("printer-state") == STOPPED_PRINTER
    if stopped or state not in (PENDING, PROCESSING):
        return PrintState.PAUSED if reasons & _PAUSED else PrintState.STOPPED
    trouble = _trouble(reasons, str(printer.get("printer-state-message") or ""))
    if trouble is not None:
        return trouble
    return _progress(job, printer, reasons) if state == PROCESSING else PrintState.WAITING


def _trouble(reasons: frozenset[str], message: str) -> PrintState | None:
    if reasons & _OFFLINE or UNREACHED in message:
        # It was there when it took the page, and is not any more.
        return PrintState.LOST if TAKEN in reasons else PrintState.OFFLINE
    return next((state for those, state in _TROUBLES if reasons & those), None)


def _progress(
    job: Mapping[str, Any], printer: Mapping[str, Any], reasons: frozenset[str]
) -> PrintState:
    """How far a job is whose printer complains of nothing."""
    device = str(printer.get("device-uri") or "")
    by_ipp = device.startswith(_IPP) or "._ipp" in device
    if not by_ipp or TAKEN in reasons:
        return PrintState.PRINTING
    since, now = job.get("time-at-processing"), job.get("job-printer-up-time")
    if since is not None and now is not None and now - since >= PATIENCE:
        return PrintState.OFFLINE
    return PrintState.WAITING


def _bare(reasons: str | Sequence[str]) -> Iterator[str]:
    """Keywords without severity; pycups gives a single one as a bare string."""
    for reason in (reasons,) if isinstance(reasons, str) else reasons:
        keyword = reason
        for severity in _SEVERITIES:
            keyword = keyword.removesuffix(severity)
        yield keyword
