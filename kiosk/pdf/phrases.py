"""The page's sentences about the visit and its notes."""

from __future__ import annotations

from typing import Final

from kiosk.domain.code import VisitCode
from kiosk.domain.content import Stage
from kiosk.domain.facts import NoteKind
from kiosk.domain.summary import Summary
from kiosk.domain.visit import VisitState
from kiosk.i18n import N_, Words
from kiosk.pdf.bidi import isolate
from kiosk.services.print_wording import reprint_mark

_COLOURS: Final = {
    "green": N_("green"),
    "blue": N_("blue"),
    "amber": N_("amber"),
    "violet": N_("violet"),
    "rose": N_("rose"),
    "teal": N_("teal"),
    "brown": N_("brown"),
    "grey": N_("grey"),
}

_STAGES: Final = {
    Stage.PREGNANT: N_("pregnant"),
    Stage.POSTPARTUM: N_("after birth"),
    Stage.LOSS: N_("after a loss"),
    Stage.SUPPORTING: N_("here with someone"),
}

_NOTES: Final = {
    NoteKind.LOSS: N_("Has lost a pregnancy or a baby: please choose words with care."),
    NoteKind.ASK_IN_PERSON: N_(
        "Item 10 (thoughts of self-harm) was not answered: please ask in person."
    ),
    NoteKind.RATHER_WITH_STAFF: N_("Would rather answer the questionnaire with staff."),
    NoteKind.DECLINED: N_("Did not want to answer the questionnaire."),
    NoteKind.HELP: N_("Asked for help with the screen."),
}
"""Notes in the order in which they stand on the page."""


def code(of: VisitCode, words: Words) -> str:
    """The code as staff say it ("green 42")."""
    return f"{words.gettext(_COLOURS[of.colour])} {of.number:02d}"


def marks(summary: Summary, words: Words) -> list[str]:
    """What the whole page must be read with."""
    _ = words.gettext
    found: list[str] = []
    if summary.mode == "rehearsal" or summary.form.rehearsal:
        found.append(_("REHEARSAL, not a clinical result"))
    if summary.draft:
        found.append(_("DRAFT content"))
    if summary.reprinted_at is not None:
        found.append(reprint_mark(summary.reprinted_at, words))
    return found


def place_and_time(summary: Summary, words: Words, clinic: str, kiosk: str) -> str:
    """Where and when."""
    when = f"{words.date(summary.ended_at)}, {words.time(summary.ended_at)}"
    return " · ".join(isolate(part) for part in (clinic, when, kiosk) if part)


def about_her(summary: Summary, words: Words) -> str:
    """Language, interpreter, and how far she is."""
    _ = words.gettext
    parts = [
        words.language_name(summary.language),
        _("interpreter wanted") if summary.interpreter else "",
        _stage(summary, words),
    ]
    return " · ".join(part for part in parts if part)


def _stage(summary: Summary, words: Words) -> str:
    _ = words.gettext
    weeks = summary.weeks
    if weeks is None:
        return _(_STAGES[summary.stage]) if summary.stage else ""
    match summary.stage:
        case Stage.PREGNANT:
            return _("pregnant, week %(week)s") % {"week": weeks}
        case Stage.POSTPARTUM:
            many = words.ngettext(
                "%(count)s week after birth", "%(count)s weeks after birth", weeks
            )
        case Stage.LOSS:
            many = words.ngettext(
                "%(count)s week after a loss", "%(count)s weeks after a loss", weeks
            )
        case _:
            many = _("here with someone")
    return many % {"count": weeks}


def and_more(count: int, words: Words) -> str:
    """What a list leaves out."""
    many = words.ngettext(
        "and %(count)s more on the board", "and %(count)s more on the board", count
    )
    return many % {"count": count}


def notes(summary: Summary, words: Words) -> list[str]:
    """What staff should know before they speak to her."""
    _ = words.gettext
    kinds = {*summary.notes, *([NoteKind.LOSS] if summary.stage is Stage.LOSS else [])}
    found = [_(text) for kind, text in _NOTES.items() if kind in kinds]
    if summary.forgotten:
        found.append(_("Her answers were forgotten at her wish; alerts are kept."))
    if summary.state is VisitState.UNFINISHED:
        found.append(_("Unfinished visit: she left before the last page."))
    elif summary.state in (VisitState.OPEN, VisitState.PAUSED):
        found.append(_("The visit has not ended: this is what she has answered so far."))
    return found
