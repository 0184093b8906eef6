"""kiosk.toml for an administrator at the kiosk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.language import LANGUAGES
from kiosk.services.settings_book import SettingsBook
from kiosk.settings import Alerts, Idle, Response, ResponseLine, Settings
from kiosk.settings.catalogue import all_settings
from kiosk.settings.values import AlertChannel
from tests.helpers.printing import FakeAudit

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@dataclass
class MemoryFile:
    """Satisfies `SettingsFile`."""

    settings: Settings
    changed: list[tuple[str, str]] = field(default_factory=list)
    added: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    removed: list[tuple[str, int]] = field(default_factory=list)
    path: str = "/etc/kiosk.toml"

    def read(self) -> Settings:
        return self.settings

    def change(self, written: Mapping[str, str]) -> None:
        for key, value in written.items():
            if value == "wrong":
                raise InputError(ErrorCode.BAD_VALUE, key=key, reason="20 to 3600")
        self.changed += written.items()

    def add(self, table: str, written: Mapping[str, str]) -> None:
        self.added.append((table, dict(written)))

    def remove(self, table: str, count: int) -> None:
        self.removed.append((table, count))


def book_of(settings, *, running=None, file=True):
    made, audit = MemoryFile(settings), FakeAudit()
    book = SettingsBook(made if file else None, running or Settings(), audit, lambda: NOW)
    return book, made, audit


def written(book, group):
    return {entry.key: entry.written for entry in book.entries(group)}


def test_every_setting_stands_in_one_group():
    book, _, _ = book_of(Settings())
    groups = book.groups()
    assert groups[:3] == ("", "clinic", "idle")
    shown = [entry.about.key for group in groups for entry in book.entries(group)]
    plain = {each.key for each in all_settings() if "[]" not in each.key}
    assert plain <= set(shown) | {"response.text"}


def test_values_are_written_as_on_a_command_line():
    book, _, _ = book_of(Settings(languages=("en", "es"), idle=Idle(seconds=90)))
    assert written(book, "")["languages"] == "en, es"
    assert written(book, "idle")["idle.seconds"] == "90"
    assert written(book, "sound") == {"sound.read_aloud": "true", "sound.headphones": "false"}


def test_rows_of_a_table_are_counted_from_one():
    channels = (AlertChannel("sound", "bell"), AlertChannel("webhook", "pager", url="https://a.b"))
    book, _, _ = book_of(Settings(alerts=Alerts(channel=channels)))
    entries = {entry.key: entry for entry in book.entries("alerts")}
    rows = [key for key in entries if "[" in key]
    assert rows == sorted(rows, key=lambda key: "[2]" in key)
    assert entries["alerts.channel[2].name"].written == "pager"
    assert entries["alerts.channel"].rows == 2
    assert not entries["alerts.channel"].can_change
    assert entries["alerts.channel[1].kind"].can_change


def test_a_text_by_language_is_an_entry_for_each_language_offered():
    line = ResponseLine("555", {"en": "Our nurse"})
    settings = Settings(languages=("en", "es"), response=Response({"en": "Ana comes."}, (line,)))
    found = written(book_of(settings)[0], "response")
    assert (found["response.text.en"], found["response.text.es"]) == ("Ana comes.", "")
    assert found["response.line[1].name.en"] == "Our nurse"
    every = written(book_of(Settings())[0], "response")
    assert {f"response.text.{code}" for code in LANGUAGES} <= set(every)


def test_a_change_goes_into_the_file_and_its_key_into_the_log():
    book, file, audit = book_of(Settings())
    book.change({"idle.seconds": "90"}, "Ines")
    assert file.changed == [("idle.seconds", "90")]
    assert audit.lines == [("Ines", "setting_changed", "idle.seconds")]
    assert book.path == "/etc/kiosk.toml"


def test_where_the_key_lies_is_not_told():
    book, _, audit = book_of(Settings())
    book.change({"key.source": "keyring"}, "Ines")
    assert audit.lines == [("Ines", "setting_changed", "key")]


def test_a_value_that_is_refused_leaves_no_line():
    book, file, audit = book_of(Settings())
    with pytest.raises(InputError):
        book.change({"idle.seconds": "wrong"}, "Ines")
    assert (file.changed, audit.lines) == ([], [])


def test_without_a_file_it_shows_what_runs_and_changes_nothing():
    book, _, audit = book_of(Settings(), running=Settings(idle=Idle(seconds=77)), file=False)
    assert written(book, "idle")["idle.seconds"] == "77"
    assert book.path == ""
    with pytest.raises(InputError) as caught:
        book.change({"idle.seconds": "90"}, "Ines")
    assert caught.value.code is ErrorCode.SETTINGS_NO_FILE
    assert audit.lines == []
    with pytest.raises(InputError):
        book.add("alerts.channel", {"kind": "sound", "name": "bell"}, "Ines")
    with pytest.raises(InputError):
        book.remove("alerts.channel", 1, "Ines")
    assert audit.lines == []


def test_a_text_in_no_language_yet_is_lacking_in_all_the_others():
    settings = Settings(languages=("en", "es", "ar"), response=Response())
    book, _, _ = book_of(settings)
    entries = {entry.key: entry for entry in book.entries("response")}
    lacking = book.lacking(entries["response.text.es"])
    assert [entry.key for entry in lacking] == ["response.text.en", "response.text.ar"]
    there = Settings(languages=("en", "es"), response=Response({"en": "Ana.", "es": "Ana."}))
    book, _, _ = book_of(there)
    assert book.lacking(entries["response.text.es"]) == ()
    [seconds] = (e for e in book.entries("idle") if e.key == "idle.seconds")
    assert book.lacking(seconds) == ()


def _asked(book, table, answers):
    """The keys that are asked for one after the other."""
    given: dict[str, str] = {}
    while entry := book.asked(table, given):
        key = entry.key.partition("].")[2]
        given[key] = answers.get(key, "x")
        assert len(given) < 20
    return list(given)


@pytest.mark.parametrize(
    ("kind", "further"), [("sound", []), ("slip", ["printer"]), ("webhook", ["url"])]
)
def test_a_new_channel_is_asked_for_what_its_kind_needs(kind, further):
    book, _, _ = book_of(Settings(alerts=Alerts(channel=(AlertChannel("sound", "bell"),))))
    assert _asked(book, "alerts.channel", {"kind": kind}) == ["name", "kind", *further]
    first = book.asked("alerts.channel", {})
    assert first is not None
    assert (first.key, first.value) == ("alerts.channel[2].name", "")
    second = book.asked("alerts.channel", {"name": "pager"})
    assert second is not None
    assert second.value in second.about.choices


def test_a_new_line_is_asked_for_its_name_in_every_language_offered():
    book, _, _ = book_of(Settings(languages=("en", "es")))
    assert _asked(book, "response.line", {}) == ["number", "name.en", "name.es"]


def test_rows_are_known_by_name_added_removed_and_logged_without_what_they_say():
    channels = (AlertChannel("sound", "bell"), AlertChannel("sound", "horn"))
    book, file, audit = book_of(Settings(alerts=Alerts(channel=channels)))
    assert book.rows("alerts.channel") == ("bell", "horn")
    book.add("alerts.channel", {"kind": "sound", "name": "gong"}, "Ines")
    book.remove("alerts.channel", 2, "Ines")
    assert file.added == [("alerts.channel", {"kind": "sound", "name": "gong"})]
    assert file.removed == [("alerts.channel", 2)]
    assert audit.lines == [("Ines", "setting_changed", "alerts.channel")] * 2
