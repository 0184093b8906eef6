"""The figures for work on quality: a page for real visits, and one for practice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from kiosk.domain.figures import Figure, Figures
from kiosk.i18n import Words
from kiosk.pdf import colours
from kiosk.pdf.bidi import isolate
from kiosk.pdf.blocks.charts import bars, columns, ranges, share_bars, titled
from kiosk.pdf.fonts import FontBook, own_fonts
from kiosk.pdf.layout import PAPERS
from kiosk.pdf.pieces import Align, BoxOp, Op, Piece, beside, on, padded, stack
from kiosk.pdf.shaping import Shaper
from kiosk.pdf.sheet import BODY, FOOT, MARK, SMALL, SOFT, TITLE, Crowding, Sheet, Style
from kiosk.services.figure_words import FigureWords

_ACROSS: Final = 36.0
_DOWN: Final = 32.0
_GAP: Final = 15.0
_COLUMN_GAP: Final = 26.0
_FACTORS: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
_REHEARSAL: Final = "rehearsal"


class FiguresPage:
    """Renders figures as PDF; safe to use from one thread at a time.

    Args:
        fonts: The folder with the kiosk's own fonts.
        paper: "letter" or "a4".
        clinic: As it stands in the head.
        topic: A topic's id -> its title in the language of the page.
    """

    def __init__(self, fonts: Path, paper: str, clinic: str, topic: Callable[[str], str]) -> None:
        self._book: Final = FontBook(own_fonts(fonts))
        self._size: Final = PAPERS[paper]
        self._clinic: Final = clinic
        self._topic: Final = topic

    def render(self, every: Sequence[Figures], words: Words, made: datetime) -> bytes:
        """A page for each mode, in the language of `words`; `made` is when they were read."""
        from kiosk.pdf.painter import Painter

        shaper = Shaper(self._book)
        painter = Painter(
            self._size,
            right=words.right_to_left,
            title=words.gettext("Figures"),
            language=words.language,
            made=made,
        )
        pages = [
            self._page(figures, words, shaper, made, (number, len(every)))
            for number, figures in enumerate(every, start=1)
        ]
        return painter.paint(*pages)

    def _page(
        self,
        figures: Figures,
        words: Words,
        shaper: Shaper,
        made: datetime,
        number: tuple[int, int],
    ) -> tuple[Op, ...]:
        """Everything in its place, in the largest letters that fit."""
        named = FigureWords(words, self._topic)
        placed: tuple[Op, ...] = ()
        for factor in _FACTORS:
            sheet = Sheet(words, shaper, self._size[0] - 2 * _ACROSS, Crowding(factor))
            parts = [self._header(sheet, figures, made), *_body(sheet, figures, named)]
            head, foot = stack(parts, sheet.pt(_GAP)), _footer(sheet, number)
            at = self._size[1] - _DOWN - foot.height
            placed = (*head.moved(_ACROSS, _DOWN), *foot.moved(_ACROSS, at))
            if _DOWN + head.height + sheet.pt(_GAP) <= at:
                break
        return placed

    def _header(self, sheet: Sheet, figures: Figures, made: datetime) -> Piece:
        words = sheet.words
        _ = words.gettext
        half = sheet.width / 2
        practice = figures.mode == _REHEARSAL
        marks = [_mark(sheet, _("REHEARSAL, not clinical results"))] if practice else []
        title = _("Figures of practice visits") if practice else _("Figures")
        months = {"first": isolate(str(figures.first)), "last": isolate(str(figures.last))}
        period = _("%(first)s to %(last)s") % months
        number = _("hidden") if figures.visits is None else str(figures.visits)
        visits = _("visits: %(number)s") % {"number": number}
        end = Style(BODY.size, BODY.colour, bold=True, align=Align.END)
        day = _("made on %(date)s") % {"date": isolate(words.date(made))}
        said = sheet.text(f"{period} · {visits}", half, end, most=1)
        named = sheet.text(title, half, TITLE, most=1)
        first = beside([(0, named), (half, padded(said, 0, sheet.pt(9), 0))])
        second = sheet.text(f"{isolate(self._clinic)} · {day}", sheet.width, SOFT, most=2)
        rule = Piece(1.6, (BoxOp(0, 0, sheet.width, 1.6, fill=colours.TEAL),))
        return stack([*marks, stack([first, second], sheet.pt(1)), rule], sheet.pt(5))


def _body(sheet: Sheet, figures: Figures, words: FigureWords) -> list[Piece]:
    half = (sheet.width - sheet.pt(_COLUMN_GAP)) / 2
    few = figures.visits is None

    def chart(figure: Figure, rows: list[Piece], width: float = half) -> Piece:
        untold = any(each.figure is figure and each.total is None for each in figures.counts)
        return titled(sheet, words.title(figure), rows, width, hidden=few or untold)

    def counted(figure: Figure) -> Piece:
        return chart(figure, bars(sheet, figures.counted(figure), words, half))

    def measured(figure: Figure) -> Piece:
        return chart(figure, ranges(sheet, figures.spread(figure), words, half))

    checks = share_bars(sheet, figures.shared(Figure.CHECKS), words, half)
    left = [
        counted(Figure.LANGUAGES),
        counted(Figure.ENDS),
        counted(Figure.TOPICS),
        chart(Figure.CHECKS, checks),
    ]
    right = [
        counted(Figure.FORMS),
        chart(Figure.CUT_OFFS, _cut_offs(sheet, figures, words, half)),
        measured(Figure.FORM_MINUTES),
        counted(Figure.ALERTS),
        counted(Figure.ACKNOWLEDGED),
        measured(Figure.ALERT_MINUTES),
    ]
    gap = sheet.pt(_GAP)
    months = columns(sheet, figures.counted(Figure.MONTHS), words, sheet.width)
    return [
        chart(Figure.MONTHS, months, sheet.width),
        beside([(0, stack(left, gap)), (sheet.width - half, stack(right, gap))]),
    ]


def _cut_offs(sheet: Sheet, figures: Figures, words: FigureWords, width: float) -> list[Piece]:
    """Each text version under its name: what is known of one says nothing of another."""
    rows: list[Piece] = []
    shares = figures.shared(Figure.CUT_OFFS)
    for version, group in groupby(shares, key=lambda share: share.key):
        rows.append(sheet.text(version, width, SMALL, language="en", most=2))
        rows += share_bars(sheet, list(group), words, width)
    return rows


def _mark(sheet: Sheet, text: str) -> Piece:
    ground = BoxOp(0, 0, sheet.width, 0, fill=colours.SUN_TINT, radius=4)
    return on(ground, padded(sheet.text(text, sheet.width, MARK, most=1), 0, sheet.pt(2)))


def _footer(sheet: Sheet, number: tuple[int, int]) -> Piece:
    """What is hidden and why, what a range is, and which page this is."""
    _ = sheet.words.gettext
    end = sheet.width * 0.16
    note = _(
        "Hidden: numbers of people from 1 to 4, and what they could be worked out from."
        " Minutes: the median, and between which times the middle half lies. Shares at or above a"
        " cut-off: complete questionnaires of text versions whose cut-offs are known, and no"
        " practice text. A screening result is no diagnosis."
    )
    page = _("page %(number)s of %(count)s") % {"number": number[0], "count": number[1]}
    style = Style(FOOT.size, FOOT.colour, align=Align.END)
    text = beside([
        (0, sheet.text(note, sheet.width - end, FOOT, most=4)),
        (sheet.width - end, sheet.text(page, end, style, most=1)),
    ])  # fmt: skip
    rule = Piece(0.5, (BoxOp(0, 0, sheet.width, 0.5, fill=colours.LINE),))
    return stack([rule, text], sheet.pt(4))
