"""Nodes of the accessible tree for what Qt cannot know: headings, pictures, answers, pages.

Made only when assistive technology asks. A node keeps nothing of its own: name, description
and state are read from the widget each time, so they are in the language that shows.
"""

from __future__ import annotations

from typing import cast

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.text import TextLabel

Role = QAccessible.Role
Text = QAccessible.Text

_PRESS = "Press"
_FOCUS = "SetFocus"


class Attributes(QAccessibleAttributesInterface):
    """The language of a widget's words, and the level of a heading."""

    def __init__(self, widget: QWidget, level: int) -> None:
        super().__init__()
        self._widget = widget
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """What is known."""
        kinds = QAccessible.Attribute
        return [kinds.Locale, kinds.Level] if self._level else [kinds.Locale]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        """A QLocale, or a number from 1."""
        return self._level if key is QAccessible.Attribute.Level else self._widget.locale()


class Node(QAccessibleWidget):
    """A widget in a role that Qt would not give it."""

    def __init__(self, widget: QWidget, role: QAccessible.Role, level: int = 0) -> None:
        super().__init__(widget, role)
        self._told = widget
        self._attributes = Attributes(widget, level)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Qt's own casts, and the attributes, which Python cannot inherit beside them.

        Shiboken passes addresses as its own type, where the stub says int. None, which it gives
        for no address, it cannot take back: Qt would follow whatever stands there.
        """
        if kind == QAccessible.InterfaceType.AttributesInterface:
            address = shiboken6.getCppPointer(self._attributes)[0]
            return cast("int", shiboken6.VoidPtr(address))
        found = cast("int | None", super().interface_cast(kind))
        return cast("int", shiboken6.VoidPtr(0)) if found is None else found

    def text(self, kind: QAccessible.Text) -> str:
        """The name and the description that were set on the widget."""
        if kind == Text.Name:
            return self._told.accessibleName()
        if kind == Text.Description:
            return self._told.accessibleDescription()
        return super().text(kind)


class SignNode(Node):
    """A picture or a bar that stands for something; without a name it is an ornament."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._named = role

    def role(self) -> QAccessible.Role:
        """What it is, once it has a name."""
        return self._named if self._told.accessibleName() else Role.Client


class HeadingNode(Node):
    """The first text of a page, an overlay or a panel."""

    def __init__(self, label: TextLabel) -> None:
        super().__init__(label, Role.Heading, level=1)
        self._label = label

    def text(self, kind: QAccessible.Text) -> str:
        """The words themselves, unless they are said otherwise."""
        return super().text(kind) or (self._label.text() if kind == Text.Name else "")


class FieldNode(Node):
    """Digits typed on the pad; dots stay dots."""

    def __init__(self, field: DigitField) -> None:
        super().__init__(field, Role.EditableText)
        self._field = field

    def text(self, kind: QAccessible.Text) -> str:
        """What it holds is its value."""
        return self._field.told if kind == Text.Value else super().text(kind)

    def state(self) -> QAccessible.State:
        """Filled by the pad, not by a cursor."""
        state = super().state()
        state.readOnly = 1
        state.passwordEdit = int(self._field.is_hidden)
        return state


class AnswerNode(Node):
    """One of several answers, of which one counts."""

    def __init__(self, answer: Pressable) -> None:
        super().__init__(answer, Role.RadioButton)
        self._answer = answer

    def text(self, kind: QAccessible.Text) -> str:
        """The words on it, unless they are said otherwise."""
        return super().text(kind) or (self._answer.text() if kind == Text.Name else "")

    def state(self) -> QAccessible.State:
        """Whether it is the one."""
        state = super().state()
        state.checkable = int(self._answer.isCheckable())
        state.checked = int(self._answer.is_chosen)
        return state

    def actionNames(self) -> list[str]:
        """It can be chosen."""
        return [_PRESS, _FOCUS] if self._answer.isEnabled() else []

    def doAction(self, name: str) -> None:
        """Choose it, as a tap does."""
        if name == _PRESS:
            self._answer.click()
        else:
            super().doAction(name)


class PageNode(Node):
    """A page or an overlay: named by its heading."""

    def __init__(self, page: QWidget, role: QAccessible.Role) -> None:
        super().__init__(page, role)
        self._page = page

    def text(self, kind: QAccessible.Text) -> str:
        """The heading that shows on it."""
        if kind != Text.Name:
            return super().text(kind)
        heading = self._page.findChild(TextLabel, "heading")
        return heading.text() if heading is not None else self._page.accessibleName()

    def state(self) -> QAccessible.State:
        """An overlay is answered before anything else."""
        state = super().state()
        state.modal = int(isinstance(self._page, Overlay))
        return state


class WindowNode(Node):
    """The kiosk's window: while an overlay or the staff area lies over the page, only that."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Role.Window)
        self._window = window

    def text(self, kind: QAccessible.Text) -> str:
        """Its title."""
        return self._window.windowTitle() if kind == Text.Name else super().text(kind)

    def childCount(self) -> int:
        """How many lie on top."""
        return len(self._on_top())

    def child(self, index: int) -> QAccessibleInterface:
        """One of them; nothing for a place that is none."""
        on_top = self._on_top()
        if 0 <= index < len(on_top):
            return QAccessible.queryAccessibleInterface(on_top[index])
        return super().child(-1)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a node among them; -1 for what lies below."""
        found = child.object()
        return next((n for n, widget in enumerate(self._on_top()) if widget is found), -1)

    def _on_top(self) -> list[QWidget]:
        inside = [each for each in self._window.children() if isinstance(each, QWidget)]
        inside = [each for each in inside if each.isVisibleTo(self._window)]
        covers = [each for each in inside if isinstance(each, Overlay) or is_cover(each)]
        return covers[-1:] or inside


def is_cover(widget: QWidget) -> bool:
    """Whether a widget lies over everything else of its window, as the staff area does."""
    return bool(getattr(widget, "covers", False))
