"""People with PINs: adding them, knowing them by their PIN, and shutting out guessers."""

from __future__ import annotations

import math
import secrets
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from kiosk.domain.clinic_mode import ADMIN_ROLE, STAFF_ROLE
from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.services.ports import Attempts, AuditLog, Clock, PinHasher, StaffMember, StaffStore

ROLES: Final = (STAFF_ROLE, ADMIN_ROLE)
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

    def __init__(
        self,
        store: StaffStore,
        hasher: PinHasher,
        audit: AuditLog,
        clock: Clock,
        below: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        """`below` gives a number under another, by chance: first PINs are made of them."""
        self._store = store
        self._hasher = hasher
        self._audit = audit
        self._clock = clock
        self._below = below
        self._turn = threading.Lock()

    def add(self, name: str, pin: str, *, role: str = "staff", by: str) -> StaffMember:
        """Add a person.

        Raises:
            InputError: STAFF_NAME_EMPTY, STAFF_NAME_TAKEN, BAD_VALUE for an unknown role, or as
                `check_new_pin`, or PIN_TAKEN.
        """
        return self._put(self._new(name, role), pin, "staff_added", by)

    def invite(self, name: str, *, role: str = "staff", by: str) -> tuple[StaffMember, str]:
        """Add a person with a first PIN that chance made; gives it, once.

        Raises:
            InputError: STAFF_NAME_EMPTY, STAFF_NAME_TAKEN, or BAD_VALUE for an unknown role.
        """
        member, pin = self._new(name, role), self._first_pin()
        return self._put(member, pin, "staff_added", by), pin

    def renew_pin(self, name: str, *, by: str) -> tuple[StaffMember, str]:
        """Give a person who forgot theirs a first PIN that chance made; gives it, once.

        Raises:
            InputError: STAFF_UNKNOWN.
        """
        member, pin = replace(self._known(name), pin_changed=False), self._first_pin()
        return self._put(member, pin, "staff_pin_given", by), pin

    def set_pin(self, name: str, pin: str, *, by: str) -> StaffMember:
        """Give a person a new PIN, which counts as their own from then on.

        Raises:
            InputError: STAFF_UNKNOWN, or as `check_new_pin`, or PIN_TAKEN.
        """
        member = self._known(name)
        # Who keeps the PIN they were given has not changed it.
        changed = member.pin_changed or not self._is_of(pin, member)
        return self._put(replace(member, pin_changed=changed), pin, "staff_pin_set", by)

    def choose_pin(self, name: str, pin: str) -> StaffMember:
        """Let a person who was given a PIN choose their own.

        Raises:
            InputError: STAFF_UNKNOWN, PIN_UNCHANGED for the one they were given, or as
                `check_new_pin`, or PIN_TAKEN.
        """
        member = self._known(name)
        if self._is_of(pin, member):
            raise InputError(ErrorCode.PIN_UNCHANGED)
        return self._put(replace(member, pin_changed=True), pin, "staff_pin_set", member.name)

    def set_role(self, name: str, role: str, *, by: str) -> StaffMember:
        """Let a person do more, or less.

        Raises:
            InputError: STAFF_UNKNOWN, BAD_VALUE for an unknown role, or LAST_ADMIN when nobody
                would be left who may do this.
        """
        member = self._known(name)
        _check_role(role)
        return self._change(member, replace(member, role=role), f"staff_role:{role}", by)

    def set_active(self, name: str, *, active: bool, by: str) -> StaffMember:
        """Let a person in no more, or again; what they did stays theirs.

        Raises:
            InputError: STAFF_UNKNOWN, or LAST_ADMIN.
        """
        member = self._known(name)
        action = "staff_activated" if active else "staff_deactivated"
        return self._change(member, replace(member, active=active), action, by)

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
            people = self._store.all()
            # Those who may not come in are gone through too: the time tells nothing of them.
            theirs = [each for each in people if self._is_of(pin, each)]
            found = [each for each in theirs if each.active]
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

    def _new(self, name: str, role: str) -> StaffMember:
        name = " ".join(name.split())
        if not name:
            raise InputError(ErrorCode.STAFF_NAME_EMPTY)
        _check_role(role)
        if self._find(name):
            raise InputError(ErrorCode.STAFF_NAME_TAKEN)
        return StaffMember(name, role, "")

    def _known(self, name: str) -> StaffMember:
        member = self._find(name)
        if member is None:
            raise InputError(ErrorCode.STAFF_UNKNOWN)
        return member

    def _change(self, before: StaffMember, after: StaffMember, action: str, by: str) -> StaffMember:
        if after == before:
            return before
        others = [each for each in self._store.all() if each.name != before.name]
        if _runs_things(before) and not any(map(_runs_things, [*others, after])):
            raise InputError(ErrorCode.LAST_ADMIN)
        self._store.put(after)
        self._audit.write(self._clock(), by, action, after.name)
        return after

    def _first_pin(self) -> str:
        """A PIN that nobody has, and that is none of the first that anybody tries."""
        while True:
            pin = "".join(str(self._below(10)) for _ in range(SHORTEST_PIN))
            try:
                check_new_pin(pin)
            except InputError:
                continue
            if not any(self._is_of(pin, each) for each in self._store.all()):
                return pin

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


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise InputError(ErrorCode.BAD_VALUE, key="role", reason=", ".join(ROLES))


def _runs_things(member: StaffMember) -> bool:
    return member.active and member.role == ADMIN_ROLE


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
