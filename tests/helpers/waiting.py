"""Waiting for what happens outside this process: until a condition holds, never for a time."""

import threading
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

INTERVAL = 0.02
"""Seconds between two looks."""


def wait_until(
    look: Callable[[], T | None], what: str, *, seconds: float = 30, seen: Sequence[object] = ()
) -> T:
    """Look again and again until something is seen; gives what was seen.

    Args:
        look: Gives something true once it has happened.
        what: What is waited for, for the failure's message.
        seconds: The longest time to wait.
        seen: What `look` has gathered on the way, for the failure's message.
    """
    pause = threading.Event()
    deadline = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() >= deadline:
            raise AssertionError(f"not within {seconds} s: {what}; seen: {[*seen, found]}")
        pause.wait(INTERVAL)
    return found
