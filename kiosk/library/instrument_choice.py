"""Which questionnaire the kiosk offers: the EPDS, or one that the content folder defines."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.epds import EPDS
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.instrument import Instrument
from kiosk.library.instrument_definition import INSTRUMENTS, read_definitions
from kiosk.library.reader import Reader


def open_instrument(content: Path, wanted: str) -> Instrument:
    """The instrument of this id.

    Raises:
        InputError: UNKNOWN_INSTRUMENT, or CONTENT_BROKEN with the first fault of its file.
    """
    if wanted == EPDS.id:
        return EPDS
    reader = Reader(content.absolute())
    found = {each.id: each for each in read_definitions(content / INSTRUMENTS, reader)}
    if wanted in found:
        return found[wanted]
    for fault in reader.findings:
        if Path(fault.path).parent.name == wanted:
            place = Place(str(content / fault.path), fault.line, fault.column)
            raise InputError(ErrorCode.CONTENT_BROKEN, place=place, reason=fault.message)
    known = ", ".join((EPDS.id, *found))
    raise InputError(ErrorCode.UNKNOWN_INSTRUMENT, given=wanted, known=known)
