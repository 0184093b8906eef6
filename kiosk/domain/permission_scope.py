"""What a permission covers, where its scope is written as terms.

languages=en,es; sites=North clinic; print=yes; audio=no
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_YES_OR_NO: Final = {"yes": True, "no": False}
_LISTS: Final = ("languages", "sites")
_FLAGS: Final = ("print", "audio")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is covered; empty or None where the scope does not say."""

    languages: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    print: bool | None = None
    audio: bool | None = None


def parse_scope(text: str) -> Scope | None:
    """The terms of a scope; None when it is free text."""
    lists: dict[str, tuple[str, ...]] = {}
    flags: dict[str, bool] = {}
    for term in filter(None, (part.strip() for part in text.split(";"))):
        name, _, value = (part.strip() for part in term.partition("="))
        if name in _LISTS and value and name not in lists:
            lists[name] = tuple(filter(None, (part.strip() for part in value.split(","))))
        elif name in _FLAGS and value in _YES_OR_NO and name not in flags:
            flags[name] = _YES_OR_NO[value]
        else:
            return None
    if not lists and not flags:
        return None
    return Scope(
        languages=lists.get("languages", ()),
        sites=lists.get("sites", ()),
        print=flags.get("print"),
        audio=flags.get("audio"),
    )
