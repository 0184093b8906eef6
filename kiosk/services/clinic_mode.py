"""Clinic mode starts whole or not at all: the facts gathered, and the refusal."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Final, Protocol

from kiosk.domain.clinic_mode import (
    ChannelTest,
    ClinicFacts,
    Missing,
    MissingCode,
    PinHolder,
    missing_for_clinic,
)
from kiosk.domain.content import ContentLibrary
from kiosk.domain.epds import EPDS_ID
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.instrument_text import InstalledText
from kiosk.services.ports import StaffMember
from kiosk.settings import Key

CLINIC: Final = "clinic"
"""The mode in which answers are real."""

SHARED_TEXTS: Final = ("signs", "helplines")
"""What every visitor may see besides the topics, by the name it is approved under."""


class Texts(Protocol):
    """Where installed wordings are kept."""

    def all(self) -> list[InstalledText]:
        """Every one of them."""
        ...


class People(Protocol):
    """Where people with PINs are kept."""

    def all(self) -> list[StaffMember]:
        """Every one of them."""
        ...


class Channels(Protocol):
    """The ways to reach staff away from the kiosk."""

    @property
    def names(self) -> tuple[str, ...]:
        """All that are set up."""
        ...

    def last_test(self, name: str) -> datetime | None:
        """When a test last arrived by this one, as it is set up now."""
        ...


def clinic_facts(
    *,
    languages: tuple[str, ...],
    library: ContentLibrary,
    texts: Texts,
    people: People,
    response: AbstractSet[str],
    channels: Channels,
    key_protected: bool,
    now: datetime,
    instrument: str = EPDS_ID,
) -> ClinicFacts:
    """How far a clinic has come, from where its things are kept.

    Raises:
        StorageError: The store cannot be read.
    """
    installed = (each for each in texts.all() if each.text.instrument == instrument)
    return ClinicFacts(
        languages=languages,
        texts={each.text.language: each for each in installed},
        shown=shown_texts(library, languages),
        approved=library.approved,
        response=response,
        channels=tuple(ChannelTest(name, channels.last_test(name)) for name in channels.names),
        staff=tuple(PinHolder(each.role, each.pin_changed) for each in people.all() if each.active),
        key_protected=key_protected,
        now=now,
    )


def is_protected(key: Key, *, beside: bool) -> bool:
    """Whether who takes the disk lacks the key; `beside` when a key lies in the data folder."""
    if key.is_apart and not beside:
        return True
    return key.encrypted_disk


def shown_texts(library: ContentLibrary, languages: Iterable[str]) -> frozenset[tuple[str, str]]:
    """(text, language) of all content that visitors may see."""
    offered = tuple(languages)
    topics = {(t.id, code) for t in library.shown_topics for code in offered if code in t.texts}
    return frozenset(topics | {(name, code) for name in SHARED_TEXTS for code in offered})


def require_complete(known: ClinicFacts) -> None:
    """Refuse to start while anything is missing.

    Raises:
        KioskError: CLINIC_MODE_INCOMPLETE; its parameter `missing` is read by `from_mark`.
    """
    if missing := missing_for_clinic(known):
        raise KioskError(ErrorCode.CLINIC_MODE_INCOMPLETE, missing=to_marks(missing))


def to_marks(missing: Iterable[Missing]) -> str:
    """Findings as the parameter of an error: "text:en,es key"."""
    return " ".join(":".join((each.code, *_joined(each.of))) for each in missing)


def from_mark(mark: str) -> Missing | None:
    """One of the findings that `to_marks` wrote; None for anything else."""
    code, _, of = mark.partition(":")
    if code not in set(MissingCode):
        return None
    return Missing(MissingCode(code), tuple(filter(None, of.split(","))))


def _joined(of: tuple[str, ...]) -> tuple[str, ...]:
    return (",".join("_".join(each.split()) for each in of),) if of else ()
