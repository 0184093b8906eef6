"""The rehearsal scripts of the project, driven through the real windows and a real store."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import Leaving
from kiosk.domain.script import Script
from kiosk.domain.visit import VisitState
from kiosk.library.script import load_script
from kiosk.rehearsing import Look, make_look, rehearse, show_after_crash, take_home
from kiosk.services.visit_record import visit_record
from kiosk.settings import Settings, default_content_folder
from kiosk.ui.theme.tokens import Style, TextSize
from kiosk.wiring import build_services

SCRIPTS = Path(__file__).resolve().parents[1] / "rehearsals"
SMALL = Look(QSize(800, 450))


@pytest.fixture
def services(tmp_path):
    made = build_services(tmp_path / "data", default_content_folder(), Settings())
    yield made
    made.store.close()


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "screens"
    folder.mkdir()
    return folder


def _drive(services, pictures, name, look=SMALL):
    script = load_script(SCRIPTS / f"{name}.toml", services.library)
    return rehearse(services, script, pictures, look)


def test_a_whole_visit(kiosk_app, services, pictures):
    done = _drive(services, pictures, "whole-visit-es")
    visit = services.visits.load(done.visit_id)
    assert visit.state is VisitState.FINISHED
    assert visit.language == "es"
    assert len(visit.form.positions) == 10
    assert visit.take_home
    assert visit.interpreter
    names = [path.name for path in sorted(pictures.glob("*.png"))]
    assert len(names) == len(done.screens)
    assert names[0] == "01-attract.png"
    assert done.screens[-1] == "attract"
    record = visit_record(visit, services.library, done.screens)
    assert json.loads(json.dumps(record))["screens"] == done.screens
    assert services.summaries.pdf(visit).startswith(b"%PDF")
    assert take_home(services, visit).startswith(b"%PDF")


def test_leaving_quietly_and_being_forgotten(kiosk_app, services, pictures):
    done = _drive(services, pictures, "loss-en-quiet")
    visit = services.visits.load(done.visit_id)
    assert visit.left is Leaving.QUIET
    assert visit.forgotten
    assert visit.open_alerts
    assert "goodbye-forgotten" in done.screens


def test_a_screen_left_alone(kiosk_app, services, pictures):
    done = _drive(services, pictures, "pregnant-ar-idle")
    visit = services.visits.load(done.visit_id)
    assert visit.left is Leaving.IDLE
    assert visit.state is VisitState.UNFINISHED
    assert "idle-warning" in done.screens
    assert done.screens[-1] == "attract"


def test_being_called(kiosk_app, services, pictures):
    done = _drive(services, pictures, "supporting-es-called")
    assert services.visits.load(done.visit_id).state is VisitState.PAUSED
    assert "called" in done.screens


def test_two_rehearsals_of_a_script_show_the_same(kiosk_app, services, pictures):
    first = _drive(services, pictures, "supporting-es-called")
    second = _drive(services, pictures, "supporting-es-called")
    assert first.screens == second.screens
    assert first.visit_id != second.visit_id


def test_a_look_is_kept_through_the_visit(kiosk_app, services, pictures):
    look = make_look("640x480", "largest", "large-print")
    assert look == Look(QSize(640, 480), TextSize.LARGEST, Style.LARGE_PRINT)
    assert look is not None
    done = rehearse(services, Script("en", weeks=4, epds=()), pictures, look)
    assert services.visits.load(done.visit_id).state is VisitState.FINISHED


@pytest.mark.parametrize("size", ["1920", "0x0", "axb", "639x480", "640x479", "-800x600"])
def test_a_size_that_no_kiosk_has_is_refused(size):
    assert make_look(size, "normal") is None


def test_who_would_rather_do_it_with_staff(kiosk_app, services, pictures):
    done = rehearse(services, Script("en", weeks=4, with_staff=True), pictures, SMALL)
    assert "epds-after" in done.screens


def test_a_script_that_cannot_go_on_says_where(kiosk_app, services, pictures):
    lost = Script("en", weeks=4, signs=("no-such-sign",))
    with pytest.raises(KioskError) as raised:
        rehearse(services, lost, pictures, SMALL)
    assert raised.value.code is ErrorCode.REHEARSAL_STUCK


def test_pictures_that_cannot_be_written_are_told(kiosk_app, services, tmp_path):
    with pytest.raises(KioskError) as raised:
        rehearse(services, Script("en", weeks=4), tmp_path / "not-there", SMALL)
    assert raised.value.code is ErrorCode.FILE_UNWRITABLE


def test_after_a_crash_the_kiosk_starts_at_its_first_screen(kiosk_app, services, pictures):
    (pictures / "01-attract.png").write_bytes(b"")
    (pictures / "02-welcome.png").write_bytes(b"")
    names = show_after_crash(services, pictures, SMALL)
    assert names == ["attract", "welcome", "attract"]
    assert (pictures / "03-attract.png").stat().st_size
