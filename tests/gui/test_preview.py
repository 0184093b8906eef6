"""The preview: the real card beside its findings, again within a second of a save."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kiosk.app import make_window
from kiosk.cli.content_preview import _read
from kiosk.domain.content import Stage
from kiosk.domain.facts import Leaving
from kiosk.domain.journey import StepName
from kiosk.domain.language import LANGUAGES
from kiosk.services.intents import Leave
from kiosk.settings import Settings, Sound, default_content_folder
from kiosk.ui.preview.desk import PreviewDesk, Sought
from kiosk.ui.preview.folder_watch import FolderWatch
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.speech.reader import Reader
from tests.helpers.gui_kiosk import QUICK, press

TOPIC = "safe-sleep"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(default_content_folder(), tmp_path / "content")


@pytest.fixture
def text(folder):
    return folder / "topics" / TOPIC / "en.md"


@pytest.fixture
def open_preview(kiosk_app, folder):
    """Opens previews, and closes them after the test."""
    made = []

    def make(card="", language="en", stage=None):
        sought = Sought(TOPIC, language, card, stage)

        def read():
            return _read(folder, sought)

        first = read()
        desk = PreviewDesk(sought, first, Settings(access=QUICK), make_window)
        window = desk.window(read, (folder / "topics" / TOPIC, folder / "glossary"))
        made.append(window)
        window.show_draft(first, card)
        window.show()
        settle()
        return window

    yield make
    for window in made:
        window.end()
        window.deleteLater()
    settle()


def _texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def _title(window):
    (heading,) = window.kiosk.page.findChildren(QLabel, "heading")
    return heading.text()


def _step(window):
    return window.kiosk.context.journey.step


def _replace(path, old, new):
    """Save as many editors do: write beside, then take the place."""
    before = path.read_text(encoding="utf-8")
    assert old in before
    beside = path.with_name(".writing")
    beside.write_text(before.replace(old, new, 1), encoding="utf-8")
    beside.replace(path)


def test_it_is_the_real_card_in_the_shape_of_a_display(open_preview):
    window = open_preview("own-bed")
    assert _title(window) == "A safe bed"
    size = window.kiosk.size()
    assert abs(size.width() / size.height() - 16 / 9) < 0.01
    window.resize(QSize(1000, 900))
    settle()
    size = window.kiosk.size()
    assert abs(size.width() / size.height() - 16 / 9) < 0.01


def test_a_saved_file_shows_at_once(open_preview, text, qtbot):
    window = open_preview("own-bed")
    saved = text.read_text(encoding="utf-8").replace("## A safe bed", "## A bed", 1)
    text.write_text(saved, encoding="utf-8")
    qtbot.waitUntil(lambda: _title(window) == "A bed")
    _replace(text, "## A bed", "## A bed of her own")
    qtbot.waitUntil(lambda: _title(window) == "A bed of her own")
    _replace(text, "## A bed of her own", "## Again")
    qtbot.waitUntil(lambda: _title(window) == "Again")


def test_an_error_is_named_and_the_last_good_text_stays(open_preview, text, qtbot):
    window = open_preview("own-bed")
    _replace(text, "## A safe bed {#own-bed}", "## A safe bed")
    qtbot.waitUntil(lambda: any("error" in said for said in _texts(window.remarks)))
    assert _title(window) == "A safe bed"
    assert any(said.startswith("en.md:") for said in _texts(window.remarks))
    _replace(text, "## A safe bed", "## A safe bed {#own-bed}")
    qtbot.waitUntil(lambda: not any("1 error" in said for said in _texts(window.remarks)))


def test_a_text_that_begins_with_an_error_shows_when_it_is_mended(open_preview, text, qtbot):
    good = text.read_text(encoding="utf-8")
    text.write_text("nothing", encoding="utf-8")
    window = open_preview()
    assert not window.kiosk.isVisible()
    assert "This text has an error and cannot be shown yet." in _texts(window)
    QTest.keyClick(window, Qt.Key.Key_Right)
    text.write_text(good, encoding="utf-8")
    qtbot.waitUntil(window.kiosk.isVisible)
    assert _step(window).name is StepName.CARD


@pytest.mark.parametrize(
    ("language", "on", "back"),
    [
        ("en", Qt.Key.Key_Right, Qt.Key.Key_Left),
        ("ar", Qt.Key.Key_Left, Qt.Key.Key_Right),
        ("en", Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    ],
)
def test_keys_walk_through_the_cards(open_preview, language, on, back):
    assert LANGUAGES[language].right_to_left is (language == "ar")
    window = open_preview(language=language)
    window.activateWindow()
    for _ in range(2):
        QTest.keyClick(window, on)
        settle()
    assert _step(window).index == 2
    QTest.keyClick(window, back)
    settle()
    assert _step(window).index == 1


def test_next_and_back_are_the_card_s_own(open_preview):
    window = open_preview()
    press(window.kiosk, "primary", "primary", "back")
    assert _step(window).index == 1
    press(window.kiosk, "topics")
    assert _step(window).name is StepName.HOME
    window.go_on()
    assert _step(window).index == 0


def test_whoever_leaves_comes_back_with_a_key(open_preview):
    window = open_preview()
    window.kiosk.submit(Leave(Leaving.QUIET))
    window.go_back()
    assert _step(window).name is StepName.CARD


def test_escape_closes_it(open_preview, qtbot):
    window = open_preview()
    window.activateWindow()
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_it_never_ends_by_itself(open_preview):
    window = open_preview()
    window.kiosk.idle.watch(1, 0)
    window.kiosk.idle._last -= 5000  # noqa: SLF001 - as if so much time had passed
    window.kiosk.idle.tick()
    assert _step(window).name is StepName.CARD


def test_the_stage_decides_what_is_shown(open_preview):
    window = open_preview(stage=Stage.PREGNANT)
    assert window.kiosk.context.journey.current.stage is Stage.PREGNANT
    assert open_preview().kiosk.context.journey.current.stage is Stage.POSTPARTUM


def test_pictures_are_as_large_as_a_display(kiosk_app, folder, tmp_path):
    sought = Sought(TOPIC, "ar")
    draft = _read(folder, sought)
    out = tmp_path / "pictures"
    out.mkdir()
    (out / "77-old.png").touch()
    made = PreviewDesk(sought, draft, Settings(), make_window).pictures(out)
    cards = [card.id for card in draft.library.topic(TOPIC).texts["ar"].cards]
    assert [path.name for path in made] == [f"{n:02d}-{c}.png" for n, c in enumerate(cards, 1)]
    assert sorted(out.iterdir()) == made
    assert {QImage(str(path)).size().toTuple() for path in made} == {(1920, 1080)}
    one = Sought(TOPIC, "ar", cards[2])
    assert [p.name for p in PreviewDesk(one, draft, Settings(), make_window).pictures(out)] == [
        f"01-{cards[2]}.png"
    ]


def test_it_reads_aloud_as_the_kiosk_does(open_preview):
    window = open_preview()
    window.speak(Settings(sound=Sound(read_aloud=False)))
    assert isinstance(window.kiosk.reader, Reader)


def test_a_watch_hears_of_new_and_replaced_files(qapp, tmp_path, qtbot):
    file = tmp_path / "a.md"
    file.write_text("one")
    watch = FolderWatch((tmp_path, tmp_path / "nowhere"))
    for change in (
        lambda: file.write_text("two"),
        lambda: _beside(tmp_path, "three").replace(file),
        lambda: file.write_text("four"),
        (tmp_path / "b.svg").touch,
        file.unlink,
    ):
        with qtbot.waitSignal(watch.changed):
            change()
    watch.stop()


def _beside(folder: Path, text: str) -> Path:
    path = folder / ".beside"
    path.write_text(text)
    return path
