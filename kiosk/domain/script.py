"""A rehearsal script: what a simulated visitor does."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.blood_pressure import Reading
from kiosk.domain.content import Stage
from kiosk.domain.facts import Leaving


@dataclass(frozen=True, slots=True)
class LeavePoint:
    """A screen at which she leaves: home, a card, or an item of the EPDS."""

    kind: str
    topic: str = ""
    card: str = ""
    item: int = 0


@dataclass(frozen=True, slots=True)
class Script:
    """A whole simulated visit; see README for the file format.

    `epds` is None when the tile is not opened, empty when she declines, shorter than ten
    when she stops there.
    """

    language: str
    stage: Stage = Stage.POSTPARTUM
    weeks: int | None = None
    interpreter: bool = False
    topics: tuple[str, ...] = ()
    answers_right: bool = True
    blood_pressure: Reading | None = None
    signs: tuple[str, ...] = ()
    epds: tuple[int, ...] | None = None
    with_staff: bool = False
    questions: int = 0
    take_home: bool = False
    help: bool = False
    called: bool = False
    forget: bool = False
    leave_at: LeavePoint | None = None
    leave_by: Leaving | None = None
