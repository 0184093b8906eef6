"""The figures of a text: numbers with their units, fractions, times, telephone numbers."""

from __future__ import annotations

import re
from typing import Final

LEAST_DIGITS: Final = 7
"""Digits from which a number is one to call."""

SHORT_LINES: Final = ("911", "988")

_SPACES: Final = re.compile("[\u00a0\u2007\u2009\u200a\u202f]")
_MARKS: Final = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")
_DASHES: Final = re.compile("[\u2010\u2011\u2212]")
_GROUPED: Final = r"\+?\(?\d{1,4}\)?(?:[ -]\(?\d{2,4}\)?){1,5}"
_PHONE: Final = rf"(?<![\w/.,:])(?!\d{{4}}-\d\d-\d\d)(?:\+?\d{{7,}}|{_GROUPED})(?![\d/]|[.,:-]\d)"
_NUMBER: Final = (
    r"(?P<number>\d+(?:[.,/:]\d+)*)"
    r"(?: ?(?P<unit>° ?[FC]|℉|℃|[%٪％]|mg|mcg|µg|lbs?|kg)(?![a-z]))?"
)
_ANY: Final = re.compile(rf"(?P<phone>{_PHONE})|{_NUMBER}", re.IGNORECASE | re.ASCII)
_ONE: Final = re.compile(_NUMBER, re.IGNORECASE | re.ASCII)
_LONG_GROUP: Final = re.compile(r"\d{3}", re.ASCII)
_DIGIT: Final = re.compile("[0-9]")
_FOREIGN: Final = re.compile(r"(?![0-9])\d")
_UNITS: Final = {"℉": "°F", "℃": "°C", "٪": "%", "％": "%", "lbs": "lb"}
_BARE_SHORT: Final = re.compile(
    rf"(?<!\d)(?<!\d[.,/:-])(?:{'|'.join(SHORT_LINES)})(?!\d|[.,/:-]\d)", re.ASCII
)


def plain(text: str) -> str:
    """A text with one kind of space and dash, and no marks of direction."""
    return _DASHES.sub("-", _SPACES.sub(" ", _MARKS.sub("", text)))


def figures(text: str) -> list[str]:
    """Every figure in the order of the text, written in one way: "100.4 °F" is "100.4°F"."""
    found: list[str] = []
    if not _DIGIT.search(text):
        return found
    whole = plain(text)
    at = 0
    while match := _ANY.search(whole, at):
        if match.lastgroup == "phone" and not _is_phone(match.group()):
            # A range or a list, such as "100 200".
            match = _ONE.search(whole, at)
        if match is None:
            break
        phone = match.groupdict().get("phone")
        found.append(_digits(phone) if phone else _number(match))
        at = match.end()
    return found


def phones(text: str) -> list[str]:
    """The digits of every number to call: seven or more of them, or 911 and 988."""
    if not _DIGIT.search(text):
        return []
    whole = plain(text)
    numbers = [m.group() for m in re.finditer(_PHONE, whole, re.ASCII)]
    long = [_digits(number) for number in numbers if _is_phone(number)]
    return [*long, *_BARE_SHORT.findall(whole)]


def foreign_digits(text: str) -> list[str]:
    """Digits other than 0-9."""
    return _FOREIGN.findall(text)


def _is_phone(text: str) -> bool:
    return len(_digits(text)) >= LEAST_DIGITS and bool(_LONG_GROUP.search(text))


def _number(match: re.Match[str]) -> str:
    unit = (match["unit"] or "").replace(" ", "")
    folded = unit.upper() if unit.startswith("°") else unit.lower()
    return match["number"] + _UNITS.get(unit.lower(), folded)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
