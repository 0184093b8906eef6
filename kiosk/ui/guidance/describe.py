"""What can be pressed, in words: its name, what it is, how it stands, its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.i18n import N_, Words
from kiosk.settings import Keys
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pressable import Part, Pressable
from kiosk.ui.widgets.text import TextLabel

# Translators: what the thing is that the keyboard has come to; read aloud after its name.
_PARTS: Final = {Part.BUTTON: N_("button"), Part.CHOICE: N_("choice"), Part.TICK: N_("tick box")}


def name_of(stop: QWidget) -> str:
    """What it is called."""
    text = stop.text() if isinstance(stop, QAbstractButton | TextLabel) else ""
    return stop.accessibleName() or text


def state_of(stop: Pressable, words: Words) -> str:
    """How it stands; empty where there is nothing to say."""
    _ = words.gettext
    if not stop.isEnabled():
        # Translators: a button that cannot be pressed yet; read aloud after its name.
        return _("not available")
    if stop.part is Part.TICK:
        # Translators: a tick box; read aloud after its name.
        return _("ticked") if stop.isChecked() else _("not ticked")
    # Translators: an answer; read aloud after its words.
    return _("chosen") if stop.isCheckable() and stop.is_chosen else ""


def stop_lines(stop: Pressable, place: tuple[int, int], words: Words) -> tuple[str, ...]:
    """Everything about something that can be pressed, as sentences.

    Args:
        stop: A button, a tile, an answer.
        place: (its number from 1, how many); (0, 0) where that says nothing.
        words: In the language to speak.
    """
    number, count = place
    where = words.gettext("%(number)s of %(count)s") % {"number": number, "count": count}
    parts = (
        name_of(stop),
        words.gettext(_PARTS[stop.part]),
        state_of(stop, words),
        where if count > 1 else "",
    )
    return tuple(filter(None, (words.listed(filter(None, parts)), stop.accessibleDescription())))


def change_line(stop: Pressable, words: Words) -> str:
    """Something that can be pressed, after it has changed: its name and how it stands now."""
    return words.listed(filter(None, (name_of(stop), state_of(stop, words))))


def line_of(stops: Sequence[Pressable], words: Words) -> str:
    """What stands in a line that a switch may choose."""
    names = words.listed(name_of(stop) for stop in stops)
    return words.gettext("Line: %(names)s") % {"names": names}


def field_line(field: DigitField, words: Words) -> str:
    """What a number field holds."""
    # Translators: a field for a number that holds none yet.
    held = field.digits or words.gettext("empty")
    # Translators: read aloud: the name of a field and what it holds, "weeks: 31".
    wording = words.gettext("%(field)s: %(digits)s")
    return wording % {"field": field.accessibleName(), "digits": held}


def choices_line(count: int, words: Words) -> str:
    """How many choices a page has."""
    wording = words.ngettext("There is %(count)s choice.", "There are %(count)s choices.", count)
    return wording % {"count": count}


def keys_lines(keys: Keys, words: Words) -> tuple[str, ...]:
    """How the keyboard is used."""
    _ = words.gettext
    named = (
        (_("Help: %(key)s."), keys.help),
        (_("Hear it again: %(key)s."), keys.repeat),
        (_("Pause: %(key)s."), keys.pause),
        (_("Faster or slower: %(key)s."), keys.speed),
        (_("Louder or quieter: %(key)s."), keys.volume),
        (_("Stop reading aloud: %(key)s."), keys.voice),
    )
    return (
        _("Down goes on, up goes back, Enter chooses, Escape leaves the page."),
        *(wording % {"key": key} for wording, key in named if key),
    )
