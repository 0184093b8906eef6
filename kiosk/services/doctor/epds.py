"""The licensed text of the questionnaire, in each language of the first screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kiosk.domain.instrument_text import InstalledText
from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State


def epds(
    texts: Mapping[str, InstalledText], offered: Iterable[str], words: Words, *, clinic: bool
) -> Iterator[Finding]:
    """Which languages have a text, and whether it is letter for letter the published one.

    Args:
        texts: Language -> what is installed.
        offered: The languages of the first screen.
        words: The language of the findings.
        clinic: Whether answers are real: then there is no practice text in its place.
    """
    _ = words.gettext
    shown = list(offered)
    lacking = [code for code in shown if code not in texts]
    install = _(N_("install your licensed text: kiosk epds install FILE"))
    if lacking:
        # That clinic mode does not start without one is said by its own check.
        said = N_("not offered, without a text, in: %(of)s")
        message = _(said if clinic else N_("practice text is shown in: %(of)s"))
        yield Finding(Check.EPDS, State.NOTE, message % {"of": words.listed(lacking)}, install)
    unverified = [code for code in shown if code in texts and not texts[code].verified]
    if unverified:
        message = _(N_("installed, but not verified: %(of)s")) % {"of": words.listed(unverified)}
        named = _(N_("hold it against the published form: kiosk epds list"))
        yield Finding(Check.EPDS, State.NOTE, message, named)
    verified = [code for code in shown if code in texts and texts[code].verified]
    if verified:
        message = _(N_("installed and verified: %(of)s")) % {"of": words.listed(verified)}
        yield Finding(Check.EPDS, State.OK, message)
