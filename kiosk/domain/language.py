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
