"""The whole page at one size of text: all blocks in order, and the room between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from kiosk.i18n import Words
from kiosk.ui.take_home.blocks import Block, Columns, column_width
from kiosk.ui.take_home.canvas import Canvas
from kiosk.ui.take_home.ends import Foot, Head
from kiosk.ui.take_home.lines import line_table
from kiosk.ui.take_home.matter import Matter
from kiosk.ui.take_home.notes import Notes
from kiosk.ui.take_home.panels import questions_panel, signs_panel
from kiosk.ui.take_home.plan import PLANS, Plan
from kiosk.ui.take_home.topics import TopicCard
from kiosk.ui.take_home.type import Type

_MOST_WIDE_CARDS = 3


class Sheet:
    """The blocks of a page, and how high they stand together."""

    def __init__(self, matter: Matter, words: Words, plan: Plan, width: float, body: float) -> None:
        self.plan = plan
        self.face = Type(words.language, words.right_to_left, body)
        self._gap = self.face.em(0.65)
        self._blocks = tuple(_blocks(self.face, matter, words, plan, width))
        self._foot = Foot(self.face, width, matter, words)
        heights = [block.height + self._gap for block in self._blocks]
        self.height = sum(heights) + self._foot.height
        self._width = width
        self._words = words

    def draw(self, canvas: Canvas, room: float) -> None:
        """Fill the height given: the foot at the bottom, room to spare between the blocks."""
        blocks = self._blocks
        spare = max(0.0, room - self.height - self._gap)
        if spare >= Notes.least(self.face):
            notes = Notes(self.face, self._width, self._words, spare - self.face.em(2))
            blocks = (*blocks, notes)
            spare -= notes.height
        gap = self._gap + min(spare / len(blocks), self.face.em(1.6))
        y = 0.0
        for block in blocks:
            block.draw(canvas, 0, y)
            y += block.height + gap
        self._foot.draw(canvas, 0, room - self._foot.height)


def fitted(matter: Matter, words: Words, width: float, room: float) -> Sheet:
    """The page that says most in the largest text that one page has room for."""
    for plan in PLANS:
        make = partial(Sheet, matter, words, plan, width)
        found = make(plan.smallest)
        if found.height <= room:
            return _largest(found, make, plan.sizes[1:], room)
    return Sheet(matter, words, PLANS[-1], width, PLANS[-1].smallest)


def _largest(
    found: Sheet, make: Callable[[float], Sheet], sizes: Sequence[float], room: float
) -> Sheet:
    """Halve the sizes left to try until the largest that fits is found."""
    while sizes:
        middle = len(sizes) // 2
        sheet = make(sizes[middle])
        if sheet.height <= room:
            found, sizes = sheet, sizes[middle + 1 :]
        else:
            sizes = sizes[:middle]
    return found


def _blocks(face: Type, matter: Matter, words: Words, plan: Plan, width: float) -> Iterator[Block]:
    yield Head(face, width, matter, words)
    yield from _cards(face, matter, words, plan, width)
    if matter.questions:
        yield questions_panel(face, width, matter.questions, plan, words)
    if matter.signs:
        yield signs_panel(face, width, matter.signs, words)
    if matter.lines:
        yield line_table(face, width, matter.lines, words)


def _cards(face: Type, matter: Matter, words: Words, plan: Plan, width: float) -> Iterator[Block]:
    """A few topics one below the other; more of them in two columns."""
    gap = face.em(0.65)
    if len(matter.topics) <= _MOST_WIDE_CARDS:
        for topic in matter.topics:
            yield TopicCard(face, topic, plan, words, width, narrow=False)
        return
    half = column_width(width, 2, gap)
    cards = [TopicCard(face, topic, plan, words, half, narrow=True) for topic in matter.topics]
    yield Columns(cards, 2, step=half + gap, gap=gap)
