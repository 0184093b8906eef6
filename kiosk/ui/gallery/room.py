"""A kiosk's window on visits that go with the program, brought to any step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from kiosk.domain import facts
from kiosk.domain.code import VisitCode
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.domain.facts import Entry, Fact
from kiosk.domain.journey import Step, StepName
from kiosk.domain.replay import replay
from kiosk.domain.visit import Visit
from kiosk.services.unstored import UnstoredVisits
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.rehearsal.visitor import SteppedClock
from kiosk.ui.shell import KioskWindow

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
CODE = VisitCode("violet", 58)


class GalleryVisits(UnstoredVisits):
    """Visits in memory that can be told to fail, as a full disk would."""

    def __init__(self) -> None:
        super().__init__()
        self.refused = False

    def append(self, visit_id: str, entries: Sequence[Entry], visit: Visit) -> None:
        """Keep facts, unless saving is refused.

        Raises:
            StorageError: DISK_FULL.
        """
        if self.refused:
            raise StorageError(ErrorCode.DISK_FULL)
        super().append(visit_id, entries, visit)


@dataclass
class GalleryRoom:
    """Satisfies `Room`."""

    window: KioskWindow
    visits: GalleryVisits
    seconds: SteppedClock
    _shown: int = field(default=0)

    def show(
        self,
        step: Step | StepName,
        *happened: Fact,
        language: str = "en",
        stage: Stage | None = Stage.PREGNANT,
        weeks: int | None = 30,
    ) -> None:
        """Show a step as if a visitor had come there; `happened` is what she did before."""
        started = facts.Started(CODE.colour, CODE.number, language, "rehearsal")
        about: list[Fact] = [started, facts.PrivacyAccepted("1")]
        about += [facts.StageGiven(stage)] if stage else []
        about += [facts.WeeksGiven(weeks)] if stage and weeks else []
        told = [*about, *happened]
        entries = [Entry(START + timedelta(seconds=n), fact) for n, fact in enumerate(told)]
        self._shown += 1
        visit = replay(entries)
        journey = self.window.context.journey
        journey.visit_id = f"gallery-{self._shown}"
        self.visits.append(journey.visit_id, entries, visit)
        journey.visit = visit
        journey.step = step if isinstance(step, Step) else Step(step)
        self.window.show_step()
        settle()

    def wait(self, seconds: float) -> None:
        """Let whole seconds pass at the screen; nobody touches it."""
        for _ in range(round(seconds)):
            self.seconds.now += 1
            self.window.idle.tick()
        settle()

    def refuse_saving(self, *, refused: bool) -> None:
        """Let saving fail from now on, or no more."""
        self.visits.refused = refused

    def first_screen(self, languages: tuple[str, ...]) -> None:
        """Show the first screen; its greeting is in the first of these languages."""
        self.window.context.journey.abandon()
        self.window.context = replace(self.window.context, languages=languages)
        self.window.show_step()
        settle()

    def close(self) -> None:
        """Close the window and let everything of it go."""
        self.window.may_close = True
        self.window.close()
        self.window.deleteLater()
        settle()
