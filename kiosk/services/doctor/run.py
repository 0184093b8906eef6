"""Runs checks so that one that fails never takes the rest down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kiosk.domain.errors import KioskError
from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State
from kiosk.services.wording import describe

Look = Callable[[], Iterable[Finding]]
"""Gathers the facts of one check and judges them."""


def run_checks(checks: Iterable[tuple[Check, Look]], words: Words) -> Iterator[Finding]:
    """All findings in the order of the checks; a check that fails is a finding itself."""
    for check, look in checks:
        try:
            found = list(look())
        except KioskError as error:
            found = [Finding(check, State.MISSING, describe(error, words))]
        except Exception as error:  # noqa: BLE001 - whatever it is, the other checks still count
            message = words.gettext(N_("this check failed (%(kind)s)"))
            told = {"kind": type(error).__name__}
            mend = words.gettext(N_("report this, please"))
            found = [Finding(check, State.MISSING, message % told, mend)]
        yield from found
