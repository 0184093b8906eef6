"""The keyring package with a keyring in memory: the real one is nobody's to write to."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from unittest.mock import patch


class KeyringError(Exception):
    """What the package's backends raise."""


@dataclass
class FakeKeyring:
    """A backend; `refuses` is raised by every call, `loses` keeps nothing."""

    priority: float = 5.0
    secrets: dict[tuple[str, str], str] = field(default_factory=dict)
    refuses: Exception | None = None
    loses: bool = False

    def get_password(self, service: str, username: str) -> str | None:
        """A secret, if it is there."""
        self._answer()
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        self._answer()
        if not self.loses:
            self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""
        self._answer()
        del self.secrets[service, username]

    def _answer(self) -> None:
        if self.refuses is not None:
            raise self.refuses


@contextmanager
def installed(backend: FakeKeyring) -> Generator[FakeKeyring]:
    """The package, installed with one backend that it chooses."""
    package, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    package.__dict__["get_keyring"] = lambda: backend
    package.__dict__["errors"] = errors
    errors.__dict__["KeyringError"] = KeyringError
    with patch.dict(sys.modules, {"keyring": package, "keyring.errors": errors}):
        yield backend


@contextmanager
def not_installed() -> Generator[None]:
    """No such package, whatever this machine has."""
    with patch.dict(sys.modules, {"keyring": None}):
        yield
