"""What clinic mode asks for."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.clinic_mode import Missing
from kiosk.i18n import N_, Words
from kiosk.services.clinic_wording import mend, what
from kiosk.services.doctor.finding import Check, Finding, State


def clinic(missing: Iterable[Missing], words: Words) -> list[Finding]:
    """What keeps clinic mode from starting; one good line when nothing does."""
    found = [
        Finding(f"clinic {each.code}", State.MISSING, what(each, words), mend(each, words))
        for each in missing
    ]
    nothing = words.gettext(N_("nothing is missing: clinic mode starts"))
    return found or [Finding(Check.CLINIC, State.OK, nothing)]


def clinic_unknown(words: Words) -> Finding:
    """Nobody can tell before the rest is mended."""
    message = words.gettext(N_("cannot be told before the rest is mended"))
    return Finding(Check.CLINIC, State.MISSING, message)
