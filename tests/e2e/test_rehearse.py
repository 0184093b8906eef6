"""`kiosk rehearse` as others run it: pages, pictures and visit.json against the script."""

import json
import re
import tomllib
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from kiosk.domain.journey import StepName
from tests.e2e.conftest import Once
from tests.helpers.e2e_kiosk import (
    COLOURS,
    SCRIPTS,
    SMALL,
    Done,
    Kiosk,
    Rehearsal,
    points_of,
    rehearse,
    total_of,
)
from tests.helpers.project import ROOT

NAMES = sorted(path.stem for path in SCRIPTS.glob("*.toml"))
NOTHING = type(None)
LAYOUT: dict[str, type | tuple[type, ...]] = {
    "code": str, "mode": str, "language": str, "stage": (str, NOTHING), "weeks": (int, NOTHING),
    "interpreter": bool, "state": str, "topics": list, "signs": list,
    "blood_pressure": (str, NOTHING), "questions": list, "epds": dict, "alerts": list,
    "notes": list, "screens": list,
}  # fmt: skip
FORM: dict[str, type | tuple[type, ...]] = {
    "state": str, "positions": list, "total": (int, NOTHING), "item_10": (int, NOTHING),
    "anxiety": (int, NOTHING), "text_version": (str, NOTHING), "verified": bool,
    "seconds": (int, float),
}  # fmt: skip
ROWS = {
    "topics": {"id": str, "cards": int, "cards_read": int, "asked": int, "right": int},
    "questions": {"topic": str, "id": str},
    "alerts": {"kind": str, "raised_at": str, "acknowledged_at": (str, NOTHING)},
    "notes": {"kind": str},
}
DEFAULTS = {"stage": "postpartum", "interpreter": False}


def topic_file(topic: str, language: str) -> str:
    return (ROOT / "content" / "topics" / topic / f"{language}.md").read_text(encoding="utf-8")


def cards_of(topic: str, script: dict[str, object]) -> list[str]:
    """Ids of the content cards for her stage, read from the files as a person would count them."""
    text = topic_file(topic, str(script["language"]))
    ids = re.findall(r"^## (?!\?).*\{#([\w-]+)\}", text, re.MULTILINE)
    facts = tomllib.loads((ROOT / "content" / "topics" / topic / "topic.toml").read_text("utf-8"))
    stage = (DEFAULTS | script)["stage"]
    others = {
        c for only in facts.get("only", ()) if stage not in only["stages"] for c in only["cards"]
    }
    return [card for card in ids if card not in others]


def checks_of(topic: str, language: str) -> int:
    return len(re.findall(r"^## \?", topic_file(topic, language), re.MULTILINE))


def questions_of(topic: str, language: str) -> int:
    return len(re.findall(r"^- (?!\[).*\{#", topic_file(topic, language), re.MULTILINE))


def title_of(topic: str) -> str:
    found = re.search(r"^title: (.*)$", topic_file(topic, "en"), re.MULTILINE)
    assert found
    return found[1]


def page_text(pdf: Path) -> str:
    """The text of a PDF of one page, in one line."""
    pages = PdfReader(pdf).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def rehearsal_of(name: str, once: Once) -> Rehearsal:
    """One of the scripts, rehearsed once: the whole visit as `make run` does it, others small."""

    def make(folder: Path) -> None:
        script = (SCRIPTS / f"{name}.toml").read_text(encoding="utf-8")
        options = () if name == "whole-visit-es" else SMALL
        done = rehearse(folder, script, *options).done
        (folder / "done.json").write_text(json.dumps([done.status, done.out, done.err]))

    folder = once(name, make)
    done = Done(*json.loads((folder / "done.json").read_text()))
    return Rehearsal(tomllib.loads((folder / "script.toml").read_text("utf-8")), folder, done)


@pytest.fixture
def rehearsed(request, once) -> Rehearsal:
    return rehearsal_of(request.param, once)


every = pytest.mark.parametrize("rehearsed", NAMES, indirect=True)
whole = pytest.mark.parametrize("rehearsed", ["whole-visit-es"], indirect=True)


def test_together_the_scripts_show_every_step(once):
    longest_first = sorted(StepName, key=lambda step: -len(step.value))
    seen: set[StepName] = set()
    for name in NAMES:
        for shown in rehearsal_of(name, once).visit["screens"]:
            found = (s for s in longest_first if shown == s or shown.startswith(f"{s}-"))
            seen.update([step] if (step := next(found, None)) else [])
    assert set(StepName) == seen


def test_there_are_the_scripts_that_the_tests_are_about():
    assert NAMES == [
        "crash-ar", "loss-en-quiet", "pregnant-ar-idle", "supporting-es-called", "whole-visit-es",
    ]  # fmt: skip


@every
def test_it_ends_well_and_says_where_things_are(rehearsed):
    assert rehearsed.done.status == 0
    assert rehearsed.done.complaints == []
    first, second = rehearsed.done.out.splitlines()
    assert first == str(rehearsed.out / "summary.pdf")
    assert second == f"{rehearsed.out / 'screens'} ({len(rehearsed.pictures)} pictures)"


@every
def test_visit_json_has_exactly_the_promised_keys_and_types(rehearsed):
    visit = rehearsed.visit
    assert list(visit) == list(LAYOUT)
    assert list(visit["epds"]) == list(FORM)
    for table, layout in ((visit, LAYOUT), (visit["epds"], FORM)):
        assert [key for key, kind in layout.items() if not isinstance(table[key], kind)] == []
    for key, layout in ROWS.items():
        for row in visit[key]:
            assert list(row) == list(layout)
            assert all(isinstance(row[name], kind) for name, kind in layout.items())


@every
def test_visit_json_says_what_the_script_says(rehearsed):
    script, visit = DEFAULTS | rehearsed.script, rehearsed.visit
    assert re.fullmatch(rf"({'|'.join(COLOURS)}) [1-9][0-9]", visit["code"])
    assert visit["mode"] == "rehearsal"
    assert visit["language"] == script["language"]
    left = script.keys() & {"called", "leave_at"}
    assert visit["state"] == ("unfinished" if left else "finished")
    if script.get("forget"):
        return
    for key in ("stage", "interpreter"):
        assert visit[key] == script[key]
    assert visit["weeks"] == script.get("weeks")
    assert visit["signs"] == script.get("signs", [])
    assert visit["blood_pressure"] == script.get("blood_pressure")
    ticked = [row["topic"] for row in visit["questions"]]
    wanted = script.get("questions", 0)
    for topic in script["topics"]:
        assert ticked.count(topic) == min(wanted, questions_of(topic, script["language"]))


@every
def test_topics_are_counted_as_their_files_are_written(rehearsed):
    script, visit = rehearsed.script, rehearsed.visit
    if script.get("forget"):
        assert visit["topics"] == []
        return
    wrong = script.get("check_answers") == "wrong"
    wanted: dict[str, dict[str, object]] = {}
    for topic in script["topics"]:
        cards = len(cards_of(topic, script))
        asked = checks_of(topic, script["language"])
        row = {"cards": cards, "cards_read": cards, "asked": asked, "right": 0 if wrong else asked}
        wanted[topic] = {"id": topic, **row}
        assert cards
        assert asked
    assert {row["id"]: row for row in visit["topics"]} == wanted


@every
def test_the_questionnaire_is_scored_by_its_published_key(rehearsed):
    script, form = rehearsed.script, rehearsed.visit["epds"]
    positions = [] if script.get("forget") else script.get("epds", [])
    assert form["positions"] == positions
    assert form["verified"] is False
    all_ten = len(positions) == 10
    if all_ten and "leave_by" not in script:
        assert form["state"] == "complete"
    else:
        assert form["state"] == ("unfinished" if positions else "not_offered")
    assert form["text_version"] == ("rehearsal" if positions else None)
    anxiety = sum(points_of(item, positions[item - 1]) for item in (3, 4, 5) if all_ten)
    assert form["total"] == (total_of(positions) if all_ten else None)
    assert form["item_10"] == (points_of(10, positions[9]) if all_ten else None)
    assert form["anxiety"] == (anxiety if all_ten else None)


@pytest.mark.parametrize(
    ("rehearsed", "kinds", "notes"),
    [
        ("whole-visit-es", {"blood_pressure_high", "item_10"}, set()),
        ("pregnant-ar-idle", {"blood_pressure_severe", "warning_sign", "item_10"}, set()),
        ("crash-ar", {"warning_sign"}, {"ask_in_person"}),
        ("supporting-es-called", {"warning_sign"}, set()),
        ("loss-en-quiet", {"warning_sign"}, set()),
    ],
    indirect=["rehearsed"],
)
def test_staff_are_called_for_what_she_told(rehearsed, kinds, notes):
    visit = rehearsed.visit
    assert {alert["kind"] for alert in visit["alerts"]} == kinds
    assert len(visit["alerts"]) == len(kinds)
    assert {note["kind"] for note in visit["notes"]} == notes
    for alert in visit["alerts"]:
        assert datetime.fromisoformat(alert["raised_at"]).tzinfo is not None
        assert alert["acknowledged_at"] is None


@every
def test_the_clinicians_page_is_one_page_that_names_what_matters(rehearsed):
    visit, text = rehearsed.visit, page_text(rehearsed.out / "summary.pdf")
    assert visit["code"] in text
    assert "REHEARSAL" in text
    for row in visit["topics"]:
        assert title_of(row["id"]) in text
    if visit["epds"]["state"] != "not_offered":
        assert "EPDS" in text
    if visit["blood_pressure"]:
        assert visit["blood_pressure"] in text


@every
def test_a_page_to_take_home_is_there_exactly_when_she_asked(rehearsed):
    page = rehearsed.out / "take-home.pdf"
    assert page.exists() is rehearsed.script.get("take_home", False)
    if page.exists():
        text = page_text(page)
        assert "EPDS" not in text
        assert rehearsed.visit["code"].partition(" ")[2] in text


@every
def test_pictures_are_numbered_and_named_as_visit_json_lists_them(rehearsed):
    screens = rehearsed.visit["screens"]
    wanted = [f"{number:02d}-{name}.png" for number, name in enumerate(screens, start=1)]
    assert rehearsed.pictures == wanted
    assert screens[0] == "attract"
    assert screens[1] == "welcome"
    for topic in rehearsed.script["topics"]:
        prefix = f"card-{topic}-"
        shown = [name.removeprefix(prefix) for name in screens if name.startswith(prefix)]
        assert shown == cards_of(topic, rehearsed.script)


@pytest.mark.parametrize(
    ("rehearsed", "shown"),
    [
        ("pregnant-ar-idle", ["epds-10-answered", "idle-warning", "attract"]),
        ("loss-en-quiet", ["goodbye", "goodbye-forgotten", "attract"]),
        ("crash-ar", ["epds-6-answered", "attract"]),
        ("supporting-es-called", ["called", "attract"]),
        ("whole-visit-es", ["finish", "finish-take-home", "attract"]),
    ],
    indirect=["rehearsed"],
)
def test_every_way_to_leave_ends_at_the_first_screen(rehearsed, shown):
    assert rehearsed.visit["screens"][-len(shown) :] == shown


@pytest.mark.parametrize("rehearsed", ["crash-ar"], indirect=True)
def test_after_a_crash_the_board_has_the_visit_as_unfinished(rehearsed):
    [row] = Kiosk(rehearsed.data).visits()
    assert row["state"] == "unfinished"
    assert row["open_alerts"] == 1


@pytest.mark.parametrize("rehearsed", ["supporting-es-called"], indirect=True)
def test_a_visitor_who_is_called_is_waited_for(rehearsed):
    [row] = Kiosk(rehearsed.data).visits()
    assert row["state"] == "paused"


@pytest.mark.parametrize("rehearsed", ["loss-en-quiet"], indirect=True)
def test_forgetting_takes_the_answers_and_leaves_the_alert(rehearsed):
    visit = rehearsed.visit
    assert visit["epds"]["positions"] == []
    assert visit["epds"]["text_version"] is None
    assert visit["signs"] == []
    assert visit["stage"] is None
    assert visit["blood_pressure"] is None
    [alert] = Kiosk(rehearsed.data).alerts()
    assert (alert["kind"], alert["code"]) == ("warning_sign", visit["code"])
    text = page_text(rehearsed.out / "summary.pdf")
    assert "118/76" not in text


@whole
def test_the_board_has_what_visit_json_says(rehearsed):
    [row] = Kiosk(rehearsed.data).visits()
    visit = rehearsed.visit
    assert (row["code"], row["state"], row["language"]) == (visit["code"], "finished", "es")
    assert row["open_alerts"] == len(visit["alerts"])


@pytest.mark.parametrize(
    ("epds", "state"),
    [("epds = []", "declined"), ("", "not_started"), ("epds = [1, 1, 1, 1]", "unfinished")],
)
def test_a_visit_without_topics_and_what_becomes_of_the_questionnaire(tmp_path, epds, state):
    out = tmp_path / "out"
    (out / "screens").mkdir(parents=True)
    left_over = [out / "screens" / "99-old.png", out / "take-home.pdf"]
    own = [out / "notes.txt", out / "screens" / "mine.png"]
    for file in (*left_over, *own):
        file.write_text("from before")
    rehearsed = rehearse(tmp_path, f'language = "en"\nweeks = 2\n{epds}\n', *SMALL)
    assert rehearsed.done.status == 0
    form, visit = rehearsed.visit["epds"], rehearsed.visit
    assert form["state"] == state
    assert form["positions"] == rehearsed.script.get("epds", [])
    assert (form["total"], form["item_10"]) == (None, None)
    assert visit["state"] == "finished"
    assert (visit["topics"], visit["alerts"]) == ([], [])
    kinds = {"declined": ["declined"], "unfinished": ["ask_in_person"]}
    assert [note["kind"] for note in visit["notes"]] == kinds.get(state, [])
    assert not any(file.exists() for file in left_over)
    assert all(file.exists() for file in own)


def test_wrong_answers_to_the_checks_count_as_not_right(tmp_path):
    script = 'language = "en"\ntopics = ["safe-sleep"]\ncheck_answers = "wrong"\n'
    [row] = rehearse(tmp_path, script, *SMALL).visit["topics"]
    assert row["right"] == 0
    assert row["asked"] == checks_of("safe-sleep", "en")
