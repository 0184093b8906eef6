"""A clinic's wording of an instrument, in whichever format its file is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from kiosk.domain.epds import EPDS
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.instrument import Instrument
from kiosk.domain.instrument_text import InstrumentText
from kiosk.files import place_of, read_text
from kiosk.library.fhir_questionnaire import parse_questionnaire
from kiosk.library.redcap import is_data_dictionary, parse_data_dictionary
from kiosk.library.text_language import settle_language
from kiosk.library.text_pack import parse_text_pack

# Documents of word processors, tables, pages, archives and pictures.
_BINARY: Final = (
    b"PK",
    b"%PDF",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8",
)
# Any line of a text pack, so that a damaged one is still told what is wrong with it.
_PACK: Final = re.compile(
    r"""^\s*(?:["']?(?:instrument|language|version|number|stem|options)["']?\s*=|\[\[\s*item\b)""",
    re.MULTILINE,
)


def read_instrument_text(
    path: Path, language: str | None = None, instrument: Instrument = EPDS
) -> InstrumentText:
    """The wording in a text pack, a FHIR Questionnaire or a REDCap data dictionary.

    What the file holds decides, not its name.

    Args:
        path: The file.
        language: Its language; needed where the file does not say, and must agree where it does.
        instrument: What it must be a wording of; of others than the EPDS a text pack alone is
            understood.

    Raises:
        InputError: As `kiosk.files.read_text` and the three readers, and TEXT_UNKNOWN_FORMAT.
    """
    source = _read(path)
    if instrument is not EPDS:
        return _pack(source, path, language, instrument)
    if source.lstrip().startswith("{"):
        return parse_questionnaire(source, str(path), language)
    if is_data_dictionary(source):
        return parse_data_dictionary(source, str(path), language)
    return _pack(source, path, language, instrument)


def _pack(source: str, path: Path, language: str | None, instrument: Instrument) -> InstrumentText:
    if not _PACK.search(source) or source.lstrip().startswith("<"):
        raise InputError(ErrorCode.TEXT_UNKNOWN_FORMAT, place=Place(str(path)))
    text = parse_text_pack(source, str(path), instrument)
    settle_language(text.language, language, place_of(source, ["language"], str(path)))
    return text


def _read(path: Path) -> str:
    try:
        source = read_text(path)
    except InputError as error:
        if error.code is ErrorCode.NOT_UTF8 and path.read_bytes()[:8].startswith(_BINARY):
            raise InputError(ErrorCode.TEXT_UNKNOWN_FORMAT, place=Place(str(path))) from None
        raise
    if source.startswith(("{\\rtf", "%PDF")):
        raise InputError(ErrorCode.TEXT_UNKNOWN_FORMAT, place=Place(str(path)))
    if (nul := source.find("\0")) >= 0:
        # UTF-16 without its mark: every second byte of plain letters is nothing.
        line_start = source.rfind("\n", 0, nul) + 1
        place = Place(str(path), source.count("\n", 0, nul) + 1, nul - line_start + 1)
        raise InputError(ErrorCode.NOT_UTF8, place=place)
    return source
