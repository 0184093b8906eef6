"""PINs as Argon2id hashes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_MEMORY_KIB: Final = 19_456
_PASSES: Final = 2
_LANES: Final = 1
"""OWASP's least for Argon2id: a check goes through everybody's hash while staff wait."""


class Argon2PinHasher:
    """Satisfies `PinHasher`."""

    def __init__(self) -> None:
        self._made: PasswordHasher | None = None

    def hash(self, pin: str) -> str:
        """A salted hash."""
        return self._hasher().hash(pin)

    def matches(self, pin: str, pin_hash: str) -> bool:
        """Whether the hash is this PIN's; False for what is no hash."""
        from argon2.exceptions import Argon2Error, InvalidHashError

        try:
            return self._hasher().verify(pin_hash, pin)
        except (Argon2Error, InvalidHashError):
            return False

    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher

        if self._made is None:
            self._made = PasswordHasher(_PASSES, _MEMORY_KIB, _LANES)
        return self._made
