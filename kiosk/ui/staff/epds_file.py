"""The files of the folder that kiosk.toml names; no dialog, and nothing beyond that folder."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.domain.language import LANGUAGES
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Button, Kind

_MOST = 12
_COLUMNS = 2


class EpdsFileScreen(AdminScreen):
    """Pick a file; where it does not say its language, that is asked next.

    Signals:
        picked: A file's name, and the language chosen for it or "".
    """

    picked = Signal(str, str)

    def __init__(self, context: StaffContext, who: str, folder: str, names: list[str]) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("Install from a folder"), _("Back"))
        self._name = ""
        self._choices: QWidget | None = None
        self._lead = self.label("", TypeRole.LEAD, "ink_soft")
        self._lead.keep_within(self.theme.px(150))
        self.body.addWidget(self._lead)
        self.body.addStretch(1)
        if not folder:
            self._lead.setText(
                _('No folder is set. Add [epds] folder = "/path/of/the/folder" to kiosk.toml.')
            )
        elif not names:
            self._lead.setText(
                _("There is no file in %(folder)s. It takes TOML, JSON and CSV files.")
                % {"folder": context.words.left_to_right(folder)}
            )
        else:
            self._lead.setText(
                _("Files in %(folder)s") % {"folder": context.words.left_to_right(folder)}
            )
            self._offer("file", {name: name for name in names[:_MOST]})
        if len(names) > _MOST:
            self.show_message(_("There are more files: move some out of the folder."))

    def ask_language(self, name: str) -> None:
        """Ask for the language of a file that does not say it."""
        _ = self.context.words.gettext
        self._name = name
        self._lead.setText(_("In which language is %(name)s?") % {"name": name})
        self._offer("language", {code: each.name for code, each in LANGUAGES.items()})

    def _offer(self, kind: str, texts: dict[str, str]) -> None:
        if self._choices is not None:
            self.body.removeWidget(self._choices)
            self._choices.hide()
            self._choices.deleteLater()
        self._choices = QWidget()
        grid = QGridLayout(self._choices)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.theme.px(28))
        grid.setVerticalSpacing(self.theme.gap(16))
        for place, (value, text) in enumerate(texts.items()):
            button = Button(self.theme, Kind.SECONDARY, height=92)
            button.set_role(TypeRole.LABEL_STRONG)
            button.setText(text)
            button.setObjectName(f"{kind}-{value}")
            button.setProperty("value", value)
            button.clicked.connect(self._on_language if kind == "language" else self._on_file)
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        self.body.insertWidget(1, self._choices)

    def _on_file(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.picked.emit(str(sender.property("value")), "")

    def _on_language(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.picked.emit(self._name, str(sender.property("value")))
