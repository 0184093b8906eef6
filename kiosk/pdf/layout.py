"""Puts the blocks on one page and sees to it that they have room.

A page gives way in this order: smaller letters, within what reads well; shorter lists; smaller
letters still; and last, long answers and long rows of alerts are cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.domain.summary import Summary
from kiosk.i18n import Words
from kiosk.pdf.blocks import lists
from kiosk.pdf.blocks.answers import answers
from kiosk.pdf.blocks.footer import footer
from kiosk.pdf.blocks.form import form
from kiosk.pdf.blocks.header import header
from kiosk.pdf.blocks.urgent import SignLabel, notes, urgent
from kiosk.pdf.pieces import Op, Piece, stack
from kiosk.pdf.shaping import Shaper
from kiosk.pdf.sheet import Crowding, Sheet

PAPERS: Final = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
"""Width and height in points."""

_ACROSS: Final = 36.0
_DOWN: Final = 32.0
_GAP: Final = 12.0
_COLUMN_GAP: Final = 22.0
_LEAST_LIST: Final = 50.0

_WHOLE: Final = tuple(Crowding(factor) for factor in (1.0, 0.97, 0.94, 0.91, 0.88, 0.85))
_CUT: Final = (
    *(Crowding(factor) for factor in (0.92, 0.88, 0.85, 0.82, 0.79, 0.76)),
    Crowding(0.74, names=10, alerts=8),
    Crowding(0.7, names=6, alerts=8),
    Crowding(0.7, answer_lines=2, text_lines=4, names=5, alerts=8),
    Crowding(0.68, answer_lines=1, text_lines=2, names=5, alerts=6),
    Crowding(0.64, answer_lines=1, text_lines=2, names=3, alerts=4),
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made from."""

    summary: Summary
    words: Words
    shaper: Shaper
    size: tuple[float, float]
    clinic: str
    kiosk: str
    sign_label: SignLabel


def lay_out(page: Page) -> tuple[Op, ...]:
    """Everything that is painted, in its place on the page."""
    layouts = _Layouts(page)
    whole = _first(_WHOLE, lambda crowding: layouts.at(crowding).fits_whole)
    if whole < len(_WHOLE):
        return layouts.at(_WHOLE[whole]).ops()
    cut = _first(_CUT, lambda crowding: layouts.at(crowding).fits_cut)
    return layouts.at(_CUT[min(cut, len(_CUT) - 1)]).ops()


def _first(steps: Sequence[Crowding], fits: Callable[[Crowding], bool]) -> int:
    """The first step that fits, where every later one does too; their number if none does."""
    if fits(steps[0]):
        return 0
    low, high = 1, len(steps)
    while low < high:
        middle = (low + high) // 2
        if fits(steps[middle]):
            high = middle
        else:
            low = middle + 1
    return low


class _Layouts:
    """The page at the degrees of crowding that were asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._made: dict[Crowding, _Layout] = {}

    def at(self, crowding: Crowding) -> _Layout:
        """The page at one degree, made once."""
        if crowding not in self._made:
            self._made[crowding] = _Layout(self._page, crowding)
        return self._made[crowding]


class _Layout:
    """The page at one degree of crowding."""

    def __init__(self, page: Page, crowding: Crowding) -> None:
        self._page = page
        width = page.size[0] - 2 * _ACROSS
        self._sheet = sheet = Sheet(page.words, page.shaper, width, crowding)
        summary = page.summary
        self._gap = sheet.pt(_GAP)
        self._top = stack(
            [
                header(sheet, summary, page.clinic, page.kiosk),
                urgent(sheet, summary, page.sign_label),
                notes(sheet, summary),
                form(sheet, summary.form, summary.chart),
                answers(sheet, summary.form),
            ],
            self._gap,
        )
        self._bottom = footer(sheet, summary)
        self._half = (width - sheet.pt(_COLUMN_GAP)) / 2
        self._signature = lists.signature(sheet, self._half)
        self._readings = lists.readings(sheet, summary, self._half)
        used = self._top.height + self._bottom.height + 2 * self._gap
        self._room = page.size[1] - 2 * _DOWN - used

    @property
    def _asking_room(self) -> float:
        """What is left for the questions beside readings and signature."""
        readings = self._readings.height + self._gap if self._readings.height else 0
        return self._room - readings - self._signature.height - self._gap

    @property
    def fits_whole(self) -> bool:
        """Whether nothing need be cut."""
        sheet, summary = self._sheet, self._page.summary
        topics = lists.topics(sheet, summary, self._half, None)
        questions = lists.questions(sheet, summary, self._half, None)
        return topics.height <= self._room and questions.height <= self._asking_room

    @property
    def fits_cut(self) -> bool:
        """Whether the lists still have room for something of each."""
        return self._asking_room >= self._sheet.pt(_LEAST_LIST)

    def ops(self) -> tuple[Op, ...]:
        """Everything in its place."""
        sheet, summary = self._sheet, self._page.summary
        below = _DOWN + self._top.height + self._gap
        foot = self._page.size[1] - _DOWN - self._bottom.height
        other = _ACROSS + sheet.width - self._half
        asking = stack(
            [lists.questions(sheet, summary, self._half, self._asking_room), self._readings],
            self._gap,
        )
        placed: list[tuple[Piece, float, float]] = [
            (self._top, _ACROSS, _DOWN),
            (lists.topics(sheet, summary, self._half, self._room), _ACROSS, below),
            (asking, other, below),
            (self._signature, other, foot - self._gap - self._signature.height),
            (self._bottom, _ACROSS, foot),
        ]
        return tuple(op for piece, x, y in placed for op in piece.moved(x, y))
