"""Characters that cannot be seen and change what is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kiosk.domain.language import LANGUAGES
from kiosk.library.finding import At, Finding, error
from kiosk.library.languages import LANGUAGES_FILE
from kiosk.library.tree import ContentTree

RULE: Final = "characters"
MOST: Final = 5
"""Findings a file: a binary file would have thousands."""

# Marks that steer the direction of writing stand rightly in a language written right to left.
_MARKS: Final = "\u200e\u200f\u061c"
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffd\ufdd0-\ufdef\U000e0000-\U000e007f" + _MARKS + "]"
)


def characters(tree: ContentTree) -> Iterator[Finding]:
    """Control characters, hidden marks and characters lost in a conversion."""
    right_to_left = tuple(
        f"{code}.{kind}"
        for code, language in LANGUAGES.items()
        if language.right_to_left
        for kind in ("md", "toml", "po")
    )
    for path, text in tree.texts.items():
        marks_allowed = path.endswith((*right_to_left, "helplines.toml", LANGUAGES_FILE))
        found = 0
        for match in _HIDDEN.finditer(text):
            if marks_allowed and match[0] in _MARKS:
                continue
            found += 1
            if found > MOST:
                break
            at = At(text.count("\n", 0, match.start()) + 1, _column(text, match.start()))
            yield error(
                path,
                at,
                RULE,
                f"the hidden character U+{ord(match[0]):04X} stands here; delete it",
            )


def _column(text: str, start: int) -> int:
    return start - (text.rfind("\n", 0, start) + 1) + 1
