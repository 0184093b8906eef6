"""A topic in one language as its author looks at it: what shows, and what is said against it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.content import ContentLibrary, Stage
from kiosk.domain.journey import Step, StepName
from kiosk.domain.stage_text import text_for
from kiosk.services import intents
from kiosk.services.journey import Journey


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """A finding of the check: `severity` is error, warning or note."""

    path: str
    line: int
    rule: str
    severity: str
    message: str

    @property
    def is_error(self) -> bool:
        """Whether it keeps the text from being shown."""
        return self.severity == "error"


@dataclass(frozen=True, slots=True)
class Draft:
    """The content folder as it was just read."""

    library: ContentLibrary
    remarks: tuple[Remark, ...]


class PreviewVisit:
    """Walks a journey through one topic."""

    def __init__(self, journey: Journey, topic: str, language: str, stage: Stage) -> None:
        self._journey = journey
        self._topic = topic
        self._language = language
        self._stage = stage

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of the topic's cards at this stage."""
        topic = self._journey.library.topic(self._topic)
        return tuple(card.id for card in text_for(topic, self._language, self._stage).cards)

    @property
    def card(self) -> str:
        """The card that is shown; empty when it is something else."""
        step = self._journey.step
        shown = step.name is StepName.CARD and step.topic == self._topic
        return self.cards[step.index] if shown and step.index < len(self.cards) else ""

    def show(self, card: str = "", near: int = 0) -> None:
        """Go to a card; where there is none with this id, to the one at `near`."""
        if self._journey.visit is None:
            self._begin()
        cards = self.cards
        index = cards.index(card) if card in cards else min(near, len(cards) - 1)
        self._journey.step = Step(StepName.CARD, self._topic, index)

    def renew(self) -> None:
        """The texts have changed: stay at the card, or the question, that was shown."""
        card, step = self.card, self._journey.step
        self._journey.renew()
        if card or not self._is_there(step):
            self.show(card, step.index if card else 0)

    def _is_there(self, step: Step) -> bool:
        if self._journey.visit is None or step.topic != self._topic:
            return False
        topic = self._journey.library.topic(self._topic)
        checks = text_for(topic, self._language, self._stage).checks
        return step.name is not StepName.CHECK or step.index < len(checks)

    def _begin(self) -> None:
        self._journey.abandon()
        for intent in (
            intents.ChooseLanguage(self._language),
            intents.GoNext(),
            intents.GiveStage(self._stage),
        ):
            self._journey.handle(intent)
