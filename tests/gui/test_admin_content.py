"""Languages, topics and approvals at the kiosk."""

from datetime import UTC, datetime

import msgspec
import pytest

from kiosk.domain.language import LANGUAGES
from kiosk.services.approvals import Approvals
from kiosk.services.offer import Lack, Offer, Offered, Part
from kiosk.services.settings_book import SettingsBook
from kiosk.settings import Settings
from kiosk.ui.admin_services import AdminServices
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.approval_text import ApprovalTextScreen
from kiosk.ui.staff.approvals import ApprovalsScreen
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.staff.offer import OfferScreen
from kiosk.ui.widgets.line_field import LineField
from tests.helpers.gui_kiosk import button, has_button, press, texts, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, open_staff_area
from tests.helpers.gui_tree import tree_faults, walk
from tests.helpers.printing import FakeAudit
from tests.unit.services.test_approvals import MemoryRecord, ReadText
from tests.unit.services.test_settings_book import MemoryFile

NOW = datetime(2026, 3, 2, tzinfo=UTC)
TOPICS = (
    Offered("feelings", "Your feelings", {}),
    Offered("newborn", "Your new baby", {Lack.TEXTS: "ar, vi"}),
    Offered("safe-sleep", "Safe sleep", {Lack.DRAFTS: "en, es"}),
)


def _languages():
    lacking = {"ar": {Lack.TEXTS: "newborn"}, "es": {Lack.FORM: ""}, "vi": {Lack.DRAFTS: "8"}}
    return [Offered(code, each.name, lacking.get(code, {})) for code, each in LANGUAGES.items()]


class Written(MemoryFile):
    """A settings file that keeps what is written into its lists."""

    def change(self, written):
        super().change(written)
        made = {key: tuple(value.split(", ")) for key, value in written.items()}
        self.settings = msgspec.structs.replace(self.settings, **made)


@pytest.fixture
def file():
    return Written(Settings(topics=("feelings", "safe-sleep")))


@pytest.fixture
def record():
    return MemoryRecord()


@pytest.fixture
def audit():
    return FakeAudit()


@pytest.fixture
def enter(booth, qtbot, file, record, audit):
    """Opens a room: gives the staff area once its list shows."""

    def go(room, screen, *, language="en"):
        book = SettingsBook(file, Settings(), audit, lambda: NOW)
        offer = Offer(book, lambda part: _languages() if part is Part.LANGUAGES else TOPICS)
        approvals = Approvals(record, audit, lambda: NOW)
        admin = AdminServices(offer=offer, approvals=approvals)
        kit = open_staff_area(booth, role="admin", language=language, admin=admin)
        type_digits(kit.area, PIN)
        press(kit.area, "enter")
        qtbot.waitUntil(lambda: bool(kit.area.findChildren(BoardScreen)))
        settle()
        press(kit.area, "manage", room)
        qtbot.waitUntil(lambda: bool(kit.area.findChildren(screen)))
        first = "switch-en" if room == "topics" else "read-feelings-es"
        qtbot.waitUntil(lambda: has_button(kit.area, first))
        settle()
        return kit.area

    return go


def _saved(area, qtbot):
    said = "Saved. It counts from the kiosk's next start."
    qtbot.waitUntil(lambda: said in texts(area))
    settle()


def test_languages_say_what_they_lack(enter):
    area = enter("topics", OfferScreen)
    seen = texts(area)
    assert "no EPDS text is installed" in seen
    press(area, "more")
    settle()
    seen = texts(area)
    assert "texts are not whole: newborn" in seen
    assert not button(area, "switch-ar").isEnabled()


def test_a_language_is_switched_off_and_moved(enter, file, audit, qtbot):
    area = enter("topics", OfferScreen)
    press(area, "move+1-en")
    _saved(area, qtbot)
    assert file.settings.languages[:2] == ("es", "en")
    press(area, "switch-es")
    # The first change's message still stands: the log tells when the second is done.
    qtbot.waitUntil(lambda: len(audit.lines) == 2)
    assert "es" not in file.settings.languages
    assert audit.lines == [("Ines", "setting_changed", "languages")] * 2


def test_topics_are_switched_and_moved(enter, file, qtbot):
    area = enter("topics", OfferScreen)
    press(area, "part-topics")
    qtbot.waitUntil(lambda: has_button(area, "switch-feelings"))
    settle()
    assert not button(area, "move-1-feelings").isEnabled()
    press(area, "move-1-safe-sleep")
    _saved(area, qtbot)
    assert file.settings.topics == ("safe-sleep", "feelings")
    press(area, "switch-feelings")
    qtbot.waitUntil(lambda: button(area, "switch-feelings").text() == "Offer")
    settle()
    press(area, "switch-safe-sleep")
    qtbot.waitUntil(lambda: any("nothing would be left" in text for text in texts(area)))
    assert file.settings.topics == ("safe-sleep",)


def test_a_text_is_stood_for_once_all_of_it_was_on_the_screen(enter, record, audit, qtbot):
    lines = [f"line {n}" for n in range(40)]
    record.read = lambda _name, _language: ReadText("\n".join(lines), "mark 1")
    area = enter("approvals", ApprovalsScreen)
    assert "Waiting to be read: 2" in texts(area)
    press(area, "read-feelings-es")
    qtbot.waitUntil(lambda: bool(area.findChildren(ApprovalTextScreen)))
    settle()
    assert not button(area, "approve").isEnabled()
    seen = []
    while button(area, "more").isEnabled():
        seen += [line for text in texts(area) for line in text.splitlines()]
        press(area, "more")
        settle()
    seen += [line for text in texts(area) for line in text.splitlines()]
    assert set(lines) <= set(seen)
    [role] = area.findChildren(LineField)
    role.setText("midwife")
    press(area, "approve")
    qtbot.waitUntil(lambda: "Approved by Ines." in texts(area))
    assert record.approved == [("feelings", "es", "Ines", "midwife")]
    assert audit.lines == [("Ines", "content_approved", "feelings es")]


def test_a_text_that_changed_meanwhile_says_so(enter, record, audit, qtbot):
    area = enter("approvals", ApprovalsScreen)
    press(area, "read-feelings-es")
    qtbot.waitUntil(lambda: bool(area.findChildren(ApprovalTextScreen)))
    settle()
    record.mark = "mark 2"
    press(area, "approve")
    qtbot.waitUntil(lambda: any("read it again" in text for text in texts(area)))
    assert audit.lines == []


def test_a_text_with_errors_cannot_be_read(enter):
    area = enter("approvals", ApprovalsScreen)
    assert not button(area, "read-newborn-en").isEnabled()


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_page_is_whole(enter, qtbot, language):
    area = enter("topics", OfferScreen, language=language)
    assert layout_faults(area, 1.0) == []
    assert tree_faults(walk(area.window())) == []


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_approvals_are_whole(enter, qtbot, language):
    area = enter("approvals", ApprovalsScreen, language=language)
    assert layout_faults(area, 1.0) == []
    assert tree_faults(walk(area.window())) == []
    press(area, "read-feelings-es")
    qtbot.waitUntil(lambda: bool(area.findChildren(ApprovalTextScreen)))
    settle()
    assert layout_faults(area, 1.0) == []
    assert tree_faults(walk(area.window())) == []
