"""The installed wordings of the EPDS: their language, version, state and permission."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.domain.language import own_name
from kiosk.i18n import Words
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import TextLabel

_LONGEST = 150


class EpdsTextsScreen(AdminScreen):
    """A line for each installed wording; removing one is asked twice.

    Signals:
        install_requested: Take one from the folder.
        type_requested: Type one in.
        removed: The language whose wording goes.
    """

    install_requested = Signal()
    type_requested = Signal()
    removed = Signal(str)

    def __init__(
        self, context: StaffContext, who: str, installed: list[InstalledText], message: str = ""
    ) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("EPDS text"), _("Back to administration"))
        self._language = ""
        self.body.setSpacing(self.theme.gap(7))
        for each in installed:
            self.body.addWidget(self._row(each))
        if not installed:
            text = _("No text is installed: the kiosk shows practice questions.")
            self.body.addWidget(self.label(text, TypeRole.LEAD, "ink_soft"))
        self.body.addStretch(1)
        self._type = self.act(_("Type it in"), "type")
        self._type.clicked.connect(self.type_requested)
        self._install = self.act(_("Install from a folder"), "install", Kind.PRIMARY)
        self._install.clicked.connect(self.install_requested)
        self._keep = self.act(_("Keep it"), "keep")
        self._keep.clicked.connect(self._on_keep)
        self._remove = self.act(_("Remove it"), "remove", Kind.DANGER)
        self._remove.clicked.connect(self._on_remove)
        self._ask("")
        self.show_message(message)

    def _row(self, each: InstalledText) -> Panel:
        _ = self.context.words.gettext
        px = self.theme.px
        panel = Panel(self.theme, radius=22)
        panel.setFixedHeight(max(px(88), self.theme.target(72) + px(8)))
        line = QHBoxLayout(panel)
        line.setContentsMargins(px(32), 0, px(14), 0)
        line.setSpacing(px(28))
        language = each.text.language
        name = self.label(own_name(language), TypeRole.LABEL_STRONG)
        name.setFixedWidth(px(250))
        for label, share in (
            (name, 0),
            (self._small(state_of(each, self.context.words), each.verified), 3),
            (self._small(permission_line(each.permission, self.context.words), True), 4),
        ):
            label.keep_within(px(76))
            line.addWidget(label, share, Qt.AlignmentFlag.AlignVCenter)
        remove = Button(self.theme, Kind.PILL, icon="trash")
        remove.setText(_("Remove"))
        remove.setAccessibleName(
            _("Remove the text in %(language)s") % {"language": own_name(language)}
        )
        remove.setObjectName(f"remove-{language}")
        remove.setProperty("language", language)
        remove.clicked.connect(self._on_ask)
        line.addWidget(remove)
        return panel

    def _small(self, text: str, calm: bool) -> TextLabel:
        return self.label(text, TypeRole.SMALL, "ink_soft" if calm else "sun_ink")

    def _on_ask(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self._ask(str(sender.property("language")))

    def _ask(self, language: str) -> None:
        """Ask whether the wording in a language is to go; "" asks nothing."""
        _ = self.context.words.gettext
        self._language = language
        for button in (self._type, self._install):
            button.setVisible(not language)
        for button in (self._keep, self._remove):
            button.setVisible(bool(language))
        question = _("Remove the text in %(language)s?")
        name = own_name(language) if language else ""
        self.show_message(question % {"language": name} if language else "")
        if language:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        self._ask("")

    def _on_remove(self) -> None:
        self.removed.emit(self._language)


def state_of(each: InstalledText, words: Words) -> str:
    """Whether a wording is the published one, and its version."""
    _ = words.gettext
    if each.verified:
        state = _("verified")
    elif each.accepted_by:
        state = _("differs, accepted by %(name)s") % {"name": each.accepted_by}
    else:
        state = _("not verified")
    return _short(f"{state} · {each.text.version}")


def permission_line(permission: Permission, words: Words) -> str:
    """What was given, by whom and when."""
    parts = [permission.text, permission.granted_by, permission.scope]
    if permission.granted_on:
        parts.insert(2, permission.granted_on.isoformat())
    said = " · ".join(filter(None, parts))
    return _short(words.gettext("Permission: %(said)s") % {"said": said})


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
