"""Lines and descriptions of pictures that were left in English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from kiosk.library.check.length import words_in
from kiosk.library.finding import Finding, error, quoted
from kiosk.library.forms import folded
from kiosk.library.parts import LineKind
from kiosk.library.tree import REFERENCE, ContentTree

RULE: Final = "untranslated"
WORDS: Final = 4
DESCRIPTION_WORDS: Final = 2
"""A short line may be the same in two languages, such as a name."""


def untranslated(tree: ContentTree) -> Iterator[Finding]:
    """Lines of four words or more that some line of the same English text says."""
    english: dict[str, dict[str, int]] = defaultdict(dict)
    for part in tree.parts:
        for line in part.lines if part.language == REFERENCE else ():
            english[part.owner].setdefault(folded(line.text), line.at.line)
    for part in tree.parts:
        for line in part.lines if part.language != REFERENCE else ():
            least = DESCRIPTION_WORDS if line.kind is LineKind.ALT else WORDS
            # Help lines go by names that are often left as they are.
            if line.kind is LineKind.NAME or words_in(line.text) < least:
                continue
            place = english[part.owner].get(folded(line.text))
            if place is not None:
                message = f"{quoted(line.text)} is the English text (line {place}); translate it"
                yield error(part.path, line.at, RULE, message)
