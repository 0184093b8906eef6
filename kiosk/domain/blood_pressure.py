"""Grading a blood-pressure reading that a visitor enters.

Thresholds: ACOG Practice Bulletin 222 (2020) and AHA/ACC 2025, pregnancy section: 140/90
high, 160/110 severe, either figure alone counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

HIGH: Final = (140, 90)
SEVERE: Final = (160, 110)
SYSTOLIC_RANGE: Final = range(60, 281)
DIASTOLIC_RANGE: Final = range(30, 181)
LEAST_GAP: Final = 10
_MOST_DIGITS: Final = 3


class Grade(StrEnum):
    """How soon staff must know."""

    USUAL = "usual"
    HIGH = "high"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading in mm Hg."""

    systolic: int
    diastolic: int

    def __str__(self) -> str:
        return f"{self.systolic}/{self.diastolic}"

    @property
    def plausible(self) -> bool:
        """Whether a person could have this pair; otherwise it is asked again."""
        return (
            self.systolic in SYSTOLIC_RANGE
            and self.diastolic in DIASTOLIC_RANGE
            and self.systolic - self.diastolic >= LEAST_GAP
        )


def grade(reading: Reading, *, any_sign: bool) -> Grade:
    """Grade a reading; a high one together with any warning sign is severe."""
    if _reaches(reading, SEVERE):
        return Grade.SEVERE
    if _reaches(reading, HIGH):
        return Grade.SEVERE if any_sign else Grade.HIGH
    return Grade.USUAL


def parse_reading(text: str) -> Reading | None:
    """Read "148/94"; None when the text is not two numbers of up to three digits."""
    left, slash, right = text.partition("/")
    if not slash or not (left.isascii() and right.isascii()):
        return None
    if not (left.isdigit() and right.isdigit()):
        return None
    if max(len(left), len(right)) > _MOST_DIGITS:
        return None
    return Reading(int(left), int(right))


def _reaches(reading: Reading, threshold: tuple[int, int]) -> bool:
    return reading.systolic >= threshold[0] or reading.diastolic >= threshold[1]
