"""The texts of a page in the order in which they are laid out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget

from kiosk.ui.widgets.badge import CodeBadge
from kiosk.ui.widgets.pad import NumberPad
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.text import TextLabel


def texts_of(layout: QLayout, page: QWidget) -> list[str]:
    """Every text that shows on a page: headings, lines, and what can be chosen; no keypads."""
    return [text for text in _texts(layout, page) if text.strip()]


def _texts(layout: QLayout, page: QWidget) -> Iterator[str]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None and widget.isVisibleTo(page):
            yield from _of_widget(widget, page)
        elif inner is not None:
            yield from _texts(inner, page)


def _of_widget(widget: QWidget, page: QWidget) -> Iterator[str]:
    if isinstance(widget, TextLabel):
        yield widget.accessibleName() or widget.text()
    elif isinstance(widget, Pressable):
        yield widget.text()
        yield widget.accessibleDescription()
    elif isinstance(widget, CodeBadge):
        yield widget.accessibleName()
    else:
        inside = widget.layout()
        if inside is not None and not isinstance(widget, NumberPad):
            yield from _texts(inside, page)
