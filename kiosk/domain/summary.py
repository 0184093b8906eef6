"""What goes on the clinician's page: facts and figures, not yet words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.alerts import changed_to_zero
from kiosk.domain.blood_pressure import Reading
from kiosk.domain.code import VisitCode
from kiosk.domain.content import ContentLibrary, Stage, Topic, TopicText
from kiosk.domain.epds import EPDS
from kiosk.domain.facts import AlertKind, NoteKind, Outcome
from kiosk.domain.form_summary import FormSummary, form_summary
from kiosk.domain.instrument import Instrument, score
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.stage_text import text_for
from kiosk.domain.visit import Alert, Visit, VisitState


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
    chart: str = ""
    reprinted_at: datetime | None = None


def summarise(
    visit: Visit,
    library: ContentLibrary,
    clinic_language: str,
    texts: tuple[InstalledText | None, InstalledText | None],
    instrument: Instrument = EPDS,
) -> Summary:
    """Gather what the page says.

    Args:
        visit: The visit, finished or not.
        library: Content; titles and questions are taken in the clinic's language.
        clinic_language: Locale of the page.
        texts: The instrument's wording in (the clinic's, the visitor's) language; the
            practice wording counts as installed with version "rehearsal".
        instrument: What she was asked.
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
        urgent=tuple(_urgent_line(alert, visit, instrument) for alert in visit.alerts),
        notes=visit.notes,
        form=form_summary(visit, instrument, *texts),
        topics=topics,
        questions=tuple(_questions(visit, library, clinic_language)),
        readings=visit.readings,
        draft=any((row.id, visit.language) not in library.approved for row in topics),
        forgotten=visit.forgotten,
        chart=visit.chart,
    )


def topic_rows(visit: Visit, library: ContentLibrary) -> tuple[TopicRow, ...]:
    """What she read, topic by topic, titles in her own language."""
    return tuple(_topic_rows(visit, library, visit.language))


def _urgent_line(alert: Alert, visit: Visit, instrument: Instrument) -> UrgentLine:
    item_10 = alert.kind is AlertKind.ITEM_10
    return UrgentLine(
        kind=alert.kind,
        raised_at=alert.raised_at,
        acknowledged_at=alert.acknowledged_at,
        by=alert.by,
        outcome=alert.outcome,
        points=_alert_points(visit, instrument) if item_10 else None,
        changed_to_zero=item_10 and changed_to_zero(visit, instrument),
        reading=alert.reading,
        signs=alert.signs,
    )


def _alert_points(visit: Visit, instrument: Instrument) -> int | None:
    points = score(instrument, visit.form.positions).points
    given = [points[number] for number in sorted(instrument.alert_items) if number in points]
    return max(given, default=None)


def _topic_rows(visit: Visit, library: ContentLibrary, language: str) -> Iterable[TopicRow]:
    touched = {topic for topic, _ in visit.cards_read}
    for topic in library.topics:
        if topic.id not in touched:
            continue
        text = _text(topic, language, visit.language)
        cards = text_for(topic, text.language, visit.stage).cards
        results = {c.question: c.right for c in visit.checks if c.topic == topic.id}
        yield TopicRow(
            id=topic.id,
            title=text.title,
            cards=len(cards),
            cards_read=sum(1 for card in cards if (topic.id, card.id) in visit.cards_read),
            asked=len(results),
            right=sum(results.values()),
            # What she was asked stays, even if she corrected her stage afterwards.
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
