"""Another questionnaire is a data file: the same functions read, score, call and report it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.domain.alerts import changed_to_zero, due_alerts, due_notes
from kiosk.domain.content import Stage
from kiosk.domain.epds import EPDS
from kiosk.domain.facts import AlertKind, NoteKind
from kiosk.domain.instrument import Instrument, raises_alert, score
from kiosk.domain.replay import replay
from kiosk.domain.summary import summarise
from kiosk.library.instrument_definition import DEFINITION_FILE, read_definition
from kiosk.library.load import load_content
from kiosk.library.reader import Reader
from kiosk.library.tree import read_tree
from kiosk.settings import default_content_folder
from tests.helpers.fakes_visits import small_library
from tests.helpers.stored_visits import entries_of

NAME = "three-made-up"
HEAD = f"""id = "{NAME}"
citation = "Nobody. Made up for tests. 2026."
alert_items = [3]
"""
ITEMS = """
[[item]]
number = 1
points = [0, 1, 2]

[[item]]
number = 2
points = [4, 2, 0]

[[item]]
number = 3
points = [3, 0]
"""
SCALE = """
[[subscale]]
id = "first-two"
items = [1, 2]
"""
CUTS = """
[[cut_off]]
version = "made-up-1"
total = 6
citation = "A made-up trial"
band = "probable"
stage = "postpartum"

[[cut_off]]
version = "made-up-1"
total = 4
citation = "A made-up trial"
band = "possible"
sensitivity = 0.8
specificity = 0.75

[[cut_off]]
version = "made-up-2"
total = 3
citation = "Another"
stage = "pregnant"
"""
WHOLE = HEAD + ITEMS + SCALE + CUTS
KEY = {1: (0, 1, 2), 2: (4, 2, 0), 3: (3, 0)}


def write(root: Path, text: str, name: str = NAME) -> Path:
    path = root / name / DEFINITION_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def findings(root: Path, text: str, name: str = NAME) -> list[str]:
    """What is wrong with a file; it must give no instrument then."""
    reader = Reader(root)
    assert read_definition(write(root, text, name), reader) is None
    return [str(finding) for finding in reader.findings]


@pytest.fixture(scope="module")
def made_up(tmp_path_factory) -> Instrument:
    root = tmp_path_factory.mktemp("instruments")
    reader = Reader(root)
    instrument = read_definition(write(root, WHOLE), reader)
    assert (reader.findings, instrument is None) == ([], False)
    assert instrument
    return instrument


sheets = st.dictionaries(st.sampled_from([1, 2, 3]), st.integers(1, 3)).filter(
    lambda sheet: sheet.get(3) != 3
)


def answered(sheet):
    return [facts.ItemAnswered(NAME, n, position, 1.5) for n, position in sorted(sheet.items())]


def visit_of(sheet, *more, version="made-up-1", stage=Stage.POSTPARTUM):
    opened = facts.InstrumentOpened(NAME, version, "en", verified=True)
    happened = (facts.StageGiven(stage), opened, *answered(sheet), *more)
    return replay(entries_of(*happened))


def form_of(made_up, sheet, *more, **where):
    visit = visit_of(sheet, *more, **where)
    return summarise(visit, small_library(), "en", (None, None), made_up).form


@given(sheets)
def test_it_is_scored_by_its_own_key(made_up, sheet):
    points = {item: KEY[item][position - 1] for item, position in sheet.items()}
    result = score(made_up, sheet)
    whole = len(sheet) == 3
    assert result.points == points
    assert (result.complete, result.total) == (whole, sum(points.values()) if whole else None)
    assert result.subscales == {"first-two": points[1] + points[2] if whole else None}
    assert made_up.highest_total == 9


@given(sheets)
def test_its_alert_item_calls_at_any_total_and_only_once(made_up, sheet):
    calls = sheet.get(3) == 1
    assert raises_alert(made_up, sheet) == calls
    due = due_alerts(visit_of(sheet), made_up)
    assert [isinstance(fact, facts.AlertRaised) for fact in due] == [True] * calls
    assert due_alerts(visit_of(sheet, *due), made_up) == ()


@given(sheets)
def test_an_unanswered_alert_item_is_to_be_asked_in_person(made_up, sheet):
    ask = () if 3 in sheet else (facts.NoteAdded(NoteKind.ASK_IN_PERSON),)
    assert due_notes(visit_of(sheet), made_up) == ask


def test_its_alert_changed_to_zero_is_reported_with_its_points(made_up):
    raised = facts.AlertRaised(1, AlertKind.ITEM_10)
    visit = visit_of({3: 1}, raised, *answered({3: 2}))
    assert changed_to_zero(visit, made_up)
    (line,) = summarise(visit, small_library(), "en", (None, None), made_up).urgent
    assert (line.points, line.changed_to_zero) == (0, True)


@given(sheets)
def test_it_is_reported_as_the_other_is(made_up, sheet):
    form = form_of(made_up, sheet)
    assert form.score == score(made_up, sheet)
    assert {row.number: row.position for row in form.rows if row.position} == sheet
    assert [row.number for row in form.rows] == [1, 2, 3]
    assert [row.seconds for row in form.rows] == [1.5 if n in sheet else None for n in (1, 2, 3)]
    assert (form.highest_total, form.citation) == (9, "Nobody. Made up for tests. 2026.")


@pytest.mark.parametrize(
    ("version", "stage", "totals"),
    [
        ("made-up-1", Stage.POSTPARTUM, [4, 6]),
        ("made-up-1", Stage.PREGNANT, [4]),
        ("made-up-1", Stage.LOSS, [4]),
        ("made-up-2", Stage.PREGNANT, [3]),
        ("made-up-2", Stage.POSTPARTUM, []),
        ("made-up-3", Stage.PREGNANT, []),
    ],
)
def test_cut_offs_hold_for_one_version_and_where_a_source_says_so_for_one_stage(
    made_up, version, stage, totals
):
    form = form_of(made_up, {1: 1, 2: 1, 3: 2}, version=version, stage=stage)
    assert [cut.total for cut in form.cut_offs] == totals
    assert all(cut.citation for cut in form.cut_offs)


@given(st.text(), st.sampled_from([None, *Stage]))
def test_no_version_gets_the_cut_offs_of_another(version, stage):
    found = EPDS.cut_offs_for(version, stage)
    assert bool(found) == (version in EPDS.cut_offs)


@given(
    st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=5).filter(any), min_size=1),
    st.data(),
)
def test_any_key_survives_being_written_down(tmp_path_factory, keys, data):
    """Whatever the points: the total of the file read is the sum of what was written."""
    root = tmp_path_factory.mktemp("keys")
    items = "".join(f"[[item]]\nnumber = {n}\npoints = {p}\n" for n, p in enumerate(keys, 1))
    reader = Reader(root)
    read = read_definition(write(root, f'id = "{NAME}"\ncitation = "c"\n{items}'), reader)
    assert read
    sheet = {n: data.draw(st.integers(1, len(points))) for n, points in enumerate(keys, start=1)}
    assert score(read, sheet).total == sum(keys[n - 1][p - 1] for n, p in sheet.items())


@pytest.mark.parametrize("text", [WHOLE, WHOLE.replace(NAME, "epds")])
def test_the_epds_cannot_be_defined_by_a_file(tmp_path, text):
    for name in ("epds", NAME) if "epds" in text else ("epds",):
        (found,) = findings(tmp_path, text, name)
        assert found == (
            f"{name}/instrument.toml:1:1: error schema: id: the EPDS is part of the program;"
            " no file can set its key"
        )


FAULTS = [
    (HEAD.replace(NAME, "Three Made") + ITEMS, 1, "id: needs small letters"),
    (HEAD.replace(NAME, "other") + ITEMS, 1, f"id: must be the name of the folder, {NAME}"),
    (HEAD.replace("Nobody. Made up for tests. 2026.", " ") + ITEMS, 2, "citation: name the source"),
    (HEAD.replace("citation", "# citation") + ITEMS, 1, "the key citation is missing"),
    (HEAD.replace("[3]", "[4]") + ITEMS, 3, "alert_items: may name each item from 1 to 3 once"),
    (HEAD.replace("[3]", "[3, 3]") + ITEMS, 3, "alert_items: may name each item"),
    (HEAD.replace("[3]", "[]"), 1, "the key item is missing"),
    (HEAD + "stem = 'x'\n" + ITEMS, 4, "unknown key stem"),
    (HEAD + ITEMS.replace("number = 2", "number = 3"), 10, "number: must be 2"),
    (HEAD + ITEMS.replace("[3, 0]", "[3]"), 15, "points: needs two options or more"),
    (HEAD + ITEMS.replace("[3, 0]", "[]"), 15, "points: needs two options or more"),
    (HEAD + ITEMS.replace("[3, 0]", "[0, 0]"), 15, "points: needs two options or more"),
    (HEAD + ITEMS.replace("[3, 0]", "[3, -1]"), 15, "points: must be a whole number"),
    (HEAD + ITEMS.replace("[3, 0]", "[3, true]"), 15, "points: must be a whole number"),
    (HEAD + ITEMS + SCALE.replace("first-two", "A b"), 18, "id: must be a name of its own"),
    (HEAD + ITEMS + SCALE + SCALE, 22, "id: must be a name of its own"),
    (HEAD + ITEMS + SCALE.replace("[1, 2]", "[]"), 19, "items: name the items"),
    (HEAD + ITEMS + SCALE.replace("[1, 2]", "[0, 2]"), 19, "items: may name each item"),
    (WHOLE.replace("total = 6", "total = 10"), 23, "total: must be from 1 to 9"),
    (WHOLE.replace("total = 6", "total = 0"), 23, "total: must be from 1 to 9"),
    (WHOLE.replace("total = 6", "total = 4"), 30, "total: stands there twice"),
    (WHOLE.replace('"made-up-2"', '"rehearsal"'), 37, "version: name the text version"),
    (WHOLE.replace('"made-up-2"', '"made-up-2 "'), 37, "version: name the text version"),
    (WHOLE.replace('"Another"', '""'), 39, "citation: name the source of the cut-off"),
    (WHOLE.replace("specificity = 0.75\n", ""), 33, "sensitivity: sensitivity and specificity"),
    (WHOLE.replace("0.75", "75"), 34, "specificity: must be a number"),
    (WHOLE.replace("0.75", "nan"), 34, "specificity: must be a number"),
    (WHOLE.replace('"possible"', '"mild"'), 32, "band: must be one of possible, probable"),
    (WHOLE.replace('"pregnant"', '"loss"'), 40, "stage: must be one of pregnant, postpartum"),
    (HEAD + "item = 3\n", 4, "item: must be written as [[item]]"),
    (HEAD + "[[item]\n", 4, "is not TOML"),
]


@pytest.mark.parametrize(("text", "line", "said"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_named_with_its_line_and_nothing_is_scored_by_the_file(
    tmp_path, text, line, said
):
    (found,) = findings(tmp_path, text)
    assert found.startswith(f"{NAME}/instrument.toml:{line}:")
    assert said in found


def test_every_fault_is_named_at_once(tmp_path):
    text = WHOLE.replace("number = 2", "number = 9").replace("total = 6", "total = 99")
    assert len(findings(tmp_path, text)) == 2


def test_a_file_in_the_content_folder_is_read_and_checked(tmp_path):
    write(tmp_path / "instruments", WHOLE)
    assert [instrument.id for instrument in read_tree(tmp_path).instruments] == [NAME]
    write(tmp_path / "instruments", ITEMS)
    (tmp_path / "instruments" / "without").mkdir()
    assert read_tree(tmp_path).instruments == ()
    errors = [e for e in load_content(tmp_path).errors if e.path.startswith("instruments")]
    assert [e.path for e in errors] == [f"instruments/{NAME}/instrument.toml"] * 2


def test_the_own_content_defines_no_other_questionnaire():
    assert read_tree(default_content_folder()).instruments == ()
