"""The printers by their queues: there, taking jobs, with the right paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State

_PAPERS: Final = {"letter": ("letter",), "a4": ("a4",)}
"""What the names of a paper in a print system have in them."""


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """What the print system tells of a queue.

    Attributes:
        queue: Its name; empty for the system's default where there is none.
        setting: The key in kiosk.toml that names it.
        found: Whether there is such a queue.
        accepting: Whether it takes jobs.
        reasons: What is wrong with the printer, in the print system's words.
        media: Names of the papers that it takes; empty where it does not tell.
    """

    queue: str
    setting: str
    found: bool
    accepting: bool = True
    reasons: tuple[str, ...] = ()
    media: tuple[str, ...] = ()


def printers(every: Iterable[QueueFacts], paper: str, words: Words) -> Iterator[Finding]:
    """A finding for each queue that the settings name; without any, pages are kept."""
    for facts in every:
        yield from _queue(facts, paper, words)


def _queue(facts: QueueFacts, paper: str, words: Words) -> Iterator[Finding]:
    _ = words.gettext
    named = {"queue": facts.queue, "paper": paper}
    if not facts.found and not facts.queue:
        message = _(N_("no printer can be used; pages are kept in the encrypted queue"))
        mend = _(N_("set up a CUPS queue, and name it in kiosk.toml under [printing]"))
        yield Finding(Check.PRINTER, State.NOTE, message, mend)
        return
    if not facts.found:
        message = _(N_("there is no queue %(queue)s here")) % named
        mend = _(N_("set it up (lpadmin), or correct %(setting)s in kiosk.toml"))
        yield Finding(Check.PRINTER, State.MISSING, message, mend % {"setting": facts.setting})
        return
    trouble = False
    if not facts.accepting:
        trouble = True
        message = _(N_("the queue %(queue)s takes no jobs")) % named
        yield Finding(Check.PRINTER, State.MISSING, message, f"cupsaccept {facts.queue}")
    if reasons := [reason for reason in facts.reasons if reason != "none"]:
        trouble = True
        message = _(N_("the printer of %(queue)s reports: %(reasons)s"))
        message %= {**named, "reasons": words.listed(reasons)}
        yield Finding(Check.PRINTER, State.NOTE, message, _(N_("look at the printer")))
    if not _takes(facts, paper):
        trouble = True
        message = _(N_("the printer of %(queue)s takes no %(paper)s paper")) % named
        mend = _(N_("correct printing.paper in kiosk.toml"))
        yield Finding(Check.PRINTER, State.MISSING, message, mend)
    if not trouble:
        message = _(N_("%(queue)s can be used, with %(paper)s paper")) % named
        yield Finding(Check.PRINTER, State.OK, message)


def _takes(facts: QueueFacts, paper: str) -> bool:
    """Whether the paper is among the printer's; one that tells nothing is believed."""
    known = [name.lower() for name in facts.media]
    return not known or any(part in name for name in known for part in _PAPERS[paper])
