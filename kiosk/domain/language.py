"""The languages that the kiosk can be given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

LATIN: Final = "Latn"
ARABIC: Final = "Arab"
HAN: Final = "Hans"
SPACELESS: Final = frozenset({"Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai", "Tibt"})
"""Scripts that put no spaces between words."""


@dataclass(frozen=True, slots=True)
class Language:
    """What is true of a language, whatever is said in it.

    Args:
        code: Names its files: "es", "pt_BR".
        name: Its name in itself.
        right_to_left: Its direction of writing.
        script: The script's code in ISO 15924.
        english: Its name in English, where Babel does not know it.
        formats: The language whose dates and times it borrows, where Babel does not know it.
        font: The family that it is set in on the screen; its script's own if empty.
        regular: That family's font file; empty when the family is the kiosk's own.
        semibold: The same in semibold.
        words: A file with the words of the interface (PO), where the kiosk brings none.
    """

    code: str
    name: str
    right_to_left: bool = False
    script: str = LATIN
    english: str = ""
    formats: str = ""
    font: str = ""
    regular: str = ""
    semibold: str = ""
    words: str = ""


BUILT_IN: Final[Mapping[str, Language]] = MappingProxyType(
    {
        language.code: language
        for language in (
            Language("en", "English"),
            Language("es", "Español"),
            Language("fr", "Français"),
            Language("pt_BR", "Português"),
            Language("ht", "Kreyòl ayisyen"),
            Language("ar", "العربية", right_to_left=True, script=ARABIC),
            Language("zh_Hans", "简体中文", script=HAN),
            Language("vi", "Tiếng Việt"),
        )
    }
)
"""The languages that the kiosk knows by itself."""

_known: Final = dict(BUILT_IN)

LANGUAGES: Final[Mapping[str, Language]] = MappingProxyType(_known)
"""Every language the kiosk can be given, in the order of the first screen.

A view: it shows what `use_languages` was given last.
"""

_OTHER_TAGS: Final[Mapping[str, str]] = {"zh-cn": "zh_Hans", "zh-sg": "zh_Hans"}


def use_languages(more: Iterable[Language]) -> None:
    """Make LANGUAGES the built-in languages and these, in place of those given before.

    For the start of a command alone, before anything has asked for a language: what a clinic has
    written about its languages is read once (`kiosk.library.languages`). A language of a
    built-in code takes that one's place.
    """
    added = {language.code: language for language in more}
    _known.clear()
    _known.update({**BUILT_IN, **added})


def script_of(code: str) -> str:
    """The script of a language; Latin for one that is not known."""
    known = LANGUAGES.get(code)
    return known.script if known else LATIN


def own_name(code: str) -> str:
    """A language's name in itself; its code when it is known no more."""
    known = LANGUAGES.get(code)
    return known.name if known else code


def language_of(tag: str) -> str | None:
    """The code of the language that a BCP 47 tag means, if it is one of ours.

    A region that we do not tell apart is dropped: "es-MX" is "es".
    """
    ours = {code.replace("_", "-").lower(): code for code in LANGUAGES} | _OTHER_TAGS
    parts = tag.strip().replace("_", "-").lower().split("-")
    for count in range(len(parts), 0, -1):
        if code := ours.get("-".join(parts[:count])):
            return code
    return None
