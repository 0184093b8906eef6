"""The administrators' way through the settings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from kiosk.domain.errors import KioskError
from kiosk.services.settings_book import Entry, SettingsBook
from kiosk.ui.admin_room import AdminRoom, Show
from kiosk.ui.staff.setting_edit import SettingEditScreen
from kiosk.ui.staff.setting_rows import SettingRowsScreen
from kiosk.ui.staff.settings_groups import TITLES, SettingsGroupsScreen
from kiosk.ui.staff.settings_list import SettingsListScreen
from kiosk.ui.staff_context import StaffContext


class SettingsDesk(AdminRoom):
    """Tables, then the settings of one, then one setting."""

    def __init__(
        self,
        context: StaffContext,
        book: SettingsBook,
        who: str,
        show: Show,
        parent: QObject,
    ) -> None:
        super().__init__(context, who, show, parent)
        self._book = book
        self._group = ""
        self._page = 0
        self._entries: tuple[Entry, ...] = ()

    def start(self) -> None:
        """Show the tables."""
        screen = SettingsGroupsScreen(self.context, self.who, self._book.groups(), self._book.path)
        screen.group_wanted.connect(self._on_group)
        self.show(screen)

    def _on_group(self, group: str) -> None:
        self._group, self._page = group, 0
        self._list()

    def _list(self, message: str = "") -> None:
        try:
            self._entries = self._book.entries(self._group)
        except KioskError as error:
            # Somebody has broken the file with an editor.
            self.tell(self.say(error))
            return
        title = TITLES.get(self._group, (self._group, ""))[0]
        screen = SettingsListScreen(
            self.context,
            self.who,
            self.context.words.gettext(title),
            self._entries,
            page=self._page,
            can_change=bool(self._book.path),
        )
        screen.change_wanted.connect(self._on_change_wanted)
        screen.turned.connect(self._on_turned)
        self.show(screen, self.start)
        self.tell(message)

    def _on_turned(self, by: int) -> None:
        self._page += by
        self._list()

    def _on_change_wanted(self, key: str) -> None:
        entry = next(each for each in self._entries if each.key == key)
        if not entry.can_change:
            self._rows(entry)
            return
        self._edit(entry, {})

    def _edit(self, entry: Entry, given: Mapping[str, str]) -> None:
        """Change a setting; a text that is in no language yet, in one language after the other."""
        try:
            lacking = self._book.lacking(entry)
        except KioskError as error:
            self.tell(self.say(error))
            return
        rest = [each for each in lacking if each.key not in given]
        screen = SettingEditScreen(self.context, self.who, entry, more=bool(rest))

        def save(written: str) -> None:
            book, who, values = self._book, self.who, {**given, entry.key: written}
            if rest:
                self._edit(rest[0], values)
            else:
                self.work(lambda: book.change(values, who), self._on_saved)

        screen.saved.connect(save)
        self.show(screen, self._list)

    def _rows(self, entry: Entry, page: int = 0) -> None:
        """The rows of a list of tables."""
        try:
            rows = self._book.rows(entry.key)
        except KioskError as error:
            self.tell(self.say(error))
            return
        screen = SettingRowsScreen(self.context, self.who, entry, rows, page=page)
        screen.turned.connect(lambda by: self._rows(entry, page + by))
        screen.add_wanted.connect(lambda: self._ask(entry, {}))
        book, who = self._book, self.who

        def remove(count: int) -> None:
            self.work(lambda: book.remove(entry.key, count, who), self._on_saved)

        screen.removed.connect(remove)
        self.show(screen, self._list)

    def _ask(self, table: Entry, given: Mapping[str, str]) -> None:
        """Ask what a new row needs, one thing after the other, and add it."""
        book, who = self._book, self.who
        try:
            wanted = book.asked(table.key, given)
        except KioskError as error:
            self.tell(self.say(error))
            return
        if wanted is None:
            self.work(lambda: book.add(table.key, given, who), self._on_saved)
            return
        key = wanted.key.partition("].")[2]
        more = bool(wanted.about.choices) or book.asked(table.key, {**given, key: ""}) is not None
        screen = SettingEditScreen(self.context, self.who, wanted, more=more)
        screen.saved.connect(lambda written: self._ask(table, {**given, key: written}))
        self.show(screen, lambda: self._rows(table))

    def _on_saved(self, _nothing: None) -> None:
        _ = self.context.words.gettext
        self._list(_("Saved. It counts from the kiosk's next start."))
