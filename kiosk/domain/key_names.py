"""Keys that a clinic may give a meaning to, by the names that they have on a keyboard."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Final

KEY_NAMES: Final = (
    *(f"F{number}" for number in range(1, 25)),
    *ascii_uppercase,
    "Help",
    "Home",
    "End",
    "PgUp",
    "PgDown",
    "Ins",
    "Del",
    "Pause",
    "+",
    "-",
    "*",
    "/",
)
"""As Qt's QKeySequence has them. Those that move, choose, go back or type digits are not free."""
