"""The front matter of a card file: `key: value` lines between two lines of dashes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kiosk.library.document import Odd, Oddity, Written
from kiosk.library.finding import START, At

FENCE: Final = "---"
KEYS: Final = ("title", "spoken")
_QUOTES: Final = ('"', "'")
_LEAST_QUOTED: Final = 2


def read_front(lines: Sequence[str], odd: list[Oddity]) -> tuple[dict[str, Written], int]:
    """The front matter and how many lines it takes; what is wrong is added to `odd`."""
    if not lines or lines[0].rstrip() != FENCE:
        odd.append(Oddity(Odd.NO_FRONT, START))
        return {}, 0
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        odd.append(Oddity(Odd.FRONT_OPEN, START))
        return {}, len(lines)
    front: dict[str, Written] = {}
    for number, line in enumerate(lines[1:end], start=2):
        _read_line(line, number, front, odd)
    return front, end + 1


def _read_line(line: str, number: int, front: dict[str, Written], odd: list[Oddity]) -> None:
    if not line.strip() or line.lstrip().startswith("#"):
        return
    key, colon, value = line.partition(":")
    at = At(number, len(line) - len(line.lstrip()) + 1)
    name = key.strip()
    if not colon or not name:
        odd.append(Oddity(Odd.FRONT_LINE, at, line.strip()))
    elif name in front:
        odd.append(Oddity(Odd.FRONT_TWICE, at, name))
    else:
        front[name] = Written(_unquoted(value.strip()), at)


def _unquoted(value: str) -> str:
    whole = len(value) >= _LEAST_QUOTED and value[0] == value[-1] and value[0] in _QUOTES
    return value[1:-1].strip() if whole else value
