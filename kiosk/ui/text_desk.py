"""The way through the administrators' screens for wordings of the EPDS."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.domain.epds import CITATION, EPDS_ID
from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.domain.instrument_text import InstrumentText, ItemText, Permission
from kiosk.domain.letter_check import repeated
from kiosk.services.wording import describe, spell
from kiosk.services.wordings import Wordings
from kiosk.ui.staff.epds_file import EpdsFileScreen
from kiosk.ui.staff.epds_language import EpdsLanguageScreen
from kiosk.ui.staff.epds_permission import EpdsPermissionScreen
from kiosk.ui.staff.epds_points import EpdsPointsScreen
from kiosk.ui.staff.epds_texts import EpdsTextsScreen
from kiosk.ui.staff.epds_typing import EpdsTypingScreen
from kiosk.ui.staff.epds_verdict import EpdsVerdictScreen
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.widgets.admin_screen import AdminScreen


class TextDesk(QObject):
    """Knows which screen follows; a wording is held only between choosing and installing it.

    Signals:
        closed: Back to the board.
        locked: Back to the kiosk's first screen.
    """

    closed = Signal()
    locked = Signal()

    def __init__(
        self,
        context: StaffContext,
        wordings: Wordings,
        who: str,
        show: Callable[[AdminScreen], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._wordings = wordings
        self._who = who
        self._show_screen = show
        self._screen: AdminScreen | None = None
        self._text: InstrumentText | None = None
        self._language = ""
        self._permission = Permission("")

    def forget(self) -> None:
        """Nothing of a wording on the way stays."""
        self._text = None
        self._permission = Permission("")

    def _show(self, screen: AdminScreen, back: Callable[[], None]) -> None:
        self._screen = screen
        screen.closed.connect(back)
        screen.locked.connect(self.locked)
        self._show_screen(screen)

    def start(self, message: str = "") -> None:
        """Show what is installed, and say something below it."""
        self.forget()
        try:
            installed = self._wordings.texts.installed()
        except KioskError as error:
            installed, message = [], self._say(error)
        screen = EpdsTextsScreen(self._context, self._who, installed, message)
        screen.install_requested.connect(self._on_install)
        screen.type_requested.connect(self._on_type)
        screen.removed.connect(self._on_removed)
        self._show(screen, self.closed.emit)

    def _on_removed(self, language: str) -> None:
        try:
            self._wordings.texts.remove(language, by=self._who, at=self._context.clock())
        except KioskError as error:
            self.start(self._say(error))
            return
        self.start()

    def _on_install(self) -> None:
        files = self._wordings.files
        message, names = "", list[str]()
        try:
            names = files.names()
        except KioskError as error:
            message = self._say(error)
        folder = str(files.folder) if files.folder else ""
        screen = EpdsFileScreen(self._context, self._who, folder, names)
        screen.picked.connect(self._on_picked)
        self._show(screen, self.start)
        if message:
            screen.show_message(message)

    def _on_picked(self, name: str, language: str) -> None:
        screen = self._screen
        try:
            text = self._wordings.files.read(name, language or None)
            self._wordings.texts.compare(text, self._wordings.published)
        except InputError as error:
            if error.code is ErrorCode.TEXT_LANGUAGE_NEEDED and isinstance(screen, EpdsFileScreen):
                screen.ask_language(name)
            else:
                self._tell(self._say(error))
            return
        self._ask_permission(text)

    def _on_type(self) -> None:
        screen = EpdsLanguageScreen(self._context, self._who)
        screen.chosen.connect(self._on_language)
        self._show(screen, self.start)

    def _on_language(self, language: str) -> None:
        self._language = language
        expected = self._wordings.published.get(language)
        screen = EpdsTypingScreen(self._context, self._who, language, expected)
        screen.typed.connect(self._on_typed)
        self._show(screen, self.start)

    def _on_typed(self, items: tuple[ItemText, ...]) -> None:
        version = f"typed-{self._context.clock().date().isoformat()}"
        text = InstrumentText(EPDS_ID, self._language, version, CITATION, "", "", items)
        try:
            self._wordings.texts.compare(text, self._wordings.published)
        except KioskError as error:
            self._tell(self._say(error))
            return
        if again := repeated(text):
            _ = self._context.words.gettext
            marks = spell(again, self._context.words)
            self._tell(_("The same words stand twice: %(marks)s") % {"marks": marks})
            return
        self._ask_permission(text)

    def _ask_permission(self, text: InstrumentText) -> None:
        self._text = text
        screen = EpdsPermissionScreen(self._context, self._who)
        screen.given.connect(self._on_permission)
        self._show(screen, self.start)

    def _on_permission(self, permission: Permission) -> None:
        text = self._text
        if text is None:
            return
        self._permission = permission
        published = self._wordings.published
        if marks := self._wordings.texts.compare(text, published):
            screen = EpdsVerdictScreen(self._context, self._who, marks)
            screen.accepted.connect(self._on_accepted)
            self._show(screen, self.start)
        elif text.language not in published:
            points = EpdsPointsScreen(self._context, self._who, text)
            points.confirmed.connect(self._on_confirmed)
            self._show(points, self.start)
        else:
            self._install()

    def _on_accepted(self) -> None:
        self._install(accept_differences=True)

    def _on_confirmed(self) -> None:
        self._install(points_confirmed=True)

    def _install(self, *, accept_differences: bool = False, points_confirmed: bool = False) -> None:
        _ = self._context.words.gettext
        if self._text is None:
            return
        try:
            installed = self._wordings.texts.install(
                self._text,
                self._permission,
                self._wordings.published,
                accept_differences=accept_differences,
                points_confirmed=points_confirmed,
                by=self._who,
                at=self._context.clock(),
            )
        except KioskError as error:
            # What was typed is not lost: the screen stays, and can be tried again.
            self._tell(self._say(error))
            return
        done = _("Installed and verified: every line matches the published text.")
        self.start(done if installed.verified else _("Installed, not verified."))

    def _tell(self, message: str) -> None:
        if self._screen is not None:
            self._screen.show_message(message)

    def _say(self, error: KioskError) -> str:
        sentence = describe(error, self._context.words)
        return f"{sentence[:1].upper()}{sentence[1:]}."
