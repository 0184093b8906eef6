"""Made-up visits: a questionnaire's answers, and a list as staff may find it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind, Entry, Fact, Leaving, NoteKind, Outcome, ReviewOutcome
from kiosk.domain.replay import replay
from kiosk.services.ports import VisitStore

NURSE: Final = "Ines Ferreira"


@dataclass(frozen=True)
class SampleVisit:
    """A visit by its code, and what happened in it."""

    colour: str
    number: int
    minutes_ago: int
    happened: tuple[Fact, ...]
    language: str = "es"

    @property
    def id(self) -> str:
        """The id that it is stored under."""
        return f"sample-{self.colour}-{self.number}"

    @property
    def button(self) -> str:
        """The button of the list that opens it."""
        return f"open-{self.colour}-{self.number}"


def complete_form(positions: Sequence[int]) -> list[Fact]:
    """A questionnaire answered down to its end, or as far as there are positions."""
    opened = facts.InstrumentOpened("epds", "rehearsal", "en", verified=False)
    answered = [
        facts.ItemAnswered("epds", item, position, 4.0)
        for item, position in enumerate(positions, start=1)
    ]
    return [opened, *answered]


def _finished_form(positions: Sequence[int]) -> tuple[Fact, ...]:
    return (*complete_form(positions), facts.InstrumentFinished("epds"))


_CALM: Final = (4, 4, 1, 4, 3, 4, 4, 3, 4, 4)
_LOW: Final = (1, 2, 3, 2, 3, 2, 3, 2, 3, 2)
_READ: Final = tuple(facts.CardShown("preeclampsia", card) for card in ("what-it-is", "signs"))

SIGN: Final = SampleVisit(
    "amber",
    33,
    30,
    (
        *_READ,
        facts.PressureEntered(164, 112),
        facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_SEVERE),
        facts.SignsReported(("headache", "vision-changes")),
        facts.AlertRaised(2, AlertKind.WARNING_SIGN),
        facts.Finished(),
    ),
)
LEFT: Final = SampleVisit(
    "rose",
    77,
    95,
    (*_finished_form(_LOW), facts.AlertRaised(1, AlertKind.ITEM_10), facts.Left(Leaving.IDLE)),
    "ar",
)
HELP: Final = SampleVisit("teal", 20, 1, (facts.NoteAdded(NoteKind.HELP),), "ht")
PAUSED: Final = SampleVisit("blue", 12, 2, (*complete_form(_CALM[:4]), facts.Paused()), "en")
OPEN: Final = SampleVisit("grey", 58, 0, _READ, "vi")
DONE: Final = SampleVisit(
    "green", 41, 5, (*_READ, *_finished_form(_CALM), facts.Finished()), "zh_Hans"
)
SEEN: Final = SampleVisit(
    "violet",
    64,
    55,
    (
        *_finished_form(_LOW),
        facts.AlertRaised(1, AlertKind.ITEM_10),
        facts.Finished(),
        facts.AlertAcknowledged(1, NURSE, Outcome.SEEN),
        facts.ChartAttached("4471-B", NURSE),
        facts.Reviewed(NURSE, ReviewOutcome.FOLLOW_UP),
    ),
)
EARLY: Final = SampleVisit(
    "brown", 90, 12, (*complete_form(_LOW[:3]), facts.Left(Leaving.QUIET)), "pt_BR"
)
VISITS: Final = (SIGN, LEFT, HELP, PAUSED, OPEN, DONE, SEEN, EARLY)
"""One of each kind."""


def put_samples(store: VisitStore, now: datetime, extra: Sequence[SampleVisit] = ()) -> None:
    """Store `VISITS`, with more of them, and enough earlier ones for figures to be shown.

    Raises:
        StorageError: They cannot be kept.
    """
    for sample in (*VISITS, *extra, *_earlier()):
        about: tuple[Fact, ...] = (
            facts.Started(sample.colour, sample.number, sample.language, "rehearsal"),
            facts.PrivacyAccepted("1"),
            facts.StageGiven(Stage.POSTPARTUM),
            facts.WeeksGiven(6),
        )
        began = now - timedelta(minutes=sample.minutes_ago)
        entries = [
            Entry(began + timedelta(seconds=20 * count), fact)
            for count, fact in enumerate((*about, *sample.happened))
        ]
        store.append(sample.id, entries, replay(entries))


def _earlier() -> Iterator[SampleVisit]:
    """Reviewed visits of the weeks before, in several languages."""
    day = 24 * 60
    for count in range(16):
        positions = _CALM if count % 3 else _LOW
        told = (*_READ, *_finished_form(positions), facts.Finished(), facts.Reviewed(NURSE))
        language = ("en", "es")[count % 2]
        yield SampleVisit("green", 60 + count, (count + 2) * day, told, language)
