"""The page's sentences about the questionnaire: what the total can and cannot mean."""

from __future__ import annotations

from typing import Final

from kiosk.domain.epds import ANXIETY, EPDS_ID
from kiosk.domain.form_summary import AnswerRow, FormSummary
from kiosk.domain.instrument import CutOff, Subscale
from kiosk.domain.visit import FormState, TextUsed
from kiosk.i18n import N_, Words
from kiosk.pdf.bidi import isolate

_BANDS: Final = {"possible": N_("possible"), "probable": N_("probable")}
_SECONDS: Final = 60
_NONE: Final = "—"


def heading(form: FormSummary, words: Words) -> str:
    """The result in one line."""
    _ = words.gettext
    name = {"name": isolate(form.instrument.name)}
    match form.state:
        case FormState.NOT_OFFERED:
            return _("%(name)s: not offered") % name
        case FormState.NOT_STARTED:
            return _("%(name)s: offered, not started") % name
        case FormState.DECLINED:
            return _("%(name)s: declined") % name
        case FormState.UNFINISHED | FormState.COMPLETE:
            if form.score.total is None:
                return _("%(name)s. Not complete: no total") % name
            values = name | {"total": form.score.total, "most": form.highest_total}
            return _("%(name)s: %(total)s of %(most)s") % values


def explanation(form: FormSummary, words: Words) -> list[str]:
    """Why there is no result."""
    _ = words.gettext
    match form.state:
        case FormState.NOT_OFFERED if form.asked_at is not None:
            day = words.date(form.asked_at.astimezone())
            return [_("Completed on %(date)s: not offered again within 14 days.") % {"date": day}]
        case FormState.NOT_OFFERED:
            return [_("It is offered in pregnancy, within 12 months after birth and after a loss.")]
        case FormState.NOT_STARTED:
            return [_("She did not open it.")]
        case FormState.DECLINED:
            return [_("She did not want to answer. No reason is asked.")]
        case _:
            values = {"given": len(form.score.points), "all": len(form.rows)}
            return [_("%(given)s of %(all)s answered; a total needs all of them.") % values]


def meaning(form: FormSummary, words: Words) -> list[str]:
    """What is known about a total in this text version."""
    _ = words.gettext
    match len(form.versions):
        case 1:
            pass
        case 2:
            return [_("Answered in two text versions: no cut-offs.")]
        case _:
            return [_("Answered in several text versions: no cut-offs.")]
    if not form.cut_offs:
        return [_("No cut-off is known for this text version.")]
    figures = "; ".join(_figure(cut_off, words) for cut_off in form.cut_offs)
    sources = dict.fromkeys(s for c in form.cut_offs for s in c.citation.split("; "))
    values = {"figures": figures, "sources": isolate("; ".join(sources))}
    return [_("Cut-offs: %(figures)s (%(sources)s).") % values]


def band(cut_off: CutOff, words: Words) -> str:
    """The name of what begins at a cut-off."""
    name = cut_off.band or ""
    return words.gettext(_BANDS.get(name, name))


def _figure(cut_off: CutOff, words: Words) -> str:
    _ = words.gettext
    name = f"{cut_off.total} ({band(cut_off, words)})" if cut_off.band else f"{cut_off.total}"
    if cut_off.sensitivity is None or cut_off.specificity is None:
        return name
    values = {
        "total": name,
        "sensitivity": f"{cut_off.sensitivity:.2f}",
        "specificity": f"{cut_off.specificity:.2f}",
    }
    return _("%(total)s: sensitivity %(sensitivity)s, specificity %(specificity)s") % values


def subscales(form: FormSummary, words: Words) -> list[str]:
    """Each group of items as a number; the anxiety items with their caveat."""
    return [
        _subscale(form, scale, value, words)
        for scale in form.instrument.subscales
        if (value := form.score.subscales.get(scale.id)) is not None
    ]


def _subscale(form: FormSummary, scale: Subscale, value: int, words: Words) -> str:
    if (form.instrument.id, scale.id) == (EPDS_ID, ANXIETY):
        sentence = words.gettext(
            "Anxiety items 3, 4 and 5: %(points)s of 9; cut-offs for them are disputed."
        )
        return sentence % {"points": value}
    most = sum(max(form.instrument.item(number).points) for number in scale.items)
    values = {
        "name": isolate(scale.id),
        "items": ", ".join(str(number) for number in scale.items),
        "points": value,
        "most": most,
    }
    return words.gettext("Subscale %(name)s (items %(items)s): %(points)s of %(most)s.") % values


def text_used(form: FormSummary, words: Words) -> str:
    """Which text she saw, how far it is checked, how it was shown and how long it took."""
    _ = words.gettext
    if not form.score.points:
        return ""
    minutes, seconds = divmod(round(form.seconds), _SECONDS)
    shown = _("one statement a screen, %(minutes)s:%(seconds)s min")
    parts = [_text(form, words), shown % {"minutes": minutes, "seconds": f"{seconds:02d}"}]
    return "; ".join(part for part in parts if part) + "."


def item_times(form: FormSummary, words: Words) -> str:
    """Seconds on each item, first to last, to compare with trials; never to judge by."""
    if not form.score.points:
        return ""
    times = (_NONE if row.seconds is None else str(round(row.seconds)) for row in form.rows)
    return words.gettext("Seconds per item: %(seconds)s.") % {"seconds": ", ".join(times)}


def _text(form: FormSummary, words: Words) -> str:
    _ = words.gettext
    if not form.text_version:
        return ""
    if len(form.versions) > 1:
        used = (*form.other_texts, TextUsed(form.text_version, form.text_language))
        named = (f"{isolate(t.version)} ({words.language_name(t.language)})" for t in used)
        return _("Texts: %(texts)s") % {"texts": ", ".join(named)}
    language = words.language_name(form.text_language)
    if form.rehearsal:
        return _("Practice text (%(language)s), not the scale itself") % {"language": language}
    if form.differences:
        checked = _("differs in %(items)s, accepted by %(name)s") % {
            "items": ", ".join(form.differences),
            "name": isolate(form.accepted_by or "?"),
        }
    elif form.verified:
        checked = _("verified letter by letter")
    else:
        checked = _("not verified")
    values = {"version": isolate(form.text_version), "language": language, "checked": checked}
    return _("Text %(version)s (%(language)s), %(checked)s") % values


def option(row: AnswerRow, words: Words) -> str:
    """An answer without wording: where it stands on the screen."""
    values = {"position": row.position, "all": row.options}
    return words.gettext("option %(position)s of %(all)s") % values
