"""The licensed wording of an instrument in one language, and its letter check.

The project ships no wording. A clinic's text is compared with SHA-256 fingerprints of the
published one, stem by stem and option by option.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Permission:
    """By whom, when and for what the text may be used; `text` is what was given."""

    text: str
    granted_by: str = ""
    granted_on: date | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class ItemText:
    """One item's wording; options in printed order."""

    number: int
    stem: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentText:
    """A whole wording: one language, one version."""

    instrument: str
    language: str
    version: str
    citation: str
    title: str
    instruction: str
    items: tuple[ItemText, ...]

    def item(self, number: int) -> ItemText:
        """The wording of item `number`, counted from 1."""
        return self.items[number - 1]


@dataclass(frozen=True, slots=True)
class InstalledText:
    """A wording as it stands in the encrypted database.

    `verified` is true when it matches published fingerprints to the letter;
    `accepted_by` names who accepted differences, listed as ("3", "3/2", ...): item, or
    item/option. `points_confirmed` is true when somebody was shown what each option counts
    and confirmed it, which only a wording that is not verified needs.
    """

    text: InstrumentText
    permission: Permission
    verified: bool
    differences: tuple[str, ...] = ()
    accepted_by: str = ""
    points_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class ItemPrint:
    """Fingerprints of one item's stem and options."""

    stem: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionPrint:
    """Fingerprints of one published version."""

    version: str
    items: tuple[ItemPrint, ...]


Fingerprints = Mapping[str, VersionPrint]
"""Language -> fingerprints of its published version."""

_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)


def normalise(text: str) -> str:
    """Fold what a reader would not call a difference.

    NFKC; curly quotes and dashes to straight; white space runs to one space; strip; drop
    leading "*" and trailing full stop; casefold.
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).translate(_STRAIGHT).split())
    return folded.lstrip("*").strip().removesuffix(".").strip().casefold()


def fingerprint(text: str) -> str:
    """SHA-256 of the normalised text, in hexadecimal."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()


def item_differences(item: ItemText, expected: ItemPrint) -> tuple[str, ...]:
    """The stem ("3") and every option ("3/2") that differs from the published item."""
    found: list[str] = []
    if fingerprint(item.stem) != expected.stem:
        found.append(str(item.number))
    for place, (option, digest) in enumerate(
        zip(item.options, expected.options, strict=True), start=1
    ):
        if fingerprint(option) != digest:
            found.append(f"{item.number}/{place}")
    return tuple(found)


def differences(text: InstrumentText, published: VersionPrint) -> tuple[str, ...]:
    """Every stem ("3") and option ("3/2") that differs from the published wording."""
    pairs = zip(text.items, published.items, strict=True)
    return tuple(mark for item, expected in pairs for mark in item_differences(item, expected))
