"""In each language the check finds what a slip of the hand does to a text."""

import re
import shutil

import pytest

from kiosk.domain.language import BUILT_IN
from kiosk.library.forms import folded, has_form, without_forms
from kiosk.library.load import load_content
from kiosk.library.tree import REFERENCE, read_tree
from kiosk.settings import default_content_folder

OTHERS = [code for code in BUILT_IN if code != REFERENCE]
LEGS = "Do not cross your legs."
FEELING = "Could this be you? Tell us. You deserve help."


def _card(text, card):
    found = re.search(rf"^## [^\n]*\{{#{card}\}}.*?(?=^## )", text, re.DOTALL | re.MULTILINE)
    assert found
    return found


def _line(text, english, sentence):
    """The line of a translation that stands where the English one has a sentence."""
    place = [line.strip("- ") for line in english.splitlines()].index(sentence)
    return place, text.splitlines()[place]


def _change_a_number(text, _english, _words, _language):
    numbers = _card(text, "numbers")
    assert "140/90" in numbers.group()
    changed = numbers.group().replace("140/90", "140/95", 1)
    return text[: numbers.start()] + changed + text[numbers.end() :]


def _drop_a_negation(text, english, words, language):
    place, line = _line(text, english, LEGS)
    assert has_form(folded(line), words, language)
    lines = text.splitlines()
    lines[place] = without_forms(folded(line), words, language).replace("\ufffd", "")
    return "\n".join(lines) + "\n"


def _lose_a_card(text, _english, _words, _language):
    weight = _card(text, "weight")
    return text[: weight.start()] + text[weight.end() :]


def _leave_english(text, english, _words, _language):
    place, _ = _line(text, english, FEELING)
    lines = text.splitlines()
    lines[place] = FEELING
    return "\n".join(lines) + "\n"


MISHAPS = (
    ("preeclampsia", "facts", _change_a_number),
    ("preeclampsia", "negation", _drop_a_negation),
    ("newborn", "structure", _lose_a_card),
    ("feelings", "untranslated", _leave_english),
)


@pytest.fixture(scope="module")
def words():
    """The words of negation, by language."""
    glossaries = read_tree(default_content_folder()).glossary.glossaries
    return {code: each.rest.negation.words for code, each in glossaries.items()}


@pytest.mark.parametrize("language", OTHERS)
def test_what_a_slip_does_to_a_text_is_found(tmp_path, language, words):
    folder = tmp_path / "content"
    shutil.copytree(default_content_folder(), folder)
    for topic, _, damage in MISHAPS:
        path = folder / "topics" / topic / f"{language}.md"
        english = (folder / "topics" / topic / "en.md").read_text(encoding="utf-8")
        text = path.read_text(encoding="utf-8")
        path.write_text(damage(text, english, words[language], language), encoding="utf-8")
    found = load_content(folder, advice=True).findings
    for topic, rule, _ in MISHAPS:
        here = [f for f in found if (f.path, f.rule) == (f"topics/{topic}/{language}.md", rule)]
        assert here, f"{rule} was not found in {topic}"
    touched = {f"topics/{topic}/{language}.md" for topic, _, _ in MISHAPS}
    others = {f.path for f in found if f.rule in {rule for _, rule, _ in MISHAPS}}
    assert others == touched
