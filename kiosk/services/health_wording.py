"""The kiosk's health in words: a few for the strip, a sentence with its mend behind it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from kiosk.i18n import N_, Words
from kiosk.services.health import HAND_OFF_LATE, Condition, HealthItem

_SHORT: Final = {
    Condition.PRINTER_READY: N_("Printer ready"),
    Condition.PRINTER_NONE: N_("No printer"),
    Condition.PRINTER_TROUBLE: N_("Look at the printer"),
    Condition.DISK_FINE: N_("Disk fine"),
    Condition.DISK_LOW: N_("Disk fills up"),
    Condition.DISK_FULL: N_("Disk full"),
    Condition.TEXTS_FINE: N_("Texts fine"),
    Condition.TEXTS_FAULT: N_("A text is faulty"),
    Condition.VOICES_SOME: N_("Reads aloud"),
    Condition.VOICES_NONE: N_("Nothing read aloud"),
    Condition.ALERTS_WORK: N_("Alerts reach staff"),
    Condition.ALERTS_FAIL: N_("An alert channel fails"),
    Condition.ALERTS_NONE: N_("Alerts on this list only"),
    Condition.HAND_OFF_WORKS: N_("Hand-off works"),
    Condition.HAND_OFF_WAITS: N_("Hand-off waits: %(of)s"),
    Condition.HAND_OFF_FAILS: N_("Hand-off fails"),
}
_LONG: Final = {
    Condition.PRINTER_READY: N_("The print system answers and knows a printer."),
    Condition.PRINTER_NONE: N_(
        "There is no printer, or the print system does not answer. Pages are kept here, encrypted,"
        " until somebody prints them."
    ),
    Condition.PRINTER_TROUBLE: N_(
        "Pages that wait for the printer: %(of)s. It may be off, out of paper or stopped. What"
        " waits too long is taken back and kept here."
    ),
    Condition.DISK_FINE: N_("Room on the disk: %(of)s MB."),
    Condition.DISK_LOW: N_("Only %(of)s MB are left on the disk. Somebody should make room."),
    Condition.DISK_FULL: N_(
        "Only %(of)s MB are left on the disk. The next visit may not be kept: make room now."
    ),
    Condition.TEXTS_FINE: N_("Every text of the content folder is shown."),
    Condition.TEXTS_FAULT: N_("%(of)s"),
    Condition.VOICES_SOME: N_("Languages that can be read aloud: %(of)s."),
    Condition.VOICES_NONE: N_(
        "There is no voice or no loudspeaker, or reading aloud is switched off."
    ),
    Condition.ALERTS_WORK: N_("Staff are called by: %(of)s."),
    Condition.ALERTS_FAIL: N_(
        "These alert channels do not work: %(of)s. Look at them, then test them with kiosk alerts"
        " test. Until then look at this list often."
    ),
    Condition.ALERTS_NONE: N_(
        "Nobody is called away from the kiosk: alerts wait on this list alone. An administrator"
        " can add a channel to the settings file."
    ),
    Condition.HAND_OFF_WORKS: N_("Other systems have taken over every call. They are: %(of)s."),
    Condition.HAND_OFF_WAITS: N_(
        "Calls that another system has not yet taken over: %(of)s. The kiosk tries again each"
        " minute."
    ),
    Condition.HAND_OFF_FAILS: N_(
        "Calls that another system has not taken over for %(minutes)s minutes or more: %(of)s."
        " Look at the network and at that system, then test it with kiosk alerts test."
    ),
}


def short(item: HealthItem, words: Words) -> str:
    """A few words."""
    return words.gettext(_SHORT[item.condition]) % {"of": words.listed(item.of)}


def sentence(item: HealthItem, words: Words) -> str:
    """What was found, and how to mend it."""
    minutes = HAND_OFF_LATE // timedelta(minutes=1)
    return words.gettext(_LONG[item.condition]) % {"of": words.listed(item.of), "minutes": minutes}
