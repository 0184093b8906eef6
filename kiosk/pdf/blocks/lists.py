"""What she read, what she wants to ask, her readings: the lists that may be cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kiosk.domain.content import Stage
from kiosk.domain.summary import Summary, TopicRow
from kiosk.i18n import Words
from kiosk.pdf import colours, phrases
from kiosk.pdf.bidi import isolate
from kiosk.pdf.pieces import EMPTY, BoxOp, Piece, beside, padded, stack
from kiosk.pdf.sheet import BODY, SECTION, SMALL, SOFT, STRONG, Sheet

_TITLE_SHARE: Final = 0.47
_CARDS_SHARE: Final = 0.28
_READINGS: Final = 4
_SIGNATURE: Final = 26.0


def topics(sheet: Sheet, summary: Summary, width: float, room: float | None) -> Piece:
    """Topics with cards and check questions, cut to `room`."""
    words = sheet.words
    she = summary.stage is not Stage.SUPPORTING
    title = words.gettext("What she read") if she else words.gettext("What was read")
    heading = sheet.text(title, width, SECTION, most=1)
    if not summary.topics:
        return stack([heading, sheet.text(words.gettext("No topic was opened."), width, SOFT)], 2)
    rows = [_topic(sheet, row, width) for row in summary.topics]
    return _cut(sheet, heading, rows, width, room)


def _topic(sheet: Sheet, row: TopicRow, width: float) -> Piece:
    words, gap = sheet.words, sheet.pt(8)
    wide, cards = width * _TITLE_SHARE, width * _CARDS_SHARE
    read = words.ngettext("%(read)s of %(count)s card", "%(read)s of %(count)s cards", row.cards)
    values = {"read": row.cards_read, "count": row.cards}
    line = beside(
        [
            (0, sheet.text(row.title, wide - gap, BODY, language=words.language, most=2)),
            (wide, sheet.text(read % values, cards - gap, SOFT, most=2)),
            (wide + cards, sheet.text(_checks(row, words), width - wide - cards, SOFT, most=2)),
        ]
    )
    clear = words.gettext("Not yet clear: %(question)s")
    missed = [
        sheet.text(clear % {"question": isolate(question)}, width, SMALL, most=2)
        for question in row.missed
    ]
    whole = padded(stack([line, *missed]), 0, sheet.pt(2))
    rule = BoxOp(0, whole.height - 0.5, width, 0.5, fill=colours.LINE)
    return Piece(whole.height, (*whole.ops, rule))


def _checks(row: TopicRow, words: Words) -> str:
    if not row.asked:
        return words.gettext("no checks")
    many = words.ngettext("%(right)s of %(count)s right", "%(right)s of %(count)s right", row.asked)
    return many % {"right": row.right, "count": row.asked}


def questions(sheet: Sheet, summary: Summary, width: float, room: float | None) -> Piece:
    """The questions she ticked, cut to `room`."""
    words = sheet.words
    she = summary.stage is not Stage.SUPPORTING
    title = words.gettext("She wants to ask") if she else words.gettext("Questions to ask")
    heading = sheet.text(title, width, SECTION, most=1)
    if not summary.questions:
        return stack(
            [heading, sheet.text(words.gettext("No question was ticked."), width, SOFT)], 2
        )
    dot = sheet.pt(10)
    rows = [
        beside(
            [
                (0, sheet.text("•", dot, SOFT)),
                (dot, sheet.text(text, width - dot, BODY, language=words.language, most=3)),
            ]
        )
        for text in summary.questions
    ]
    return _cut(sheet, heading, rows, width, room)


def readings(sheet: Sheet, summary: Summary, width: float) -> Piece:
    """Her blood-pressure readings, the latest in bold; nothing when there is none."""
    if not summary.readings:
        return EMPTY
    words = sheet.words
    heading = sheet.text(words.gettext("Blood pressure she entered"), width, SECTION, most=1)
    *earlier, last = (str(reading) for reading in summary.readings[-_READINGS:])
    text = words.gettext("%(reading)s mm Hg") % {"reading": last}
    if earlier:
        values = {"reading": last, "earlier": ", ".join(earlier)}
        text = words.gettext("%(reading)s mm Hg (before: %(earlier)s)") % values
    return stack([heading, sheet.text(text, width, STRONG, most=2)], sheet.pt(1))


def signature(sheet: Sheet, width: float) -> Piece:
    """A line to sign on; its height is a hand's, not the page's."""
    heading = sheet.text(sheet.words.gettext("Seen by"), width, SECTION, most=1)
    line = BoxOp(0, heading.height + _SIGNATURE - 1, width, 1, fill=colours.INK)
    return Piece(heading.height + _SIGNATURE, (*heading.ops, line))


def _cut(
    sheet: Sheet, heading: Piece, rows: Sequence[Piece], width: float, room: float | None
) -> Piece:
    """The heading with as many rows as have room, and a word on the rest."""
    gap = sheet.pt(1.5)
    whole = stack([heading, *rows], gap)
    if room is None or whole.height <= room:
        return whole
    for count in range(len(rows) - 1, -1, -1):
        text = phrases.and_more(len(rows) - count, sheet.words)
        cut = stack([heading, *rows[:count], sheet.text(text, width, SOFT, most=1)], gap)
        if cut.height <= room:
            return cut
    return EMPTY
