"""Which node a widget has in the accessible tree."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.shell import KioskWindow
from kiosk.ui.top_bar import TopBar
from kiosk.ui.tree.nodes import (
    AnswerNode,
    FieldNode,
    HeadingNode,
    Node,
    PageNode,
    SignNode,
    WindowNode,
)
from kiosk.ui.widgets.badge import CodeBadge
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.footer import Footer
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.pressable import Part, Pressable
from kiosk.ui.widgets.progress import ProgressBars
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.staff_mark import StaffMark
from kiosk.ui.widgets.staff_screen import StaffScreen
from kiosk.ui.widgets.text import TextLabel

Role = QAccessible.Role

_BARS = (TopBar, Footer)
_SIGNS = (
    (ProgressBars, Role.ProgressBar),
    (CodeBadge, Role.StaticText),
    (PictureView, Role.Graphic),
    (StaffMark, Role.Graphic),
)


def node_of(kind: str, widget: QObject) -> QAccessibleWidget | None:
    """The node of a widget; None leaves it to Qt."""
    del kind
    if not isinstance(widget, QWidget):
        return None
    if isinstance(widget, KioskWindow):
        return WindowNode(widget)
    if isinstance(widget, Overlay):
        return PageNode(widget, Role.Dialog)
    if isinstance(widget, Screen | StaffScreen):
        return PageNode(widget, Role.Pane)
    return _part(widget)


def _part(widget: QWidget) -> QAccessibleWidget | None:
    if isinstance(widget, TextLabel):
        return HeadingNode(widget) if widget.objectName() == "heading" else None
    if isinstance(widget, Pressable):
        return AnswerNode(widget) if widget.part is Part.CHOICE else None
    if isinstance(widget, DigitField):
        return FieldNode(widget)
    if isinstance(widget, _BARS):
        return Node(widget, Role.ToolBar)
    role = next((role for kind, role in _SIGNS if isinstance(widget, kind)), None)
    return SignNode(widget, role) if role is not None else None
