"""What goes on the clinician's page about a questionnaire, whichever it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.epds import REHEARSAL_VERSION
from kiosk.domain.instrument import CutOff, Instrument, Score, score
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.visit import FormState, TextUsed, Visit


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One item's answer; the texts are None where it was not answered or has no wording.

    `seconds` is the time on the item, for comparison with trials; nothing is judged by it.
    `options` is how many there are, `alerts` whether staff are called for any points.
    """

    number: int
    position: int | None
    points: int | None
    clinic_answer: str | None
    visitor_answer: str | None
    seconds: float | None
    options: int = 0
    alerts: bool = False


@dataclass(frozen=True, slots=True)
class FormSummary:
    """The questionnaire's part of the page.

    `text_version` and `text_language` are of the wording her answers are shown in;
    `other_texts` are further wordings that some of the items were answered in. `asked_at` is
    when she completed it before, where it was not offered for that reason.
    """

    instrument: Instrument
    state: FormState
    score: Score
    rows: tuple[AnswerRow, ...]
    cut_offs: tuple[CutOff, ...]
    text_version: str
    text_language: str
    verified: bool
    rehearsal: bool
    differences: tuple[str, ...]
    accepted_by: str
    citation: str
    permission: str
    seconds: float
    other_texts: tuple[TextUsed, ...] = ()
    asked_at: datetime | None = None

    @property
    def highest_total(self) -> int:
        """The largest total that can be reached."""
        return self.instrument.highest_total

    @property
    def versions(self) -> tuple[str, ...]:
        """Every text version that an item was answered in."""
        others = (text.version for text in self.other_texts)
        return tuple(dict.fromkeys((*others, self.text_version)))


def form_summary(
    visit: Visit,
    instrument: Instrument,
    clinic: InstalledText | None,
    visitor: InstalledText | None,
) -> FormSummary:
    """The questionnaire's part of the page.

    Args:
        visit: The visit.
        instrument: What she was asked.
        clinic: The instrument's wording in the clinic's language.
        visitor: Its wording in the visitor's language.
    """
    form = visit.form
    *others, used = form.texts
    rehearsal = REHEARSAL_VERSION in form.versions
    shown = _if_used(visitor, used)
    # What is known about one version's totals says nothing about a mixture of two.
    one = len(form.versions) == 1
    return FormSummary(
        instrument=instrument,
        state=visit.form_state,
        score=score(instrument, form.positions),
        rows=tuple(_answer_rows(visit, instrument, clinic, shown)),
        cut_offs=instrument.cut_offs_for(used.version, visit.stage) if one else (),
        text_version=used.version,
        text_language=used.language,
        verified=form.all_verified,
        rehearsal=rehearsal,
        differences=shown.differences if shown else (),
        accepted_by=shown.accepted_by if shown else "",
        citation=(shown.text.citation if shown and not rehearsal else "") or instrument.citation,
        permission=shown.permission.text if shown else "",
        seconds=form.seconds,
        other_texts=tuple(others),
        asked_at=visit.asked_at if visit.asked_lately else None,
    )


def _answer_rows(
    visit: Visit,
    instrument: Instrument,
    clinic: InstalledText | None,
    visitor: InstalledText | None,
) -> Iterable[AnswerRow]:
    form = visit.form
    points = score(instrument, form.positions).points
    for item in instrument.items:
        number, position = item.number, form.positions.get(item.number)
        used = form.answered_in.get(number, TextUsed())
        yield AnswerRow(
            number=number,
            position=position,
            points=points.get(number),
            clinic_answer=_option(_of_its_kind(clinic, used), number, position),
            visitor_answer=_option(_if_used(visitor, used), number, position),
            seconds=form.item_seconds.get(number),
            options=len(item.points),
            alerts=number in instrument.alert_items,
        )


def _if_used(installed: InstalledText | None, used: TextUsed) -> InstalledText | None:
    if installed is None:
        return None
    same = (installed.text.version, installed.text.language) == (used.version, used.language)
    return installed if same else None


def _of_its_kind(clinic: InstalledText | None, used: TextUsed) -> InstalledText | None:
    """The clinic's wording; practice text goes with practice text only."""
    if clinic is None:
        return None
    fits = (clinic.text.version == REHEARSAL_VERSION) == (used.version == REHEARSAL_VERSION)
    return clinic if fits else None


def _option(installed: InstalledText | None, number: int, position: int | None) -> str | None:
    if installed is None or position is None:
        return None
    return installed.text.item(number).options[position - 1]
