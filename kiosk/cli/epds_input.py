"""What people write for `kiosk epds`: an empty text pack to fill in, positions to score."""

from __future__ import annotations

from kiosk.domain.epds import CITATION, EPDS, EPDS_ID
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.services.captions import CAPTIONS


def template_of(language: str) -> str:
    """A text pack without its wording, as TOML."""
    head = (
        "# Write the licensed wording between the quotation marks, options in printed order.\n"
        f'instrument = "{EPDS_ID}"\nlanguage = "{language}"\nversion = ""\n'
        f'citation = "{CITATION}"\ntitle = ""\ninstruction = ""\n'
    )
    options = ", ".join(['""'] * len(EPDS.items[0].points))
    items = (
        f'\n[[item]]\nnumber = {item.number}  # {subject}\nstem = ""\noptions = [{options}]\n'
        for item, subject in zip(EPDS.items, CAPTIONS, strict=True)
    )
    return head + "".join(items)


def responses_of(positions: str) -> dict[int, int]:
    """Item -> position; empty places are not answered.

    Raises:
        InputError: There are too many places, or one is no whole number.
    """
    places = positions.split(",")
    if len(places) > len(EPDS.items):
        raise InputError(ErrorCode.TOO_MANY_ANSWERS, given=len(places), most=len(EPDS.items))
    responses: dict[int, int] = {}
    for item, place in enumerate((each.strip() for each in places), start=1):
        if not place:
            continue
        if not (place.isascii() and place.isdigit() and len(place) == 1):
            most = len(EPDS.item(item).points)
            raise InputError(ErrorCode.BAD_POSITION, item=item, most=most)
        responses[item] = int(place)
    return responses
