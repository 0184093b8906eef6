"""The display and the touch: large enough, and letters large enough on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State

LEAST_SIZE: Final = (1024, 600)
"""Pixels below which the pages were never looked at."""

LEAST_DPI, MOST_DPI = 50.0, 400.0
"""Dots per inch that a display of a kiosk can have; others are a wrong report of its size."""


@dataclass(frozen=True, slots=True)
class DisplayFacts:
    """What the window system tells.

    Attributes:
        width: Pixels.
        height: Pixels.
        dots_per_inch: By the size that the display reports.
        touch: Whether there is a touch device; None where the system does not tell.
    """

    width: int
    height: int
    dots_per_inch: float
    touch: bool | None


def display(facts: DisplayFacts | None, words: Words) -> Iterator[Finding]:
    """Size, dots per inch and touch; None: there is no display here."""
    _ = words.gettext
    if facts is None:
        message = _(N_("no display here"))
        mend = _(N_("run this where the kiosk runs, with DISPLAY or WAYLAND_DISPLAY set"))
        yield Finding(Check.DISPLAY, State.NOTE, message, mend)
        return
    told = {"width": facts.width, "height": facts.height, "dpi": round(facts.dots_per_inch)}
    size = _(N_("%(width)s x %(height)s pixels, %(dpi)s dots per inch")) % told
    long, short = max(facts.width, facts.height), min(facts.width, facts.height)
    if long < LEAST_SIZE[0] or short < LEAST_SIZE[1]:
        mend = _(N_("use a display of at least 1024 x 600 pixels"))
        yield Finding(Check.DISPLAY, State.MISSING, size, mend)
    else:
        yield Finding(Check.DISPLAY, State.OK, size)
    if not LEAST_DPI <= facts.dots_per_inch <= MOST_DPI:
        message = _(N_("the display reports a size that cannot be: letters may be too small"))
        mend = _(N_("set its size in millimetres in the compositor or with xrandr --fbmm"))
        yield Finding(Check.DISPLAY, State.NOTE, message, mend)
    if facts.touch is False:
        message = _(N_("no touch device is known; a mouse and a keyboard work, too"))
        yield Finding(Check.DISPLAY, State.NOTE, message, _(N_("connect the touch screen's cable")))
