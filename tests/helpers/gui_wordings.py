"""Licensed wordings at the staff screens, in memory."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtTest import QTest

from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.domain.instrument_text import Fingerprints, InstalledText, InstrumentText, ItemText
from kiosk.library.instrument_file import read_instrument_text
from kiosk.services.epds_texts import EpdsTexts
from kiosk.services.wordings import TextFiles, Wordings
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.widgets.line_field import LineField
from tests.helpers.gui_kiosk import Booth, press, type_digits
from tests.helpers.gui_staff import PIN, StaffKit, open_staff_area
from tests.helpers.printing import FakeAudit


@dataclass
class MemoryTexts:
    """Satisfies `TextStore`; `full` is a disk without room."""

    stored: dict[str, InstalledText] = field(default_factory=dict)
    full: bool = False

    def put(self, installed: InstalledText, at: datetime) -> None:
        if self.full:
            raise StorageError(ErrorCode.DISK_FULL)
        self.stored[installed.text.language] = installed

    def get(self, instrument: str, language: str) -> InstalledText | None:
        return self.stored.get(language)

    def all(self) -> list[InstalledText]:
        return list(self.stored.values())

    def remove(self, instrument: str, language: str) -> bool:
        return self.stored.pop(language, None) is not None


@dataclass
class AdminKit:
    """The staff area of an administrator, and where wordings go."""

    kit: StaffKit
    store: MemoryTexts
    audit: FakeAudit

    def press(self, *names: str) -> None:
        """Press buttons one after the other."""
        press(self.kit.area, *names)

    def field(self, name: str) -> LineField:
        """A line to type that can be seen."""
        found = [f for f in self.kit.area.findChildren(LineField, name) if f.isVisible()]
        assert found, f"no line {name}"
        return found[-1]

    def type(self, name: str, text: str) -> None:
        """Type a text with the keyboard, in place of what stands there."""
        line = self.field(name)
        line.selectAll()
        QTest.keyClicks(line, text)
        settle()

    def fill(self, item: ItemText) -> None:
        """Put an item's five lines in; quicker than key by key."""
        for place, text in enumerate((item.stem, *item.options)):
            self.field(f"line-{place}").setText(text)
        settle()

    def fill_all(self, text: InstrumentText) -> None:
        """Put all ten items in, and leave the last one."""
        for item in text.items:
            self.fill(item)
            self.press("next")

    def permit(self) -> None:
        """Give a permission."""
        self.type("permission", "letter 7")
        self.press("continue")


def open_texts(
    booth: Booth,
    qtbot,
    *,
    published: Fingerprints | None = None,
    folder: Path | None = None,
    language: str = "en",
) -> AdminKit:
    """An administrator has entered the PIN and opened the wordings."""
    store, audit = MemoryTexts(), FakeAudit()
    files = TextFiles(folder, read_instrument_text)
    wordings = Wordings(EpdsTexts(store, audit), published or {}, files)
    kit = open_staff_area(booth, role="admin", wordings=wordings, language=language)
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: bool(kit.area.findChildren(BoardScreen)))
    settle()
    press(kit.area, "manage")
    press(kit.area, "texts")
    return AdminKit(kit, store, audit)
