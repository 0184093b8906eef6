"""The letter check: what of a wording is not the published one, and what may be accepted.

A changed word may be accepted by name. Options in another order may not: points follow the
place on the page, so every answer would be scored as another one. Nor may an item in another
language: a language is whole or absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.instrument_text import (
    Fingerprints,
    InstrumentText,
    ItemPrint,
    ItemText,
    fingerprint,
    item_differences,
)

ORDER = "order"
"""Stands after the slash where an option's number would: "3/order"."""
EVERY = "all"
"""Stands for the number where every item is meant: "all:es"."""


@dataclass(frozen=True, slots=True)
class LetterCheck:
    """What a comparison found, as marks in the order of the items.

    `differing` are stems ("3") and options ("3/2") with other words; `unfit` are items whose
    options stand in another order ("3/order") or that are in another language ("4:es",
    "all:es").
    """

    differing: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()


def check_letters(text: InstrumentText, published: Fingerprints) -> LetterCheck:
    """Compare a wording with the published one, and with those of other languages.

    Without fingerprints in its language only items in another language are found.
    """
    own = published.get(text.language)
    differing: list[str] = []
    unfit: list[str] = []
    foreign: list[str] = []
    for place, item in enumerate(text.items):
        expected = own.items[place] if own else None
        found = item_differences(item, expected) if expected else ()
        language = _foreign(item, place, text.language, published)
        if language and (found or not expected):
            foreign.append(language)
            unfit.append(f"{item.number}:{language}")
            continue
        displaced = set(_displaced(item, expected)) if expected else set[str]()
        if displaced:
            unfit.append(f"{item.number}/{ORDER}")
        differing.extend(mark for mark in found if mark not in displaced)
    if len(foreign) == len(text.items) and len(set(foreign)) == 1:
        unfit = [f"{EVERY}:{foreign[0]}"]
    return LetterCheck(tuple(differing), tuple(unfit))


def repeated(text: InstrumentText) -> tuple[str, ...]:
    """Stems ("3") and options ("3/2") that say what an earlier one says."""
    found: list[str] = []
    stems: set[str] = set()
    for item in text.items:
        if (stem := fingerprint(item.stem)) in stems:
            found.append(str(item.number))
        stems.add(stem)
        prints = [fingerprint(option) for option in item.options]
        found.extend(
            f"{item.number}/{place}"
            for place, digest in enumerate(prints, start=1)
            if digest in prints[: place - 1]
        )
    return tuple(found)


def _displaced(item: ItemText, expected: ItemPrint) -> Iterator[str]:
    """Options that are published for another place of the same item."""
    for place, (option, own) in enumerate(
        zip(item.options, expected.options, strict=True), start=1
    ):
        digest = fingerprint(option)
        if digest != own and digest in expected.options:
            yield f"{item.number}/{place}"


def _foreign(item: ItemText, place: int, language: str, published: Fingerprints) -> str | None:
    """The other language whose stem, or all of whose options, these are.

    Single options do not tell: neighbouring languages share short answers.
    """
    stem = fingerprint(item.stem)
    options = tuple(fingerprint(option) for option in item.options)
    for other, version in published.items():
        its = version.items[place]
        if other != language and (stem == its.stem or options == its.options):
            return other
    return None
