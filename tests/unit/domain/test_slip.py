"""The code of a slip: found wrong when one digit is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.slip import LENGTH, MOST, is_slip_code, slip_code, spaced


@given(st.integers(0, MOST - 1), st.integers(0, LENGTH - 1), st.integers(1, 9))
def test_a_slip_of_the_finger_is_found(number, place, by):
    code = slip_code(number)
    assert is_slip_code(code)
    wrong = str((int(code[place]) + by) % 10)
    assert not is_slip_code(f"{code[:place]}{wrong}{code[place + 1 :]}")


@pytest.mark.parametrize("text", ["", "402731", "40273188", "402731x", "\u0664\u0660\u0662731"])
def test_what_is_no_code(text):
    assert not is_slip_code(text)


def test_a_known_code():
    # 7 doubled is 14, 1 + 4; 8; 9 doubled; 3; 7 doubled; 2: 32 in all, and 8 to the next ten.
    assert slip_code(273987) == "2739878"
    assert slip_code(0) == "0000000"
    assert spaced("2739878") == "273 9878"
