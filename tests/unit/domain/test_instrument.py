"""Scoring, against a key that is written here a second time."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.content import Stage
from kiosk.domain.epds import EPDS
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.instrument import raises_alert, score
from kiosk.library.text_pack import read_fingerprints
from kiosk.settings import default_content_folder

# Points of the four options down the page, item by item, as the scale's authors print them.
KEY = [
    {1: 0, 2: 1, 3: 2, 4: 3},
    {1: 0, 2: 1, 3: 2, 4: 3},
    {1: 3, 2: 2, 3: 1, 4: 0},
    {1: 0, 2: 1, 3: 2, 4: 3},
    {1: 3, 2: 2, 3: 1, 4: 0},
    {1: 3, 2: 2, 3: 1, 4: 0},
    {1: 3, 2: 2, 3: 1, 4: 0},
    {1: 3, 2: 2, 3: 1, 4: 0},
    {1: 3, 2: 2, 3: 1, 4: 0},
    {1: 3, 2: 2, 3: 1, 4: 0},
]
ITEMS = range(1, 11)
POSITIONS = range(1, 5)

sheets = st.dictionaries(st.sampled_from(list(ITEMS)), st.sampled_from(list(POSITIONS)))
unfinished = sheets.filter(lambda sheet: len(sheet) < len(ITEMS))


# In sixteen parts, so that each keeps well within the time a test may take: 1,048,576 in all.
@pytest.mark.untraced
@pytest.mark.parametrize("start", list(product(POSITIONS, repeat=2)), ids=str)
def test_every_sheet_there_is(start):
    for rest in product(POSITIONS, repeat=8):
        sheet = dict(zip(ITEMS, start + rest, strict=True))
        points = [key[position] for key, position in zip(KEY, sheet.values(), strict=True)]
        result = score(EPDS, sheet)
        if (
            not result.complete
            or result.total != sum(points)
            or result.subscales != {"anxiety": points[2] + points[3] + points[4]}
            or list(result.points.values()) != points
        ):
            pytest.fail(f"{sheet}: {result}")


@given(unfinished)
def test_an_unfinished_sheet_has_no_total_whatever_was_answered(sheet):
    result = score(EPDS, sheet)
    assert not result.complete
    assert result.total is None
    assert result.subscales == {"anxiety": None}
    assert result.points == {item: KEY[item - 1][sheet[item]] for item in sheet}


@given(sheets)
def test_item_10_above_zero_calls_at_any_total_and_in_an_unfinished_sheet(sheet):
    assert raises_alert(EPDS, sheet) == (sheet.get(10) in {1, 2, 3})


@given(sheets, st.randoms())
def test_the_order_of_answering_does_not_matter(sheet, random):
    items = list(sheet.items())
    random.shuffle(items)
    assert score(EPDS, dict(items)) == score(EPDS, sheet)


def test_nothing_answered_is_not_zero():
    assert score(EPDS, {}).total is None


@pytest.mark.parametrize("position", [-1, 0, 5, 100])
@pytest.mark.parametrize("item", [1, 5, 10])
def test_a_position_that_is_not_printed_is_refused(item, position):
    with pytest.raises(InputError) as caught:
        score(EPDS, {item: position})
    assert caught.value.code is ErrorCode.BAD_POSITION
    assert caught.value.params == {"item": item, "most": 4}


@pytest.mark.parametrize("item", [-1, 0, 11])
def test_an_item_that_is_not_there_is_refused(item):
    with pytest.raises(InputError) as caught:
        score(EPDS, {item: 1})
    assert caught.value.code is ErrorCode.TOO_MANY_ANSWERS


def test_the_highest_total():
    assert EPDS.highest_total == 30


def test_the_cut_offs_belong_to_one_version_and_are_cited():
    (version,) = EPDS.cut_offs
    assert version == "cox-holden-sagovsky-1987-us-form"
    found = {cut.total: cut.band for cut in EPDS.cut_offs[version]}
    assert found == {10: "possible", 11: None, 13: "probable"}
    assert all(cut.citation for cut in EPDS.cut_offs[version])


@pytest.mark.parametrize("stage", [None, *Stage])
def test_the_us_form_has_the_same_cut_offs_in_pregnancy_and_after_birth(stage):
    found = EPDS.cut_offs_for("cox-holden-sagovsky-1987-us-form", stage)
    figures = [(cut.total, cut.sensitivity, cut.specificity) for cut in found]
    assert figures == [(10, 0.85, 0.84), (11, 0.81, 0.88), (13, 0.66, 0.95)]
    assert all("Levis 2020" in cut.citation for cut in found)


@pytest.mark.parametrize("version", ["guedeney-fermanian-1998", "maroto-navarro-2005"])
def test_a_published_wording_whose_cut_off_was_not_read_at_its_source_has_none(version):
    assert EPDS.cut_offs_for(version, Stage.POSTPARTUM) == ()


def test_every_version_with_cut_offs_is_known_by_its_fingerprints():
    published = read_fingerprints(default_content_folder())
    assert set(EPDS.cut_offs) <= {version.version for version in published.values()}
