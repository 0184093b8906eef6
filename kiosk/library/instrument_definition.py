"""A questionnaire's structure as a data file: `instruments/<id>/instrument.toml`.

Items with their points, subscales, items that always raise an alert, and cut-offs by text
version; never any wording. The EPDS is not read from a file: its key cannot be changed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from kiosk.domain.content import Stage
from kiosk.domain.epds import EPDS_ID, REHEARSAL_VERSION
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.instrument import CutOff, Instrument, Item, Subscale
from kiosk.library.reader import Reader
from kiosk.library.tables import T, Toml, read_struct, tables

INSTRUMENTS: Final = "instruments"
DEFINITION_FILE: Final = "instrument.toml"

_LISTS: Final = ("item", "subscale", "cut_off")
_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_FEWEST_OPTIONS: Final = 2
_LONGEST_NAME: Final = 30

_Points = Annotated[int, msgspec.Meta(ge=0, le=100)]
_Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class _Head(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    citation: str
    name: str = ""
    alert_items: tuple[int, ...] = ()


class _Item(msgspec.Struct, forbid_unknown_fields=True):
    number: int
    points: tuple[_Points, ...]


class _Subscale(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    items: tuple[int, ...]


class _CutOff(msgspec.Struct, forbid_unknown_fields=True):
    version: str
    total: int
    citation: str
    band: Literal["possible", "probable"] | None = None
    sensitivity: _Share | None = None
    specificity: _Share | None = None
    stage: Literal["pregnant", "postpartum"] | None = None


def read_definitions(folder: Path, reader: Reader) -> tuple[Instrument, ...]:
    """Every questionnaire defined below `folder`; faults become findings of `reader`."""
    files = [folder / name / DEFINITION_FILE for name in reader.names(folder)]
    read = (read_definition(path, reader) for path in files if reader.exists(path))
    return tuple(instrument for instrument in read if instrument is not None)


def read_definition(path: Path, reader: Reader) -> Instrument | None:
    """A questionnaire, or None and findings of `reader`: with a fault nothing is scored by it."""
    file = reader.toml(path)
    if file is None:
        return None
    plain = {key: value for key, value in file.table.items() if key not in _LISTS}
    head, faults = read_struct(file, plain, _Head)
    items, more = _list(file, "item", _Item)
    scales, also = _list(file, "subscale", _Subscale)
    cuts, last = _list(file, "cut_off", _CutOff)
    faults += [*more, *also, *last]
    if head is None or faults:
        reader.report(*faults)
        return None
    wrong = [
        *_wrong_head(file, path.parent.name, head),
        *_wrong_items(file, items),
        *_not_there(file, head.alert_items, len(items), "alert_items"),
        *_wrong_scales(file, scales, len(items)),
    ]
    if items:
        highest = sum(max(item.points, default=0) for item in items)
        wrong += _wrong_cuts(file, cuts, highest)
    if wrong:
        reader.report(*wrong)
        return None
    return Instrument(
        id=head.id,
        items=tuple(Item(item.number, item.points) for item in items),
        subscales=tuple(Subscale(scale.id, scale.items) for scale in scales),
        alert_items=frozenset(head.alert_items),
        citation=head.citation.strip(),
        name=head.name.strip() or head.id,
        cut_offs={version: _of(cuts, version) for version in {cut.version for cut in cuts}},
    )


def _list(file: Toml, name: str, kind: type[T]) -> tuple[list[T], list[InputError]]:
    found, faults = tables(file, name)
    read: list[T] = []
    for count, table in enumerate(found):
        entry, more = read_struct(file, table, kind, name, count)
        faults += more
        read += [] if entry is None else [entry]
    return read, faults


def _of(cuts: Iterable[_CutOff], version: str) -> tuple[CutOff, ...]:
    """The cut-offs of one text version, lowest first, as the page draws them."""
    return tuple(
        CutOff(
            total=cut.total,
            band=cut.band,
            sensitivity=cut.sensitivity,
            specificity=cut.specificity,
            citation=cut.citation.strip(),
            stage=Stage(cut.stage) if cut.stage else None,
        )
        for cut in sorted(cuts, key=lambda cut: cut.total)
        if cut.version == version
    )


def _wrong_head(file: Toml, folder: str, head: _Head) -> Iterator[InputError]:
    if EPDS_ID in (head.id, folder):
        yield _bad(file, "the EPDS is part of the program; no file can set its key", "id")
    elif not _ID.fullmatch(head.id):
        yield _bad(file, "needs small letters, digits and single hyphens", "id")
    elif head.id != folder:
        yield _bad(file, f"must be the name of the folder, {folder}", "id")
    if len(head.name.strip()) > _LONGEST_NAME:
        yield _bad(file, f"name it in {_LONGEST_NAME} letters or fewer", "name")
    if not head.citation.strip():
        yield _bad(file, "name the source of the instrument", "citation")


def _wrong_items(file: Toml, items: list[_Item]) -> Iterator[InputError]:
    if not items:
        yield InputError(ErrorCode.MISSING_KEY, place=file.place(), key="item")
    for count, item in enumerate(items):
        if item.number != count + 1:
            yield _bad(file, f"must be {count + 1}: items in order", "item", count, "number")
        if len(item.points) < _FEWEST_OPTIONS or not any(item.points):
            reason = "needs two options or more, one of them above 0"
            yield _bad(file, reason, "item", count, "points")


def _wrong_scales(file: Toml, scales: list[_Subscale], most: int) -> Iterator[InputError]:
    for count, scale in enumerate(scales):
        if not _ID.fullmatch(scale.id) or scale.id in {s.id for s in scales[:count]}:
            yield _bad(file, "must be a name of its own in small letters", "subscale", count, "id")
        if not scale.items:
            yield _bad(file, "name the items", "subscale", count, "items")
        yield from _not_there(file, scale.items, most, "subscale", count, "items")


def _not_there(
    file: Toml, numbers: tuple[int, ...], most: int, *keys: str | int
) -> Iterator[InputError]:
    """Items that are named twice or do not exist: they would be counted twice, or crash."""
    if len(set(numbers)) < len(numbers) or not all(1 <= number <= most for number in numbers):
        yield _bad(file, f"may name each item from 1 to {most} once", *keys)


def _wrong_cuts(file: Toml, cuts: list[_CutOff], highest: int) -> Iterator[InputError]:
    for count, cut in enumerate(cuts):
        if not 1 <= cut.total <= highest:
            yield _bad(file, f"must be from 1 to {highest}", "cut_off", count, "total")
        if cut.version.strip() in ("", REHEARSAL_VERSION) or cut.version != cut.version.strip():
            yield _bad(file, "name the text version it holds for", "cut_off", count, "version")
        if not cut.citation.strip():
            yield _bad(file, "name the source of the cut-off", "cut_off", count, "citation")
        if (cut.sensitivity is None) != (cut.specificity is None):
            reason = "sensitivity and specificity stand together or not at all"
            yield _bad(file, reason, "cut_off", count, "sensitivity")
        if any(_same(cut, other) for other in cuts[:count]):
            yield _bad(file, "stands there twice for this version", "cut_off", count, "total")


def _same(cut: _CutOff, other: _CutOff) -> bool:
    """Whether two cut-offs would stand on one page at the same place."""
    stages = cut.stage == other.stage or None in (cut.stage, other.stage)
    return stages and (cut.version, cut.total) == (other.version, other.total)


def _bad(file: Toml, reason: str, *keys: str | int) -> InputError:
    name = str(keys[-1])
    return InputError(ErrorCode.BAD_VALUE, place=file.place(*keys), key=name, reason=reason)
