"""Small numbers are hidden, and so is what they could be worked out from.

In a clinic a count of one to four is somebody. The rules are those of official statistics: small
cells are left out (primary suppression), and so many further ones that no sum of published
numbers gives a small one away (complementary suppression).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

LEAST: Final = 5
"""The smallest number of people that is told; none at all is told, too."""


def is_small(number: int) -> bool:
    """Whether a number of people must not be told."""
    return 0 < number < LEAST


def hide_parts(
    parts: Mapping[str, int], people: Mapping[str, int] | None = None
) -> tuple[dict[str, int | None], int | None]:
    """The parts of a whole and the whole, so that no small part can be worked out.

    With the small parts the next larger ones are hidden, all that are alike: any of the hidden
    numbers could then stand at any of the hidden keys, for somebody who knows these rules, too.

    Args:
        parts: Key -> count; every counted thing has one key.
        people: Key -> how many people stand behind a count, where these are fewer.

    Returns:
        Key -> count or None, and the sum of all or None.
    """
    behind = people or parts
    hidden = {key for key in parts if is_small(behind[key])}
    if not hidden:
        return dict(parts), sum(parts.values())
    others = [count for key, count in parts.items() if count and key not in hidden]
    hidden |= {key for key, count in parts.items() if others and count == min(others)}
    if not _is_safe([parts[key] for key in hidden]):
        return dict.fromkeys(parts), None
    shown = {key: None if key in hidden else count for key, count in parts.items()}
    return shown, sum(parts.values())


def hide_among(parts: Mapping[str, int], whole: int) -> dict[str, int | None]:
    """Counts of a whole whose parts may overlap: hidden where a part, or the rest, is small."""
    return {
        key: None if is_small(count) or is_small(whole - count) or is_small(whole) else count
        for key, count in parts.items()
    }


def safe_steps(whole: int, steps: Sequence[int]) -> tuple[int | None, ...]:
    """Counts that each lie within the one before, as of those at or above rising cut-offs.

    Whoever knows two of them knows their difference: each that is told is by LEAST smaller than
    the one told before it, and at least LEAST itself. None is told as little as few: it would
    tell everybody's result.

    Args:
        whole: How many there are in all; the caller sees to it that it can be told.
        steps: The counts, falling.
    """
    told: list[int | None] = []
    last = whole
    for count in steps:
        if count >= LEAST and last - count >= LEAST:
            told.append(count)
            last = count
        else:
            told.append(None)
    return tuple(told)


def _is_safe(hidden: list[int]) -> bool:
    """Whether the sum of what is hidden, which anybody can work out, tells nothing.

    Not where it is small itself, nor where it leaves but one for each.
    """
    return len(hidden) > 1 and sum(hidden) >= LEAST and sum(hidden) > len(hidden)
