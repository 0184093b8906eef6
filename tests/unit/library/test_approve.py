"""Approvals: of what, kept how, and lost when."""

import tomllib

from kiosk.library.approvals import ApprovalTable, text_hash
from kiosk.library.approve import approvable, with_approvals, written
from kiosk.library.check import broken_paths, check
from kiosk.library.tree import read_tree

EN = "topics/safe-sleep/en.md"
ANN = {"by": "Ann", "role": "midwife", "date": "2026-11-30"}


def texts_of(content):
    tree = read_tree(content.root)
    return list(approvable(tree, broken_paths(check(tree))))


def approve(content, *names, **who):
    tree = read_tree(content.root)
    chosen = [each for each in texts_of(content) if not names or each.name in names]
    entries = with_approvals(tree.approvals.entries, chosen, **{**ANN, **who})
    content.write("approvals.toml", written(entries))
    return entries


def test_topics_signs_and_help_lines_can_be_approved_in_every_language(content):
    assert [(each.name, each.language) for each in texts_of(content)] == [
        ("safe-sleep", "en"),
        ("safe-sleep", "es"),
        ("signs", "en"),
        ("signs", "es"),
        ("helplines", "en"),
        ("helplines", "es"),
    ]
    assert all(each.sound for each in texts_of(content))


def test_what_is_approved_is_approved_in_the_library(content):
    approve(content)
    library = content.load().library
    assert library.approved == {(each.name, each.language) for each in texts_of(content)}
    assert content.load().findings == ()


def test_a_changed_text_loses_its_approval_and_no_other_does(content):
    approve(content)
    content.edit(EN, "Every night.", "Each night.")
    content.edit("signs/es.toml", "[fever]", "# changed\n[fever]")
    lost = {("safe-sleep", "en"), ("signs", "es")}
    everything = {(each.name, each.language) for each in texts_of(content)}
    assert content.load().library.approved == everything - lost


def test_a_changed_help_line_loses_the_approval_in_every_language(content):
    approve(content)
    content.edit("helplines.toml", 'es = "Emergencia"', 'es = "Urgencia"')
    approved = content.load().library.approved
    assert not {("helplines", "en"), ("helplines", "es")} & approved


def test_a_text_with_an_error_is_not_sound(content):
    content.edit(EN, "Every night.", "Every <b>night</b>.")
    content.edit("signs/es.toml", "[fever]", "[fewer]")
    sound = {(each.name, each.language) for each in texts_of(content) if each.sound}
    assert ("safe-sleep", "en") not in sound
    assert ("safe-sleep", "es") in sound
    content.write("topics/safe-sleep/topic.toml", "no")
    assert not any(each.sound for each in texts_of(content) if each.name == "safe-sleep")


def test_words_without_their_list_of_signs_are_not_sound(content):
    content.write("signs/signs.toml", "no")
    content.write("helplines.toml", "no")
    found = texts_of(content)
    assert [each.sound for each in found if each.name == "signs"] == [False, False]
    assert not [each for each in found if each.name == "helplines"]


def test_others_approvals_of_the_same_words_stay(content):
    approve(content)
    approve(content, "safe-sleep", by="Ben", role="lawyer")
    entries = approve(content, "safe-sleep", date="2026-12-01")
    mine = [(e.by, e.date) for e in entries if (e.topic, e.language) == ("safe-sleep", "en")]
    assert mine == [("Ben", "2026-11-30"), ("Ann", "2026-12-01")]
    assert {e.topic for e in entries} == {"safe-sleep", "signs", "helplines"}


def test_approvals_of_earlier_words_go(content):
    approve(content, by="Ben")
    content.edit(EN, "Every night.", "Each night.")
    entries = approve(content, "safe-sleep")
    assert [e.by for e in entries if (e.topic, e.language) == ("safe-sleep", "en")] == ["Ann"]
    assert [e.by for e in entries if e.topic == "signs"] == ["Ben", "Ben"]


def test_the_record_is_read_as_it_was_written():
    text = text_hash("text")
    entry = ApprovalTable("first", "en", text, 'A "quoted" \\ name, د. أمل', "rôle", "2026-11-30")
    (read,) = tomllib.loads(written([entry]))["approval"]
    assert read == {name: getattr(entry, name) for name in entry.__struct_fields__}


def test_nothing_invisible_reaches_the_record():
    entry = ApprovalTable("first", "en", "0", "A\u202eB\n[[x]]", "midwife", "2026-11-30")
    (read,) = tomllib.loads(written([entry]))["approval"]
    assert read["by"].isprintable()
