"""Which of an engine's voices speaks a language; told by their names, no Qt."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kiosk.domain.language import LANGUAGES

PREFERRED: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("English (America)", "English"),
    "es": ("Spanish (Latin America)", "Spanish"),
    "fr": ("French (France)", "French"),
    "pt_BR": ("Portuguese (Brazil)", "Portuguese"),
    "ht": ("Haitian Creole",),
    "ar": ("Arabic",),
    "zh_Hans": ("Chinese (Mandarin, latin as English)", "Chinese (Mandarin"),
    "vi": ("Vietnamese (Northern)", "Vietnamese"),
}
"""Beginnings of voices' names by language, the best first, as espeak-ng has them."""

_VARIANT: Final = "+"
"""espeak-ng has every voice a hundred times over, "Arabic+Adam"."""

_MODULES: Final = ("/usr/lib/speech-dispatcher-modules", "/usr/libexec/speech-dispatcher-modules")


def choose(language: str, own: Iterable[str], other: Iterable[str] = ()) -> str:
    """The name of the voice for a language; empty when there is none.

    Args:
        language: One of ours.
        own: The names of the voices that the engine has under this language.
        other: The names of those whose language the engine could not tell.
    """
    plain = [name for name in own if _VARIANT not in name]
    known = [*plain, *(name for name in other if _VARIANT not in name)]
    for beginning in PREFERRED.get(language, ()):
        for name in known:
            if name.startswith(beginning):
                return name
    return plain[0] if plain else ""


def installed_languages() -> tuple[str, ...]:
    """The languages that a rehearsal shows as readable: what is installed, without asking it."""
    found = shutil.which("speech-dispatcher") and any(
        Path(folder, "sd_espeak-ng").exists() for folder in _MODULES
    )
    return tuple(LANGUAGES) if found and find_spec("PySide6.QtTextToSpeech") else ()
