"""A simulated visitor: goes through the real windows by taps, as a script says."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import Leaving
from kiosk.domain.journey import StepName
from kiosk.domain.script import LeavePoint, Script
from kiosk.ui.idle import IdleWatch
from kiosk.ui.rehearsal.album import Album
from kiosk.ui.rehearsal.hand import can_tap, settle, tap
from kiosk.ui.shell import KioskWindow

_MOST_STEPS = 200


class SteppedClock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Seconds since the rehearsal began."""
        return self.now


class Left(Exception):  # noqa: N818 - not an error: she has gone
    """She left before the last page."""


class Visitor:
    """One visitor. `crash` is called where the script says that the window process dies."""

    def __init__(
        self,
        window: KioskWindow,
        script: Script,
        album: Album,
        clock: SteppedClock,
        crash: Callable[[], None],
    ) -> None:
        self._window = window
        self._script = script
        self._album = album
        self._clock = clock
        self._crash = crash
        self._seen = ""
        self._failed: KioskError | None = None
        window.screen_shown.connect(self._on_screen)

    def visit(self) -> str:
        """Go through a whole visit; gives the visit's id.

        Raises:
            KioskError: REHEARSAL_STUCK, or what the windows could not save.
        """
        self._album.add(self._window, self._seen)
        self._tap(f"language-{self._script.language}")
        visit_id = self._window.context.journey.visit_id
        if visit_id is None:
            raise KioskError(ErrorCode.REHEARSAL_STUCK, screen=self._seen)
        try:
            self._about()
            self._activities()
            self._end()
        except Left:
            pass
        settle()
        return visit_id

    def _about(self) -> None:
        script = self._script
        self._tap("primary")
        self._tap(f"stage-{script.stage}")
        if script.stage is not Stage.SUPPORTING:
            if script.weeks is None:
                self._tap("skip")
            else:
                self._type(str(script.weeks))
                self._tap("primary")
        self._tap("interpreter-yes" if script.interpreter else "interpreter-no")

    def _activities(self) -> None:
        script = self._script
        if script.help:
            self._tap("help-me")
            self._tap("primary")
        for topic in script.topics:
            self._read(topic)
        if script.signs:
            self._report_signs()
        if script.epds is not None or script.with_staff:
            self._check_in()

    def _end(self) -> None:
        script = self._script
        if script.leave_at is not None and script.leave_at.kind == "home":
            self._leave()
        if script.called:
            self._tap("called-away")
            self._tap("primary")
            return
        self._tap("primary")
        if script.take_home:
            self._tap("take-home")
            self._album.add(self._window, "finish-take-home")
        self._tap("finish")

    def _read(self, topic: str) -> None:
        if can_tap(self._window, "more-topics") and not can_tap(self._window, f"topic-{topic}"):
            self._tap("more-topics")
            self._album.add(self._window, "home-more-topics")
        self._tap(f"topic-{topic}")
        for _ in range(_MOST_STEPS):
            step = self._window.context.journey.step
            if step.name is StepName.HOME:
                return
            self._one_step(step.name)
        raise KioskError(ErrorCode.REHEARSAL_STUCK, screen=self._seen)

    def _one_step(self, name: StepName) -> None:
        match name:
            case StepName.CARD:
                self._leave_if_here("topic", self._shown_card())
                self._tap("primary")
            case StepName.PRESSURE:
                self._enter_pressure()
            case StepName.CHECK:
                self._answer_check()
            case StepName.QUESTIONS:
                self._tick_questions()
            case _:
                self._tap("primary")

    def _shown_card(self) -> LeavePoint:
        journey = self._window.context.journey
        text = journey.topic_text(journey.step.topic)
        return LeavePoint("topic", journey.step.topic, text.cards[journey.step.index].id)

    def _enter_pressure(self) -> None:
        reading = self._script.blood_pressure
        if reading is None:
            self._tap("skip")
            return
        self._type(f"{reading.systolic}{reading.diastolic}")
        self._album.add(self._window, "blood-pressure-entered")
        self._tap("primary")

    def _answer_check(self) -> None:
        journey = self._window.context.journey
        step = journey.step
        question = journey.topic_text(step.topic).checks[step.index]
        choice = next(c for c in question.choices if c.right is self._script.answers_right)
        self._tap(f"choice-{choice.id}")
        self._album.add(self._window, f"{self._seen}-answered")
        self._tap("primary")

    def _tick_questions(self) -> None:
        journey = self._window.context.journey
        text = journey.topic_text(journey.step.topic)
        ticked = text.questions[: self._script.questions]
        for question in ticked:
            self._tap(f"question-{question.id}")
        if ticked:
            self._album.add(self._window, f"{self._seen}-ticked")
        self._tap("primary")

    def _report_signs(self) -> None:
        self._tap("warning-signs")
        for sign in self._script.signs:
            if not can_tap(self._window, f"sign-{sign}"):
                self._tap("tab-baby" if can_tap(self._window, "sign-headache") else "tab-mother")
            self._tap(f"sign-{sign}")
        self._album.add(self._window, "signs-chosen")
        self._tap("primary")
        self._tap("with-me")

    def _check_in(self) -> None:
        script = self._script
        self._tap("check-in")
        if script.with_staff:
            self._tap("with-staff")
            self._tap("primary")
            return
        positions = script.epds or ()
        if not positions:
            self._tap("decline")
            return
        self._tap("primary")
        for number, position in enumerate(positions, start=1):
            self._tap(f"option-{position}")
            self._album.add(self._window, f"{self._seen}-answered")
            self._leave_if_here("epds", LeavePoint("epds", item=number))
            self._tap("primary")
        if len(positions) < len(self._window.context.journey.instrument.items):
            self._tap("stop")
            self._tap("stop-here")
        self._tap("primary")

    def _leave_if_here(self, kind: str, here: LeavePoint) -> None:
        if self._script.leave_at == here and here.kind == kind:
            self._leave()

    def _leave(self) -> None:
        match self._script.leave_by:
            case Leaving.CRASH:
                self._crash()
            case Leaving.IDLE:
                self._wait_until_idle(self._window.idle)
            case _:
                self._tap("leave-quietly")
                if self._script.forget:
                    self._tap("forget")
                    self._album.add(self._window, "goodbye-forgotten")
                self._tap("primary")
        raise Left

    def _wait_until_idle(self, idle: IdleWatch) -> None:
        """Let the idle clock run: first the warning, then the end."""
        idle.tick()
        idle_settings = self._window.context.settings.idle
        longest = max(idle_settings.seconds, idle_settings.epds_seconds)
        for _ in range(longest + idle_settings.countdown_seconds + 2):
            self._clock.now += 1
            idle.tick()
            settle()
            if self._window.overlay_name == "idle-warning" and self._seen != "idle-warning":
                self._seen = "idle-warning"
                self._album.add(self._window, "idle-warning")
            if self._window.context.journey.visit is None:
                return
        raise KioskError(ErrorCode.REHEARSAL_STUCK, screen="idle-warning")

    def _type(self, digits: str) -> None:
        for digit in digits:
            self._tap(f"digit-{digit}")

    def _tap(self, name: str) -> None:
        before = self._seen
        tap(self._window, name, before)
        failed = self._failed or self._window.failed
        if failed is not None:
            raise failed

    def _on_screen(self, name: str) -> None:
        self._seen = name
        if not self._album.names and name == "attract":
            return
        try:
            self._album.add(self._window, name)
        except KioskError as error:
            # Raised after the tap: Qt swallows what is raised in a slot.
            self._failed = error
