"""What clinic mode asks for before it starts, worked out from plain facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.domain.permission_scope import parse_scope

TEST_HOLDS: Final = timedelta(days=1)
"""How long a successful test of an alert channel counts."""

ADMIN_ROLE: Final = "admin"
STAFF_ROLE: Final = "staff"


class MissingCode(StrEnum):
    """What clinic mode lacks, one code a mend."""

    TEXT = "text"
    GRANTOR = "grantor"
    GRANT_DATE = "grant_date"
    SCOPE = "scope"
    SCOPE_LANGUAGE = "scope_language"
    POINTS = "points"
    CONTENT = "content"
    RESPONSE = "response"
    CHANNEL = "channel"
    CHANNEL_TEST = "channel_test"
    ADMIN = "admin"
    STAFF = "staff"
    PIN = "pin"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, and for what: languages, texts, channels or a count."""

    code: MissingCode
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelTest:
    """A way to reach staff away from the kiosk, and when a test of it last succeeded."""

    name: str
    tested_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PinHolder:
    """A person's role, and whether they have changed the PIN they were added with."""

    role: str
    pin_changed: bool


@dataclass(frozen=True, slots=True)
class ClinicFacts:
    """How far a clinic has come.

    Attributes:
        languages: Those on the first screen.
        texts: Language -> installed wording of the questionnaire.
        shown: (text, language) of all content that visitors may see.
        approved: Those of them whose exact words are approved.
        response: Languages that have the clinic's own words about thoughts of self-harm.
        channels: The ways to reach staff away from the kiosk.
        staff: Everyone with a PIN.
        key_protected: Whether the database's key is kept apart from the plain disk.
        now: The present time, with zone.
    """

    languages: tuple[str, ...]
    texts: Mapping[str, InstalledText]
    shown: AbstractSet[tuple[str, str]]
    approved: AbstractSet[tuple[str, str]]
    response: AbstractSet[str]
    channels: tuple[ChannelTest, ...]
    staff: tuple[PinHolder, ...]
    key_protected: bool
    now: datetime


def missing_for_clinic(known: ClinicFacts) -> tuple[Missing, ...]:
    """Everything that keeps clinic mode from starting; empty when nothing does."""
    return (
        *_texts(known.languages, known.texts),
        *_content(known),
        *_some(MissingCode.RESPONSE, (x for x in known.languages if x not in known.response)),
        *_channels(known),
        *_staff(known.staff),
        *(() if known.key_protected else (Missing(MissingCode.KEY),)),
    )


def _some(code: MissingCode, of: Iterable[str]) -> Iterator[Missing]:
    """One finding for all that lack the same; none when nothing lacks it."""
    if found := tuple(of):
        yield Missing(code, found)


def _texts(languages: tuple[str, ...], texts: Mapping[str, InstalledText]) -> Iterator[Missing]:
    yield from _some(MissingCode.TEXT, (code for code in languages if code not in texts))
    lacking: dict[MissingCode, list[str]] = {}
    for language in languages:
        if language in texts:
            for code in _lacks(language, texts[language]):
                lacking.setdefault(code, []).append(language)
    for code in MissingCode:
        yield from _some(code, lacking.get(code, ()))


def _lacks(language: str, installed: InstalledText) -> Iterator[MissingCode]:
    permission = installed.permission
    if not permission.text.strip():
        yield MissingCode.TEXT
    if not permission.granted_by.strip():
        yield MissingCode.GRANTOR
    if permission.granted_on is None:
        yield MissingCode.GRANT_DATE
    if not permission.scope.strip():
        yield MissingCode.SCOPE
    elif not _covers(permission, language):
        yield MissingCode.SCOPE_LANGUAGE
    # A wording held against the published one has its options in the published order.
    compared = installed.verified or installed.differences
    if not compared and not installed.points_confirmed:
        yield MissingCode.POINTS


def _covers(permission: Permission, language: str) -> bool:
    """Whether a scope in terms names the language; in free words a reader must judge."""
    scope = parse_scope(permission.scope)
    return scope is None or not scope.languages or language in scope.languages


def _content(known: ClinicFacts) -> Iterator[Missing]:
    drafts = sorted(known.shown - known.approved)
    return _some(MissingCode.CONTENT, (f"{text}/{language}" for text, language in drafts))


def _channels(known: ClinicFacts) -> Iterator[Missing]:
    if not known.channels:
        yield Missing(MissingCode.CHANNEL)
    elif not any(_tested(channel, known.now) for channel in known.channels):
        yield Missing(MissingCode.CHANNEL_TEST, tuple(channel.name for channel in known.channels))


def _tested(channel: ChannelTest, now: datetime) -> bool:
    """Whether a test counts: within the last day, and not ahead of the clock."""
    at = channel.tested_at
    return at is not None and timedelta(0) <= now - at <= TEST_HOLDS


def _staff(staff: tuple[PinHolder, ...]) -> Iterator[Missing]:
    roles = {person.role for person in staff}
    if ADMIN_ROLE not in roles:
        yield Missing(MissingCode.ADMIN)
    if STAFF_ROLE not in roles:
        yield Missing(MissingCode.STAFF)
    unchanged = sum(not person.pin_changed for person in staff)
    if unchanged:
        yield Missing(MissingCode.PIN, (str(unchanged),))
