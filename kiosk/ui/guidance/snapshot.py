"""How a page stands before a key or a touch, so that what it has changed can be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kiosk.i18n import Words
from kiosk.ui.guidance.describe import change_line, field_line, name_of
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pressable import Part, Pressable
from kiosk.ui.widgets.text import TextLabel

ERROR = "error"
"""The object name of a text that asks for something to be mended."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is new.

    Attributes:
        lines: What to say of it.
        texts: (text, whether it is an error): texts that have come to stand there.
        more: How many things to press have come.
    """

    lines: tuple[str, ...] = ()
    texts: tuple[tuple[str, bool], ...] = ()
    more: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.lines or self.texts or self.more)


@dataclass(frozen=True, slots=True)
class _Stop:
    name: str
    says: str
    checked: bool
    enabled: bool


class Snapshot:
    """A page or overlay with the bar, as it stands when this is made."""

    def __init__(self, on_top: QWidget, stops: Iterable[Pressable]) -> None:
        self._on_top = id(on_top)
        labels = [label for label in on_top.findChildren(TextLabel) if label.isVisible()]
        self._labels = [label for label in labels if label.text().strip()]
        self._texts = Counter(_texts(self._labels))
        fields = [field for field in on_top.findChildren(DigitField) if field.isVisible()]
        self._fields = {id(field): (field, field.digits) for field in fields}
        self._widgets = [stop for stop in stops if not stop.follows_voice]
        self._stops = {id(stop): _stand(stop) for stop in self._widgets}

    def change_since(self, before: Snapshot, words: Words) -> Change:
        """What this has that `before` had not; nothing where another page shows."""
        if before._on_top != self._on_top:
            return Change()
        lines = [
            field_line(field, words)
            for key, (field, digits) in self._fields.items()
            if before._fields.get(key, (field, digits))[1] != digits
        ]
        for stop in self._widgets:
            was = before._stops.get(id(stop))
            if was is not None:
                lines += self._told(stop, was, words)
        more = sum(1 for key in self._stops if key not in before._stops)
        return Change(tuple(lines), tuple(self._new_texts(before)), more)

    def _told(self, stop: Pressable, was: _Stop, words: Words) -> list[str]:
        now = self._stops[id(stop)]
        let_go = stop.part is Part.CHOICE and was.checked and not now.checked
        if now == was or let_go:
            return []
        says = [now.says] if now.says and now.says != was.says else []
        return [change_line(stop, words), *says]

    def _new_texts(self, before: Snapshot) -> Iterable[tuple[str, bool]]:
        known = before._texts.copy()
        for label in self._labels:
            for text in _texts([label]):
                if known[text]:
                    known[text] -= 1
                else:
                    yield text, label.objectName() == ERROR


def _texts(labels: Iterable[TextLabel]) -> Iterable[str]:
    for label in labels:
        yield label.accessibleName() or label.text()
        if label.accessibleDescription():
            yield label.accessibleDescription()


def _stand(stop: Pressable) -> _Stop:
    return _Stop(name_of(stop), stop.accessibleDescription(), stop.isChecked(), stop.isEnabled())
