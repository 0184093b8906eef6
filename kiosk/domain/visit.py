"""A visit: the facts of one person's time at the kiosk, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from kiosk.domain import facts
from kiosk.domain.blood_pressure import Reading
from kiosk.domain.code import VisitCode
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, NoteKind, Outcome, ReviewOutcome

EPDS_LAST_WEEK: Final = 52
"""Weeks after birth up to which the EPDS is offered (within 12 months)."""

EPDS_INTERVAL: Final = timedelta(days=14)
"""The questionnaire is not offered twice to one person within this time."""


class VisitState(StrEnum):
    """What staff see of a visit."""

    OPEN = "open"
    PAUSED = "paused"
    FINISHED = "finished"
    UNFINISHED = "unfinished"


class FormState(StrEnum):
    """How far a questionnaire came."""

    NOT_OFFERED = "not_offered"
    NOT_STARTED = "not_started"
    DECLINED = "declined"
    UNFINISHED = "unfinished"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Alert:
    """A call to staff; `signs` and `reading` are what it was raised about."""

    number: int
    kind: AlertKind
    raised_at: datetime
    acknowledged_at: datetime | None = None
    by: str | None = None
    outcome: Outcome | None = None
    signs: tuple[str, ...] = ()
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The first option she chose for a check question."""

    topic: str
    question: str
    right: bool


@dataclass(frozen=True, slots=True)
class TextUsed:
    """A wording that was shown, as far as a visit remembers it; empty when none was."""

    version: str = ""
    language: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Her responses to one instrument.

    `positions` maps item to position from 1, `answered_in` item to the wording it was
    answered in. `text_version`, `text_language` and `verified` are of what was shown last.
    """

    opened: bool = False
    finished: bool = False
    finished_at: datetime | None = None
    stopped: bool = False
    declined: bool = False
    text_version: str = ""
    text_language: str = ""
    verified: bool = False
    positions: Mapping[int, int] = field(default_factory=dict[int, int])
    item_seconds: Mapping[int, float] = field(default_factory=dict[int, float])
    answered_in: Mapping[int, TextUsed] = field(default_factory=dict[int, TextUsed])

    @property
    def shown(self) -> TextUsed:
        """The wording that was shown last."""
        return TextUsed(self.text_version, self.text_language, self.verified)

    @property
    def texts(self) -> tuple[TextUsed, ...]:
        """The wordings of her answers, by item; while there are none, the one shown last."""
        used = (self.answered_in[number] for number in sorted(self.answered_in))
        return tuple(dict.fromkeys(used)) or (self.shown,)

    @property
    def versions(self) -> tuple[str, ...]:
        """The text versions of her answers: what is known of one says nothing of two."""
        return tuple(dict.fromkeys(text.version for text in self.texts))

    @property
    def all_verified(self) -> bool:
        """Whether every answer was given to one and the same verified version."""
        return len(self.versions) == 1 and all(text.verified for text in self.texts)

    @property
    def seconds(self) -> float:
        """Seconds spent on answered items, in all."""
        return sum(self.item_seconds.values())


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit as it stands; made by replaying its facts, never edited."""

    code: VisitCode
    mode: str
    language: str
    started_at: datetime
    updated_at: datetime
    state: VisitState = VisitState.OPEN
    privacy_version: str | None = None
    stage: Stage | None = None
    weeks: int | None = None
    interpreter: bool = False
    cards_read: tuple[tuple[str, str], ...] = ()
    checks: tuple[CheckResult, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    signs: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    form: Form = field(default_factory=Form)
    alerts: tuple[Alert, ...] = ()
    notes: tuple[NoteKind, ...] = ()
    take_home: bool = False
    finished_at: datetime | None = None
    left: facts.Leaving | None = None
    left_at: datetime | None = None
    forgotten: bool = False
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None
    review_outcome: ReviewOutcome | None = None
    help_wanted: bool = False
    chart: str = ""
    slip: str = ""
    asked_at: datetime | None = None

    @property
    def reading(self) -> Reading | None:
        """The latest blood-pressure reading."""
        return self.readings[-1] if self.readings else None

    @property
    def open_alerts(self) -> tuple[Alert, ...]:
        """Alerts nobody has acknowledged."""
        return tuple(alert for alert in self.alerts if alert.acknowledged_at is None)

    @property
    def has_answers(self) -> bool:
        """Whether anything is worth keeping for staff."""
        return self.stage is not None or bool(self.alerts) or bool(self.notes)

    @property
    def epds_offered(self) -> bool:
        """Offered in pregnancy, within 12 months after birth, and after a loss.

        Not again within 14 days, where staff have tied both visits to one chart.
        """
        if self.asked_lately:
            return False
        match self.stage:
            case Stage.PREGNANT | Stage.LOSS:
                return True
            case Stage.POSTPARTUM:
                return self.weeks is None or self.weeks <= EPDS_LAST_WEEK
            case _:
                return False

    @property
    def asked_lately(self) -> bool:
        """Whether she completed the questionnaire at another visit of the last 14 days."""
        return self.asked_at is not None and self.started_at - self.asked_at < EPDS_INTERVAL

    @property
    def form_state(self) -> FormState:
        """How far the questionnaire came."""
        form = self.form
        if form.finished:
            return FormState.COMPLETE
        if form.declined and not form.positions:
            return FormState.DECLINED
        if form.opened:
            return FormState.UNFINISHED
        return FormState.NOT_STARTED if self.epds_offered else FormState.NOT_OFFERED

    def alerts_of(self, kind: AlertKind) -> tuple[Alert, ...]:
        """Alerts of one kind, oldest first."""
        return tuple(alert for alert in self.alerts if alert.kind is kind)
