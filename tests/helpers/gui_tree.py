"""The accessible tree of a window, as assistive technology walks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget

Role = QAccessible.Role
Text = QAccessible.Text

PRESSED = (Role.Button, Role.CheckBox, Role.RadioButton)
NAMED = (
    *PRESSED,
    Role.Graphic,
    Role.Heading,
    Role.EditableText,
    Role.Dialog,
    Role.Pane,
    Role.ProgressBar,
    Role.StaticText,
    Role.Window,
)


@dataclass(frozen=True)
class Node:
    """What one object of the tree says of itself."""

    role: QAccessible.Role
    name: str
    description: str
    value: str
    focusable: bool
    enabled: bool
    modal: bool
    language: str
    widget: QWidget
    actions: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.role.name} {self.widget.objectName() or type(self.widget).__name__}"


def walk(window: QWidget) -> list[Node]:
    """Every visible node, in the order of the tree."""
    return list(_walk(QAccessible.queryAccessibleInterface(window)))


def _walk(interface: QAccessibleInterface) -> Iterator[Node]:
    state = interface.state()
    widget = interface.object()
    assert isinstance(widget, QWidget)
    if state.invisible:
        return
    actions = interface.actionInterface()
    yield Node(
        role=interface.role(),
        name=interface.text(Text.Name),
        description=interface.text(Text.Description),
        value=interface.text(Text.Value),
        focusable=bool(state.focusable),
        enabled=not state.disabled,
        modal=bool(state.modal),
        language=_language(interface),
        widget=widget,
        actions=tuple(actions.actionNames()) if actions is not None else (),
    )
    for place in range(interface.childCount()):
        child = interface.child(place)
        assert child is not None
        assert interface.indexOfChild(child) == place
        yield from _walk(child)


def _language(interface: QAccessibleInterface) -> str:
    """The language that is told, as "es_ES"."""
    attributes = interface.attributesInterface()
    assert attributes is not None, interface
    locale = attributes.attributeValue(QAccessible.Attribute.Locale)
    assert isinstance(locale, QLocale)
    return locale.name()


def tree_faults(nodes: list[Node]) -> list[str]:
    """What is not as it must be in any tree."""
    found = [f"{node} has no name" for node in nodes if _nameless(node)]
    found += [f"{node} has no role" for node in nodes if node.role is Role.NoRole]
    found += [f"{node} takes the focus as {node.role.name}" for node in nodes if _astray(node)]
    found += [f"{node} cannot be pressed" for node in nodes if _dead(node)]
    same = Counter((node.role, node.name, node.description) for node in nodes if _pressed(node))
    found += [f"{count} times {key[0].name} {key[1]!r}" for key, count in same.items() if count > 1]
    headings = [node.name for node in nodes if node.role is Role.Heading]
    pages = [node for node in nodes if node.role in (Role.Pane, Role.Dialog)]
    found += [f"{page} is not named by its heading" for page in pages if page.name not in headings]
    if not pages:
        found.append("no page shows")
    return found


def _nameless(node: Node) -> bool:
    blank = isinstance(node.widget, QLabel) and not node.widget.text().strip()
    return node.role in NAMED and not node.name.strip() and not blank


def _pressed(node: Node) -> bool:
    return node.role in PRESSED


def _astray(node: Node) -> bool:
    # A staff page takes the keys that no target has a use for.
    keeps = (*PRESSED, Role.Heading, Role.EditableText, Role.Pane)
    return node.focusable and node.role not in keeps


def _dead(node: Node) -> bool:
    return _pressed(node) and node.enabled and not {"Press", "Toggle"} & set(node.actions)
