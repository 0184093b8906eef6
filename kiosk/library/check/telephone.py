"""Numbers to call in texts: each must be one of the help lines."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from kiosk.library.finding import Finding, error
from kiosk.library.numbers import phones
from kiosk.library.tree import ContentTree

RULE: Final = "telephone"
COUNTRY_CODE: Final = "1"


def telephone(tree: ContentTree, broken: AbstractSet[str]) -> Iterator[Finding]:
    """Seven digits and more, 911 and 988; without sound help lines nobody can tell."""
    lines = tree.helplines
    if not lines.lines or lines.path in broken:
        return
    known = {_bare(entry.table.number) for entry in lines.lines}
    for part in tree.parts:
        for line in part.lines:
            for number in phones(line.text):
                if _bare(number) not in known:
                    message = f"no help line has the number {number}; correct it"
                    message += f" or add the line to {lines.path}"
                    yield error(part.path, line.at, RULE, message)


def _bare(number: str) -> str:
    digits = "".join(c for c in number if c in "0123456789")
    whole = len(digits) > len("8005551234")
    return digits.removeprefix(COUNTRY_CODE) if whole else digits
