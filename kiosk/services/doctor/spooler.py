"""Settings of CUPS that keep pages, or the traces of them, longer than they are needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State

_MEND: Final = N_("install deploy/cups/cupsd.conf, and restart CUPS")
_NEVER: Final = frozenset({"no", "off", "false", "0"})
_ALWAYS: Final = frozenset({"yes", "on", "true"})
_TIME: Final = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<unit>[smhdw]?)")
_SECONDS: Final = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}

LONGEST_HISTORY: Final = 86_400
"""Seconds for which it may be kept that there was a job: the kiosk asks how it ended."""

LONGEST_HOLD: Final = 600
"""Seconds for which a page may wait in the spooler."""


def spooler(configuration: str | None, words: Words, *, real: bool) -> Iterator[Finding]:
    """What cupsd.conf says, or leaves to its defaults.

    Args:
        configuration: The file's text; None where there is none, or it cannot be read.
        words: The language of the findings.
        real: Whether pages with real answers go there: then a leak is no mere note.
    """
    _ = words.gettext
    if configuration is None:
        message = _(N_("the settings of CUPS cannot be read here"))
        mend = _(N_("where pages are printed: run this as root, see deploy/cups"))
        yield Finding(Check.SPOOLER, State.NOTE, message, mend)
        return
    state = State.MISSING if real else State.NOTE
    leaks = list(_leaks(_directives(configuration)))
    for message in leaks:
        yield Finding(Check.SPOOLER, state, _(message), _(_MEND))
    if not leaks:
        yield Finding(Check.SPOOLER, State.OK, _(N_("CUPS keeps nothing of a page")))


def _leaks(given: dict[str, str]) -> Iterator[str]:
    if given.get("preservejobfiles", "86400") not in _NEVER:
        yield N_("CUPS keeps printed pages in its spool (PreserveJobFiles)")
    history = given.get("preservejobhistory", "yes")
    if history in _ALWAYS or _seconds(history) > LONGEST_HISTORY:
        yield N_("CUPS remembers for ever that pages were printed (PreserveJobHistory)")
    hold = _seconds(given.get("maxholdtime", "0"))
    if not 0 < hold <= LONGEST_HOLD:
        yield N_("a page that is held in CUPS may print hours later (MaxHoldTime)")


def _directives(configuration: str) -> dict[str, str]:
    """Name -> value, both in small letters; the last one counts, as for CUPS."""
    found: dict[str, str] = {}
    for line in configuration.splitlines():
        name, _, value = line.partition("#")[0].strip().partition(" ")
        if name and not name.startswith("<"):
            found[name.lower()] = value.strip().lower()
    return found


def _seconds(value: str) -> float:
    """A time as CUPS writes it; 0 for "No" and for what is no time."""
    found = _TIME.fullmatch(value)
    return float(found["number"]) * _SECONDS[found["unit"]] if found else 0.0
