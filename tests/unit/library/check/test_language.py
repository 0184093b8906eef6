"""Texts in the wrong language's file, found by what the rest of the folder says."""

import re
import shutil

import pytest

from kiosk.domain.language import LANGUAGES
from kiosk.library.check.language import language
from kiosk.library.tree import read_tree
from kiosk.settings import default_content_folder

OWN = default_content_folder()
WRITTEN = [code for code in LANGUAGES if (OWN / "topics" / "feelings" / f"{code}.md").is_file()]
PAIRS = list(zip(WRITTEN, [*WRITTEN[1:], WRITTEN[0]], strict=True))


@pytest.fixture(name="folder")
def _folder(tmp_path):
    copy = tmp_path / "content"
    shutil.copytree(OWN, copy, ignore=shutil.ignore_patterns("*.svg"))
    return copy


def found(folder):
    return [(f.path, f.line, f.message) for f in language(read_tree(folder))]


def test_the_languages_of_the_project_are_told_apart(folder):
    assert len(WRITTEN) > 2
    assert found(folder) == []


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_files_that_changed_places_are_found(folder, one, other):
    first, second = (folder / "topics/feelings" / f"{code}.md" for code in (one, other))
    texts = first.read_text(encoding="utf-8"), second.read_text(encoding="utf-8")
    first.write_text(texts[1], encoding="utf-8")
    second.write_text(texts[0], encoding="utf-8")
    said = {path: message for path, _, message in found(folder)}
    assert set(said) == {f"topics/feelings/{code}.md" for code in (one, other)}
    assert f"is not {LANGUAGES[one].name} ({one}) but" in said[f"topics/feelings/{one}.md"]
    assert f"({other}); put it into" in said[f"topics/feelings/{one}.md"]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_card_of_another_language_is_found_at_its_line(folder, one, other):
    first, second = (folder / "topics/newborn" / f"{code}.md" for code in (one, other))
    card = re.compile(r"## [^\n]*\{#fever\}.*?(?=\n## )", re.DOTALL)
    theirs = card.search(second.read_text(encoding="utf-8"))
    text = first.read_text(encoding="utf-8")
    ours = card.search(text)
    assert theirs
    assert ours
    first.write_text(text.replace(ours.group(), theirs.group()), encoding="utf-8")
    line = text[: ours.start()].count("\n") + 1
    assert [(path, at) for path, at, _ in found(folder)] == [(f"topics/newborn/{one}.md", line)]


def test_where_little_is_said_nothing_is_held_against_it(content):
    assert content.findings("language") == []
    content.edit("topics/safe-sleep/es.md", "Solo una sábana.", "Une phrase tout à fait française.")
    assert content.findings("language") == []
