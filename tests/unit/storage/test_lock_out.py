"""A guesser with all the time in the world, and a kiosk that is switched off in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.ports import Attempts
from kiosk.services.staff import LONGEST_LOCK, StaffService
from kiosk.storage.store import Store, open_store

PIN, FORMER = "482915", "730264"
GUESSES = 10_000
BETWEEN_RESTARTS = 500


class PlainHasher:
    """Satisfies `PinHasher`, fast."""

    def hash(self, pin: str) -> str:
        return f"hash of {pin}"

    def matches(self, pin: str, pin_hash: str) -> bool:
        return pin_hash == self.hash(pin)


class NoAudit:
    """Satisfies `AuditLog`; the lines have tests of their own."""

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        pass


@dataclass
class Door:
    """A kiosk's PIN page, over restarts."""

    folder: Path
    store: Store
    now: datetime = datetime(2026, 3, 2, 12, tzinfo=UTC)

    @property
    def staff(self) -> StaffService:
        return StaffService(self.store.staff, PlainHasher(), NoAudit(), lambda: self.now)

    def restart(self) -> None:
        self.store.close()
        self.store = open_store(self.folder)

    def try_pin(self, pin: str) -> KioskError | None:
        """What the page answers; None when it lets in."""
        try:
            self.staff.check_pin(pin)
        except KioskError as error:
            return error
        return None


@pytest.fixture
def door(folder: Path) -> Iterator[Door]:
    door = Door(folder, open_store(folder))
    door.staff.add("Ann", PIN, role="admin", by="setup")
    door.staff.add("Ben", FORMER, by="setup")
    door.staff.set_active("Ben", active=False, by="setup")
    yield door
    door.store.close()


def wrong_pins() -> Iterator[str]:
    return (pin for number in count() if (pin := f"{number:06d}") not in (PIN, FORMER))


def test_ten_thousand_wrong_pins_and_restarts_never_get_in(door):
    begun, answers, turned_away = door.now, set[ErrorCode](), 0
    for turn, guess in zip(range(GUESSES), wrong_pins(), strict=False):
        if turn % BETWEEN_RESTARTS == 0:
            door.restart()
        error = door.try_pin(guess)
        assert error is not None
        answers.add(error.code)
        if door.store.staff.attempts().locked_until:
            # Not even the right PIN comes in while the lock holds.
            held = door.try_pin(PIN)
            assert held is not None
            assert held.code is ErrorCode.PIN_LOCKED
            turned_away += 1
            door.now += timedelta(seconds=float(held.params["seconds"]))
    assert answers == {ErrorCode.PIN_WRONG}
    assert turned_away == GUESSES - 4
    assert door.now - begun > timedelta(days=400)
    assert door.store.staff.attempts().failures == GUESSES
    door.restart()
    assert door.staff.check_pin(PIN).name == "Ann"
    assert door.store.staff.attempts() == Attempts(0, None)


def test_the_lock_tells_nothing_of_who_there_is(door):
    def told(pin: str) -> list[tuple[ErrorCode, dict[str, str | float]]]:
        """What a guesser reads, guess after guess, until the lock is at its longest."""
        door.store.staff.set_attempts(Attempts(0, None))
        seen: list[tuple[ErrorCode, dict[str, str | float]]] = []
        for _ in range(14):
            for _ in range(2):
                error = door.try_pin(pin)
                assert error is not None
                seen.append((error.code, error.params))
            door.now += LONGEST_LOCK
        return seen

    # Ben's was a PIN once; nobody ever had the other.
    assert told(FORMER) == told("000007")
