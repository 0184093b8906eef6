import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.library.numbers import figures, foreign_digits, phones


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("No figure.", []),
        ("100.4 °F (38.0 °C)", ["100.4°F", "38.0°C"]),
        ("100.4°f, 38.0\u202f℃", ["100.4°F", "38.0°C"]),
        ("140/90 or 160/110.", ["140/90", "160/110"]),
        ("6-8, 6–8 and 6\u20118", ["6", "8", "6", "8", "6", "8"]),
        ("5 %, 5\u2009%, 5٪, 5％", ["5%", "5%", "5%", "5%"]),
        ("81 mg, 400 MCG, 5 lbs, 3 kg", ["81mg", "400mcg", "5lb", "3kg"]),
        ("5 kgs, 5 mgr", ["5", "5"]),
        ("8:30 a.m., 24/7", ["8:30", "24/7"]),
        ("1,000 and 38,0", ["1,000", "38,0"]),
        ("Call 1-800-222-1222.", ["18002221222"]),
        ("(800) 222-1222", ["8002221222"]),
        ("555-1234", ["5551234"]),
        ("100 200", ["100", "200"]),
        ("10 20 30 40", ["10", "20", "30", "40"]),
        ("2026-11-23", ["2026", "11", "23"]),
        ("911, 988.", ["911", "988"]),
        ("COVID-19", ["19"]),
        ("第6周，6个月", ["6", "6"]),
        ("\u200e140/90\u200e", ["140/90"]),
    ],
)
def test_figures_are_found_as_they_are_compared(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 911 or 988.", ["911", "988"]),
        ("1-833-852-6262 or 911", ["18338526262", "911"]),
        ("在911", ["911"]),
        ("9110, 1911, 911.5, 1/911, 911:30", []),
        ("2026-11-23, 140/90, 10 20 30 40", []),
        ("18002221222", ["18002221222"]),
    ],
)
def test_numbers_to_call_are_told_from_others(text, found):
    assert phones(text) == found


def test_digits_of_other_scripts_are_named():
    assert foreign_digits("٣ and 5, ½ and ² and 五") == ["٣"]


@given(st.text(alphabet="0123456789 -()+./:,%°FCmgkgab", max_size=80))
def test_every_digit_is_in_one_figure(text):
    assert "".join(c for f in figures(text) for c in f if c.isdigit()) == "".join(
        c for c in text if c.isdigit()
    )


def test_a_line_of_figures_without_end_takes_no_time():
    figures("12-" * 30_000 + "12/")
    phones("12-" * 30_000 + "12/")
