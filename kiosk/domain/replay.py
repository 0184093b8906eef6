"""Replaying a visit's facts, oldest first, into the visit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import singledispatch

from kiosk.domain import facts
from kiosk.domain.alerts import calling_reading
from kiosk.domain.blood_pressure import Reading
from kiosk.domain.code import VisitCode
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, Entry, Fact, NoteKind
from kiosk.domain.visit import Alert, CheckResult, Visit, VisitState


def replay(entries: Iterable[Entry]) -> Visit:
    """Fold a visit's facts, oldest first, into the visit.

    Raises:
        ValueError: The first fact is not a `Started`.
    """
    iterator = iter(entries)
    first = next(iterator, None)
    if first is None or not isinstance(first.fact, facts.Started):
        msg = "a visit begins with Started"
        raise ValueError(msg)
    started = first.fact
    visit = Visit(
        code=VisitCode(started.colour, started.number),
        mode=started.mode,
        language=started.language,
        started_at=first.at,
        updated_at=first.at,
    )
    for entry in iterator:
        visit = advance(visit, entry)
    return visit


def advance(visit: Visit, entry: Entry) -> Visit:
    """The visit after one more fact."""
    return replace(_apply(entry.fact, visit, entry.at), updated_at=entry.at)


@singledispatch
def _apply(fact: Fact, visit: Visit, at: datetime) -> Visit:
    del fact, at
    return visit


@_apply.register
def _(fact: facts.LanguageChosen, visit: Visit, at: datetime) -> Visit:
    del at
    return replace(visit, language=fact.language)


@_apply.register
def _(fact: facts.PrivacyAccepted, visit: Visit, at: datetime) -> Visit:
    del at
    return replace(visit, privacy_version=fact.version)


@_apply.register
def _(fact: facts.StageGiven, visit: Visit, at: datetime) -> Visit:
    del at
    notes = tuple(note for note in visit.notes if note is not NoteKind.LOSS)
    if fact.stage is Stage.LOSS:
        notes = (*notes, NoteKind.LOSS)
    weeks = visit.weeks if fact.stage is visit.stage else None
    return replace(visit, stage=fact.stage, weeks=weeks, notes=notes)


@_apply.register
def _(fact: facts.WeeksGiven, visit: Visit, at: datetime) -> Visit:
    del at
    return replace(visit, weeks=fact.weeks)


@_apply.register
def _(fact: facts.InterpreterGiven, visit: Visit, at: datetime) -> Visit:
    del at
    return replace(visit, interpreter=fact.wanted)


@_apply.register
def _(fact: facts.CardShown, visit: Visit, at: datetime) -> Visit:
    del at
    card = (fact.topic, fact.card)
    return (
        visit if card in visit.cards_read else replace(visit, cards_read=(*visit.cards_read, card))
    )


@_apply.register
def _(fact: facts.CheckAnswered, visit: Visit, at: datetime) -> Visit:
    del at
    if any((c.topic, c.question) == (fact.topic, fact.question) for c in visit.checks):
        return visit
    result = CheckResult(fact.topic, fact.question, fact.right)
    return replace(visit, checks=(*visit.checks, result))


@_apply.register
def _(fact: facts.QuestionTicked, visit: Visit, at: datetime) -> Visit:
    del at
    key = (fact.topic, fact.question)
    others = tuple(question for question in visit.questions if question != key)
    return replace(visit, questions=(*others, key) if fact.ticked else others)


@_apply.register
def _(fact: facts.SignsReported, visit: Visit, at: datetime) -> Visit:
    del at
    new = tuple(sign for sign in fact.signs if sign not in visit.signs)
    return replace(visit, signs=(*visit.signs, *new))


@_apply.register
def _(fact: facts.PressureEntered, visit: Visit, at: datetime) -> Visit:
    del at
    return replace(visit, readings=(*visit.readings, Reading(fact.systolic, fact.diastolic)))


@_apply.register
def _(fact: facts.InstrumentOpened, visit: Visit, at: datetime) -> Visit:
    del at
    form = replace(
        visit.form,
        opened=True,
        declined=False,
        stopped=False,
        text_version=fact.text_version,
        text_language=fact.text_language,
        verified=fact.verified,
    )
    return replace(visit, form=form)


@_apply.register
def _(fact: facts.ItemAnswered, visit: Visit, at: datetime) -> Visit:
    del at
    spent = visit.form.item_seconds.get(fact.item, 0.0) + fact.seconds
    form = replace(
        visit.form,
        positions={**visit.form.positions, fact.item: fact.position},
        item_seconds={**visit.form.item_seconds, fact.item: spent},
        answered_in={**visit.form.answered_in, fact.item: visit.form.shown},
    )
    return replace(visit, form=form)


@_apply.register
def _(fact: facts.InstrumentFinished, visit: Visit, at: datetime) -> Visit:
    del fact
    form = replace(visit.form, finished=True, finished_at=at, stopped=False)
    return replace(visit, form=form)


@_apply.register
def _(fact: facts.InstrumentStopped, visit: Visit, at: datetime) -> Visit:
    del fact, at
    return replace(visit, form=replace(visit.form, stopped=True))


@_apply.register
def _(fact: facts.InstrumentDeclined, visit: Visit, at: datetime) -> Visit:
    del fact, at
    return replace(visit, form=replace(visit.form, declined=True))


@_apply.register
def _(fact: facts.AlertRaised, visit: Visit, at: datetime) -> Visit:
    signs = visit.signs if fact.kind is AlertKind.WARNING_SIGN else ()
    reading = calling_reading(fact.kind, visit)
    alert = Alert(fact.number, fact.kind, raised_at=at, signs=signs, reading=reading)
    return replace(visit, alerts=(*visit.alerts, alert))


@_apply.register
def _(fact: facts.AlertAcknowledged, visit: Visit, at: datetime) -> Visit:
    alerts = tuple(
        replace(alert, acknowledged_at=at, by=fact.by, outcome=fact.outcome)
        if alert.number == fact.number and alert.acknowledged_at is None
        else alert
        for alert in visit.alerts
    )
    return replace(visit, alerts=alerts)


@_apply.register
def _(fact: facts.NoteAdded, visit: Visit, at: datetime) -> Visit:
    del at
    notes = visit.notes if fact.kind in visit.notes else (*visit.notes, fact.kind)
    # She may ask again after somebody came: the note is there already, the wish is new.
    wanted = visit.help_wanted or fact.kind is NoteKind.HELP
    return replace(visit, notes=notes, help_wanted=wanted)


@_apply.register
def _(fact: facts.TakeHomeWanted, visit: Visit, at: datetime) -> Visit:
    del fact, at
    return replace(visit, take_home=True)


@_apply.register
def _(fact: facts.Paused, visit: Visit, at: datetime) -> Visit:
    del fact, at
    return replace(visit, state=VisitState.PAUSED)


@_apply.register
def _(fact: facts.Reopened, visit: Visit, at: datetime) -> Visit:
    del fact, at
    return replace(visit, state=VisitState.OPEN)


@_apply.register
def _(fact: facts.Finished, visit: Visit, at: datetime) -> Visit:
    del fact
    return replace(visit, state=VisitState.FINISHED, finished_at=at)


@_apply.register
def _(fact: facts.Left, visit: Visit, at: datetime) -> Visit:
    return replace(visit, state=VisitState.UNFINISHED, left=fact.how, left_at=at)


@_apply.register
def _(fact: facts.Forgotten, visit: Visit, at: datetime) -> Visit:
    del fact, at
    return replace(visit, forgotten=True)


@_apply.register
def _(fact: facts.Reviewed, visit: Visit, at: datetime) -> Visit:
    return replace(visit, reviewed_by=fact.by, reviewed_at=at, review_outcome=fact.outcome)


@_apply.register
def _(fact: facts.ReviewUndone, visit: Visit, at: datetime) -> Visit:
    del fact, at
    return replace(visit, reviewed_by=None, reviewed_at=None, review_outcome=None)


@_apply.register
def _(fact: facts.HelpTaken, visit: Visit, at: datetime) -> Visit:
    del fact, at
    return replace(visit, help_wanted=False)


@_apply.register
def _(fact: facts.ChartAttached, visit: Visit, at: datetime) -> Visit:
    del at
    return replace(visit, chart=fact.chart, asked_at=fact.asked_at)


@_apply.register
def _(fact: facts.SlipAttached, visit: Visit, at: datetime) -> Visit:
    del at
    return replace(visit, slip=fact.slip)
