"""The code's colour words in every language."""

from __future__ import annotations

from typing import Final

from kiosk.domain.code import VisitCode
from kiosk.i18n import N_, Words

_COLOURS: Final = {
    "green": N_("green"),
    "blue": N_("blue"),
    "amber": N_("amber"),
    "violet": N_("violet"),
    "rose": N_("rose"),
    "teal": N_("teal"),
    "brown": N_("brown"),
    "grey": N_("grey"),
}


def colour_word(colour: str, words: Words) -> str:
    """A colour of COLOURS as she says it."""
    return words.gettext(_COLOURS[colour])


def spoken_code(code: VisitCode, words: Words) -> str:
    """The code as she says it ("green 42"), with Western digits."""
    return f"{colour_word(code.colour, words)} {code.number:02d}"
