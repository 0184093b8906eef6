"""What is counted of the content that comes with the project, and of a small one."""

import pytest

from kiosk.library.finding import START
from kiosk.library.index.item import Item, Miss, State
from kiosk.library.index.judged import JUDGED
from kiosk.library.index.report import CAUTION, Report, reports
from kiosk.library.tree import read_tree
from kiosk.settings import default_content_folder


@pytest.fixture(scope="module")
def own():
    return list(reports(read_tree(default_content_folder()), set()))


def item(of, misses=0):
    return Item("id", "asks", "CDC 1", "cards", of, (Miss(START, "why"),) * misses)


def test_an_item_is_met_when_every_case_is():
    assert item(3).state is State.MET
    assert (item(3, 1).state, item(3, 1).met) == (State.NOT_MET, 2)
    assert item(0).state is State.NOT_COUNTED


def test_what_is_not_counted_is_in_neither_figure():
    report = Report("topic", "en", "en.md", True, (item(3), item(3, 1), item(0)))
    assert (report.met, report.counted) == (1, 2)


def test_every_item_has_a_name_of_its_own(item_ids):
    assert len(set(item_ids)) == len(item_ids)


def test_a_text_with_an_error_says_so(content):
    tree = read_tree(content.root)
    path = "topics/safe-sleep/es.md"
    assert [r.sound for r in reports(tree, {path})] == [True, False]
    assert [r.sound for r in reports(tree, {"topics/safe-sleep/topic.toml"})] == [False, False]


def test_every_own_text_is_counted(own):
    tree = read_tree(default_content_folder())
    assert [(r.topic, r.language) for r in own] == [
        (topic.name, document.language) for topic, document in tree.documents()
    ]
    for report in own:
        states = {each.id: each.state for each in report.items}
        assert states["heading"] is State.MET
        assert states["pictures"] is State.MET
        assert states["described"] is State.MET
        assert report.counted >= 12


def test_cases_and_places_agree_with_the_files(own):
    folder = default_content_folder()
    for report in own:
        text = (folder / report.path).read_text(encoding="utf-8")
        lines = text.splitlines()
        [heading] = [each for each in report.items if each.id == "heading"]
        cards = [x for x in lines if x.startswith("## ") and x[3] not in "?!" and "{#" in x]
        assert heading.of == len(cards)
        places = [miss.at for each in report.items for miss in each.misses]
        assert all(place.line <= len(lines) for place in places)


def test_the_own_languages_are_held_against_the_same_items(own):
    cards = {}
    for report in own:
        [heading] = [each for each in report.items if each.id == "heading"]
        cards.setdefault(report.topic, set()).add(heading.of)
    assert all(len(counts) == 1 for counts in cards.values())


def test_people_are_asked_what_no_program_can_tell(own):
    asked = " ".join(judged.cites for judged in JUDGED)
    assert "CDC 1" in asked
    assert all(judged.asks for judged in JUDGED)
    counted = {cites for each in own[0].items for cites in each.cites.split("; ")}
    # The passive is looked for by nobody but people.
    assert "CDC 6" not in counted
    assert "CDC 6; PEMAT 5" in [judged.cites for judged in JUDGED]
    assert "no score" in CAUTION
