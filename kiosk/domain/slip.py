"""The code of a visit slip: seven digits, the last of which finds a slip of the finger.

It is made by chance and says nothing about anybody.
"""

from __future__ import annotations

from typing import Final

LENGTH: Final = 7
_CHANCE: Final = LENGTH - 1
MOST: Final = 10**_CHANCE
"""How many codes there are."""


def slip_code(number: int) -> str:
    """The code of a number below MOST, with its check digit (ISO/IEC 7812, Luhn)."""
    digits = f"{number:0{_CHANCE}d}"
    return f"{digits}{-_luhn(f'{digits}0') % 10}"


def is_slip_code(text: str) -> bool:
    """Whether a text is a code that was typed or read without a mistake of one digit."""
    sound = len(text) == LENGTH and text.isascii() and text.isdigit()
    return sound and _luhn(text) % 10 == 0


def spaced(code: str) -> str:
    """As people read it: "402 7318"."""
    return f"{code[:3]} {code[3:]}"


def _luhn(digits: str) -> int:
    """The sum of the digits, every second one from the end doubled."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled)
