"""The data folder, the key and the database, up to the first that fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.i18n import N_, Words
from kiosk.services.doctor.finding import Check, Finding, State
from kiosk.services.wording import describe

_DATA: Final = frozenset({ErrorCode.STORE_NO_FOLDER, ErrorCode.DISK_FULL})
_KEY: Final = frozenset(
    {
        ErrorCode.STORE_KEY_MISSING,
        ErrorCode.STORE_KEY_BROKEN,
        ErrorCode.STORE_CREDENTIAL_MISSING,
        ErrorCode.STORE_KEYRING_MISSING,
        ErrorCode.STORE_KEYRING_EMPTY,
        ErrorCode.STORE_WRONG_KEY,
    }
)


def store(
    error: KioskError | None, words: Words, *, key_protected: bool, faults: int = 0
) -> Iterator[Finding]:
    """The data folder, the key and the database, up to the first that fails.

    Args:
        error: What came of opening the store.
        words: The language of the findings.
        key_protected: Whether who takes the disk lacks the key.
        faults: What a look through every page of the database found wrong.
    """
    _ = words.gettext
    failed = _failed(error)
    if failed is not Check.DATA:
        yield Finding(Check.DATA, State.OK, _(N_("the data folder can be used")))
    if failed in (None, Check.DATABASE):
        yield _key(words, protected=key_protected)
    if failed is None:
        yield _database(faults, words)
    if failed is not None and error is not None:
        yield Finding(failed, State.MISSING, describe(error, words))


def _failed(error: KioskError | None) -> Check | None:
    if error is None:
        return None
    if error.code in _DATA:
        return Check.DATA
    return Check.KEY if error.code in _KEY else Check.DATABASE


def _key(words: Words, *, protected: bool) -> Finding:
    _ = words.gettext
    if protected:
        return Finding(Check.KEY, State.OK, _(N_("the key is there, and protected")))
    message = _(N_("the key lies beside the database: who takes the disk can read it"))
    return Finding(Check.KEY, State.NOTE, message, _(N_("clinic mode asks for a protected key")))


def _database(faults: int, words: Words) -> Finding:
    _ = words.gettext
    if not faults:
        whole = _(N_("the database opens, and every page is whole"))
        return Finding(Check.DATABASE, State.OK, whole)
    message = _(N_("the database opens, but pages of it are damaged: %(count)s"))
    mend = _(N_("restore it from a backup"))
    return Finding(Check.DATABASE, State.MISSING, message % {"count": faults}, mend)
