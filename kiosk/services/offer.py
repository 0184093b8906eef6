"""Which languages and topics visitors are offered, in which order, and what each lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.services.settings_book import SettingsBook


class Part(StrEnum):
    """What is offered; the key of its setting."""

    LANGUAGES = "languages"
    TOPICS = "topics"


class Lack(StrEnum):
    """What keeps a language or a topic from being whole."""

    TEXTS = "texts"
    WORDS = "words"
    FACE = "face"
    FORM = "form"
    DRAFTS = "drafts"


_HIDES: Final = frozenset({Lack.TEXTS, Lack.WORDS, Lack.FACE})
"""What keeps it from being shown at all."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A language or a topic.

    Attributes:
        id: A language's code, or a topic's id.
        name: What people call it.
        lacks: What is missing, with what it is about: languages, numbers of texts.
    """

    id: str
    name: str
    lacks: Mapping[Lack, str]

    @property
    def is_whole(self) -> bool:
        """Whether it can be shown."""
        return not _HIDES & self.lacks.keys()


@dataclass(frozen=True, slots=True)
class Row:
    """The same, and whether visitors are offered it."""

    about: Offered
    on: bool


class Offer:
    """Rows as they are, and changes that go into the settings file."""

    def __init__(self, book: SettingsBook, look: Callable[[Part], Sequence[Offered]]) -> None:
        """`look` gives everything that there is, in the order of the content; slow."""
        self._book = book
        self._look = look

    @property
    def can_change(self) -> bool:
        """Whether there is a file to change."""
        return bool(self._book.path)

    def rows(self, part: Part) -> tuple[Row, ...]:
        """Those that are offered in their order, then the others.

        Raises:
            KioskError: The file or the content is not as it must be.
        """
        every = {each.id: each for each in self._look(part)}
        wanted = [each for each in self._wanted(part) if each in every]
        shown = wanted or [each.id for each in every.values() if each.is_whole]
        rest = [each for each in every if each not in shown]
        return tuple(Row(every[each], on=each in shown) for each in (*shown, *rest))

    def switch(self, part: Part, which: str, by: str, *, on: bool) -> None:
        """Offer something at the end, or no more.

        Raises:
            KioskError: OFFER_LAST where nothing would be left, or as the file says.
        """
        shown = [row.about.id for row in self.rows(part) if row.on and row.about.id != which]
        shown += [which] if on else []
        if not shown:
            raise InputError(ErrorCode.OFFER_LAST)
        self._book.change({part: ", ".join(shown)}, by)

    def move(self, part: Part, which: str, step: int, by: str) -> None:
        """Offer something earlier (-1) or later (1).

        Raises:
            KioskError: As the file says.
        """
        shown = [row.about.id for row in self.rows(part) if row.on]
        place = shown.index(which)
        other = min(max(0, place + step), len(shown) - 1)
        shown[place], shown[other] = shown[other], shown[place]
        self._book.change({part: ", ".join(shown)}, by)

    def _wanted(self, part: Part) -> list[str]:
        [entry] = [each for each in self._book.entries("") if each.key == part]
        return [each for each in entry.written.split(", ") if each]
