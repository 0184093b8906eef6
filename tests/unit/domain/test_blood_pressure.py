"""Grading a reading: either figure counts, and any warning sign makes a high one severe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.blood_pressure import Grade, Reading, grade, parse_reading

readings = st.builds(Reading, st.integers(60, 280), st.integers(30, 180))


@pytest.mark.parametrize(
    ("figures", "alone", "with_a_sign"),
    [
        ((139, 89), Grade.USUAL, Grade.USUAL),
        ((140, 89), Grade.HIGH, Grade.SEVERE),
        ((139, 90), Grade.HIGH, Grade.SEVERE),
        ((140, 90), Grade.HIGH, Grade.SEVERE),
        ((159, 109), Grade.HIGH, Grade.SEVERE),
        ((160, 89), Grade.SEVERE, Grade.SEVERE),
        ((139, 110), Grade.SEVERE, Grade.SEVERE),
        ((160, 110), Grade.SEVERE, Grade.SEVERE),
        ((90, 60), Grade.USUAL, Grade.USUAL),
    ],
)
def test_the_grades(figures, alone, with_a_sign):
    assert grade(Reading(*figures), any_sign=False) is alone
    assert grade(Reading(*figures), any_sign=True) is with_a_sign


@given(readings, st.booleans(), st.integers(0, 50), st.integers(0, 50))
def test_a_higher_figure_never_makes_it_milder(reading, any_sign, more, more_below):
    order = [Grade.USUAL, Grade.HIGH, Grade.SEVERE]
    higher = Reading(reading.systolic + more, reading.diastolic + more_below)
    first, second = grade(reading, any_sign=any_sign), grade(higher, any_sign=any_sign)
    assert order.index(second) >= order.index(first)


@given(readings)
def test_a_reading_is_read_as_it_is_written(reading):
    assert parse_reading(str(reading)) == reading


@given(st.text())
def test_any_text_is_a_reading_or_none(text):
    reading = parse_reading(text)
    assert reading is None or text.replace("/", "").isdigit()


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "148", "148/", "/94", "148-94", "148/94/1"),
        *("1480/94", "148/0094"),
        *(" 148/94", "-148/94", "148.5/94", "١٤٨/٩٤", "148/٩٤", "148/²"),
    ],
)
def test_what_is_no_reading(text):
    assert parse_reading(text) is None


def test_a_number_of_thousands_of_digits_is_no_reading():
    assert parse_reading("9" * 5000 + "/80") is None


@pytest.mark.parametrize(
    ("figures", "plausible"),
    [
        ((120, 80), True),
        ((60, 30), True),
        ((280, 180), True),
        ((59, 30), False),
        ((281, 180), False),
        ((120, 29), False),
        ((280, 181), False),
        ((90, 80), True),
        ((89, 80), False),
        ((80, 120), False),
    ],
)
def test_a_pair_that_nobody_has_is_asked_for_again(figures, plausible):
    assert Reading(*figures).plausible is plausible
