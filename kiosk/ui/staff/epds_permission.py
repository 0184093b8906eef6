"""Who allows the use of a wording: typed by whoever installs it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from kiosk.domain.instrument_text import Permission
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.line_field import LineField


class EpdsPermissionScreen(AdminScreen):
    """Four lines; only the first must be filled in.

    Signals:
        given: The Permission.
    """

    given = Signal(object)

    def __init__(self, context: StaffContext, who: str) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("Permission"), _("Stop"))
        self._text = self._line(_("The licence, letter or contract"), "permission")
        self._by = self._line(_("Who granted it"), "granted-by")
        self._on = self._line(_("When, as 2026-05-03"), "granted-on")
        self._scope = self._line(_("For what"), "scope")
        self.body.addStretch(1)
        go = self.act(_("Continue"), "continue", Kind.PRIMARY, icon="next", after=True)
        go.clicked.connect(self._on_continue)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first line."""
        super().showEvent(event)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays in the lines."""
        super().hideEvent(event)
        for field in self.findChildren(LineField):
            field.wipe()

    def _line(self, title: str, name: str) -> LineField:
        self.body.addWidget(self.label(title, TypeRole.LABEL_STRONG))
        field = LineField(self.theme, title)
        field.setObjectName(name)
        self.body.addWidget(field)
        return field

    def _on_continue(self) -> None:
        _ = self.context.words.gettext
        if not self._text.line:
            self.show_message(_("Name the licence, letter or contract that allows the use."))
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            on = date.fromisoformat(self._on.line) if self._on.line else None
        except ValueError:
            self.show_message(_("Give the date as 2026-05-03, or leave it empty."))
            self._on.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.given.emit(Permission(self._text.line, self._by.line, on, self._scope.line))
