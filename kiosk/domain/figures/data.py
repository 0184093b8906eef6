"""The shape of the figures: what a table, a page and a plot on a screen are made from.

None stands for a number that is hidden: it is small, or would give a small one away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple

ALL: Final = ""
"""The key of a share or a spread that is about everything."""


class Figure(StrEnum):
    """What is counted or measured."""

    MONTHS = "visits_by_month"
    LANGUAGES = "visits_by_language"
    ENDS = "visits_by_end"
    TOPICS = "visits_by_topic"
    FORMS = "questionnaires"
    FORM_MINUTES = "questionnaire_minutes"
    CUT_OFFS = "at_or_above_cut_off"
    CHECKS = "checks_right"
    ALERTS = "alerts_by_kind"
    ACKNOWLEDGED = "alerts_acknowledged"
    ALERT_MINUTES = "minutes_to_acknowledgement"


class Month(NamedTuple):
    """A month of a year; months compare by time."""

    year: int
    month: int

    @classmethod
    def of(cls, moment: datetime) -> Month:
        """The month of a moment, on the clock that it was read from."""
        return cls(moment.year, moment.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """The month that "2026-03" means.

        Raises:
            ValueError: It means none.
        """
        moment = datetime.strptime(text, "%Y-%m")  # noqa: DTZ007 - a month has no zone
        return cls(moment.year, moment.month)

    @property
    def after(self) -> Month:
        """The next month."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def before(self) -> Month:
        """The one before."""
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Cell:
    """A count; `key` is a month, the code of a language, the id of a topic, a state or a kind."""

    key: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """A count for each of several keys, and for all together.

    Where one thing has several keys, as a visit several topics, the cells add up to more than
    `total`.
    """

    figure: Figure
    cells: tuple[Cell, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many: both hidden, or neither.

    `at_least` is the cut-off's total, where the share is one of questionnaires.
    """

    figure: Figure
    key: str
    part: int | None
    of: int | None
    at_least: int | None = None

    @property
    def percent(self) -> int | None:
        """Rounded to a whole one; None where it is hidden."""
        if self.part is None or not self.of:
            return None
        return round(100 * self.part / self.of)


@dataclass(frozen=True, slots=True)
class Spread:
    """Where the middle half of measured times lies, in minutes; all of it hidden, or none.

    `of` is how many were measured; it may be hidden where the times are told.
    """

    figure: Figure
    key: str
    of: int | None = None
    lower: float | None = None
    median: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of the visits of one mode: practice and real visits are never put together.

    `first` and `last` are months, both included.
    """

    mode: str
    first: Month
    last: Month
    visits: int | None
    counts: tuple[Counts, ...]
    shares: tuple[Share, ...]
    spreads: tuple[Spread, ...]

    def counted(self, figure: Figure) -> Counts:
        """The counts of this name."""
        return next(each for each in self.counts if each.figure is figure)

    def shared(self, figure: Figure) -> tuple[Share, ...]:
        """The shares of this name."""
        return tuple(each for each in self.shares if each.figure is figure)

    def spread(self, figure: Figure) -> tuple[Spread, ...]:
        """The times of this name."""
        return tuple(each for each in self.spreads if each.figure is figure)
