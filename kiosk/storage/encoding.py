"""Facts, wordings and times as the tables hold them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Final, get_args

import msgspec

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.domain.facts import Entry, Fact
from kiosk.domain.instrument_text import InstalledText

_KINDS: Final[dict[str, type[Any]]] = {kind.__name__: kind for kind in get_args(Fact)}
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def from_time(moment: datetime) -> str:
    """ISO 8601 with zone and microseconds."""
    if moment.tzinfo is None:
        msg = "a time without its zone"
        raise ValueError(msg)
    return moment.isoformat(timespec="microseconds")


def to_time(text: str) -> datetime:
    """What `from_time` wrote."""
    return datetime.fromisoformat(text)


def microseconds(moment: datetime) -> int:
    """Microseconds since 1970 in UTC: sorts whatever the zone."""
    return (moment - _EPOCH) // _MICROSECOND


def from_microseconds(number: int) -> datetime:
    """The moment, in UTC, that `microseconds` counted."""
    return _EPOCH + number * _MICROSECOND


def from_entry(entry: Entry) -> tuple[str, str, str]:
    """Time, kind and body of a fact."""
    body = msgspec.json.encode(entry.fact).decode()
    return from_time(entry.at), type(entry.fact).__name__, body


def to_entry(at: str, kind: str, body: str) -> Entry:
    """What `from_entry` gave.

    Raises:
        StorageError: STORE_NEWER when this version does not know such a fact,
            STORE_CORRUPT when it cannot be read.
    """
    if kind not in _KINDS:
        raise StorageError(ErrorCode.STORE_NEWER)
    try:
        return Entry(to_time(at), _decoder(_KINDS[kind]).decode(body))
    except (msgspec.MsgspecError, ValueError):
        raise StorageError(ErrorCode.STORE_CORRUPT) from None


def from_installed(installed: InstalledText) -> str:
    """An installed wording as JSON."""
    return msgspec.json.encode(installed).decode()


def to_installed(body: str) -> InstalledText:
    """What `from_installed` gave.

    Raises:
        StorageError: STORE_CORRUPT when it cannot be read.
    """
    try:
        return _decoder(InstalledText).decode(body)
    except msgspec.MsgspecError:
        raise StorageError(ErrorCode.STORE_CORRUPT) from None


@cache
def _decoder(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
