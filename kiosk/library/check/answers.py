"""Right answers that always stand at the same place: who sees it need not think."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.library.finding import Finding, warning
from kiosk.library.tree import ContentTree

RULE: Final = "answers"
LEAST: Final = 2
_PLACES: Final = ("first", "second", "third")


def answers(tree: ContentTree) -> Iterator[Finding]:
    """Looked at in one language of a topic, since the order is the same in all."""
    for topic in tree.topics:
        document = topic.model()
        if document is None or len(document.checks) < LEAST:
            continue
        places = {
            next((n for n, choice in enumerate(check.choices) if choice.right), -1)
            for check in document.checks
        }
        place = min(places)
        if len(places) == 1 and place in range(len(_PLACES)):
            message = f"the right answer is always the {_PLACES[place]}; change the order of some"
            at = document.checks[0].prompt.at
            yield warning(document.path, at, RULE, f"{message}, in every language")
