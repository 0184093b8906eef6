"""The code that stands for her name."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.code import COLOURS, VisitCode, free_codes

EVERY = list(free_codes([]))


def test_a_code_is_a_colour_word_and_two_digits():
    assert str(VisitCode("green", 42)) == "green 42"
    assert all(len(str(code).split()[1]) == 2 for code in EVERY)


def test_a_code_is_told_apart_by_shape_and_by_colour():
    assert (VisitCode("amber", 10).shape, VisitCode("amber", 10).paint) == ("triangle", "#C77A0A")
    assert len({shape for shape, _ in COLOURS.values()}) == len(COLOURS)
    assert len({paint for _, paint in COLOURS.values()}) == len(COLOURS)


def test_there_are_codes_for_every_colour_and_number_once():
    assert len(EVERY) == len(set(EVERY)) == len(COLOURS) * 90
    assert {code.number for code in EVERY} == set(range(10, 100))


@given(st.sets(st.sampled_from(EVERY)))
def test_a_code_in_use_is_not_free(taken):
    assert set(free_codes(taken)) == set(EVERY) - taken


def test_when_all_are_in_use_none_is_free():
    assert list(free_codes(EVERY)) == []
