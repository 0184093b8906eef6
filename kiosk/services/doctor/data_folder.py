"""The data folder: who may look into it, and whether there is room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State

PRIVATE_FOLDER: Final = 0o700
PRIVATE_FILE: Final = 0o600
_MEGABYTE: Final = 1_000_000
LEAST_FREE: Final = 200 * _MEGABYTE
"""Bytes below which a day of visits may not find room."""

AMPLE: Final = 1000 * _MEGABYTE
"""Bytes below which somebody should look."""


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """What the system tells of the data folder.

    Attributes:
        path: Where it is.
        mode: Its permission bits; None where the system has none, or there is no folder yet.
        key_mode: The same of the key file.
        writable: Whether the kiosk may write there.
        free: Bytes that are free on its disk; None: unknown.
    """

    path: str
    mode: int | None
    key_mode: int | None
    writable: bool
    free: int | None


def permissions(facts: FolderFacts, words: Words) -> Iterator[Finding]:
    """Nobody but the kiosk's own user may look."""
    _ = words.gettext
    found = False
    if facts.mode is not None and facts.mode & ~PRIVATE_FOLDER & 0o777:
        found = True
        message = _(N_("others may look into the data folder (mode %(mode)s)"))
        yield _open_to_others(message, facts.mode, f"chmod 700 {facts.path}")
    if facts.key_mode is not None and facts.key_mode & ~PRIVATE_FILE & 0o777:
        found = True
        message = _(N_("others may read the key (mode %(mode)s)"))
        yield _open_to_others(message, facts.key_mode, f"chmod 600 {facts.path}/key")
    if not found:
        message = _(N_("only the kiosk's own user may look into the data folder"))
        yield Finding(Check.PERMISSIONS, State.OK, message)


def disk(facts: FolderFacts, words: Words) -> Iterator[Finding]:
    """Whether visits can be written, and for how long there is room."""
    _ = words.gettext
    if not facts.writable:
        message = _(N_("the data folder cannot be written"))
        mend = _(N_("run this as the kiosk's own user, and give it the folder: %(path)s"))
        yield Finding(Check.DISK, State.MISSING, message, mend % {"path": facts.path})
    if facts.free is None:
        yield Finding(Check.DISK, State.NOTE, _(N_("how much room is left cannot be told")))
        return
    message = _(N_("free on the disk of the data folder: %(count)s MB"))
    message %= {"count": facts.free // _MEGABYTE}
    if facts.free >= AMPLE:
        yield Finding(Check.DISK, State.OK, message)
        return
    state = State.MISSING if facts.free < LEAST_FREE else State.NOTE
    yield Finding(Check.DISK, state, message, _(N_("make room: remove what is not the kiosk's")))


def _open_to_others(message: str, mode: int, mend: str) -> Finding:
    return Finding(Check.PERMISSIONS, State.MISSING, message % {"mode": f"{mode:04o}"}, mend)
