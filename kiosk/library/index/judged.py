"""What no program can tell of a text: people must judge it, item by item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Judged:
    """A question for people, in our words, and the items that it is a part of."""

    asks: str
    cites: str


JUDGED: Final = (
    Judged(
        "Is there one message for each topic and card, and does its heading say it?", "CDC 1, 2"
    ),
    Judged("Is the purpose clear at once, and does nothing lead away from it?", "PEMAT 1, 2"),
    Judged("Do readers know these words, and is each medical word explained?", "CDC 7; PEMAT 3, 4"),
    Judged(
        "Does every sentence say who does what? Programs that look for the passive err too often.",
        "CDC 6; PEMAT 5",
    ),
    Judged("Does the first card hold what matters most?", "CDC 10"),
    Judged("Do the cards follow in an order that makes sense?", "PEMAT 10"),
    Judged("Does each heading fit what stands below it, and is that one idea?", "CDC 9; PEMAT 9"),
    Judged("Does each picture show the message, calmly, without clutter?", "CDC 4; PEMAT 16-18"),
    Judged("Would another picture, or one that shows how to do it, help?", "PEMAT 15, 26"),
    Judged("Is it said what experts know, and what they do not know yet?", "CDC 11"),
    Judged("Is it said why each step matters to the reader?", "CDC 13"),
    Judged("Are the steps small and plain enough to be followed?", "CDC 14; PEMAT 22"),
    Judged("Is each number needed, familiar, and is it said what it means?", "CDC 15, 16; PEMAT 6"),
    Judged("Are risks told plainly: what, for whom, how likely, in words too?", "CDC 18, 20"),
    Judged("Are both the good and the bad sides of each step told?", "CDC 19"),
    Judged("Has somebody of the audience read it, in this language, and understood it?", ""),
)
