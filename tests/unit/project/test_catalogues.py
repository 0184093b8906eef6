"""Every language is whole: nothing missing, nothing guessed, the same placeholders."""

import ast
import re
import tomllib

import pytest
from babel.messages.pofile import read_po

from kiosk.library.forms import folded, has_form, without_forms
from tests.helpers.project import ROOT

CATALOGUES = sorted(ROOT.glob("translations/*/LC_MESSAGES/kiosk.po"))
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
# pybabel knows only %-placeholders: a wrong {name} or %d would pass its check.
OTHER_PLACEHOLDER = re.compile(r"\{\w*\}|%[^(%s\s]|%s")


def _forms(text) -> list[str]:
    return [form or "" for form in (text if isinstance(text, list | tuple) else [text])]


def _read(path):
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], abort_invalid=True)


def _messages(path):
    return [message for message in _read(path) if message.id]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_nothing_is_missing_or_fuzzy(path):
    catalogue = _read(path)
    missing = [
        message.id
        for message in catalogue
        if message.id and (message.fuzzy or not all(_forms(message.string)))
    ]
    assert missing == []
    assert not catalogue.fuzzy
    assert not catalogue.obsolete
    plural = [message for message in catalogue if message.id and message.pluralizable]
    assert [m.id for m in plural if len(_forms(m.string)) != catalogue.num_plurals] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_has_the_placeholders_of_its_message(path):
    found = []
    for message in _messages(path):
        wanted = set(PLACEHOLDER.findall(" ".join(_forms(message.id))))
        # A plural form may spell its number out ("one week"), never name another.
        for form in _forms(message.string):
            names = set(PLACEHOLDER.findall(form))
            if names - wanted or (names != wanted and not message.pluralizable):
                found.append((message.id, form))
    assert found == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_placeholders_are_named(path):
    found = [
        form
        for message in _messages(path)
        for form in _forms(message.id) + _forms(message.string)
        if OTHER_PLACEHOLDER.search(form.replace("%%", ""))
    ]
    assert found == []


def _asked_for():
    """Every message that the code asks for, as Python reads it."""
    for path in sorted((ROOT / "kiosk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in {"_", "N_", "gettext"} and isinstance(node.args[0].value, str):
                    yield node.args[0].value


def test_every_message_is_gathered():
    """Babel looks into no f-string: a message within one would stay English."""
    with (ROOT / "translations/kiosk.pot").open("rb") as file:
        gathered = {message.id for message in read_po(file) if isinstance(message.id, str)}
    asked = set(_asked_for())
    assert len(asked) > 300
    assert asked - gathered == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_no_word_that_the_glossary_avoids_stands_in_the_catalogue(path):
    language = path.parts[-3]
    glossary = tomllib.loads((ROOT / f"content/glossary/{language}.toml").read_text("utf-8"))
    found = []
    for term in glossary["term"]:
        for message in _messages(path):
            for form in _forms(message.string):
                allowed = without_forms(folded(form), tuple(term["use"]), language)
                if has_form(allowed, term.get("avoid", ()), language):
                    found.append((term["id"], form))
    assert found == []
