"""Adds up visits one after the other; keeps numbers, never a visit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kiosk.domain.epds import REHEARSAL_VERSION
from kiosk.domain.errors import InputError
from kiosk.domain.facts import AlertKind
from kiosk.domain.figures.data import Month
from kiosk.domain.instrument import Instrument, score
from kiosk.domain.visit import FormState, Visit, VisitState

_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A text version, and the totals from which a source calls its result positive.

    `stage` is set where that source tells pregnancy and after birth apart.
    """

    version: str
    cut_offs: tuple[int, ...]
    stage: str = ""

    @property
    def key(self) -> str:
        """Names it in a table."""
        return f"{self.version} ({self.stage})" if self.stage else self.version


class Answers:
    """Check questions of a topic: how many were asked and answered rightly, and of how many."""

    def __init__(self) -> None:
        self.asked = 0
        self.right = 0
        self.people = 0


@dataclass(slots=True)
class Tally:
    """Sums over visits of one mode, before anything is hidden.

    Attributes:
        visits: How many.
        months: By the month in which they began.
        languages: By the language that was chosen last.
        ends: By state.
        topics: Visits in which any card of a topic was shown.
        forms: By how far the questionnaire came.
        form_minutes: Minutes that complete questionnaires took.
        totals: Totals of complete questionnaires, by scale; of other versions there are none.
        checks: By topic.
        alerts: By kind.
        alert_people: By kind, visits that raised any.
        waits: Minutes from an alert to its acknowledgement, by kind.
        wait_people: By kind, visits behind them.
        taken_people: Visits with an alert that somebody acknowledged.
        open_people: Visits with one that nobody did.
    """

    visits: int = 0
    months: Counter[Month] = field(default_factory=Counter[Month])
    languages: Counter[str] = field(default_factory=Counter[str])
    ends: Counter[VisitState] = field(default_factory=Counter[VisitState])
    topics: Counter[str] = field(default_factory=Counter[str])
    forms: Counter[FormState] = field(default_factory=Counter[FormState])
    form_minutes: list[float] = field(default_factory=list[float])
    totals: dict[Scale, Counter[int]] = field(default_factory=dict[Scale, Counter[int]])
    checks: dict[str, Answers] = field(default_factory=dict[str, Answers])
    alerts: Counter[AlertKind] = field(default_factory=Counter[AlertKind])
    alert_people: Counter[AlertKind] = field(default_factory=Counter[AlertKind])
    waits: dict[AlertKind, list[float]] = field(default_factory=dict[AlertKind, list[float]])
    wait_people: Counter[AlertKind] = field(default_factory=Counter[AlertKind])
    taken_people: int = 0
    open_people: int = 0

    def add(self, visit: Visit, instrument: Instrument) -> None:
        """Count one more visit."""
        self.visits += 1
        self.months[Month.of(visit.started_at)] += 1
        self.languages[visit.language] += 1
        self.ends[visit.state] += 1
        self.topics.update({topic for topic, _card in visit.cards_read})
        self._add_checks(visit)
        self._add_form(visit, instrument)
        self._add_alerts(visit)

    def _add_checks(self, visit: Visit) -> None:
        for check in visit.checks:
            answers = self.checks.setdefault(check.topic, Answers())
            answers.asked += 1
            answers.right += check.right
        for topic in {check.topic for check in visit.checks}:
            self.checks[topic].people += 1

    def _add_form(self, visit: Visit, instrument: Instrument) -> None:
        self.forms[visit.form_state] += 1
        if visit.form_state is not FormState.COMPLETE:
            return
        try:
            total = score(instrument, visit.form.positions).total
        except InputError:
            total = None
        if total is None:
            # It was another instrument's: nothing of it can be told by this one.
            return
        self.form_minutes.append(visit.form.seconds / _SECONDS)
        if scale := _scale(visit, instrument):
            self.totals.setdefault(scale, Counter())[total] += 1

    def _add_alerts(self, visit: Visit) -> None:
        self.alerts.update(alert.kind for alert in visit.alerts)
        self.alert_people.update({alert.kind for alert in visit.alerts})
        taken = [(each, each.acknowledged_at) for each in visit.alerts if each.acknowledged_at]
        for alert, at in taken:
            # A clock that was set back says nothing about how long somebody waited.
            waited = max((at - alert.raised_at).total_seconds(), 0.0)
            self.waits.setdefault(alert.kind, []).append(waited / _SECONDS)
        self.wait_people.update({alert.kind for alert, _at in taken})
        self.taken_people += bool(taken)
        self.open_people += bool(visit.open_alerts)


def _scale(visit: Visit, instrument: Instrument) -> Scale | None:
    """What is known of the wording she answered: of practice text, or of two mixed, nothing."""
    versions = visit.form.versions
    if len(versions) != 1 or REHEARSAL_VERSION in versions:
        return None
    known = [cut for cut in instrument.cut_offs_for(versions[0], visit.stage) if cut.band]
    if not known:
        return None
    staged = any(cut.stage is not None for cut in known)
    stage = str(visit.stage) if staged else ""
    return Scale(versions[0], tuple(sorted({cut.total for cut in known})), stage)
