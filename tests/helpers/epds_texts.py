"""Wordings for tests: a made-up one, and the published ones where they lie beside the project."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.instrument_text import (
    InstrumentText,
    ItemPrint,
    ItemText,
    VersionPrint,
    fingerprint,
)
from tests.helpers.project import ROOT


def published_pack(language: str) -> Path:
    """The text pack of a published wording; the test is skipped where there is none."""
    named = os.environ.get("KIOSK_EPDS_TEXTS")
    folder = Path(named) if named else ROOT.parent / "shared" / "epds"
    pack = folder / f"{language}.toml"
    if not pack.is_file():
        pytest.skip(
            f"the published wording is no part of this project, and {pack} is not there;"
            " KIOSK_EPDS_TEXTS names the folder of the text packs"
        )
    return pack


def made_up_text(language: str = "en", version: str = "made-up-1") -> InstrumentText:
    """Ten items that say nothing."""
    return InstrumentText(
        instrument="epds",
        language=language,
        version=version,
        citation="",
        title="Made up",
        instruction="",
        items=tuple(
            ItemText(number, f"Stem {number}", tuple(f"Option {number}.{n}" for n in range(1, 5)))
            for number in range(1, 11)
        ),
    )


_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def made_up_wording(language: str = "en", version: str = "made-up-1") -> InstrumentText:
    """Ten items that say nothing, in words: the first option of each is short."""
    text = made_up_text(language, version)
    items = tuple(
        ItemText(
            item.number,
            f"The fox's cat, {count} times, crossed over the quiet bridge",
            (
                f"Never, {count}",
                f"It walked {count} miles, slowly, with care",
                f"It swam {count} miles in the cold river",
                f"It slept for {count} days under a tree",
            ),
        )
        for item, count in zip(text.items, _COUNTS, strict=True)
    )
    return replace(text, items=items)


def prints_of(text: InstrumentText, version: str) -> Mapping[str, VersionPrint]:
    """Fingerprints that a wording meets to the letter."""
    items = tuple(
        ItemPrint(fingerprint(item.stem), tuple(fingerprint(option) for option in item.options))
        for item in text.items
    )
    return {text.language: VersionPrint(version, items)}


def pack_of(text: InstrumentText) -> str:
    """A wording as a TOML text pack."""
    head = "".join(
        f'{key} = "{getattr(text, key)}"\n'
        for key in ("instrument", "language", "version", "citation", "title", "instruction")
    )
    items = "".join(
        f'\n[[item]]\nnumber = {item.number}\nstem = "{item.stem}"\n'
        f"options = [{', '.join(repr(option) for option in item.options)}]\n"
        for item in text.items
    )
    return head + items
