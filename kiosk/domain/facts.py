"""What happens in a visit, one small fact a tap; a visit is the facts replayed in order.

Facts are only ever added. Forgetting a visitor's answers removes the facts whose class is
in ANSWERS and leaves the rest, open alerts among it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from kiosk.domain.content import Stage


class AlertKind(StrEnum):
    """Why staff are called."""

    ITEM_10 = "item_10"
    WARNING_SIGN = "warning_sign"
    BLOOD_PRESSURE_HIGH = "blood_pressure_high"
    BLOOD_PRESSURE_SEVERE = "blood_pressure_severe"


class NoteKind(StrEnum):
    """A word to staff that is no alert."""

    ASK_IN_PERSON = "ask_in_person"
    DECLINED = "declined"
    RATHER_WITH_STAFF = "rather_with_staff"
    HELP = "help"
    LOSS = "loss"


class Outcome(StrEnum):
    """What staff did about an alert."""

    SEEN = "seen"
    REFERRED = "referred"
    EMERGENCY = "emergency"
    DECLINED = "declined"


class ReviewOutcome(StrEnum):
    """What came of a visit that staff have dealt with."""

    TALKED = "talked"
    FOLLOW_UP = "follow_up"
    REFERRED = "referred"
    NOTHING_NEEDED = "nothing_needed"
    HAD_LEFT = "had_left"


class ReopenReason(StrEnum):
    """Why a visit that was marked as reviewed is to be dealt with again."""

    MISTAKE = "mistake"
    OUTCOME_CHANGED = "outcome_changed"
    SOMETHING_NEW = "something_new"
    ASKED_AGAIN = "asked_again"


class Leaving(StrEnum):
    """How an unfinished visit ended."""

    IDLE = "idle"
    QUIET = "quiet"
    CRASH = "crash"
    EXPIRED = "expired"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Started:
    """She chose a language; the code is hers from here on."""

    colour: str
    number: int
    language: str
    mode: str


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """She changed the language in the middle of the visit."""

    language: str


@dataclass(frozen=True, slots=True)
class PrivacyAccepted:
    """She went on from the privacy page; `version` is that text's."""

    version: str


@dataclass(frozen=True, slots=True)
class StageGiven:
    """What she told about herself."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class WeeksGiven:
    """Weeks of pregnancy, or since birth or loss; None if she would rather not say."""

    weeks: int | None


@dataclass(frozen=True, slots=True)
class InterpreterGiven:
    """Whether she would like an interpreter today."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class CardShown:
    """A card of a topic was on the screen."""

    topic: str
    card: str


@dataclass(frozen=True, slots=True)
class CheckAnswered:
    """She chose an option of a check question."""

    topic: str
    question: str
    option: str
    right: bool


@dataclass(frozen=True, slots=True)
class QuestionTicked:
    """She ticked, or unticked, a question for her clinician."""

    topic: str
    question: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class SignsReported:
    """She called staff because of these signs."""

    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PressureEntered:
    """She entered a plausible reading in mm Hg."""

    systolic: int
    diastolic: int


@dataclass(frozen=True, slots=True)
class InstrumentOpened:
    """She saw the first item, in this text version."""

    instrument: str
    text_version: str
    text_language: str
    verified: bool


@dataclass(frozen=True, slots=True)
class ItemAnswered:
    """She tapped the option printed at `position` (from 1); `seconds` on this item."""

    instrument: str
    item: int
    position: int
    seconds: float


@dataclass(frozen=True, slots=True)
class InstrumentFinished:
    """She went on from the last item with every item answered."""

    instrument: str


@dataclass(frozen=True, slots=True)
class InstrumentStopped:
    """She stopped before the end."""

    instrument: str


@dataclass(frozen=True, slots=True)
class InstrumentDeclined:
    """She did not want to answer; no reason is asked."""

    instrument: str


@dataclass(frozen=True, slots=True)
class AlertRaised:
    """Staff were called; `number` counts a visit's alerts from 1."""

    number: int
    kind: AlertKind


@dataclass(frozen=True, slots=True)
class AlertAcknowledged:
    """A member of staff took an alert over and says what was done."""

    number: int
    by: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """A word to staff."""

    kind: NoteKind


@dataclass(frozen=True, slots=True)
class TakeHomeWanted:
    """She wants the page to take home."""


@dataclass(frozen=True, slots=True)
class Paused:
    """She was called away; the visit waits under its code."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """Staff reopened a paused visit."""

    by: str


@dataclass(frozen=True, slots=True)
class Finished:
    """She went through to the last page."""


@dataclass(frozen=True, slots=True)
class Left:
    """The visit ended before its last page."""

    how: Leaving


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Her answers were forgotten at her wish."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A member of staff has dealt with the visit; earlier versions asked for no outcome."""

    by: str
    outcome: ReviewOutcome | None = None


@dataclass(frozen=True, slots=True)
class ReviewUndone:
    """A member of staff takes the visit up again."""

    by: str
    reason: ReopenReason


@dataclass(frozen=True, slots=True)
class HelpTaken:
    """A member of staff goes to whoever asked for help with the screen."""

    by: str


@dataclass(frozen=True, slots=True)
class SlipAttached:
    """The visit carries the code of a slip that staff handed out.

    `by` is who tied it on, empty when the visitor gave it herself.
    """

    slip: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class ChartAttached:
    """Staff tied the visit to a chart.

    `asked_at` is when a visit of the same chart last completed the questionnaire before, so
    that the visit itself tells why it is not offered again; None where none is known.
    """

    chart: str
    by: str
    asked_at: datetime | None = None


Fact = (
    Started
    | LanguageChosen
    | PrivacyAccepted
    | StageGiven
    | WeeksGiven
    | InterpreterGiven
    | CardShown
    | CheckAnswered
    | QuestionTicked
    | SignsReported
    | PressureEntered
    | InstrumentOpened
    | ItemAnswered
    | InstrumentFinished
    | InstrumentStopped
    | InstrumentDeclined
    | AlertRaised
    | AlertAcknowledged
    | NoteAdded
    | TakeHomeWanted
    | Paused
    | Reopened
    | Finished
    | Left
    | Forgotten
    | Reviewed
    | ReviewUndone
    | HelpTaken
    | ChartAttached
    | SlipAttached
)

ANSWERS: Final = (
    StageGiven,
    WeeksGiven,
    InterpreterGiven,
    CardShown,
    CheckAnswered,
    QuestionTicked,
    SignsReported,
    PressureEntered,
    InstrumentOpened,
    ItemAnswered,
    InstrumentFinished,
    InstrumentStopped,
    InstrumentDeclined,
    NoteAdded,
    TakeHomeWanted,
    ChartAttached,
    SlipAttached,
)
"""The classes of fact that go when a visitor asks to be forgotten."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact and when it happened (with zone)."""

    at: datetime
    fact: Fact
