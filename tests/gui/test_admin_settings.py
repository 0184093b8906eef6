"""Settings at the kiosk: one truth, the file, changed by touch."""

from datetime import UTC, datetime

import pytest

from kiosk.domain.language import LANGUAGES
from kiosk.services.settings_book import SettingsBook
from kiosk.settings import Settings, default_content_folder, load_settings
from kiosk.ui.admin_services import AdminServices
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.staff.setting_edit import SettingEditScreen
from kiosk.ui.staff.settings_groups import SettingsGroupsScreen
from kiosk.ui.staff.settings_list import SettingsListScreen
from kiosk.ui.widgets.line_field import LineField
from kiosk.wiring.settings_file import OpenedFile, refuse_content
from tests.helpers.gui_kiosk import button, has_button, press, texts, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, open_staff_area
from tests.helpers.gui_tree import tree_faults, walk
from tests.helpers.printing import FakeAudit

CHANNEL = '[[alerts.channel]]\nkind = "sound"\nname = "the bell at the front desk"\n'
START = '# ours\nlanguages = ["en", "es"]\n\n[idle]\nseconds = 60  # for the slow\n'


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "kiosk.toml"
    path.write_text(START, encoding="utf-8")
    return path


@pytest.fixture
def audit():
    return FakeAudit()


@pytest.fixture
def enter(booth, qtbot, file, audit):
    """Opens the settings."""

    def go(*, language="en", with_file=True):
        opened = OpenedFile(file, lambda made: refuse_content(default_content_folder(), made))
        now = datetime(2026, 3, 2, tzinfo=UTC)
        book = SettingsBook(opened if with_file else None, Settings(), audit, lambda: now)
        kit = open_staff_area(
            booth, role="admin", language=language, admin=AdminServices(settings=book)
        )
        type_digits(kit.area, PIN)
        press(kit.area, "enter")
        qtbot.waitUntil(lambda: bool(kit.area.findChildren(BoardScreen)))
        settle()
        press(kit.area, "manage", "settings")
        settle()
        assert kit.area.findChildren(SettingsGroupsScreen)
        return kit.area

    return go


def _saved(area, qtbot):
    said = "Saved. It counts from the kiosk's next start."
    qtbot.waitUntil(lambda: said in texts(area))
    settle()


def test_a_number_is_typed_on_the_pad(enter, file, audit, qtbot):
    area = enter()
    assert f"They stand in {file}. A change counts from the kiosk's next start." in texts(area)
    press(area, "group-idle")
    settle()
    assert "Seconds without a touch until the warning." in texts(area)
    press(area, "change-idle.seconds")
    settle()
    assert "Takes: 20 to 3600" in texts(area)
    press(area, "erase", "erase", "digit-9", "digit-5", "save")
    _saved(area, qtbot)
    assert "95" in texts(area)
    assert file.read_text(encoding="utf-8") == START.replace("seconds = 60", "seconds = 95")
    assert audit.lines == [("Ines", "setting_changed", "idle.seconds")]


def test_a_wrong_value_is_told_and_changes_nothing(enter, file, audit, qtbot):
    area = enter()
    press(area, "group-idle", "change-idle.seconds")
    settle()
    press(area, "erase", "erase", "digit-5", "save")
    assert texts(area).count("Takes: 20 to 3600") > 1
    assert area.findChildren(SettingEditScreen)
    assert file.read_text(encoding="utf-8") == START
    assert audit.lines == []
    press(area, "back")
    settle()
    assert area.findChildren(SettingsListScreen)
    press(area, "back")
    settle()
    assert area.findChildren(SettingsGroupsScreen)


def test_a_switch_and_a_choice_are_buttons(enter, file, qtbot):
    area = enter()
    press(area, "group-sound", "change-sound.headphones")
    settle()
    assert button(area, "value-false").isChecked()
    press(area, "value-true", "save")
    _saved(area, qtbot)
    press(area, "back", "group-printing", "change-printing.paper")
    settle()
    press(area, "value-a4", "save")
    _saved(area, qtbot)
    made = load_settings(file)
    assert (made.sound.headphones, made.printing.paper) == (True, "a4")


def test_languages_are_ticked(enter, file, qtbot):
    area = enter()
    press(area, "group-general", "change-languages")
    settle()
    assert [button(area, f"value-{code}").isChecked() for code in ("en", "es", "ar")] == [
        True,
        True,
        False,
    ]
    press(area, "value-ar", "save")
    _saved(area, qtbot)
    assert load_settings(file).languages == ("en", "es", "ar")


def test_a_text_is_written(enter, file, qtbot):
    area = enter()
    press(area, "group-clinic", "change-clinic.name")
    settle()
    [line] = area.findChildren(LineField)
    line.setText("Riverside Maternity")
    press(area, "save")
    _saved(area, qtbot)
    assert load_settings(file).clinic.name == "Riverside Maternity"


def test_own_words_stand_by_language(enter, file, qtbot):
    area = enter()
    press(area, "group-response")
    settle()
    assert has_button(area, "change-response.text.es")
    press(area, "change-response.text.en")
    settle()
    [line] = area.findChildren(LineField)
    line.setText("Ana comes.")
    press(area, "save")
    settle()
    # A text that is there must be there in every language offered: the other is asked for, too.
    assert "response.text.es" in texts(area)
    assert file.read_text(encoding="utf-8") == START
    [line] = area.findChildren(LineField)
    line.setText("Ana viene.")
    press(area, "save")
    _saved(area, qtbot)
    assert load_settings(file).response.text == {"en": "Ana comes.", "es": "Ana viene."}


def _write(area, text):
    [line] = area.findChildren(LineField)
    line.setText(text)
    press(area, "save")
    settle()


def test_a_channel_is_added_by_what_its_kind_needs_and_removed_when_asked_twice(
    enter, file, audit, qtbot
):
    area = enter()
    press(area, "group-alerts", "change-alerts.channel", "add")
    settle()
    _write(area, "pager")
    press(area, "value-webhook", "save")
    settle()
    assert "alerts.channel[1].url" in texts(area)
    for key in ("letter-h", "letter-t", "letter-t", "letter-p", "signs", "letter-:"):
        press(area, key)
    press(area, *["letter-/"] * 2, "signs", "shift", "letter-E", "letter-X", "erase", "shift")
    press(area, "letter-l", "letter-space", "erase", "save")
    [line] = area.findChildren(LineField)
    assert line.text() == "http://El"
    qtbot.waitUntil(lambda: any("https address is needed" in text for text in texts(area)))
    assert file.read_text(encoding="utf-8") == START
    _write(area, "https://pager.example/kiosk")
    _saved(area, qtbot)
    [channel] = load_settings(file).alerts.channel
    assert (channel.kind, channel.name) == ("webhook", "pager")

    press(area, "change-alerts.channel", "remove-1")
    settle()
    assert "Remove pager?" in texts(area)
    press(area, "keep")
    assert load_settings(file).alerts.channel == (channel,)
    press(area, "remove-1", "remove-it")
    _saved(area, qtbot)
    assert load_settings(file).alerts.channel == ()
    assert audit.lines == [("Ines", "setting_changed", "alerts.channel")] * 2


def test_a_line_is_added_with_its_name_in_every_language(enter, file, qtbot):
    area = enter()
    press(area, "group-response", "more")
    settle()
    press(area, "change-response.line", "add")
    settle()
    for text in ("555-0100", "Our nurse", "Nuestra enfermera"):
        _write(area, text)
    _saved(area, qtbot)
    [line] = load_settings(file).response.line
    assert (line.number, dict(line.name)) == (
        "555-0100",
        {"en": "Our nurse", "es": "Nuestra enfermera"},
    )


def test_without_a_file_everything_is_shown_and_nothing_changed(enter):
    area = enter(with_file=False)
    assert any("kiosk --settings FILE run" in text for text in texts(area))
    press(area, "group-idle")
    settle()
    assert not button(area, "change-idle.seconds").isEnabled()


def test_a_file_that_was_broken_meanwhile_is_told(enter, file):
    area = enter()
    file.write_text("idle = [", encoding="utf-8")
    press(area, "group-idle")
    settle()
    assert area.findChildren(SettingsGroupsScreen)
    assert any("kiosk.toml" in text and ":1" in text for text in texts(area))


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_page_is_whole(enter, file, language):
    file.write_text(START + CHANNEL, encoding="utf-8")
    area = enter(language=language)
    assert layout_faults(area, 1.0) == []
    assert tree_faults(walk(area.window())) == []
    for group, key in (
        ("general", "languages"),
        ("idle", "idle.seconds"),
        ("clinic", "clinic.name"),
        ("alerts", "alerts.channel"),
    ):
        press(area, f"group-{group}")
        settle()
        assert layout_faults(area, 1.0) == []
        assert tree_faults(walk(area.window())) == []
        press(area, f"change-{key}")
        settle()
        assert layout_faults(area, 1.0) == []
        assert tree_faults(walk(area.window())) == []
        press(area, "back", "back")
        settle()


@pytest.mark.parametrize(
    "topics", ["", "preeclampsia, breastfeeding, safe-sleep, feelings, pregnancy-care"]
)
def test_a_list_may_be_longer_than_one_of_its_texts(enter, file, qtbot, topics):
    area = enter()
    press(area, "group-general", "change-topics")
    settle()
    line = next(each for each in area.findChildren(LineField, "value") if each.isVisible())
    line.setText(topics)
    press(area, "save")
    qtbot.waitUntil(lambda: any("Saved" in text for text in texts(area)))
    assert ("safe-sleep" in file.read_text(encoding="utf-8")) is bool(topics)
