"""Administrators install a licensed wording at the kiosk: from a folder, or typed in."""

import tomllib
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain.epds import EPDS
from kiosk.domain.instrument_text import InstalledText, ItemText, Permission
from kiosk.library.text_pack import read_fingerprints
from kiosk.settings import default_content_folder
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.widgets.line_field import LineField
from tests.helpers.epds_files import dictionary_of, dictionary_rows
from tests.helpers.epds_texts import (
    made_up_text,
    made_up_wording,
    pack_of,
    prints_of,
    published_pack,
)
from tests.helpers.gui_kiosk import all_text, button, has_button, press, shown, texts, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, WHO, open_staff_area
from tests.helpers.gui_wordings import MemoryTexts, open_texts

MATCHES = "matches the published text"
TEXT = made_up_text()
PUBLISHED = prints_of(TEXT, "published-1")


def _changed(number, place, words):
    """The made-up wording with one option in other words."""
    items = list(TEXT.items)
    options = list(items[number - 1].options)
    options[place - 1] = words
    items[number - 1] = replace(items[number - 1], options=tuple(options))
    return replace(TEXT, items=tuple(items))


def _read(admin):
    return all_text(admin.kit.area)


def _put(store, language, **more):
    text = replace(TEXT, language=language)
    permission = Permission("letter 7", "the publisher", date(2026, 5, 3), "languages=en")
    store.stored[language] = replace(InstalledText(text, permission, verified=True), **more)


def test_only_administrators_come_to_the_texts(booth, qtbot):
    kit = open_staff_area(booth, role="staff")
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: "Waiting now" in texts(kit.area))
    assert not has_button(kit.area, "manage")


def test_what_is_installed_is_listed_and_removed_after_a_question(booth, qtbot):
    admin = open_texts(booth, qtbot)
    assert "No text is installed: the kiosk shows practice questions." in _read(admin)
    admin.press("back")
    _put(admin.store, "en")
    _put(admin.store, "es", verified=False, differences=("3/2",), accepted_by="Ada")
    admin.press("texts")
    seen = _read(admin)
    assert "verified · made-up-1" in seen
    assert "differs, accepted by Ada · made-up-1" in seen
    assert "letter 7 · the publisher · 2026-05-03 · languages=en" in seen
    admin.press("remove-es", "keep")
    assert set(admin.store.stored) == {"en", "es"}
    admin.press("remove-es")
    assert "Remove the text in Español?" in _read(admin)
    admin.press("remove")
    assert set(admin.store.stored) == {"en"}
    assert (WHO, "epds_text_removed", "es") in admin.audit.lines


def test_without_a_folder_the_screen_says_how_to_set_one(booth, qtbot):
    admin = open_texts(booth, qtbot)
    admin.press("install")
    assert '[epds] folder = "' in _read(admin)


def test_a_folder_that_is_not_there_is_told(booth, qtbot, tmp_path):
    admin = open_texts(booth, qtbot, folder=tmp_path / "gone")
    admin.press("install")
    assert "there is no such file" in _read(admin)


def test_a_file_is_installed_from_the_folder_and_nothing_else_is_shown(booth, qtbot, tmp_path):
    folder, outside = tmp_path / "epds", tmp_path / "outside.toml"
    folder.mkdir()
    outside.write_text(pack_of(TEXT))
    (folder / "link.toml").symlink_to(outside)
    (folder / "notes.txt").write_text("notes")
    (folder / "form.toml").write_text(pack_of(TEXT))
    admin = open_texts(booth, qtbot, folder=folder, published=PUBLISHED)
    admin.press("install")
    files = [w.objectName() for w in shown(admin.kit.area) if w.objectName().startswith("file-")]
    assert files == ["file-form.toml"]
    admin.press("file-form.toml")
    admin.type("permission", "licence 12")
    admin.type("granted-by", "the publisher")
    admin.type("granted-on", "2026-05-03")
    admin.type("scope", "languages=en")
    admin.press("continue")
    installed = admin.store.stored["en"]
    assert installed.verified
    granted = Permission("licence 12", "the publisher", date(2026, 5, 3), "languages=en")
    assert installed.permission == granted
    assert "every line matches the published text" in _read(admin)


def test_a_permission_and_a_real_date_are_needed(booth, qtbot, tmp_path):
    (tmp_path / "form.toml").write_text(pack_of(TEXT))
    admin = open_texts(booth, qtbot, folder=tmp_path, published=PUBLISHED)
    admin.press("install", "file-form.toml", "continue")
    assert "Name the licence, letter or contract" in _read(admin)
    admin.type("permission", "letter 7")
    admin.type("granted-on", "3 May")
    admin.press("continue")
    assert "Give the date as 2026-05-03" in _read(admin)
    assert not admin.store.stored


@pytest.mark.parametrize("accepted", [True, False])
def test_differences_are_named_and_accepted_by_name(booth, qtbot, tmp_path, accepted):
    (tmp_path / "form.toml").write_text(pack_of(_changed(3, 2, "Something else")))
    admin = open_texts(booth, qtbot, folder=tmp_path, published=PUBLISHED)
    admin.press("install", "file-form.toml")
    admin.permit()
    assert "item 3 option 2" in texts(admin.kit.area)
    assert button(admin.kit.area, "accept").text() == f"Accept differences as {WHO}"
    admin.press("accept" if accepted else "back")
    assert bool(admin.store.stored) is accepted
    if accepted:
        assert admin.store.stored["en"].accepted_by == WHO


def test_options_in_another_order_are_refused(booth, qtbot, tmp_path):
    items = list(TEXT.items)
    items[4] = replace(items[4], options=items[4].options[::-1])
    (tmp_path / "form.toml").write_text(pack_of(replace(TEXT, items=tuple(items))))
    admin = open_texts(booth, qtbot, folder=tmp_path, published=PUBLISHED)
    admin.press("install", "file-form.toml")
    assert "the options stand in another order" in _read(admin)
    assert has_button(admin.kit.area, "file-form.toml")


def test_points_are_confirmed_after_all_of_them_were_shown(booth, qtbot, tmp_path):
    (tmp_path / "form.toml").write_text(pack_of(TEXT))
    admin = open_texts(booth, qtbot, folder=tmp_path)
    admin.press("install", "file-form.toml")
    admin.permit()
    seen = ""
    for _page in range(4):
        assert not has_button(admin.kit.area, "confirm")
        seen += _read(admin)
        admin.press("next")
    seen += _read(admin)
    for item in EPDS.items:
        for place, points in enumerate(item.points, start=1):
            assert f"{points}   Option {item.number}.{place}" in seen
    admin.press("confirm")
    installed = admin.store.stored["en"]
    assert installed.points_confirmed
    assert not installed.verified


def test_the_language_of_a_table_is_asked(booth, qtbot, tmp_path):
    (tmp_path / "form.csv").write_text(dictionary_of(dictionary_rows(made_up_wording("es"))))
    admin = open_texts(booth, qtbot, folder=tmp_path)
    admin.press("install", "file-form.csv")
    assert "In which language is form.csv?" in _read(admin)
    admin.press("language-es")
    admin.permit()
    admin.press("next", "next", "next", "next", "confirm")
    assert set(admin.store.stored) == {"es"}


def test_each_line_turns_as_it_becomes_letter_perfect(booth, qtbot):
    admin = open_texts(booth, qtbot, published=PUBLISHED)
    admin.press("type", "language-en")
    assert MATCHES not in _read(admin)
    admin.type("line-0", "Stem ")
    assert MATCHES not in _read(admin)
    admin.type("line-0", "Stem 1")
    assert admin.field("line-0").accessibleDescription() == MATCHES
    assert texts(admin.kit.area).count(MATCHES) == 2  # read on the screen, and read out
    admin.type("line-0", "Stem 12")
    assert MATCHES not in _read(admin)
    assert not button(admin.kit.area, "next").isEnabled()


def test_a_typed_text_is_saved_at_its_end_only(booth, qtbot):
    admin = open_texts(booth, qtbot, published=PUBLISHED)
    admin.press("type", "language-en")
    admin.fill(TEXT.item(1))
    admin.press("next")
    assert admin.field("line-0").text() == ""
    admin.press("previous")
    assert admin.field("line-4").text() == "Option 1.4"
    admin.press("next")
    for item in TEXT.items[1:]:
        admin.fill(item)
        admin.press("next")
    assert not admin.store.stored
    admin.permit()
    installed = admin.store.stored["en"]
    assert installed.verified
    assert installed.text.items == TEXT.items
    assert installed.text.version == "published-1"


def test_the_same_words_twice_are_told_before_the_text_is_lost(booth, qtbot):
    admin = open_texts(booth, qtbot)
    admin.press("type", "language-en")
    admin.fill_all(_changed(10, 2, "Option 10.1"))
    assert "The same words stand twice: item 10 option 2" in _read(admin)
    assert admin.field("line-0").text() == "Stem 10"


def test_a_full_disk_does_not_lose_what_was_typed(booth, qtbot):
    admin = open_texts(booth, qtbot, published=PUBLISHED)
    admin.press("type", "language-en")
    admin.fill_all(TEXT)
    admin.store.full = True
    admin.permit()
    assert "The disk is full" in _read(admin)
    admin.store.full = False
    admin.press("continue")
    assert admin.store.stored["en"].verified


@pytest.mark.parametrize("way", ["back", "lock", "idle"])
def test_an_abandoned_text_is_wiped(booth, qtbot, way):
    admin = open_texts(booth, qtbot, published=PUBLISHED)
    admin.press("type", "language-en")
    admin.fill(TEXT.item(1))
    lines = admin.kit.area.findChildren(LineField)
    left: list[str] = []
    admin.kit.area.closed.connect(admin.kit.area.hide)
    for line in lines:
        line.textChanged.connect(left.append)
    if way == "idle":
        admin.kit.wait(179)
        assert not left
        admin.kit.wait(2)
    else:
        admin.press(way)
    assert left == [""] * 5
    assert not admin.store.stored


def test_nothing_typed_goes_to_the_clipboard_or_comes_back(booth, qtbot):
    admin = open_texts(booth, qtbot)
    admin.press("type", "language-en")
    admin.type("line-0", "neutral words")
    line = admin.field("line-0")
    QGuiApplication.clipboard().clear()
    line.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "neutral words"
    assert not QGuiApplication.clipboard().text()
    line.wipe()
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""
    assert line.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_the_published_wording_turns_line_by_line(booth, qtbot):
    pack = tomllib.loads(published_pack("en").read_text(encoding="utf-8"))
    published = read_fingerprints(default_content_folder())
    admin = open_texts(booth, qtbot, published=published)
    admin.press("type", "language-en")
    first = pack["item"][0]
    for place, text in enumerate([first["stem"], *first["options"]]):
        admin.type(f"line-{place}", text)
        assert admin.field(f"line-{place}").accessibleDescription() == MATCHES
    assert "5 of 5 lines match" in _read(admin)


def test_the_keyboard_reaches_every_line_and_button(booth, qtbot):
    admin = open_texts(booth, qtbot, published=PUBLISHED)
    admin.press("type", "language-en")
    booth.window.activateWindow()
    admin.fill(TEXT.item(1))
    admin.press("next", "previous")
    reached: set[str] = set()
    for _step in range(14):
        widget = QApplication.focusWidget()
        reached.add(widget.objectName() if isinstance(widget, QWidget) else "")
        admin.kit.area.focusNextChild()
    assert {*(f"line-{place}" for place in range(5)), "back", "next", "lock"} <= reached
    assert all(f.accessibleName() for f in admin.kit.area.findChildren(LineField))


LONG = ItemText(1, "The fox crossed the bridge " * 5, tuple(f"{n} many words " * 6 for n in "abcd"))
PLACES = ("list", "folder", "permission", "points", "differences", "languages", "typing")


@pytest.mark.parametrize("form", ["en-hd", "en-small", "es-small", "ar-hd", "ar-small"])
@pytest.mark.parametrize("place", PLACES)
def test_every_screen_for_texts_is_whole(make_booth, qtbot, tmp_path, place, form):
    language, _, name = form.partition("-")
    size = QSize(1920, 1080) if name == "hd" else QSize(1366, 768)
    booth = make_booth(size=size)
    text = _changed(3, 2, "Something else") if place == "differences" else TEXT
    if place == "points":
        items = tuple(replace(LONG, number=item.number) for item in TEXT.items)
        text = replace(TEXT, items=items)
    for number in range(14):
        (tmp_path / f"form-{number}.toml").write_text(pack_of(text))
    prints = {} if place == "points" else PUBLISHED
    admin = open_texts(booth, qtbot, folder=tmp_path, published=prints, language=language)
    if language == "ar":
        admin.kit.area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if place == "list":
        admin.press("back")
        for code in ("en", "es", "fr", "pt_BR", "ht", "ar", "zh_Hans", "vi"):
            _put(admin.store, code, verified=False, accepted_by="Ada")
        admin.press("texts", "remove-fr")
    elif place == "typing":
        admin.press("type", "language-en")
        admin.fill(TEXT.item(1))
    elif place == "languages":
        admin.press("type")
    else:
        admin.press("install")
        if place != "folder":
            admin.press("file-form-0.toml")
        if place in ("points", "differences"):
            admin.permit()
    settle()
    found = layout_faults(admin.kit.area, size.height() / 1080)
    assert not found, "\n".join(found)


def test_the_memory_store_keeps_what_it_is_given():
    store = MemoryTexts()
    _put(store, "en")
    assert store.get("epds", "en") in store.all()
    assert store.get("epds", "es") is None
