"""A clinic's wording of an instrument as a TOML text pack, and the published fingerprints."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import msgspec

from kiosk.domain.epds import EPDS
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.instrument import Instrument
from kiosk.domain.instrument_text import (
    Fingerprints,
    InstrumentText,
    ItemPrint,
    ItemText,
    VersionPrint,
)
from kiosk.domain.language import LANGUAGES
from kiosk.files import parse_toml, place_of, read_text, read_toml

FINGERPRINTS: Final = Path("instruments", "epds", "fingerprints.toml")

_Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class _Item(msgspec.Struct, forbid_unknown_fields=True):
    number: int
    stem: str
    options: list[str]


class _Pack(msgspec.Struct, forbid_unknown_fields=True):
    instrument: str
    language: str
    version: str
    item: list[_Item]
    citation: str = ""
    # Understood and ignored: the permission is what the administrator says it is.
    permission: str = ""
    title: str = ""
    instruction: str = ""


class _PrintedItem(msgspec.Struct, forbid_unknown_fields=True):
    number: int
    stem: _Digest
    options: tuple[_Digest, _Digest, _Digest, _Digest]


class _PrintedVersion(msgspec.Struct, forbid_unknown_fields=True):
    version: str
    item: list[_PrintedItem]


def read_text_pack(path: Path, instrument: Instrument = EPDS) -> InstrumentText:
    """The wording of an instrument in a text pack, items in order.

    Raises:
        InputError: As `kiosk.files.read_text` and `parse_text_pack`.
    """
    return parse_text_pack(read_text(path), str(path), instrument)


def parse_text_pack(source: str, path: str, instrument: Instrument = EPDS) -> InstrumentText:
    """The wording in a text pack's TOML text; `path` is named in errors.

    Raises:
        InputError: With file, line and column: as `kiosk.files.parse_toml`, or
            TEXT_WRONG_INSTRUMENT, UNKNOWN_LANGUAGE, or TEXT_BROKEN for items that are
            missing, doubled, too many or incomplete.
    """
    pack = parse_toml(source, _Pack, path)

    def place(*keys: str | int) -> Place:
        return place_of(source, list(keys), path)

    if pack.instrument != instrument.id:
        raise InputError(
            ErrorCode.TEXT_WRONG_INSTRUMENT, place=place("instrument"), wanted=instrument.id
        )
    if pack.language not in LANGUAGES:
        raise InputError(
            ErrorCode.UNKNOWN_LANGUAGE,
            place=place("language"),
            given=pack.language,
            known=", ".join(LANGUAGES),
        )
    if not pack.version.strip():
        raise _broken(place("version"), "the version is empty; name the text version")
    seen: set[int] = set()
    for index, item in enumerate(pack.item):
        _check_number(item.number, seen, len(instrument.items), place("item", index, "number"))
        if not item.stem.strip():
            raise _broken(
                place("item", index, "stem"), f"item {item.number}: the stem is empty; write it"
            )
        wanted = len(instrument.item(item.number).points)
        _check_options(item, wanted, place("item", index, "options"))
    missing = [str(item.number) for item in instrument.items if item.number not in seen]
    if missing:
        reason = f"items are missing: {', '.join(missing)}; add them"
        raise _broken(place("item", len(pack.item) - 1), reason)
    return InstrumentText(
        instrument=pack.instrument,
        language=pack.language,
        version=pack.version.strip(),
        citation=pack.citation.strip(),
        title=pack.title.strip(),
        instruction=pack.instruction.strip(),
        items=tuple(_item_text(item) for item in sorted(pack.item, key=lambda item: item.number)),
    )


def read_fingerprints(content_folder: Path) -> Fingerprints:
    """Fingerprints of the published wordings, by language.

    Raises:
        InputError: As `kiosk.files.read_toml`, or TEXT_BROKEN when items are missing.
    """
    path = content_folder / FINGERPRINTS
    wanted = [item.number for item in EPDS.items]
    found: dict[str, VersionPrint] = {}
    for language, version in read_toml(path, dict[str, _PrintedVersion]).items():
        if [item.number for item in version.item] != wanted:
            reason = f"{language}: items 1 to {len(wanted)} are needed; restore the file"
            raise _broken(Place(str(path)), reason)
        items = tuple(ItemPrint(item.stem, item.options) for item in version.item)
        found[language] = VersionPrint(version.version, items)
    return found


def _check_number(number: int, seen: set[int], most: int, place: Place) -> None:
    if not 1 <= number <= most:
        raise _broken(place, f"there is no item {number}; the items are 1 to {most}")
    if number in seen:
        raise _broken(place, f"item {number} stands there twice; remove one")
    seen.add(number)


def _check_options(item: _Item, wanted: int, place: Place) -> None:
    if len(item.options) != wanted:
        reason = f"item {item.number} has {len(item.options)} options; {wanted} are needed"
        raise _broken(place, reason)
    for number, option in enumerate(item.options, start=1):
        if not option.strip():
            reason = f"item {item.number}: option {number} is empty; write it"
            raise _broken(place, reason)


def _broken(place: Place, reason: str) -> InputError:
    return InputError(ErrorCode.TEXT_BROKEN, place=place, reason=reason)


def _item_text(item: _Item) -> ItemText:
    options = tuple(option.strip() for option in item.options)
    return ItemText(item.number, item.stem.strip(), options)
