"""Has Qt ask for our nodes; nothing is loaded before somebody wants the tree."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget

_INSTALLED: Final = "kiosk-tree"


def install(app: QCoreApplication) -> None:
    """Have Qt ask here first, once for an application."""
    if not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_node_of)


def _node_of(kind: str, thing: QObject) -> QAccessibleWidget | None:
    # Here, not above: the first screen must not wait for what only assistive technology needs.
    from kiosk.ui.tree.factory import node_of

    return node_of(kind, thing)
