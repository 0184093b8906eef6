"""Instruments as data, and their scoring.

An instrument is its items with points down the page, its subscales, the items that always
raise an alert, and what may be said about a total in each known text version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, InputError


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `points[i]` belongs to the option printed at position i + 1."""

    number: int
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Subscale:
    """A named group of items whose points are added."""

    id: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CutOff:
    """A total from which a source calls the result positive.

    `sensitivity` and `specificity` are shares from 0 to 1, or None when the source that
    names the cut-off gives none. `band` is None for a figure given for comparison only.
    `stage` is set where the source tells pregnancy and after birth apart.
    """

    total: int
    band: str | None
    sensitivity: float | None
    specificity: float | None
    citation: str
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """The structure of a questionnaire; the wording is kept elsewhere.

    `name` is what clinicians call it, short, as it heads the page.
    """

    id: str
    items: tuple[Item, ...]
    subscales: tuple[Subscale, ...] = ()
    alert_items: frozenset[int] = frozenset()
    cut_offs: Mapping[str, tuple[CutOff, ...]] = field(
        default_factory=dict[str, tuple[CutOff, ...]]
    )
    citation: str = ""
    name: str = ""

    @property
    def highest_total(self) -> int:
        """The largest total that can be reached."""
        return sum(max(item.points) for item in self.items)

    def item(self, number: int) -> Item:
        """Item `number`, counted from 1."""
        return self.items[number - 1]

    def cut_offs_for(self, version: str, stage: Stage | None) -> tuple[CutOff, ...]:
        """What is known of this text version for somebody at this stage, and of no other."""
        known = self.cut_offs.get(version, ())
        return tuple(cut for cut in known if cut.stage is None or cut.stage is stage)


@dataclass(frozen=True, slots=True)
class Score:
    """What the responses add up to.

    `total` and `subscales` values are None unless every item was answered.
    `points` maps item number to points for each answered item.
    """

    complete: bool
    total: int | None
    points: Mapping[int, int]
    subscales: Mapping[str, int | None]


def score(instrument: Instrument, responses: Mapping[int, int]) -> Score:
    """Score responses.

    Args:
        instrument: The structure and its key.
        responses: Item number -> chosen position down the page, from 1.

    Raises:
        InputError: An item or a position does not exist (BAD_POSITION).
    """
    points: dict[int, int] = {}
    for number, position in sorted(responses.items()):
        if not 1 <= number <= len(instrument.items):
            raise InputError(ErrorCode.TOO_MANY_ANSWERS, given=number, most=len(instrument.items))
        item = instrument.item(number)
        if not 1 <= position <= len(item.points):
            raise InputError(ErrorCode.BAD_POSITION, item=number, most=len(item.points))
        points[number] = item.points[position - 1]
    complete = len(points) == len(instrument.items)
    return Score(
        complete=complete,
        total=sum(points.values()) if complete else None,
        points=points,
        subscales={
            scale.id: sum(points[n] for n in scale.items) if complete else None
            for scale in instrument.subscales
        },
    )


def raises_alert(instrument: Instrument, responses: Mapping[int, int]) -> bool:
    """Whether any answered alert item stands above zero, finished form or not."""
    points = score(instrument, responses).points
    return any(points.get(number, 0) > 0 for number in instrument.alert_items)
