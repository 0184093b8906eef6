"""Which key means what."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, cast

import msgspec
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kiosk.settings import Keys


class Command(Enum):
    """What a key asks for."""

    PREVIOUS = auto()
    NEXT = auto()
    BACK = auto()
    HELP = auto()
    REPEAT = auto()
    VOICE = auto()
    PAUSE = auto()
    SPEED = auto()
    VOLUME = auto()


SELECTING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
"""Widgets press themselves at these."""

_MODIFIERS: Final = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    }
)
_MOVES: Final = {
    Qt.Key.Key_Up: Command.PREVIOUS,
    Qt.Key.Key_Down: Command.NEXT,
    Qt.Key.Key_Escape: Command.BACK,
}


def code_of(name: str) -> Qt.Key:
    """The key of a name, as `KEY_NAMES` has it."""
    combinations = cast("Sequence[QKeyCombination]", QKeySequence(name))
    return combinations[0].key()


class KeyMap:
    """The keys of a five-key pad, and those that the clinic has named."""

    def __init__(self, keys: Keys) -> None:
        self.names = keys
        self._own = {
            code_of(name): Command[meaning.upper()]
            for meaning, name in msgspec.structs.asdict(keys).items()
            if name
        }

    def command(self, event: QKeyEvent, *, right_to_left: bool = False) -> Command | None:
        """What a key asks for; nothing where a modifier is held.

        Left and Right go as the eye does: in Arabic the next one lies to the left.
        """
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            onward = (key == Qt.Key.Key_Right) is not right_to_left
            return Command.NEXT if onward else Command.PREVIOUS
        return _MOVES.get(key) or self._own.get(key)


def is_switch(event: QKeyEvent) -> bool:
    """Whether this may be the key that a switch sends: any but one that is held with others."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    moves = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    return not held and event.key() not in _MODIFIERS and event.key() not in moves
