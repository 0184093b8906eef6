"""Letters of one script among those of another: slips, copies, words left untranslated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from kiosk.domain.language import LATIN, script_of
from kiosk.library.finding import Finding, quoted, warning
from kiosk.library.parts import Line, Part
from kiosk.library.tree import REFERENCE, ContentTree

RULE: Final = "scripts"
_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_ALIKE: Final = "\u0370-\u03ff\u0400-\u052f"
_ARABIC: Final = "\u0620-\u064a\u066e-\u06d3"
_MIXED: Final = re.compile(
    rf"(?<!\w)\w*(?:[{_LATIN}][{_ALIKE}{_ARABIC}]|[{_ALIKE}{_ARABIC}][{_LATIN}])\w*"
)
_WORD: Final = re.compile(rf"[{_LATIN}]{{2,}}")


def scripts(tree: ContentTree) -> Iterator[Finding]:
    """Words of two scripts; Latin words that the English text does not have either."""
    known: dict[str, set[str]] = defaultdict(set)
    for part in tree.parts:
        for line in part.lines if part.language == REFERENCE else ():
            known[part.owner].update(word.casefold() for word in _WORD.findall(line.text))
    for part in tree.parts:
        for line in part.lines:
            yield from _line(part, line, known[part.owner])


def _line(part: Part, line: Line, known: set[str]) -> Iterator[Finding]:
    if mixed := _MIXED.search(line.text):
        message = f"{quoted(mixed.group())} mixes letters of two scripts; type the word anew"
        yield warning(part.path, line.at, RULE, message)
    if script_of(part.language) == LATIN:
        return
    for word in _WORD.findall(line.text):
        if word.casefold() not in known:
            message = f"the English text has no word {quoted(word)}; translate it"
            yield warning(part.path, line.at, RULE, message)
