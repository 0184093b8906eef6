"""Which language a wording is in, where its file, the command or both say so."""

from __future__ import annotations

from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.language import LANGUAGES, language_of


def settle_language(found: str, given: str | None, place: Place) -> str:
    """The language that the file and the command agree on.

    Args:
        found: What the file says, as a BCP 47 tag or a code of ours; empty when nothing.
        given: What the command says.
        place: Where the file says it.

    Raises:
        InputError: UNKNOWN_LANGUAGE, TEXT_LANGUAGE_NEEDED or TEXT_LANGUAGE_DISAGREES.
    """
    wanted = _known(given, None) if given else None
    own = _known(found, place) if found.strip() else None
    if own and wanted and own != wanted:
        raise InputError(ErrorCode.TEXT_LANGUAGE_DISAGREES, place=place, given=own, wanted=wanted)
    language = own or wanted
    if not language:
        raise InputError(ErrorCode.TEXT_LANGUAGE_NEEDED, place=Place(place.path))
    return language


def _known(tag: str, place: Place | None) -> str:
    code = language_of(tag)
    if not code:
        raise InputError(
            ErrorCode.UNKNOWN_LANGUAGE, place=place, given=tag, known=", ".join(LANGUAGES)
        )
    return code
