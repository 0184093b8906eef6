"""What goes on the clinician's page: facts and figures, not yet words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.alerts import changed_to_zero
from kiosk.domain.blood_pressure import Reading
from kiosk.domain.code import VisitCode
from kiosk.domain.content import ContentLibrary, Stage, Topic, TopicText
from kiosk.domain.epds import CITATION, EPDS, REHEARSAL_VERSION
from kiosk.domain.facts import AlertKind, NoteKind, Outcome
from kiosk.domain.instrument import CutOff, Score, score
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.visit import Alert, FormState, TextUsed, Visit, VisitState


@dataclass(frozen=True, slots=True)
class UrgentLine:
    """One line of the urgent box."""

    kind: AlertKind
    raised_at: datetime
    acknowledged_at: datetime | None
    by: str | None
    outcome: Outcome | None
    points: int | None = None
    changed_to_zero: bool = False
    reading: Reading | None = None
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One item's answer; the texts are None where it was not answered or has no wording."""

    number: int
    position: int | None
    points: int | None
    clinic_answer: str | None
    visitor_answer: str | None


@dataclass(frozen=True, slots=True)
class FormSummary:
    """The questionnaire's part of the page.

    `text_version` and `text_language` are of the wording her answers are shown in;
    `other_texts` are further wordings that some of the items were answered in.
    """

    state: FormState
    score: Score
    highest_total: int
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

    @property
    def versions(self) -> tuple[str, ...]:
        """Every text version that an item was answered in."""
        others = (text.version for text in self.other_texts)
        return tuple(dict.fromkeys((*others, self.text_version)))


@dataclass(frozen=True, slots=True)
class TopicRow:
    """What she read of a topic; `missed` are check questions first answered otherwise."""

    id: str
    title: str
    cards: int
    cards_read: int
    asked: int
    right: int
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything on the clinician's page, in the clinic's language where it is content."""

    code: VisitCode
    mode: str
    state: VisitState
    language: str
    stage: Stage | None
    weeks: int | None
    interpreter: bool
    started_at: datetime
    ended_at: datetime
    urgent: tuple[UrgentLine, ...]
    notes: tuple[NoteKind, ...]
    form: FormSummary
    topics: tuple[TopicRow, ...]
    questions: tuple[str, ...]
    readings: tuple[Reading, ...]
    draft: bool
    forgotten: bool


def summarise(
    visit: Visit,
    library: ContentLibrary,
    clinic_language: str,
    texts: tuple[InstalledText | None, InstalledText | None],
) -> Summary:
    """Gather what the page says.

    Args:
        visit: The visit, finished or not.
        library: Content; titles and questions are taken in the clinic's language.
        clinic_language: Locale of the page.
        texts: The instrument's wording in (the clinic's, the visitor's) language; the
            practice wording counts as installed with version "rehearsal".
    """
    topics = tuple(_topic_rows(visit, library, clinic_language))
    return Summary(
        code=visit.code,
        mode=visit.mode,
        state=visit.state,
        language=visit.language,
        stage=visit.stage,
        weeks=visit.weeks,
        interpreter=visit.interpreter,
        started_at=visit.started_at,
        ended_at=visit.finished_at or visit.left_at or visit.updated_at,
        urgent=tuple(_urgent_line(alert, visit) for alert in visit.alerts),
        notes=visit.notes,
        form=_form(visit, *texts),
        topics=topics,
        questions=tuple(_questions(visit, library, clinic_language)),
        readings=visit.readings,
        draft=any((row.id, visit.language) not in library.approved for row in topics),
        forgotten=visit.forgotten,
    )


def topic_rows(visit: Visit, library: ContentLibrary) -> tuple[TopicRow, ...]:
    """What she read, topic by topic, titles in her own language."""
    return tuple(_topic_rows(visit, library, visit.language))


def _urgent_line(alert: Alert, visit: Visit) -> UrgentLine:
    item_10 = alert.kind is AlertKind.ITEM_10
    return UrgentLine(
        kind=alert.kind,
        raised_at=alert.raised_at,
        acknowledged_at=alert.acknowledged_at,
        by=alert.by,
        outcome=alert.outcome,
        points=_alert_points(visit) if item_10 else None,
        changed_to_zero=item_10 and changed_to_zero(visit),
        reading=alert.reading,
        signs=alert.signs,
    )


def _alert_points(visit: Visit) -> int | None:
    points = score(EPDS, visit.form.positions).points
    given = [points[number] for number in sorted(EPDS.alert_items) if number in points]
    return max(given, default=None)


def _form(visit: Visit, clinic: InstalledText | None, visitor: InstalledText | None) -> FormSummary:
    form = visit.form
    *others, used = form.texts
    rehearsal = REHEARSAL_VERSION in form.versions
    shown = _if_used(visitor, used)
    # What is known about one version's totals says nothing about a mixture of two.
    cut_offs = EPDS.cut_offs.get(used.version, ()) if len(form.versions) == 1 else ()
    return FormSummary(
        state=visit.form_state,
        score=score(EPDS, form.positions),
        highest_total=EPDS.highest_total,
        rows=tuple(_answer_rows(visit, clinic, shown)),
        cut_offs=cut_offs,
        text_version=used.version,
        text_language=used.language,
        verified=form.all_verified,
        rehearsal=rehearsal,
        differences=shown.differences if shown else (),
        accepted_by=shown.accepted_by if shown else "",
        citation=shown.text.citation if shown and not rehearsal else CITATION,
        permission=shown.permission.text if shown else "",
        seconds=form.seconds,
        other_texts=tuple(others),
    )


def _answer_rows(
    visit: Visit, clinic: InstalledText | None, visitor: InstalledText | None
) -> Iterable[AnswerRow]:
    form = visit.form
    points = score(EPDS, form.positions).points
    for item in EPDS.items:
        number, position = item.number, form.positions.get(item.number)
        used = form.answered_in.get(number, TextUsed())
        yield AnswerRow(
            number=number,
            position=position,
            points=points.get(number),
            clinic_answer=_option(_of_its_kind(clinic, used), number, position),
            visitor_answer=_option(_if_used(visitor, used), number, position),
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


def _topic_rows(visit: Visit, library: ContentLibrary, language: str) -> Iterable[TopicRow]:
    touched = {topic for topic, _ in visit.cards_read}
    for topic in library.topics:
        if topic.id not in touched:
            continue
        text = _text(topic, language, visit.language)
        results = {c.question: c.right for c in visit.checks if c.topic == topic.id}
        yield TopicRow(
            id=topic.id,
            title=text.title,
            cards=len(text.cards),
            cards_read=sum(1 for card in text.cards if (topic.id, card.id) in visit.cards_read),
            asked=len(results),
            right=sum(results.values()),
            missed=tuple(q.prompt for q in text.checks if results.get(q.id) is False),
        )


def _text(topic: Topic, *languages: str) -> TopicText:
    """The topic in the first of these languages that it has, else in any that it has."""
    return next(topic.texts[code] for code in (*languages, *topic.texts) if code in topic.texts)


def _questions(visit: Visit, library: ContentLibrary, language: str) -> Iterable[str]:
    by_key = {
        (topic.id, question.id): question.text
        for topic in library.topics
        for question in _text(topic, language, visit.language).questions
    }
    return (by_key[key] for key in visit.questions if key in by_key)
