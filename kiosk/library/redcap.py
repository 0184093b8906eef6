"""A clinic's wording of the EPDS as a REDCap data dictionary: a CSV file.

Codes of the choices are their points. Other forms in the same dictionary are left out where
the EPDS is named in the variables or the form's name.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kiosk.domain.epds import EPDS_ID
from kiosk.domain.errors import Place
from kiosk.domain.instrument_text import InstrumentText
from kiosk.library.scored_items import ScoredItem, ScoredOption, arrange, broken
from kiosk.library.text_language import settle_language

# As the designer downloads them, and as the programming interface gives them.
_COLUMNS: Final = {
    "variable": ("Variable / Field Name", "field_name"),
    "type": ("Field Type", "field_type"),
    "label": ("Field Label", "field_label"),
    "choices": ("Choices, Calculations, OR Slider Labels", "select_choices_or_calculations"),
}
_FORM: Final = ("Form Name", "form_name")
_KINDS: Final = frozenset({"radio", "dropdown"})
_OURS: Final = re.compile("epds|edinburgh", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_DELIMITERS: Final = (",", ";", "\t")
_LONGEST_HEAD: Final = 10_000


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: Mapping[str, str]


def is_data_dictionary(source: str) -> bool:
    """Whether the first line has a data dictionary's columns."""
    head = _head(source)
    known = {name for names in _COLUMNS.values() for name in names}
    return any(len(known & set(_split(head, each))) > 1 for each in _DELIMITERS)


def parse_data_dictionary(source: str, path: str, language: str | None = None) -> InstrumentText:
    """The wording in a data dictionary, ten items in order.

    Args:
        source: The CSV text.
        path: The file's name for places.
        language: Its language, which such a file never says.

    Raises:
        InputError: TEXT_BROKEN, or as `settle_language`.
    """
    place = Place(path)
    language = settle_language("", language, place)
    rows = [row for row in _rows(source, path) if row.cells["type"].strip().lower() in _KINDS]
    ours = [row for row in rows if _OURS.search(f"{row.cells['variable']} {row.cells['form']}")]
    chosen = ours or rows
    items = [_scored(row, Place(path, row.line)) for row in chosen]
    form = chosen[0].cells["form"].strip() if chosen else ""
    return InstrumentText(
        instrument=EPDS_ID,
        language=language,
        version=f"redcap-{form or 'data-dictionary'}",
        citation="",
        title="",
        instruction="",
        items=arrange(items, place),
    )


def _rows(source: str, path: str) -> Iterator[_Row]:
    head = _head(source)
    delimiter = max(_DELIMITERS, key=lambda each: len(_split(head, each)))
    reader = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        columns = _columns([name.strip() for name in next(reader, list[str]())], path)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _Row(
                    line,
                    {key: cells[at] if 0 <= at < len(cells) else "" for key, at in columns.items()},
                )
            line = reader.line_num + 1
    except csv.Error as error:
        raise broken(Place(path, line), f"is not a CSV file: {error}; save it again") from None


def _columns(head: list[str], path: str) -> dict[str, int]:
    """Where each column stands; the form's name may be missing (-1)."""
    found: dict[str, int] = {}
    for key, names in (*_COLUMNS.items(), ("form", _FORM)):
        at = next((head.index(name) for name in names if name in head), -1)
        if at < 0 and key in _COLUMNS:
            reason = f'the column "{names[0]}" is missing; export the data dictionary whole'
            raise broken(Place(path, 1), reason)
        found[key] = at
    return found


def _scored(row: _Row, place: Place) -> ScoredItem:
    choices = [each for each in row.cells["choices"].split("|") if each.strip()]
    options = tuple(_option(choice) for choice in choices)
    return ScoredItem(row.cells["variable"].strip(), _plain(row.cells["label"]), options, place)


def _option(choice: str) -> ScoredOption:
    code, _, label = choice.partition(",")
    whole = re.fullmatch(r"\s*(\d{1,3})\s*", code, re.ASCII)
    return ScoredOption(_plain(label), (float(whole[1]),) if whole else ())


def _plain(text: str) -> str:
    """Without tags and entities, on one line."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


def _head(source: str) -> str:
    return next(iter(source[:_LONGEST_HEAD].splitlines()), "")


def _split(line: str, delimiter: str) -> list[str]:
    cells = next(csv.reader([line], delimiter=delimiter), list[str]())
    return [cell.strip() for cell in cells]
