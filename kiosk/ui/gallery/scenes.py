"""Every step of a visit, in every form that it is laid out in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain import facts
from kiosk.domain.content import ContentLibrary, Stage, Subject, Topic
from kiosk.domain.epds import EPDS
from kiosk.domain.facts import AlertKind, Fact, NoteKind
from kiosk.domain.journey import Step, StepName
from kiosk.domain.stage_text import text_for
from kiosk.services.intents import CalledAway, Leave
from kiosk.ui.gallery.sample_visits import complete_form
from kiosk.ui.rehearsal.hand import settle, tap
from kiosk.ui.shell import KioskWindow


class Room(Protocol):
    """A kiosk's window that can be brought to any step without walking there."""

    @property
    def window(self) -> KioskWindow:
        """The window."""
        ...

    def show(
        self,
        step: Step | StepName,
        *happened: Fact,
        language: str = "en",
        stage: Stage | None = Stage.PREGNANT,
        weeks: int | None = 30,
    ) -> object:
        """Show a step as if a visitor had come there; `happened` is what she did before."""
        ...

    def wait(self, seconds: float) -> None:
        """Let time pass at the screen; nobody touches it."""
        ...

    def refuse_saving(self, *, refused: bool) -> None:
        """Let saving fail from now on, or no more."""
        ...


def _nothing(room: Room) -> None:
    """Nothing more is done."""


@dataclass(frozen=True)
class Scene:
    """A step, what happened before it, and what is done on it."""

    name: str
    step: Step
    happened: tuple[Fact, ...] = ()
    stage: Stage | None = Stage.PREGNANT
    weeks: int | None = 30
    then: Callable[[Room], None] = _nothing

    def show(self, room: Room, language: str) -> None:
        """Show it in a language."""
        room.show(self.step, *self.happened, language=language, stage=self.stage, weeks=self.weeks)
        self.then(room)
        settle()


def presses(*names: str) -> Callable[[Room], None]:
    """Presses buttons of the window."""

    def do(room: Room) -> None:
        for name in names:
            tap(room.window, name, name)

    return do


def types(digits: str, *names: str) -> Callable[[Room], None]:
    """Types on the keypad, then presses buttons."""
    return presses(*(f"digit-{digit}" for digit in digits), *names)


def _leave(room: Room) -> None:
    room.window.submit(Leave(facts.Leaving.QUIET))


def _leave_and_forget(room: Room) -> None:
    _leave(room)
    tap(room.window, "forget", "goodbye")


def _called(room: Room) -> None:
    room.window.submit(CalledAway())


def _idle(room: Room) -> None:
    room.wait(61)


def _fail(room: Room) -> None:
    """Saving fails, so that the kiosk asks what to do."""
    room.refuse_saving(refused=True)
    tap(room.window, "primary", "welcome")
    room.refuse_saving(refused=False)


def scenes(library: ContentLibrary, *, every_card: bool = True) -> list[Scene]:
    """All of them; without `every_card` one card, question and item of each kind will do."""
    return [*_about_you(), *_homes(), *_topics(library, every_card), *_calls(), *_form(every_card)]


def _about_you() -> Iterator[Scene]:
    yield Scene("welcome", Step(StepName.WELCOME), stage=None)
    yield Scene("about-you", Step(StepName.STAGE), stage=None)
    for stage in (Stage.PREGNANT, Stage.POSTPARTUM, Stage.LOSS):
        yield Scene(f"weeks-{stage}", Step(StepName.WEEKS), stage=stage, then=types("38"))
    yield Scene("interpreter", Step(StepName.INTERPRETER))


def _homes() -> Iterator[Scene]:
    home = Step(StepName.HOME)
    read = tuple(facts.CardShown("preeclampsia", card) for card in ("one", "two"))
    for stage, weeks in (
        (Stage.PREGNANT, 30),
        (Stage.POSTPARTUM, 6),
        (Stage.POSTPARTUM, 60),
        (Stage.LOSS, None),
        (Stage.SUPPORTING, None),
    ):
        yield Scene(f"home-{stage}-{weeks}", home, read, stage, weeks)
    yield Scene("home-more-topics", home, stage=Stage.LOSS, weeks=None, then=presses("more-topics"))
    for name, extra in (
        ("done", (*complete_form([1] * 10), facts.InstrumentFinished("epds"))),
        ("unfinished", complete_form([1] * 4)),
        ("declined", (facts.InstrumentDeclined("epds"),)),
    ):
        yield Scene(f"home-form-{name}", home, tuple(extra), Stage.POSTPARTUM, 6)


def _topics(library: ContentLibrary, every_card: bool) -> Iterator[Scene]:
    """Every card and question, each at the first stage that it is for."""
    for topic in library.topics:
        seen: set[str] = set()
        for stage in Stage:
            if stage in topic.stages:
                yield from _topic(topic, stage, seen, every_card)
                if not every_card:
                    break


def _topic(topic: Topic, stage: Stage, seen: set[str], every_card: bool) -> Iterator[Scene]:
    text = text_for(topic, "en", stage)
    for index, card in enumerate(text.cards if every_card else text.cards[:1]):
        if card.id not in seen:
            step = Step(StepName.CARD, topic.id, index)
            yield Scene(f"card-{topic.id}-{card.id}", step, stage=stage)
    for index, question in enumerate(text.checks if every_card else text.checks[:1]):
        if question.id in seen:
            continue
        step = Step(StepName.CHECK, topic.id, index)
        yield Scene(f"check-{topic.id}-{question.id}", step, stage=stage)
        for choice in question.choices:
            then = presses(f"choice-{choice.id}")
            name = f"check-{topic.id}-{question.id}-{choice.id}"
            yield Scene(name, step, stage=stage, then=then)
    if not seen:
        step, first = Step(StepName.QUESTIONS, topic.id), text.questions[0].id
        then = presses(f"question-{first}")
        yield Scene(f"questions-{topic.id}", step, stage=stage, then=then)
    seen.update(each.id for each in (*text.cards, *text.checks))


def _calls() -> Iterator[Scene]:
    pressure = Step(StepName.PRESSURE, "preeclampsia")
    result = Step(StepName.PRESSURE_RESULT, "preeclampsia")
    yield Scene("pressure", pressure, then=types("128"))
    yield Scene("pressure-again", pressure, then=types("120130", "primary"))
    for upper, lower in ((118, 76), (148, 94), (164, 112)):
        yield Scene(f"pressure-{upper}", result, (facts.PressureEntered(upper, lower),))
    signs = Step(StepName.SIGNS)
    for stage in Stage:
        yield Scene(f"signs-{stage}", signs, stage=stage, then=presses("sign-headache"))
    yield Scene(
        "signs-baby",
        signs,
        stage=Stage.POSTPARTUM,
        weeks=6,
        then=presses(f"tab-{Subject.BABY}", "sign-baby-blue"),
    )
    for sign in ("thoughts-of-harm", "leg-pain-or-swelling", "severe-vomiting"):
        raised = (facts.SignsReported((sign,)), facts.AlertRaised(1, AlertKind.WARNING_SIGN))
        yield Scene(f"staff-called-{sign}", Step(StepName.STAFF_CALLED), raised)
    yield Scene("help", Step(StepName.HELP), (facts.NoteAdded(NoteKind.HELP),))
    yield Scene("finish", Step(StepName.FINISH))
    yield Scene("finish-take-home", Step(StepName.FINISH), then=presses("take-home"))
    home = Step(StepName.HOME)
    yield Scene("called", home, then=_called)
    yield Scene("goodbye", home, then=_leave)
    yield Scene("goodbye-forgotten", home, then=_leave_and_forget)
    yield Scene("languages", home, then=presses("language"))
    yield Scene("idle-warning", home, then=_idle)
    yield Scene("trouble", Step(StepName.WELCOME), stage=None, then=_fail)


def _form(every_item: bool) -> Iterator[Scene]:
    yield Scene("epds-intro", Step(StepName.EPDS_INTRO))
    items = range(1, len(EPDS.items) + 1) if every_item else (3, 10)
    opened = tuple(complete_form([2] * 3))
    for item in items:
        yield Scene(f"epds-{item}", Step(StepName.EPDS_ITEM, index=item), opened)
    yield Scene("epds-stop", Step(StepName.EPDS_STOP, index=4), opened)
    yield Scene("epds-after", Step(StepName.EPDS_AFTER))
    with_staff = (facts.NoteAdded(NoteKind.RATHER_WITH_STAFF),)
    yield Scene("epds-after-with-staff", Step(StepName.EPDS_AFTER), with_staff)
    for stage in (Stage.PREGNANT, Stage.LOSS):
        yield Scene(f"support-{stage}", Step(StepName.SUPPORT), stage=stage, weeks=None)
