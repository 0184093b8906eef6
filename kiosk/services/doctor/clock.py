"""The clock: alerts, weeks of pregnancy and the tests of channels go by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State

FIRST_YEAR: Final = 2026
"""The year of this version: no clock that is right shows an earlier one."""

LAST_YEAR: Final = 2060


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What the clock shows.

    Attributes:
        now: The present time, with zone.
        zone: The name of the zone that is set; empty where none is.
        synchronised: Whether it goes by a time server; None where the system does not tell.
    """

    now: datetime
    zone: str
    synchronised: bool | None


def clock(facts: ClockFacts, words: Words) -> Iterator[Finding]:
    """A plausible year, a zone, and a time server."""
    _ = words.gettext
    shown = words.left_to_right(f"{facts.now:%Y-%m-%d %H:%M %z}")
    if FIRST_YEAR <= facts.now.year <= LAST_YEAR:
        message = _(N_("the clock shows %(time)s")) % {"time": shown}
        yield Finding(Check.CLOCK, State.OK, message)
    else:
        message = _(N_("the clock is wrong: %(time)s")) % {"time": shown}
        yield Finding(Check.CLOCK, State.MISSING, message, _(N_("set it: timedatectl set-time")))
    if not facts.zone or facts.zone in {"UTC", "Etc/UTC", "Universal"}:
        message = _(N_("no time zone is set: times are in UTC"))
        mend = "timedatectl set-timezone America/New_York"
        yield Finding(Check.CLOCK, State.NOTE, message, mend)
    if facts.synchronised is False:
        message = _(N_("the clock goes by no time server"))
        yield Finding(Check.CLOCK, State.NOTE, message, "timedatectl set-ntp true")
