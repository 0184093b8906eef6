"""Figures that differ from the English ones: a wrong number does harm in any language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from kiosk.library.finding import Finding, error
from kiosk.library.numbers import figures, foreign_digits
from kiosk.library.parts import Line, LineKind, Part, PartKind
from kiosk.library.tree import REFERENCE, ContentTree

RULE: Final = "facts"
_WORDED: Final = frozenset({PartKind.SIGN, PartKind.HELP_LINE})
"""Parts whose lines may be left out: only what both languages say is compared."""


def facts(tree: ContentTree, broken: AbstractSet[str]) -> Iterator[Finding]:
    """Part by part against English; an English file with errors proves nothing."""
    english = {key: part for key, part in tree.english().items() if part.path not in broken}
    for part in tree.parts:
        for line in part.lines:
            if digits := foreign_digits(line.text):
                message = f"the digits {''.join(digits)} are not 0-9; write them so"
                yield error(part.path, line.at, RULE, message)
        wanted = english.get(part.key)
        if wanted is not None and part.language != REFERENCE:
            yield from _part(part, wanted)


def _part(part: Part, wanted: Part) -> Iterator[Finding]:
    own, reference = _told(part.lines), _told(wanted.lines)
    if part.kind in _WORDED:
        both = {line.key for line in own} & {line.key for line in reference}
        own = [line for line in own if line.key in both]
        reference = [line for line in reference if line.key in both]
    here, there = _count(own), _count(reference)
    if here == there:
        return
    for figure, number in (there - here).items():
        line = _line_of(figure, reference)
        fewer = f"{_times(number)} less" if here[figure] else "not at all"
        message = f"{figure} stands in line {line.at.line} of {_file(wanted)}, here {fewer}"
        yield error(part.path, part.at, RULE, f"{message}; write it with these digits")
    for figure, number in (here - there).items():
        line = _line_of(figure, own)
        message = f"{figure} does not stand in {_file(wanted)} (line {wanted.at.line})"
        if there[figure]:
            message = f"{figure} stands here {_times(number)} more than in {_file(wanted)}"
            message += f" (line {wanted.at.line})"
        yield error(part.path, line.at, RULE, f"{message}; correct one of them")


def _told(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line.kind is not LineKind.SPOKEN]


def _count(lines: Iterable[Line]) -> Counter[str]:
    return Counter(figure for line in lines for figure in figures(line.text))


def _line_of(figure: str, lines: list[Line]) -> Line:
    return next(line for line in lines if figure in figures(line.text))


def _file(part: Part) -> str:
    return part.path.rpartition("/")[2]


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
