"""The languages that the kiosk can be given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface: its name in itself and its direction of writing."""

    code: str
    name: str
    right_to_left: bool = False


LANGUAGES: Final[Mapping[str, Language]] = {
    language.code: language
    for language in (
        Language("en", "English"),
        Language("es", "Español"),
        Language("fr", "Français"),
        Language("pt_BR", "Português"),
        Language("ht", "Kreyòl ayisyen"),
        Language("ar", "العربية", right_to_left=True),
        Language("zh_Hans", "简体中文"),
        Language("vi", "Tiếng Việt"),
    )
}
"""Every language the kiosk can be given, in the order of the first screen."""

_OTHER_TAGS: Final[Mapping[str, str]] = {"zh-cn": "zh_Hans", "zh-sg": "zh_Hans"}


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
