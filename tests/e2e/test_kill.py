"""The window process is killed at random moments: what was shown as done is there afterwards.

KIOSK_TEST_KILLS says how often (10 times where nothing is said).
"""

import json
import os
import random
import select
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.domain.content import Stage
from kiosk.domain.facts import AlertKind
from kiosk.domain.visit import Visit, VisitState
from kiosk.settings import Settings, default_content_folder
from kiosk.wiring import open_services
from tests.helpers.e2e_kiosk import Kiosk
from tests.helpers.e2e_window import start

TIMES = int(os.environ.get("KIOSK_TEST_KILLS", "10"))
FURTHER = 0.06
"""Seconds after a screen within which it is killed: the next tap is under way by then."""

ANSWERS = (2, 3, 1, 4, 2, 3, 1, 2, 4, 2)
SCRIPT = f"""
language = "en"
stage = "pregnant"
weeks = 34
interpreter = true
topics = ["preeclampsia"]
check_answers = "wrong"
blood_pressure = "164/112"
questions = 1
signs = ["vision-changes"]
epds = {list(ANSWERS)}
"""
ITEM_10_SCRIPT = f"""
language = "en"
epds = {list(ANSWERS)}
"""
BEFORE_ITEM_10 = "epds-10"
AFTER_ITEM_10 = 0.03
"""Seconds from item 10 on the screen to just after the page that follows it."""
CHECKS_AFTER = {
    "about-weeks": lambda visit: visit.stage is Stage.PREGNANT,
    "about-interpreter": lambda visit: visit.weeks == 34,
    "home": lambda visit: visit.interpreter,
    "blood-pressure-result": lambda visit: (
        str(visit.reading) == "164/112" and visit.alerts_of(AlertKind.BLOOD_PRESSURE_SEVERE)
    ),
    "questions-preeclampsia-ticked": lambda visit: visit.questions,
    "staff-called": lambda visit: visit.alerts_of(AlertKind.WARNING_SIGN),
    "support": lambda visit: visit.alerts_of(AlertKind.ITEM_10) and visit.form.finished,
}


@dataclass(frozen=True)
class Killed:
    """What the window had shown before it was killed, and its folder."""

    folder: Path
    shown: list[str]


def rehearse_until(folder: Path, number: int, further: float, text: str = SCRIPT) -> Killed:
    """Kill the window process `further` seconds after it has shown so many screens."""
    script = folder / "script.toml"
    script.write_text(text, encoding="utf-8")
    process = start(script, folder)
    assert process.stdout is not None
    told = b""
    try:
        while told.count(b"\n") < number and (more := process.stdout.read(4096)):
            told += more
        until = time.monotonic() + further
        while (left := until - time.monotonic()) > 0 and select.select(
            [process.stdout], [], [], left
        )[0]:
            more = process.stdout.read(4096)
            told += more
            if not more:
                break
    finally:
        process.kill()
        told += process.stdout.read()
        process.stdout.close()
        process.wait()
    # A line cut off at its end was not told.
    lines = told.decode().split("\n")[:-1]
    return Killed(folder, [json.loads(line)["name"] for line in lines])


def opened_again(killed: Killed) -> Visit | None:
    """What the next start finds: the visit, closed as unfinished, if any answer was given."""
    settings = Settings()
    folder = killed.folder / "data"
    with open_services(folder, default_content_folder(), settings, starting=False) as services:
        recovered = services.visits.recover()
        assert services.visits.recover() == []
        finished = services.store.visits.ids_in(VisitState.FINISHED)
        found = [*recovered, *finished]
        assert len(found) <= 1
        return services.visits.load(found[0]) if found else None


def answered(shown: list[str]) -> int:
    """How many items of the questionnaire the screens tell to be answered."""
    return sum(f"epds-{item}-answered" in shown for item in range(1, 11))


def check_everything_shown_is_there(killed: Killed) -> Visit | None:
    shown, visit = killed.shown, opened_again(killed)
    if "about-weeks" not in shown:
        # Nothing told yet. Whether the tap on the stage was saved is open.
        assert visit is None or visit.stage is Stage.PREGNANT
        return visit
    assert visit is not None
    missing = [name for name, holds in CHECKS_AFTER.items() if name in shown and not holds(visit)]
    assert missing == []
    cards = [name for name in shown if name.startswith("card-")]
    read = [f"card-{topic}-{card}" for topic, card in visit.cards_read]
    assert read[: len(cards)] == cards
    checks = [name for name in shown if name.startswith("check-") and name.endswith("-answered")]
    known = [f"check-{check.topic}-{check.question}-answered" for check in visit.checks]
    assert known[: len(checks)] == checks
    count = answered(shown)
    positions = [visit.form.positions[item] for item in sorted(visit.form.positions)]
    assert len(positions) in {count, count + 1}
    assert positions == list(ANSWERS[: len(positions)])
    assert bool(visit.alerts_of(AlertKind.ITEM_10)) is (len(positions) == 10)
    return visit


def check_staff_see_it(killed: Killed, visit: Visit | None) -> None:
    rows, _ = Kiosk(killed.folder / "data").kept()
    if visit is None:
        assert rows == []
        return
    [row] = rows
    # The last tap may have been saved though its screen was not shown any more.
    finished = {"unfinished", "finished"} if "support" in killed.shown else {"unfinished"}
    assert row["state"] in finished
    assert row["open_alerts"] == len(visit.open_alerts)


def screens_of(text: str) -> Callable[[Path], None]:
    """Makes a file with the names of every screen of a script, in order."""

    def whole(folder: Path) -> None:
        (folder / "shown.json").write_text(json.dumps(rehearse_until(folder, 1_000, 0, text).shown))

    return whole


@pytest.fixture
def screens(once) -> list[str]:
    """Every screen of the whole script, in order."""
    folder = once("whole-visit-to-kill", screens_of(SCRIPT))
    return json.loads((folder / "shown.json").read_text())


@pytest.fixture
def screens_to_item_10(once) -> list[str]:
    """Every screen of the visit that has the questionnaire alone, in order."""
    folder = once("item-10-to-kill", screens_of(ITEM_10_SCRIPT))
    return json.loads((folder / "shown.json").read_text())


@pytest.mark.parametrize("seed", range(TIMES))
def test_what_was_shown_is_there_after_a_kill(tmp_path, screens, seed):
    # Not for secrets: the same moments in every run.
    chance = random.Random(seed)
    number, further = chance.randint(1, len(screens) - 1), chance.uniform(0, FURTHER)
    killed = rehearse_until(tmp_path, number, further)
    assert len(killed.shown) >= number
    assert killed.shown == screens[: len(killed.shown)]
    visit = check_everything_shown_is_there(killed)
    check_staff_see_it(killed, visit)


def test_item_10_calls_staff_though_the_power_went_before_she_went_on(tmp_path, screens):
    killed = rehearse_until(tmp_path, screens.index("epds-10-answered") + 1, 0)
    visit = check_everything_shown_is_there(killed)
    assert visit is not None
    assert visit.alerts_of(AlertKind.ITEM_10)
    [row], alerts = Kiosk(tmp_path / "data").kept()
    assert row["open_alerts"] == 3
    kinds = {alert["kind"] for alert in alerts}
    assert kinds == {"blood_pressure_severe", "warning_sign", "item_10"}


@pytest.mark.parametrize("seed", range(TIMES))
def test_a_saved_tap_on_item_10_has_called_staff(tmp_path, screens_to_item_10, seed):
    # Not for secrets: the same moments in every run.
    further = random.Random(seed).uniform(0, AFTER_ITEM_10)
    number = screens_to_item_10.index(BEFORE_ITEM_10) + 1
    killed = rehearse_until(tmp_path, number, further, ITEM_10_SCRIPT)
    visit = opened_again(killed)
    assert visit is not None
    saved = 10 in visit.form.positions
    assert saved or "epds-10-answered" not in killed.shown
    assert len(visit.alerts_of(AlertKind.ITEM_10)) == saved
    [row], _ = Kiosk(tmp_path / "data").kept()
    assert row["open_alerts"] == saved
