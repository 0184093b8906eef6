"""The kinds of files that something can be saved as, or what is needed first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.text import TextLabel


class FilePills(QWidget):
    """One small button a kind.

    Signals:
        wanted: Write a file with this suffix, as ".csv".
    """

    wanted = Signal(str)

    def __init__(self, context: StaffContext, kinds: tuple[str, ...], *, can_save: bool) -> None:
        """`kinds` are suffixes without their point; `can_save`: there is a folder for files."""
        super().__init__()
        theme, _ = context.theme, context.words.gettext
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap(16))
        for kind in kinds if can_save else ():
            pill = Button(theme, Kind.PILL_TEAL, icon="download")
            # Translators: a button; the kind of file, as CSV, JSON or PDF.
            pill.setText(_("Save as %(kind)s") % {"kind": kind.upper()})
            pill.setObjectName(f"save-{kind}")
            pill.setProperty("suffix", f".{kind}")
            pill.clicked.connect(self._on_pressed)
            row.addWidget(pill)
        if not can_save:
            label = TextLabel(theme, TypeRole.SMALL, colour="ink_soft")
            label.setText(_("Name a folder for files in the settings first: admin.folder."))
            label.keep_within(theme.px(72))
            row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)

    def _on_pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.wanted.emit(str(sender.property("suffix")))
