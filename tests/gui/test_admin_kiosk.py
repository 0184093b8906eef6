"""The administrators' rooms of a running kiosk: a real store, real files, a real look."""

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.app import Kiosk
from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.settings import Admin, Settings, default_content_folder
from kiosk.storage.backup import open_backup
from kiosk.storage.key_place import key_place
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.staff_area import StaffArea
from kiosk.wiring import build_services
from tests.helpers.gui_kiosk import QUICK, has_button, press, texts, type_digits
from tests.helpers.stored_visits import put_visit

PIN = "274951"


@pytest.fixture
def data(tmp_path):
    """A data folder with an administrator and six visits."""
    services = build_services(tmp_path / "data", default_content_folder(), Settings())
    services.staff.add("Ines", "391746", role="admin", by="Ines")
    services.staff.choose_pin("Ines", PIN)
    for number in range(6):
        read = facts.StageGiven(Stage.PREGNANT), facts.CardShown("feelings", "one")
        start = services.clock() - timedelta(minutes=5)
        put_visit(services.store.visits, f"visit-{number}", *read, facts.Finished(), start=start)
    services.store.close()
    return tmp_path / "data"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def area(kiosk_app, data, folder, qtbot):
    """The administrators' menu of a kiosk."""
    settings = Settings(access=QUICK, admin=Admin(str(folder)))
    kiosk = Kiosk(data, default_content_folder(), settings)
    kiosk.start(windowed=True)
    settle()
    (corner,) = kiosk.window.findChildren(QWidget, "staff-corner")
    with qtbot.waitSignal(kiosk.window.staff_requested):
        QTest.mousePress(corner, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(corner, Qt.MouseButton.LeftButton)
    found = kiosk.window.findChild(StaffArea)
    assert found is not None
    type_digits(found, PIN)
    press(found, "enter")
    qtbot.waitUntil(lambda: found.findChild(BoardScreen) is not None)
    settle()
    press(found, "manage")
    settle()
    yield found
    kiosk.stop()
    kiosk.window.deleteLater()
    kiosk.deleteLater()
    settle()
    # A kiosk that ended tells Qt to: no later loop would run. Running one resets it.
    QTimer.singleShot(0, kiosk_app, kiosk_app.exit)
    kiosk_app.exec()


def _enter(area, qtbot, room, waits_for):
    press(area, room)
    qtbot.waitUntil(lambda: has_button(area, waits_for))
    settle()


def _save(area, qtbot, *pressed, said="Written"):
    for name in pressed:
        press(area, name)
        qtbot.waitUntil(lambda: any(said in text for text in texts(area)))
        settle()


def test_every_file_is_written_and_told_to_the_log(area, qtbot, data, folder):
    _enter(area, qtbot, "figures", "save-csv")
    _save(area, qtbot, "save-csv")
    _save(area, qtbot, "save-pdf", said=".pdf")
    press(area, "back")
    settle()
    _enter(area, qtbot, "backup", "write")
    _save(area, qtbot, "write", said="visits: 6")
    press(area, "back")
    settle()
    _enter(area, qtbot, "audit", "save-json")
    assert "wrote a backup" in texts(area)
    _save(area, qtbot, "save-json")
    kinds = {each.suffix: each for each in folder.iterdir()}
    assert sorted(kinds) == [".backup", ".csv", ".json", ".pdf"]
    assert "visits,,,6" in kinds[".csv"].read_text(encoding="utf-8")
    assert kinds[".pdf"].read_bytes().startswith(b"%PDF")
    with open_backup(kinds[".backup"], key_place(data, "file").load()) as (_, inventory):
        assert inventory.visits == 6
    lines = json.loads(kinds[".json"].read_text(encoding="utf-8"))
    told = [(line["by"], line["action"]) for line in lines]
    assert told[-3:] == [("Ines", "figures_written")] * 2 + [("Ines", "backup_written")]
    press(area, "check")
    qtbot.waitUntil(lambda: any(f"whole: {len(lines) + 1} lines" in text for text in texts(area)))


def test_the_machine_is_really_looked_at(area, qtbot):
    _enter(area, qtbot, "machine", "again")
    assert any("the key lies beside the database" in text for text in texts(area))


def test_a_folder_that_is_gone_is_said(area, qtbot, folder):
    folder.rmdir()
    _enter(area, qtbot, "backup", "write")
    _save(area, qtbot, "write", said="no folder that can be written into")
