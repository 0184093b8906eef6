"""Changed content on a running kiosk: taken between visits, never within one, whole or not."""

import shutil
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from kiosk.app import Kiosk
from kiosk.domain.errors import Place
from kiosk.domain.facts import Leaving
from kiosk.domain.journey import StepName
from kiosk.services.intents import Leave
from kiosk.services.shelf import Change, ContentFault, FaultKind, Shelf
from kiosk.settings import Settings, Sound, default_content_folder
from kiosk.ui.content_watch import EVERY_MS, watch_content
from kiosk.ui.rehearsal.hand import settle
from tests.helpers.gui_kiosk import QUICK, button, press, type_digits
from tests.helpers.gui_layout import layout_faults
from tests.helpers.gui_staff import PIN, open_staff_area

FAULT = ContentFault(FaultKind.ERROR, Place("topics/safe-sleep/es.md", 12))


@dataclass
class FakeFiles:
    """A content folder whose files change when a test says so."""

    change: Change
    now: str = "first"
    loads: int = 0

    def mark(self) -> str:
        return self.now

    def load(self) -> Change:
        self.loads += 1
        return self.change


@pytest.fixture
def titled(library):
    """The project's content with another title for safe sleep."""

    def retitle(topic):
        if topic.id != "safe-sleep":
            return topic
        other = replace(topic.texts["en"], title="Sleep well")
        return replace(topic, texts={**topic.texts, "en": other})

    return replace(library, topics=tuple(retitle(topic) for topic in library.topics))


@pytest.fixture
def watched(booth, library, titled, qtbot):
    """A kiosk with its shelf and folder, looked at once."""
    shelf = Shelf(library)
    backend = booth.journey._backend  # noqa: SLF001 - made to ask the shelf, as the real one does
    booth.journey._open = lambda: replace(backend, library=shelf.library)  # noqa: SLF001
    files = FakeFiles(Change(titled))
    watch = watch_content(booth.window, files, shelf, lambda: shelf.library.languages)
    qtbot.waitUntil(lambda: not watch.is_busy)
    yield booth, files, shelf, watch
    watch.stop()


def _look(watch, qtbot):
    watch.look()
    qtbot.waitUntil(lambda: not watch.is_busy)


def _title(booth):
    booth.show(StepName.HOME)
    return button(booth.window, "topic-safe-sleep").text()


def test_it_looks_every_few_seconds(watched):
    timers = [timer for timer in watched[3].findChildren(QTimer) if timer.isActive()]
    assert [timer.interval() for timer in timers] == [EVERY_MS]


def test_untouched_files_are_not_loaded(watched, qtbot):
    _, files, _, watch = watched
    _look(watch, qtbot)
    _look(watch, qtbot)
    assert files.loads == 0


def test_a_good_change_shows_in_the_next_visit(watched, qtbot):
    booth, files, _, watch = watched
    assert _title(booth) == "Safe sleep"
    booth.window.submit(Leave(Leaving.IDLE))
    files.now = "second"
    _look(watch, qtbot)
    assert files.loads == 0  # Perhaps somebody is still saving.
    with qtbot.waitSignal(watch.renewed):
        watch.look()
    assert _title(booth) == "Sleep well"
    booth.window.submit(Leave(Leaving.IDLE))
    _look(watch, qtbot)
    assert files.loads == 1


def test_files_that_go_on_changing_are_not_loaded(watched, qtbot):
    _, files, _, watch = watched
    for name in "abc":
        files.now = name
        _look(watch, qtbot)
    assert files.loads == 0


def test_nothing_changes_during_a_visit(watched, qtbot):
    booth, files, shelf, watch = watched
    before = shelf.library
    _title(booth)
    files.now = "second"
    _look(watch, qtbot)
    _look(watch, qtbot)
    assert files.loads == 0
    assert shelf.library is before


def test_who_comes_while_it_loads_gets_the_old_content(watched, qtbot, titled):
    booth, files, shelf, watch = watched
    files.now = "second"
    _look(watch, qtbot)

    def come():
        booth.journey.step = replace(booth.journey.step, name=StepName.WELCOME)
        return Change(titled)

    files.load = come
    _look(watch, qtbot)
    assert shelf.library is not titled
    booth.journey.abandon()
    booth.window.show_step()
    files.load = lambda: Change(titled)
    with qtbot.waitSignal(watch.renewed):
        watch.look()
    assert shelf.library is titled


def test_a_bad_change_keeps_the_old_and_staff_are_told(watched, qtbot):
    booth, files, shelf, watch = watched
    files.change, files.now = Change(None, FAULT), "second"
    _look(watch, qtbot)
    with qtbot.waitSignal(watch.renewed):
        watch.look()
    assert shelf.fault is FAULT
    assert _title(booth) == "Safe sleep"


def test_a_new_language_is_offered(watched, qtbot, library):
    booth, files, _, watch = watched
    files.change = Change(replace(library, languages=("en",)))
    files.now = "second"
    _look(watch, qtbot)
    with qtbot.waitSignal(watch.renewed):
        watch.look()
    settle()
    assert booth.window.context.languages == ("en",)
    press(booth.window, "language-en")


def test_the_board_names_file_and_line(booth, qtbot):
    said = "Texts are not shown: topics/safe-sleep/es.md:12"
    area = open_staff_area(booth, failing=("front desk",), content_fault=said).area
    type_digits(area, PIN)
    press(area, "enter")
    qtbot.waitUntil(lambda: bool(area.findChildren(QLabel, "channels")))
    (line,) = area.findChildren(QLabel, "channels")
    assert line.text().splitlines()[-1] == said
    assert not layout_faults(area, booth.window.context.theme.scale)


@pytest.fixture
def running(kiosk_app, tmp_path):
    """A real kiosk on a content folder of its own."""
    folder = shutil.copytree(default_content_folder(), tmp_path / "content")
    kiosk = Kiosk(tmp_path / "data", folder, Settings(sound=Sound(read_aloud=False), access=QUICK))
    kiosk.start(windowed=True)
    settle()
    yield kiosk, folder / "topics" / "safe-sleep" / "en.md"
    kiosk.stop()
    kiosk.window.deleteLater()
    kiosk.deleteLater()
    settle()


def _change(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def _looks(kiosk, qtbot):
    for _ in range(2):
        qtbot.waitUntil(lambda: not kiosk.texts.is_busy, timeout=30_000)
        kiosk.texts.look()
    qtbot.waitUntil(lambda: not kiosk.texts.is_busy, timeout=30_000)


def test_a_real_kiosk_takes_a_saved_file_and_refuses_a_broken_one(running, qtbot):
    kiosk, path = running
    qtbot.waitUntil(lambda: not kiosk.texts.is_busy, timeout=30_000)
    journey = kiosk.window.context.journey
    _change(path, "title: Safe sleep", "title: Sleep well")
    _looks(kiosk, qtbot)
    press(kiosk.window, "language-en")
    assert journey.topic_text("safe-sleep").title == "Sleep well"
    journey.abandon()
    kiosk.window.show_step()
    _change(path, "title: Sleep well", "titel: Sleep well")
    _looks(kiosk, qtbot)
    services = kiosk._open()  # noqa: SLF001 - what the kiosk itself has open
    assert services.shelf.fault.place.path == "topics/safe-sleep/en.md"
    assert services.shelf.fault.place.line
    press(kiosk.window, "language-en")
    assert journey.topic_text("safe-sleep").title == "Sleep well"
