"""How far each text is in each language."""

import pytest

from kiosk.library.approve import approvable, with_approvals, written
from kiosk.library.check import broken_paths, check
from kiosk.library.states import text_states
from kiosk.library.tree import read_tree

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def states(content):
    tree = read_tree(content.root)
    found = text_states(tree, broken_paths(check(tree, advice=False)))
    return {(each.name, each.language): each for each in found}


def approve(content, by="Ann", *names):
    tree = read_tree(content.root)
    chosen = [text for text in approvable(tree, frozenset()) if not names or text.name in names]
    entries = with_approvals(
        tree.approvals.entries, chosen, by=by, role="midwife", date="2026-11-30"
    )
    content.write("approvals.toml", written(entries))


def test_every_text_has_its_place(content):
    assert [(key, str(each.state), each.path) for key, each in states(content).items()] == [
        (("safe-sleep", "en"), "draft", EN),
        (("safe-sleep", "es"), "draft", ES),
        (("signs", "en"), "draft", "signs/en.toml"),
        (("signs", "es"), "draft", "signs/es.toml"),
        (("helplines", "en"), "draft", "helplines.toml"),
        (("helplines", "es"), "draft", "helplines.toml"),
    ]


def test_an_approved_text_names_who_and_when(content):
    approve(content)
    approve(content, "Ben", "safe-sleep")
    found = states(content)
    assert {str(each.state) for each in found.values()} == {"approved"}
    assert all(each.current for each in found.values())
    [ann, ben] = found["safe-sleep", "en"].approvals
    assert (ann.by, ben.by, ben.role, ben.date) == ("Ann", "Ben", "midwife", "2026-11-30")
    assert [entry.by for entry in found["signs", "en"].approvals] == ["Ann"]


def test_a_changed_text_is_outdated_and_still_names_who(content):
    approve(content)
    content.edit(EN, "Every night.", "Each night.")
    content.edit("helplines.toml", 'en = "Emergency"', 'en = "Emergencies"')
    found = states(content)
    outdated = [key for key, each in found.items() if each.state == "outdated"]
    assert outdated == [("safe-sleep", "en"), ("helplines", "en"), ("helplines", "es")]
    text = found["safe-sleep", "en"]
    assert ([entry.by for entry in text.approvals], text.current) == (["Ann"], False)


def test_a_text_put_back_is_approved_again(content):
    approve(content)
    content.edit(EN, "Every night.", "Each night.")
    content.edit(EN, "Each night.", "Every night.")
    assert states(content)["safe-sleep", "en"].state == "approved"


def test_only_approvals_of_the_present_words_are_named_where_there_are_any(content):
    approve(content, "Ann")
    earlier = (content.root / "approvals.toml").read_text(encoding="utf-8")
    content.edit(EN, "Every night.", "Each night.")
    approve(content, "Ben", "safe-sleep")
    now = (content.root / "approvals.toml").read_text(encoding="utf-8")
    content.write("approvals.toml", earlier + now)
    text = states(content)["safe-sleep", "en"]
    assert (text.state, [entry.by for entry in text.approvals]) == ("approved", ["Ben"])


def test_errors_go_before_approvals(content):
    approve(content)
    content.edit(EN, "Every night.", "Every <b>night</b>.")
    approve(content, "Ben")
    text = states(content)["safe-sleep", "en"]
    assert (text.state, text.current) == ("errors", True)


def test_an_unreadable_text_has_errors(content):
    content.write(ES, b"\xff\xfe\x00")
    content.write("signs/es.toml", "no")
    content.write("helplines.toml", "no")
    found = states(content)
    errors = [key for key, each in found.items() if each.state == "errors"]
    assert errors == [
        ("safe-sleep", "es"),
        ("signs", "es"),
        ("helplines", "en"),
        ("helplines", "es"),
    ]


@pytest.mark.parametrize("gone", [ES, "signs/es.toml", "helplines.toml"])
def test_what_is_not_there_is_absent(content, gone):
    text = (content.root / EN).read_text(encoding="utf-8")
    content.write("topics/other/es.md", text)
    (content.root / gone).unlink()
    absent = {each.path for each in states(content).values() if each.state == "absent"}
    assert absent == {gone, "topics/other/en.md"}


def test_a_language_without_help_lines_lacks_them(content):
    content.edit("helplines.toml", 'es = "Emergencia"\n', "")
    content.edit("helplines.toml", 'es = "Llame ahora"\n', "")
    assert states(content)["helplines", "es"].state == "absent"
