"""The content folder and the languages of the first screen."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State


def content(errors: int, drafts: int, words: Words) -> Finding:
    """The content folder: how many errors, and how many texts nobody has approved."""
    _ = words.gettext
    if errors:
        message = _(N_("errors in the content: %(count)s")) % {"count": errors}
        named = _(N_("kiosk content check names each with its mend"))
        return Finding(Check.CONTENT, State.MISSING, message, named)
    if drafts:
        message = _(N_("no errors; texts that are drafts: %(count)s")) % {"count": drafts}
        return Finding(Check.CONTENT, State.NOTE, message, _(N_("kiosk content status shows them")))
    return Finding(Check.CONTENT, State.OK, _(N_("no errors, and every text is approved")))


def languages(offered: tuple[str, ...], wanted: tuple[str, ...], words: Words) -> Iterator[Finding]:
    """The languages of the first screen, and those that kiosk.toml asks for in vain."""
    _ = words.gettext
    cause = _(N_("a language needs a topic, every warning sign and every help line in it"))
    if offered:
        message = _(N_("on the first screen: %(of)s")) % {"of": words.listed(offered)}
        yield Finding(Check.LANGUAGES, State.OK, message)
    else:
        yield Finding(Check.LANGUAGES, State.MISSING, _(N_("no language can be offered")), cause)
    lacking = [code for code in wanted if code not in offered]
    if offered and lacking:
        message = _(N_("in kiosk.toml, but not whole: %(of)s")) % {"of": words.listed(lacking)}
        yield Finding(Check.LANGUAGES, State.NOTE, message, cause)
