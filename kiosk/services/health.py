"""How the kiosk itself is: printer, disk, texts, voices, and the ways to reach staff."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from kiosk.domain.deliveries import HandOff
from kiosk.services.ports import Clock

LOW_DISK: Final = 500_000_000
"""Bytes: below it somebody should make room; a visit takes a few thousand."""

FULL_DISK: Final = 50_000_000
"""Bytes: below it the next visit may not be kept."""


HAND_OFF_LATE: Final = timedelta(minutes=5)
"""How long another system may leave a call before somebody should look: it is tried each minute."""


class Part(StrEnum):
    """What is looked at, in the order of the strip."""

    PRINTER = "printer"
    DISK = "disk"
    TEXTS = "texts"
    VOICES = "voices"
    ALERTS = "alerts"
    HAND_OFF = "hand_off"


class Level(StrEnum):
    """How it stands: `NOTE` is good to know, `FAULT` keeps something from working."""

    OK = "ok"
    NOTE = "note"
    FAULT = "fault"


class Condition(StrEnum):
    """What was found, one a sentence."""

    PRINTER_READY = "printer_ready"
    PRINTER_NONE = "printer_none"
    PRINTER_TROUBLE = "printer_trouble"
    DISK_FINE = "disk_fine"
    DISK_LOW = "disk_low"
    DISK_FULL = "disk_full"
    TEXTS_FINE = "texts_fine"
    TEXTS_FAULT = "texts_fault"
    VOICES_SOME = "voices_some"
    VOICES_NONE = "voices_none"
    ALERTS_WORK = "alerts_work"
    ALERTS_FAIL = "alerts_fail"
    ALERTS_NONE = "alerts_none"
    HAND_OFF_WORKS = "hand_off_works"
    HAND_OFF_WAITS = "hand_off_waits"
    HAND_OFF_FAILS = "hand_off_fails"


@dataclass(frozen=True, slots=True)
class HealthItem:
    """One part; `of` names what it is about: channels, languages, a place in a file, a figure."""

    part: Part
    level: Level
    condition: Condition
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Health:
    """Looks at everything; may block as long as a print system does.

    Attributes:
        printer_ready: Whether there is a print system and a printer.
        pages_stuck: How many pages wait for a printer that is in trouble.
        free_bytes: Room on the disk that the data folder lies on.
        content_fault: Why texts are not shown, on one line; empty when all are.
        voices: The languages that can be read aloud.
        channels: The ways to reach staff.
        failing: Those of them that do not work.
        handing_off: How it stands with what goes to other systems; None where nothing does.
        clock: Gives the present time.
    """

    printer_ready: Callable[[], bool]
    pages_stuck: Callable[[], int]
    free_bytes: Callable[[], int]
    content_fault: Callable[[], str]
    voices: Callable[[], tuple[str, ...]]
    channels: Callable[[], tuple[str, ...]]
    failing: Callable[[], tuple[str, ...]]
    clock: Clock
    handing_off: Callable[[], HandOff | None] = lambda: None

    def look(self) -> tuple[HealthItem, ...]:
        """Every part as it is now."""
        return (
            self._printer(),
            self._disk(),
            self._texts(),
            self._voices(),
            self._alerts(),
            *self._hand_off(),
        )

    def _printer(self) -> HealthItem:
        if not self.printer_ready():
            return HealthItem(Part.PRINTER, Level.NOTE, Condition.PRINTER_NONE)
        if stuck := self.pages_stuck():
            return HealthItem(Part.PRINTER, Level.FAULT, Condition.PRINTER_TROUBLE, (str(stuck),))
        return HealthItem(Part.PRINTER, Level.OK, Condition.PRINTER_READY)

    def _disk(self) -> HealthItem:
        free = self.free_bytes()
        room = (str(free // 1_000_000),)
        if free < FULL_DISK:
            return HealthItem(Part.DISK, Level.FAULT, Condition.DISK_FULL, room)
        if free < LOW_DISK:
            return HealthItem(Part.DISK, Level.NOTE, Condition.DISK_LOW, room)
        return HealthItem(Part.DISK, Level.OK, Condition.DISK_FINE, room)

    def _texts(self) -> HealthItem:
        if fault := self.content_fault():
            return HealthItem(Part.TEXTS, Level.FAULT, Condition.TEXTS_FAULT, (fault,))
        return HealthItem(Part.TEXTS, Level.OK, Condition.TEXTS_FINE)

    def _voices(self) -> HealthItem:
        if languages := self.voices():
            return HealthItem(Part.VOICES, Level.OK, Condition.VOICES_SOME, languages)
        return HealthItem(Part.VOICES, Level.NOTE, Condition.VOICES_NONE)

    def _alerts(self) -> HealthItem:
        if failing := self.failing():
            return HealthItem(Part.ALERTS, Level.FAULT, Condition.ALERTS_FAIL, failing)
        if channels := self.channels():
            return HealthItem(Part.ALERTS, Level.OK, Condition.ALERTS_WORK, channels)
        return HealthItem(Part.ALERTS, Level.NOTE, Condition.ALERTS_NONE)

    def _hand_off(self) -> Iterator[HealthItem]:
        """Only where something goes to other systems."""
        found = self.handing_off()
        if found is None:
            return
        if found.since is None:
            yield HealthItem(Part.HAND_OFF, Level.OK, Condition.HAND_OFF_WORKS, found.to)
            return
        waiting = (str(found.waiting),)
        if self._is_late(found.since):
            yield HealthItem(Part.HAND_OFF, Level.FAULT, Condition.HAND_OFF_FAILS, waiting)
        else:
            yield HealthItem(Part.HAND_OFF, Level.NOTE, Condition.HAND_OFF_WAITS, waiting)

    def _is_late(self, since: datetime) -> bool:
        """Also when the clock was set back: nobody can tell then how long it has been."""
        return not timedelta(0) <= self.clock() - since < HAND_OFF_LATE
