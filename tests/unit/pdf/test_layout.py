"""Nothing runs into anything else, and nothing off the paper."""

from itertools import combinations

import pytest

from kiosk.pdf.layout import PAPERS, Page, lay_out
from kiosk.pdf.pieces import TextOp
from kiosk.pdf.shaping import Shaper
from tests.unit.pdf import cases
from tests.unit.pdf.conftest import sign_label, words_in

MARGIN = 30
# Lines stand as close as their leading; letters themselves are lower than that.
INNER = 0.18


def placed(shaper: Shaper, summary, paper: str, language: str) -> tuple:
    page = Page(
        summary, words_in(language), shaper, PAPERS[paper], "Riverside Clinic", "kiosk 2",
        sign_label,
    )  # fmt: skip
    return lay_out(page)


MORE = {
    "worst_ar": lambda: cases.worst("ar"),
    "worst_unbreakable": lambda: cases.worst("es", dict.fromkeys(cases.LONG, "x" * 400)),
    "long_names": lambda: cases.summary(
        urgent=(cases.alert(cases.AlertKind.ITEM_10, points=1, by="Very Long Name " * 12),)
    ),
}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("case", [*cases.CASES, *MORE])
def test_text_neither_overlaps_nor_leaves_the_paper(shaper: Shaper, case, paper, language):
    make = {**cases.CASES, **MORE}[case]
    ops = placed(shaper, make(), paper, language)
    wide, high = PAPERS[paper]
    for op in ops:
        assert op.x >= MARGIN
        assert op.y >= MARGIN
        assert op.x + op.width <= wide - MARGIN
        assert op.y + op.height <= high - MARGIN
    texts = [op for op in ops if isinstance(op, TextOp)]
    assert [
        (one.line.text, other.line.text)
        for one, other in combinations(texts, 2)
        if overlap(one, other)
    ] == []


def overlap(one: TextOp, other: TextOp) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    top = max(one.y + one.height * INNER, other.y + other.height * INNER)
    bottom = min(one.y + one.height * (1 - INNER / 2), other.y + other.height * (1 - INNER / 2))
    return across > 0.5 and bottom - top > 0.5


@pytest.mark.parametrize("paper", list(PAPERS))
def test_a_page_with_room_is_not_shrunk(shaper: Shaper, paper):
    sizes = [
        op.size for op in placed(shaper, cases.complete(), paper, "en") if isinstance(op, TextOp)
    ]
    assert max(sizes) == 24
    assert min(sizes) > 7


def test_the_smallest_letters_can_still_be_read(shaper: Shaper):
    ops = placed(shaper, cases.worst(), "letter", "en")
    assert min(op.size for op in ops if isinstance(op, TextOp)) >= 4.8
    answers = [op.size for op in ops if isinstance(op, TextOp) and op.line.text == "laughing"]
    assert answers[0] >= 7
