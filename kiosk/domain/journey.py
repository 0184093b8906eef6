"""The journey as data: where she is, what follows and what went before.

Steps are plain values, so that the way through the kiosk is tested without a window. The
screens only show the step they are given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kiosk.domain.content import ContentLibrary, Stage, Topic
from kiosk.domain.epds import EPDS
from kiosk.domain.instrument import Instrument
from kiosk.domain.stage_text import text_for
from kiosk.domain.visit import FormState, Visit

PRESSURE_TOPIC: Final = "preeclampsia"
"""The topic after whose cards today's reading may be entered."""

FEELINGS_TOPIC: Final = "feelings"


class StepName(StrEnum):
    """Every place in a visit."""

    ATTRACT = "attract"
    WELCOME = "welcome"
    STAGE = "about-you"
    WEEKS = "about-weeks"
    INTERPRETER = "about-interpreter"
    HOME = "home"
    CARD = "card"
    PRESSURE = "blood-pressure"
    PRESSURE_RESULT = "blood-pressure-result"
    CHECK = "check"
    QUESTIONS = "questions"
    SIGNS = "signs"
    STAFF_CALLED = "staff-called"
    EPDS_INTRO = "epds-intro"
    EPDS_ITEM = "epds"
    EPDS_STOP = "epds-stop"
    EPDS_AFTER = "epds-after"
    SUPPORT = "support"
    HELP = "help"
    CALLED = "called"
    FINISH = "finish"
    GOODBYE = "goodbye"


@dataclass(frozen=True, slots=True)
class Step:
    """A place in the visit; `index` counts cards and checks from 0, items from 1."""

    name: StepName
    topic: str = ""
    index: int = 0


@dataclass(frozen=True, slots=True)
class TopicShape:
    """How long a topic is."""

    cards: int
    checks: int
    questions: int


Shapes = Mapping[str, TopicShape]

ATTRACT: Final = Step(StepName.ATTRACT)
HOME: Final = Step(StepName.HOME)
_PLAIN_NEXT: Final = {
    StepName.ATTRACT: StepName.WELCOME,
    StepName.WELCOME: StepName.STAGE,
    StepName.WEEKS: StepName.INTERPRETER,
    StepName.INTERPRETER: StepName.HOME,
    StepName.EPDS_ITEM: StepName.EPDS_AFTER,
    StepName.SIGNS: StepName.STAFF_CALLED,
    StepName.STAFF_CALLED: StepName.HOME,
    StepName.EPDS_AFTER: StepName.HOME,
    StepName.SUPPORT: StepName.HOME,
    StepName.HELP: StepName.HOME,
    StepName.CALLED: StepName.ATTRACT,
    StepName.FINISH: StepName.ATTRACT,
    StepName.GOODBYE: StepName.ATTRACT,
}
_PLAIN_BACK: Final = {
    StepName.WELCOME: StepName.ATTRACT,
    StepName.STAGE: StepName.WELCOME,
    StepName.WEEKS: StepName.STAGE,
    StepName.HOME: StepName.INTERPRETER,
    StepName.SIGNS: StepName.HOME,
    StepName.EPDS_INTRO: StepName.HOME,
    StepName.FINISH: StepName.HOME,
    StepName.HELP: StepName.HOME,
}


def shapes_of(
    library: ContentLibrary, language: str, stage: Stage | None = None
) -> dict[str, TopicShape]:
    """The shape of every topic that is there in a language, as it is at a stage."""
    texts = {
        topic.id: text_for(topic, language, stage)
        for topic in library.topics
        if language in topic.texts
    }
    return {
        name: TopicShape(len(text.cards), len(text.checks), len(text.questions))
        for name, text in texts.items()
    }


def forward(step: Step, visit: Visit, shapes: Shapes, instrument: Instrument = EPDS) -> Step:
    """Where Next leads from `step`."""
    if step.name in _TOPIC_STEPS:
        return _after_in_topic(step, shapes[step.topic])
    if step.name is StepName.STAGE:
        asked = visit.stage is not Stage.SUPPORTING
        return Step(StepName.WEEKS if asked else StepName.INTERPRETER)
    if step.name is StepName.EPDS_INTRO:
        return Step(StepName.EPDS_ITEM, index=1)
    if step.name is StepName.EPDS_ITEM and step.index < len(instrument.items):
        return Step(StepName.EPDS_ITEM, index=step.index + 1)
    return Step(_PLAIN_NEXT.get(step.name, StepName.HOME))


def back(step: Step, visit: Visit, shapes: Shapes) -> Step:
    """Where Back leads from `step`."""
    if step.name in _TOPIC_STEPS:
        return _before_in_topic(step, shapes[step.topic])
    if step.name is StepName.INTERPRETER:
        asked = visit.stage is not Stage.SUPPORTING
        return Step(StepName.WEEKS if asked else StepName.STAGE)
    if step.name is StepName.EPDS_ITEM:
        if step.index > 1:
            return Step(StepName.EPDS_ITEM, index=step.index - 1)
        return Step(StepName.EPDS_INTRO)
    if step.name is StepName.EPDS_STOP:
        return Step(StepName.EPDS_ITEM, index=step.index)
    return Step(_PLAIN_BACK.get(step.name, StepName.HOME))


def progress(step: Step, shapes: Shapes, instrument: Instrument = EPDS) -> tuple[int, int] | None:
    """(steps done, steps in all) within the part she is in; None where none is shown."""
    if step.name in _ABOUT_STEPS:
        return _ABOUT_STEPS.index(step.name) + 1, len(_ABOUT_STEPS)
    if step.name in _TOPIC_STEPS:
        line = _line_of(step.topic, shapes[step.topic])
        place = Step(StepName.PRESSURE, step.topic) if _is_result(step) else step
        return line.index(place) + 1, len(line)
    if step.name in (StepName.EPDS_ITEM, StepName.EPDS_STOP):
        return step.index, len(instrument.items)
    return None


def home_topics(library: ContentLibrary, visit: Visit) -> tuple[list[Topic], list[Topic]]:
    """(topics chosen for her, the others that she may look for), each in order."""
    there = [topic for topic in library.shown_topics if visit.language in topic.texts]
    ranked = sorted(there, key=lambda topic: (_rank(topic, visit), topic.order))
    chosen = [topic for topic in ranked if visit.stage in topic.stages]
    return chosen, [topic for topic in ranked if topic not in chosen]


def first_unread(topic: Topic, visit: Visit) -> int:
    """Index of the first card she has not seen; 0 when all were seen."""
    text = text_for(topic, visit.language, visit.stage)
    for index, card in enumerate(text.cards):
        if (topic.id, card.id) not in visit.cards_read:
            return index
    return 0


def first_unanswered(visit: Visit, instrument: Instrument = EPDS) -> int | None:
    """Number of the first item without an answer; None when all have one."""
    numbers = (item.number for item in instrument.items)
    return next((number for number in numbers if number not in visit.form.positions), None)


def epds_open(visit: Visit) -> bool:
    """Whether the tile of the questionnaire can still be opened."""
    return visit.form_state in (FormState.NOT_STARTED, FormState.UNFINISHED)


_ABOUT_STEPS: Final = (StepName.WELCOME, StepName.STAGE, StepName.WEEKS, StepName.INTERPRETER)
_TOPIC_STEPS: Final = frozenset(
    {
        StepName.CARD,
        StepName.PRESSURE,
        StepName.PRESSURE_RESULT,
        StepName.CHECK,
        StepName.QUESTIONS,
    }
)


def _rank(topic: Topic, visit: Visit) -> int:
    if visit.stage is Stage.LOSS and topic.id == FEELINGS_TOPIC:
        return 0
    return 1


def _is_result(step: Step) -> bool:
    return step.name is StepName.PRESSURE_RESULT


def _line_of(topic: str, shape: TopicShape) -> list[Step]:
    cards = [Step(StepName.CARD, topic, i) for i in range(shape.cards)]
    pressure = [Step(StepName.PRESSURE, topic)] if topic == PRESSURE_TOPIC else []
    checks = [Step(StepName.CHECK, topic, i) for i in range(shape.checks)]
    questions = [Step(StepName.QUESTIONS, topic)] if shape.questions else []
    return [*cards, *pressure, *checks, *questions]


def _after_in_topic(step: Step, shape: TopicShape) -> Step:
    line = _line_of(step.topic, shape)
    place = Step(StepName.PRESSURE, step.topic) if _is_result(step) else step
    index = line.index(place) + 1
    return line[index] if index < len(line) else HOME


def _before_in_topic(step: Step, shape: TopicShape) -> Step:
    if _is_result(step):
        return Step(StepName.PRESSURE, step.topic)
    line = _line_of(step.topic, shape)
    index = line.index(step) - 1
    return line[index] if index >= 0 else HOME
