"""The key as a credential that systemd hands to the kiosk's service."""

from __future__ import annotations

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.storage.key import credential_key


class CredentialKey:
    """Satisfies `KeyPlace`; it can be read, and changed by an administrator alone."""

    def prepare(self) -> None:
        """Nothing: it is there before the kiosk is."""

    def find(self) -> bytes:
        """The key; it must be there."""
        return credential_key()

    def load(self, *, anew: bool = False) -> bytes:
        """The key; it is never made here."""
        del anew
        return credential_key()

    def proposed(self) -> bytes | None:
        """None: nothing can be proposed."""
        return None

    def propose(self, key: bytes) -> None:
        """Refuse."""
        del key
        raise StorageError(ErrorCode.KEY_NOT_OURS)

    def accept(self) -> None:
        """Nothing was proposed."""

    def drop(self) -> None:
        """Nothing was proposed."""
