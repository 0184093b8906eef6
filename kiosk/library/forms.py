"""Finds word forms in texts of every script, however they are capitalised or marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from kiosk.domain.language import SPACELESS, script_of

_DROPPED: Final = re.compile(
    # Arabic vowel signs and the stretching line; marks that steer the direction of writing.
    "[\u064b-\u0652\u0670\u0640\u200e\u200f\u061c\u00ad]"
)
_APOSTROPHES: Final = str.maketrans({"\u2019": "'", "\u02bc": "'", "\uff07": "'"})


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """A text as forms are compared in: one case, one apostrophe, no optional marks."""
    plain = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    return " ".join(_DROPPED.sub("", plain).casefold().split())


def has_form(text: str, forms: Iterable[str], language: str) -> bool:
    """Whether any form stands in a text.

    Args:
        text: The text, folded.
        forms: Words or phrases; a `*` at either end stands for the rest of a word.
        language: A word is found whole, but anywhere where no spaces are written.
    """
    return found_form(text, tuple(forms), language) is not None


def found_form(text: str, forms: tuple[str, ...], language: str) -> str | None:
    """What of a folded text is one of the forms; the first that stands there."""
    pattern = _pattern(forms, script_of(language) in SPACELESS)
    match = pattern.search(text) if pattern else None
    return match.group() if match else None


def without_forms(text: str, forms: tuple[str, ...], language: str) -> str:
    """A folded text with every one of the forms blotted out."""
    pattern = _pattern(forms, script_of(language) in SPACELESS)
    return pattern.sub("\N{REPLACEMENT CHARACTER}", text) if pattern else text


@lru_cache(maxsize=1024)
def _pattern(forms: tuple[str, ...], spaceless: bool) -> re.Pattern[str] | None:  # noqa: FBT001
    parts = [_one(form, spaceless=spaceless) for form in forms]
    # The longest first: a phrase is found before a word of it.
    wanted = sorted((part for part in parts if part), key=len, reverse=True)
    return re.compile("|".join(wanted)) if wanted else None


def _one(form: str, *, spaceless: bool) -> str:
    plain = folded(form)
    bare = plain.strip("*")
    if not bare:
        return ""
    middle = r"\s+".join(re.escape(word) for word in bare.split())
    if spaceless:
        return middle
    head = r"\w*" if plain.startswith("*") else ""
    tail = r"\w*" if plain.endswith("*") else ""
    return rf"(?<!\w){head}{middle}{tail}(?!\w)"
