"""The page's sentences about alerts."""

from __future__ import annotations

from typing import Final

from kiosk.domain.blood_pressure import HIGH, SEVERE, Reading
from kiosk.domain.facts import AlertKind, Outcome
from kiosk.domain.summary import UrgentLine
from kiosk.i18n import N_, Words
from kiosk.pdf import phrases
from kiosk.pdf.bidi import isolate

_OUTCOMES: Final = {
    Outcome.SEEN: N_("seen in person"),
    Outcome.REFERRED: N_("referred"),
    Outcome.EMERGENCY: N_("emergency care called"),
    Outcome.DECLINED: N_("she did not want help now"),
}


def heading(lines: tuple[UrgentLine, ...], words: Words) -> str:
    """How soon."""
    _ = words.gettext
    if all(line.acknowledged_at for line in lines):
        return _("Urgent today: staff have taken over")
    if any(_now(line) for line in lines):
        return _("See now")
    return _("See today, before she leaves")


def _now(line: UrgentLine) -> bool:
    now = (AlertKind.WARNING_SIGN, AlertKind.BLOOD_PRESSURE_SEVERE)
    return line.kind in now and line.acknowledged_at is None


def alert(line: UrgentLine, words: Words, signs: list[str], more: int) -> str:
    """What happened; `signs` are names in the page's language, `more` were left out."""
    match line.kind:
        case AlertKind.ITEM_10:
            return _item_10(line, words)
        case AlertKind.WARNING_SIGN:
            return _signs(words, signs, more)
        case AlertKind.BLOOD_PRESSURE_HIGH | AlertKind.BLOOD_PRESSURE_SEVERE:
            return _pressure(line, words)


def status(line: UrgentLine, words: Words) -> str:
    """When it was raised and what staff did."""
    _ = words.gettext
    raised = words.time(line.raised_at)
    if line.acknowledged_at is None:
        return _("Raised %(raised)s, not yet acknowledged") % {"raised": raised}
    values = {
        "raised": raised,
        "at": words.time(line.acknowledged_at),
        "name": isolate(line.by or "?"),
        "outcome": _(_OUTCOMES[line.outcome]) if line.outcome else "",
    }
    if not line.outcome:
        return _("Raised %(raised)s, acknowledged %(at)s by %(name)s") % values
    return _("Raised %(raised)s, acknowledged %(at)s by %(name)s: %(outcome)s") % values


def _item_10(line: UrgentLine, words: Words) -> str:
    _ = words.gettext
    if line.changed_to_zero:
        return _("Item 10 (thoughts of self-harm): above 0, changed to 0 afterwards")
    if line.points is None:
        return _("Item 10 (thoughts of self-harm): above 0, answers forgotten at her wish")
    sentence = _("Item 10 (thoughts of self-harm): %(points)s of 3 points")
    return sentence % {"points": line.points}


def _signs(words: Words, signs: list[str], more: int) -> str:
    names = ", ".join(isolate(sign) for sign in signs)
    if not names:
        return words.gettext("Warning sign reported")
    if more:
        names += " " + phrases.and_more(more, words)
    many = words.ngettext("Warning sign: %(signs)s", "Warning signs: %(signs)s", len(signs) + more)
    return many % {"signs": names}


def _pressure(line: UrgentLine, words: Words) -> str:
    _ = words.gettext
    high, severe = str(Reading(*HIGH)), str(Reading(*SEVERE))
    limits = {"high": high, "severe": severe}
    if line.kind is AlertKind.BLOOD_PRESSURE_HIGH:
        limit = _("%(high)s or more") % limits
    elif line.reading is not None and _reaches(line.reading, SEVERE):
        limit = _("%(severe)s or more") % limits
    elif line.reading is not None:
        limit = _("%(high)s or more with a warning sign") % limits
    else:
        limit = _("%(severe)s or more, or %(high)s or more with a warning sign") % limits
    if line.reading is None:
        return _("Blood pressure: %(limit)s") % {"limit": limit}
    values = {"reading": str(line.reading), "limit": limit}
    if not _reaches(line.reading, HIGH):
        return _("Blood pressure: %(limit)s, then %(reading)s") % values
    return _("Blood pressure %(reading)s (%(limit)s)") % values


def _reaches(reading: Reading, threshold: tuple[int, int]) -> bool:
    return reading.systolic >= threshold[0] or reading.diastolic >= threshold[1]
