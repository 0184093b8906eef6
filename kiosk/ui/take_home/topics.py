"""A topic she read, as a card: tint and picture, then the main points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt

from kiosk.i18n import Words
from kiosk.ui.take_home.blocks import Block, Columns, Mark, Stack, Text, column_width
from kiosk.ui.take_home.canvas import Canvas, tint, token
from kiosk.ui.take_home.matter import Point, TopicPart
from kiosk.ui.take_home.plan import Plan
from kiosk.ui.take_home.type import ASIDE, BODY, POINT, SOFT, STRONG, URGENT, Look, Paragraph, Type
from kiosk.ui.theme.paint import icon_path

_TITLE = Look(1.12, semibold=True)


class CallOutBox:
    """An urgent sentence on its own red ground."""

    def __init__(self, face: Type, text: str, width: float) -> None:
        self._pad = face.em(0.28)
        self._icon = face.em(1.15)
        self._text = Paragraph(face, width - self._icon - self._pad * 3.4, (text, URGENT))
        self._width = width
        self._line = face.leading(URGENT)
        self.height = self._text.height + self._pad * 1.4

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Ground, warning sign, words."""
        whole = canvas.box(x, y, self._width, self.height)
        canvas.panel(whole, self._pad * 1.4, token("red_tint"))
        top = y + self._pad * 0.7
        middle = top + (self._line - self._icon) / 2
        sign = canvas.box(x + self._pad * 1.2, middle, self._icon, self._icon)
        canvas.picture(icon_path("warning"), sign, token("red").name())
        canvas.text(self._text, x + self._icon + self._pad * 2.2, top)


class TopicCard:
    """Picture and title on the topic's tint, the points beside them in one or two columns."""

    def __init__(
        self, face: Type, topic: TopicPart, plan: Plan, words: Words, width: float, *, narrow: bool
    ) -> None:
        """`narrow` puts the title above the points and leaves the picture out."""
        self._topic = topic
        self._width = width
        self._pad = face.em(0.7)
        self._narrow = narrow
        self._rail = face.em(7.4)
        self._picture = face.em(1.9 if narrow else 5.0)
        self._title = self._titled(face)
        self._inner = width - self._pad * 2 - (0 if narrow else self._rail)
        self._points = self._listed(face, plan, words)
        if not narrow:
            spare = self._points.height - self._title.height - face.em(0.35)
            self._picture = min(max(self._picture, spare), self._rail - self._pad)
        self._head = max(self._title.height, self._picture) if narrow else 0.0
        tall = self._picture * 0.92 + self._title.height + face.em(0.35)
        gap = self._pad * 0.5 if self._head and self._points.height else 0.0
        body = self._head + gap + self._points.height
        self._top = self._head + gap
        self.height = max(body, 0 if narrow else tall) + self._pad * 1.7
        self._tall = tall

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """The card with all that is on it."""
        whole = canvas.box(x, y, self._width, self.height)
        canvas.panel(whole, self._pad, token("card"), (token("line"), POINT * 0.6))
        if self._narrow:
            band = canvas.box(x, y, self._width, self._head + self._pad * 1.2)
            canvas.rail(whole, band, self._pad, tint(self._topic.tint))
            self._draw_head(canvas, x + self._pad, y + self._pad * 0.6)
            self._points.draw(canvas, x + self._pad, y + self._top + self._pad)
            return
        side = canvas.box(x, y, self._rail, self.height)
        canvas.rail(whole, side, self._pad, tint(self._topic.tint))
        below = min((self.height - self._tall) / 2, self._pad * 2)
        self._draw_rail(canvas, x, y + below)
        middle = (self.height - self._points.height) / 2
        self._points.draw(canvas, x + self._rail + self._pad, y + middle)

    def _draw_rail(self, canvas: Canvas, x: float, y: float) -> None:
        size = self._picture
        place = canvas.box(x + (self._rail - size) / 2, y, size, size * 0.92)
        if self._topic.picture:
            canvas.picture(self._topic.picture, place)
        else:
            inset = size * 0.14
            canvas.dot(place.adjusted(size * 0.04, 0, -size * 0.04, 0), token("card"))
            icon = place.adjusted(inset * 1.5, inset * 1.2, -inset * 1.5, -inset * 1.2)
            canvas.picture(icon_path(self._topic.icon), icon, token("teal").name())
        below = y + self._tall - self._title.height
        canvas.text(self._title, x + (self._rail - self._title.width) / 2, below)

    def _draw_head(self, canvas: Canvas, x: float, y: float) -> None:
        size = self._picture
        place = canvas.box(x, y + (self._head - size) / 2, size, size)
        canvas.picture(icon_path(self._topic.icon), place, token("teal").name())
        line = y + (self._head - self._title.height) / 2
        canvas.text(self._title, x + size + self._pad * 0.6, line)

    def _titled(self, face: Type) -> Paragraph:
        """The title; in the rail it is set smaller until its longest word fits."""
        if self._narrow:
            return Paragraph(
                face, self._width - self._pad * 3 - self._picture, (self._topic.title, _TITLE)
            )
        width = self._rail - self._pad
        size = _TITLE.size
        longest = max(self._topic.title.split(), key=len, default="")
        while (
            size > 0.8
            and Paragraph(face, 1e6, (longest, Look(size, semibold=True))).natural_width > width
        ):
            size -= 0.04
        look = Look(size, semibold=True)
        return Paragraph(
            face, width, (self._topic.title, look), align=Qt.AlignmentFlag.AlignHCenter
        )

    def _listed(self, face: Type, plan: Plan, words: Words) -> Columns:
        count = 1 if self._narrow else 2
        gutter = face.em(1.3)
        width = column_width(self._inner, count, gutter)
        take_home = self._topic.take_home[: plan.points]
        shown = _most_telling(self._topic.points, plan.points)
        blocks: list[Block] = [
            *_bulleted(face, take_home, width),
            *(_point(face, point, plan, width) for point in shown),
        ]
        listed = len(self._topic.take_home) + len(self._topic.points)
        hidden = listed - len(take_home) - len(shown)
        if hidden:
            blocks.append(more(face, words, hidden, width))
        return Columns(blocks, count, step=width + gutter, gap=face.em(0.26), even=True)


def more(face: Type, words: Words, count: int, width: float) -> Text:
    """What stands for the rest of a list that was cut."""
    rest = words.ngettext(
        "and %(count)s more on the screen", "and %(count)s more on the screen", count
    )
    return Text(Paragraph(face, width, (rest % {"count": count}, SOFT)))


def _most_telling(points: tuple[Point, ...], count: int) -> tuple[Point, ...]:
    """As many as wanted, those with something urgent first, in the order of reading."""
    ranked = sorted(range(len(points)), key=lambda n: (not points[n].urgent, n))
    return tuple(points[n] for n in sorted(ranked[:count]))


def _point(face: Type, point: Point, plan: Plan, width: float) -> Stack:
    return Stack(tuple(_lines(face, point, plan, width)), face.em(0.12))


def _lines(face: Type, point: Point, plan: Plan, width: float) -> Iterator[Block]:
    count = plan.urgent_bullets if point.urgent else plan.bullets
    bullets = point.bullets[:count]
    if len(bullets) == 1:
        yield Text(Paragraph(face, width, (f"{point.title} ", STRONG), (bullets[0], BODY)))
    else:
        yield Text(Paragraph(face, width, (point.title, STRONG)))
        yield from _bulleted(face, bullets, width)
    if plan.prose:
        for sentence in point.prose:
            yield Text(Paragraph(face, width, (sentence, ASIDE)))
    for sentence in point.urgent:
        yield CallOutBox(face, sentence, width)


def _bulleted(face: Type, lines: Iterable[str], width: float) -> Iterator[Text]:
    indent = face.em(0.85)
    for line in lines:
        yield Text(Paragraph(face, width - indent, (line, BODY)), _bullet(face), indent)


def _bullet(face: Type) -> Mark:
    size = face.em(0.3)
    down = (face.leading(BODY) - size) / 2

    def mark(canvas: Canvas, x: float, y: float) -> None:
        canvas.dot(canvas.box(x + face.em(0.1), y + down, size, size), token("teal"))

    return mark
