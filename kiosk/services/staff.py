"""People with PINs: adding them, knowing them by their PIN, and shutting out guessers."""

from __future__ import annotations

import math
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.services.ports import Attempts, AuditLog, Clock, PinHasher, StaffMember, StaffStore

ROLES: Final = ("staff", "admin")
SHORTEST_PIN: Final = 6
LONGEST_PIN: Final = 32
FREE_FAILURES: Final = 4
"""Wrong PINs in a row that cost nothing; the next one locks."""

FIRST_LOCK: Final = timedelta(seconds=30)
LONGEST_LOCK: Final = timedelta(hours=1)
_LONGEST_PATTERN: Final = 3
_RUN: Final = "01234567890123456789"


class StaffService:
    """Staff and their PINs. A PIN alone tells who it is, so no two people share one."""

    def __init__(self, store: StaffStore, hasher: PinHasher, audit: AuditLog, clock: Clock) -> None:
        self._store = store
        self._hasher = hasher
        self._audit = audit
        self._clock = clock
        self._turn = threading.Lock()

    def add(self, name: str, pin: str, *, role: str = "staff", by: str) -> StaffMember:
        """Add a person.

        Raises:
            InputError: STAFF_NAME_EMPTY, STAFF_NAME_TAKEN, BAD_VALUE for an unknown role, or as
                `check_new_pin`, or PIN_TAKEN.
        """
        name = " ".join(name.split())
        if not name:
            raise InputError(ErrorCode.STAFF_NAME_EMPTY)
        if role not in ROLES:
            raise InputError(ErrorCode.BAD_VALUE, key="role", reason=", ".join(ROLES))
        if self._find(name):
            raise InputError(ErrorCode.STAFF_NAME_TAKEN)
        return self._put(StaffMember(name, role, ""), pin, "staff_added", by)

    def set_pin(self, name: str, pin: str, *, by: str) -> StaffMember:
        """Give a person a new PIN, which counts as their own from then on.

        Raises:
            InputError: STAFF_UNKNOWN, or as `check_new_pin`, or PIN_TAKEN.
        """
        member = self._find(name)
        if member is None:
            raise InputError(ErrorCode.STAFF_UNKNOWN)
        # Who keeps the PIN they were given has not changed it.
        changed = member.pin_changed or not self._is_of(pin, member)
        return self._put(replace(member, pin_changed=changed), pin, "staff_pin_set", by)

    def list(self) -> list[StaffMember]:
        """Everyone, by name."""
        return self._store.all()

    def check_pin(self, pin: str) -> StaffMember:
        """Whose PIN this is.

        The failure is counted, durably, before the PIN is looked at: switching the kiosk off
        in between gains a guesser nothing. Everybody's hash is gone through, so that the time
        tells nothing either.

        Raises:
            KioskError: PIN_LOCKED with the seconds to wait, PIN_WRONG, or StorageError.
        """
        with self._turn:
            now = self._clock()
            before = self._store.attempts()
            self._refuse_while_locked(before, now)
            failed = after_failure(before, now)
            self._store.set_attempts(failed)
            found = [each for each in self._store.all() if self._is_of(pin, each)]
            if not found:
                if failed.locked_until:
                    self._audit.write(now, "", "pin_locked")
                raise KioskError(ErrorCode.PIN_WRONG)
            self._store.set_attempts(Attempts(failures=0, locked_until=None))
            return found[0]

    def _refuse_while_locked(self, attempts: Attempts, now: datetime) -> None:
        until = attempts.locked_until
        if until is None or until <= now:
            return
        if until - now > LONGEST_LOCK:
            # The clock was set back: nobody waits longer than any lock lasts.
            until = now + LONGEST_LOCK
            self._store.set_attempts(replace(attempts, locked_until=until))
        seconds = math.ceil((until - now).total_seconds())
        raise KioskError(ErrorCode.PIN_LOCKED, seconds=seconds)

    def _put(self, member: StaffMember, pin: str, action: str, by: str) -> StaffMember:
        check_new_pin(pin)
        others = [each for each in self._store.all() if each.name != member.name]
        if any(self._is_of(pin, each) for each in others):
            raise InputError(ErrorCode.PIN_TAKEN)
        kept = replace(member, pin_hash=self._hasher.hash(pin))
        self._store.put(kept)
        self._audit.write(self._clock(), by, action, member.name)
        return kept

    def _find(self, name: str) -> StaffMember | None:
        wanted = " ".join(name.split()).casefold()
        return next((m for m in self._store.all() if m.name.casefold() == wanted), None)

    def _is_of(self, pin: str, member: StaffMember) -> bool:
        return self._hasher.matches(pin, member.pin_hash)


def after_failure(attempts: Attempts, now: datetime) -> Attempts:
    """The count after one more wrong PIN: from the fifth, 30 s, 60 s, 120 s ... up to 1 h."""
    failures = attempts.failures + 1
    beyond = failures - FREE_FAILURES - 1
    if beyond < 0:
        return Attempts(failures, locked_until=None)
    # The exponent is bounded before it is used: the count goes on for ever.
    lock = min(FIRST_LOCK * 2 ** min(beyond, 10), LONGEST_LOCK)
    return Attempts(failures, locked_until=now + lock)


def check_new_pin(pin: str) -> None:
    """Refuse a PIN that is short or among the first that anybody tries.

    Raises:
        InputError: PIN_TOO_SHORT, or PIN_TOO_SIMPLE for runs (123456, 098765) and repeats
            (111111, 121212, 123123).
    """
    if not (pin.isascii() and pin.isdigit() and len(pin) >= SHORTEST_PIN):
        raise InputError(ErrorCode.PIN_TOO_SHORT, least=SHORTEST_PIN)
    length = len(pin)
    repeats = any(pin == (pin[:n] * length)[:length] for n in range(1, _LONGEST_PATTERN + 1))
    run = pin in _RUN or pin[::-1] in _RUN
    if repeats or run or length > LONGEST_PIN:
        raise InputError(ErrorCode.PIN_TOO_SIMPLE)
