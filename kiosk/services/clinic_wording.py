"""What clinic mode lacks, in sentences, and what mends it."""

from __future__ import annotations

from typing import Final

from kiosk.domain.clinic_mode import Missing, MissingCode
from kiosk.i18n import N_, Words
from kiosk.services.clinic_mode import from_mark

LONGEST_LIST: Final = 4
"""How many of the same kind one line names before it only counts them."""

WHAT: Final[dict[MissingCode, str]] = {
    MissingCode.TEXT: N_("a licensed text of the questionnaire (%(of)s)"),
    MissingCode.GRANTOR: N_("who granted the permission (%(of)s)"),
    MissingCode.GRANT_DATE: N_("the date of the permission (%(of)s)"),
    MissingCode.SCOPE: N_("the scope of the permission (%(of)s)"),
    MissingCode.SCOPE_LANGUAGE: N_("a permission that covers this language (%(of)s)"),
    MissingCode.POINTS: N_("somebody's word that each option has the right points (%(of)s)"),
    MissingCode.CONTENT: N_("the approval of content (%(of)s)"),
    MissingCode.RESPONSE: N_("the clinic's own response to item 10 (%(of)s)"),
    MissingCode.CHANNEL: N_("an alert channel that reaches staff away from the kiosk"),
    MissingCode.CHANNEL_TEST: N_(
        "a successful test of an alert channel within the last day (%(of)s)"
    ),
    MissingCode.ADMIN: N_("an administrator with a PIN"),
    MissingCode.STAFF: N_("a member of staff with a PIN"),
    MissingCode.PIN: N_("changed PINs (still with their first one: %(of)s)"),
    MissingCode.KEY: N_("a protected key of the database"),
}

# What is typed stays as it is in every language.
_INSTALL: Final = (
    "kiosk epds install FILE --permission TEXT --granted-by NAME --granted-on DATE --scope SCOPE"
)

MENDS: Final[dict[MissingCode, str]] = {
    MissingCode.TEXT: _INSTALL,
    MissingCode.GRANTOR: _INSTALL,
    MissingCode.GRANT_DATE: _INSTALL,
    MissingCode.SCOPE: _INSTALL,
    MissingCode.SCOPE_LANGUAGE: N_(
        "ask for a permission that covers it, or leave the language out in kiosk.toml"
    ),
    MissingCode.POINTS: N_(
        "install the text again: read the points it prints, then add --points-confirmed"
    ),
    MissingCode.CONTENT: N_(
        "have a clinician read it, then: kiosk content approve TOPIC --lang LANG --by NAME"
        " --role ROLE"
    ),
    MissingCode.RESPONSE: N_("write it in kiosk.toml under [response], in every language"),
    MissingCode.CHANNEL: N_("set one up in kiosk.toml under [alerts], then: kiosk alerts test"),
    MissingCode.CHANNEL_TEST: "kiosk alerts test",
    MissingCode.ADMIN: "kiosk staff add NAME --role admin",
    MissingCode.STAFF: "kiosk staff add NAME",
    MissingCode.PIN: N_(
        "kiosk staff list --pins shows who; each sets their own: kiosk staff pin NAME"
    ),
    MissingCode.KEY: N_(
        "hand it over as a systemd credential, or keep it in a keyring, with no key file left in"
        " the data folder; or keep the folder on an encrypted disk and say so: kiosk.toml, [key]"
    ),
}


def what(missing: Missing, words: Words, *, longest: int | None = None) -> str:
    """What is missing; of more than `longest` of a kind, how many more."""
    named = missing.of[:longest]
    more = len(missing.of) - len(named)
    of = words.listed((*named, f"+{more}") if more else named)
    return words.gettext(WHAT[missing.code]) % {"of": of}


def mend(missing: Missing, words: Words) -> str:
    """What to do about it."""
    return words.gettext(MENDS[missing.code])


def spelled(marks: str, words: Words) -> str:
    """The parameter of the refusal in words, on one line."""
    return words.in_row(_spelled(mark, words) for mark in marks.split())


def _spelled(mark: str, words: Words) -> str:
    missing = from_mark(mark)
    return what(missing, words, longest=LONGEST_LIST) if missing else mark
