"""One setting, described: what it takes, what it is without a file, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.language import LANGUAGES

Default = str | float | tuple[str, ...] | dict[str, str] | None
"""What a setting is without a file: plain values, as TOML has them."""


class SettingKind(StrEnum):
    """What a setting takes."""

    TEXT = "text"
    NUMBER = "number"
    DECIMAL = "number with decimals"
    SWITCH = "switch"
    CHOICE = "choice"
    LANGUAGE = "language"
    TEXTS = "list of texts"
    LANGUAGES = "list of languages"
    BY_LANGUAGE = "text by language"
    TABLES = "list of tables"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        key: The way to it, with dots: "idle.seconds", "alerts.channel[].kind".
        kind: What it takes.
        help: One sentence, a message to be translated.
        default: What holds without it; None where it is required.
        required: Whether its table must have it.
        choices: The values of a CHOICE.
        least: The least number, or the fewest characters.
        most: The largest number, or the most characters; None: no limit.
    """

    key: str
    kind: SettingKind
    help: str
    default: Default = None
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None

    @property
    def allowed(self) -> str:
        """The values that it takes, for people: "20 to 3600", "letter, a4"."""
        match self.kind:
            case SettingKind.CHOICE:
                return ", ".join(self.choices)
            case SettingKind.SWITCH:
                return "true, false"
            case SettingKind.NUMBER | SettingKind.DECIMAL:
                return f"{self.least} to {self.most}"
            case SettingKind.LANGUAGE | SettingKind.LANGUAGES:
                return ", ".join(LANGUAGES)
            case SettingKind.TABLES:
                return f"[[{self.key}]] tables"
            case _:
                return "" if self.most is None else f"{self.least} to {self.most} characters"
