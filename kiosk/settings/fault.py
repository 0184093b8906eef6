"""What is wrong in kiosk.toml, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.own_words import Way
from kiosk.files import place_of


@dataclass(frozen=True, slots=True)
class SettingFault:
    """One fault: `at` is the way to its key from the outside of the file."""

    at: tuple[str | int, ...]
    code: ErrorCode
    params: Mapping[str, str] = field(default_factory=dict[str, str])

    def error(self, text: str, path: str | None) -> InputError:
        """The fault as an error, with its place in the file if there is one."""
        place = place_of(text, list(self.at), path) if path is not None else None
        return InputError(self.code, place=place, **self.params)

    def hides(self, way: tuple[str | int, ...]) -> bool:
        """Whether nothing can be said of `way` before this fault is mended.

        One of the two leads through the other, or both are in one of a list of tables.
        """
        counts = [place for place, step in enumerate(self.at) if isinstance(step, int)]
        own = self.at[: counts[-1] + 1] if counts else self.at
        shared = min(len(way), len(own))
        return own[:shared] == way[:shared]


def bad_value(at: Way, reason: str) -> SettingFault:
    """A value that cannot stand there; `reason` says what is needed."""
    return SettingFault(tuple(at), ErrorCode.BAD_VALUE, {"key": dotted(at), "reason": reason})


def dotted(at: Way) -> str:
    """A way as people write it, without the counts in lists of tables."""
    return ".".join(str(key) for key in at if isinstance(key, str))
