"""No small number is told, and none can be worked out."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.figures.hiding import LEAST, hide_among, hide_parts, is_small, safe_steps

NUMBERS = st.integers(min_value=0, max_value=40)
PARTS = st.dictionaries(st.sampled_from("abcdefg"), NUMBERS, min_size=1)


@pytest.mark.parametrize(
    ("parts", "shown", "total"),
    [
        ({"a": 20, "b": 5}, {"a": 20, "b": 5}, 25),
        ({"a": 20, "b": 0}, {"a": 20, "b": 0}, 20),
        ({"a": 20, "b": 7, "c": 3}, {"a": 20, "b": None, "c": None}, 30),
        ({"a": 20, "b": 9, "c": 3, "d": 3}, {"a": 20, "b": None, "c": None, "d": None}, 35),
        ({"a": 5, "b": 4, "c": 4}, {"a": None, "b": None, "c": None}, 13),
        ({"a": 9, "b": 7, "c": 7, "d": 2}, {"a": 9, "b": None, "c": None, "d": None}, 25),
        ({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1}, dict.fromkeys("abcde"), None),
        ({"a": 20, "b": 1, "c": 2}, {"a": None, "b": None, "c": None}, 23),
        ({"a": 20, "b": 3, "c": 0}, {"a": None, "b": None, "c": 0}, 23),
        ({"a": 3}, {"a": None}, None),
        ({"a": 2, "b": 2}, {"a": None, "b": None}, None),
        ({"a": 0}, {"a": 0}, 0),
        ({}, {}, 0),
    ],
)
def test_parts_of_a_whole(parts, shown, total):
    assert hide_parts(parts) == (shown, total)


def test_a_count_of_few_people_is_hidden_however_large():
    shown, total = hide_parts({"a": 12, "b": 30}, {"a": 3, "b": 30})
    assert (shown, total) == ({"a": None, "b": None}, 42)


def consistent(shown, total):
    """What each hidden part may be, for somebody who knows the rest and adds up."""
    rest = total - sum(count for count in shown.values() if count is not None)
    hidden = [key for key, count in shown.items() if count is None]
    return {key: range(rest + 1) for key in hidden}, rest


@given(PARTS)
def test_nothing_small_is_told_or_left_over(parts):
    shown, total = hide_parts(parts)
    told = [count for count in shown.values() if count is not None]
    assert not any(is_small(count) for count in told)
    assert all(count is None or count == parts[key] for key, count in shown.items())
    if total is None:
        everybody = sum(parts.values())
        assert is_small(everybody) or everybody == sum(map(bool, parts.values()))
    elif len(told) < len(shown):
        hidden, rest = consistent(shown, total)
        assert len(hidden) >= 2
        assert rest >= LEAST


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9), min_size=2))
def test_somebody_who_knows_the_rules_finds_no_small_number_for_certain(parts):
    """Another table, with another number in its place, would have looked the same."""
    shown, total = hide_parts(parts)
    small = [key for key, count in parts.items() if is_small(count)]
    if total is None or not small:
        return
    hidden, rest = consistent(shown, total)
    others = [
        dict(zip(hidden, values, strict=True))
        for values in product(*hidden.values())
        if sum(values) == rest
    ]
    looking_alike = [each for each in others if hide_parts({**parts, **each}) == (shown, total)]
    for key in small:
        assert len({each[key] for each in looking_alike}) > 1


@pytest.mark.parametrize(
    ("parts", "whole", "shown"),
    [
        ({"a": 10, "b": 3}, 30, {"a": 10, "b": None}),
        ({"a": 28, "b": 30}, 30, {"a": None, "b": 30}),
        ({"a": 3}, 4, {"a": None}),
    ],
)
def test_parts_that_overlap(parts, whole, shown):
    assert hide_among(parts, whole) == shown


@pytest.mark.parametrize(
    ("whole", "steps", "told"),
    [
        (40, (20, 10), (20, 10)),
        (40, (20, 17), (20, None)),
        (40, (38, 20), (None, 20)),
        (40, (20, 4), (20, None)),
        (40, (0, 0), (None, None)),
        (10, (10, 5), (None, 5)),
    ],
)
def test_counts_within_counts(whole, steps, told):
    assert safe_steps(whole, steps) == told


@given(NUMBERS, st.lists(NUMBERS, max_size=4))
def test_no_difference_of_two_that_are_told_is_small(whole, steps):
    falling = sorted((min(step, whole) for step in steps), reverse=True)
    told = [count for count in safe_steps(whole, falling) if count is not None]
    assert all(one - other >= LEAST for one, other in pairwise([whole, *told]))
    assert all(count >= LEAST for count in told)
