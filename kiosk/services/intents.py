"""What a visitor can want: every touch becomes one of these."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.blood_pressure import Reading
from kiosk.domain.content import Stage
from kiosk.domain.facts import Leaving


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Begin a visit in this language, or go on in it."""

    language: str


@dataclass(frozen=True, slots=True)
class GoNext:
    """Go on from this step."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Go back one step."""


@dataclass(frozen=True, slots=True)
class GoHome:
    """Leave a topic or a side page for home."""


@dataclass(frozen=True, slots=True)
class GiveStage:
    """Tell where she stands."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class GiveWeeks:
    """Tell the weeks; None when she would rather not."""

    weeks: int | None


@dataclass(frozen=True, slots=True)
class GiveInterpreter:
    """Tell whether she would like an interpreter."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class GiveSlip:
    """Give the code of a slip that staff handed out, as typed or scanned."""

    code: str


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """Open a topic where she stopped reading."""

    topic: str


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """Choose an option of the check question shown."""

    option: str


@dataclass(frozen=True, slots=True)
class TickQuestion:
    """Tick or untick a question for her clinician."""

    question: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class EnterPressure:
    """Enter a plausible reading."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class OpenSigns:
    """Open the warning signs."""


@dataclass(frozen=True, slots=True)
class ReportSigns:
    """Call staff because of these signs."""

    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenCheckIn:
    """Open the questionnaire."""


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """Tap the option printed at `position` of the item shown."""

    position: int
    seconds: float


@dataclass(frozen=True, slots=True)
class OpenStop:
    """Ask to stop the questionnaire."""


@dataclass(frozen=True, slots=True)
class StopForm:
    """Stop here; what was answered is kept."""


@dataclass(frozen=True, slots=True)
class DeclineForm:
    """Not answer the questionnaire; no reason is asked."""


@dataclass(frozen=True, slots=True)
class RatherWithStaff:
    """Do this with staff instead."""


@dataclass(frozen=True, slots=True)
class AskHelp:
    """Call for help with this screen."""


@dataclass(frozen=True, slots=True)
class CalledAway:
    """Pause the visit under its code."""


@dataclass(frozen=True, slots=True)
class Finish:
    """Go to the last page."""


@dataclass(frozen=True, slots=True)
class WantTakeHome:
    """Ask for the page to take home."""


@dataclass(frozen=True, slots=True)
class Leave:
    """End the visit before its last page."""

    how: Leaving


@dataclass(frozen=True, slots=True)
class Forget:
    """Forget what she answered, right after she left."""


@dataclass(frozen=True, slots=True)
class EndPage:
    """The last page's time is over, or she tapped it away: back to attract."""


Intent = (
    ChooseLanguage
    | GoNext
    | GoBack
    | GoHome
    | GiveStage
    | GiveWeeks
    | GiveInterpreter
    | GiveSlip
    | OpenTopic
    | AnswerCheck
    | TickQuestion
    | EnterPressure
    | OpenSigns
    | ReportSigns
    | OpenCheckIn
    | AnswerItem
    | OpenStop
    | StopForm
    | DeclineForm
    | RatherWithStaff
    | AskHelp
    | CalledAway
    | Finish
    | WantTakeHome
    | Leave
    | Forget
    | EndPage
)
