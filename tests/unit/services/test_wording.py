"""Every error has a sentence, and every raiser gives what its sentence needs."""

import ast
import re
from gettext import NullTranslations

import pytest

from kiosk.domain.errors import ErrorCode, InputError, KioskError, Place
from kiosk.i18n import Catalogues, Words
from kiosk.services.wording import SENTENCES, describe, sentence_of, spell
from kiosk.settings import translations_folder
from tests.helpers.project import python_files, tree

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
ENGLISH = Words("en", NullTranslations())
# Their sentence begins with what is wrong with a file: it needs the file's name before it.
OF_A_FILE = {code for code in ErrorCode if code.value.startswith("file_")} | {
    ErrorCode.NOT_UTF8,
    ErrorCode.BAD_TOML,
    ErrorCode.UNKNOWN_KEY,
    ErrorCode.MISSING_KEY,
}


def error_of(code, params, place=None):
    return KioskError(code, place=place, **params)


def needed(code):
    names = set(PLACEHOLDER.findall(SENTENCES[code]))
    return names - {"nearest"} if code is ErrorCode.UNKNOWN_KEY else names


def raisers():
    """(where, code, names of keywords) of every call that names a code outright."""
    for path in python_files("kiosk"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call):
                continue
            for argument in node.args:
                if (
                    isinstance(argument, ast.Attribute)
                    and isinstance(argument.value, ast.Name)
                    and argument.value.id == "ErrorCode"
                ):
                    names = {keyword.arg for keyword in node.keywords}
                    yield f"{path}:{node.lineno}", ErrorCode[argument.attr], names, node


def name_of(node):
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_every_code_has_a_sentence_and_no_sentence_is_left_over():
    assert set(SENTENCES) == set(ErrorCode)


def test_on_a_screen_an_error_is_a_sentence_of_its_own():
    error = error_of(ErrorCode.NOT_UTF8, {}, Place("a.toml", 3))
    said = describe(error, ENGLISH)
    assert sentence_of(error, ENGLISH) == f"{said[0].upper()}{said[1:]}."


def test_placeholders_are_all_of_one_kind():
    for sentence in SENTENCES.values():
        assert "%" not in PLACEHOLDER.sub("", sentence)
        assert sentence == sentence.strip()
        assert "\n" not in sentence


def test_every_raiser_gives_what_its_sentence_needs():
    found = list(raisers())
    assert len(found) > 60
    errors = ("KioskError", "InputError", "StorageError")
    lacking = [
        (where, code.value, needed(code) - names)
        for where, code, names, node in found
        if name_of(node) in errors and None not in names and not needed(code) <= names
    ]
    assert lacking == []


def test_helpers_that_raise_give_what_the_sentence_needs():
    lacking = [
        (where, code.value, needed(code) - names)
        for where, code, names, node in raisers()
        if name_of(node) == "_fail" and not needed(code) <= names
    ]
    assert lacking == []


@pytest.mark.parametrize("code", ErrorCode)
def test_every_sentence_says_what_it_was_given(code):
    params = {name: f"<{name}>" for name in needed(code)}
    sentence = describe(error_of(code, params), ENGLISH)
    assert "%" not in sentence
    assert all(value in sentence for value in params.values())
    assert len(sentence.splitlines()) == 1
    placed = describe(error_of(code, params, Place("a.toml", 2, 5)), ENGLISH)
    assert placed == f"a.toml:2:5: {sentence}"


@pytest.mark.parametrize("language", ["es", "ar"])
@pytest.mark.parametrize("code", ErrorCode)
def test_every_sentence_can_be_said_in_other_languages(code, language):
    words = Catalogues(translations_folder()).words(language)
    params = {name: f"<{name}>" for name in needed(code)}
    sentence = describe(error_of(code, params), words)
    assert all(value in sentence for value in params.values())


@pytest.mark.parametrize(
    ("nearest", "hint"), [("seconds", " (did you mean seconds?)"), ("", ""), (None, "")]
)
def test_an_unknown_key_may_have_a_near_one(nearest, hint):
    given = {} if nearest is None else {"nearest": nearest}
    error = error_of(ErrorCode.UNKNOWN_KEY, {"key": "second", **given})
    wanted = f"unknown key second; remove it or correct its name{hint}"
    assert describe(error, ENGLISH) == wanted


def test_signs_that_are_words_of_formats_stay_as_they_were_given():
    error = KioskError(ErrorCode.CONTENT_BROKEN, reason="100 % of {it} %(key)s")
    assert describe(error, ENGLISH) == "100 % of {it} %(key)s"


def test_an_error_is_one_line_whatever_was_given():
    error = InputError(ErrorCode.UNKNOWN_KEY, place=Place("a.toml", 1, 1), key="a\nb", nearest="")
    assert len(describe(error, ENGLISH).splitlines()) == 1


def test_what_is_wrong_with_a_file_names_it():
    nameless = [
        where
        for where, code, names, node in raisers()
        if code in OF_A_FILE
        and name_of(node) in ("KioskError", "InputError")
        and "place" not in names
        # The reader of a content folder puts the place in front itself.
        and not where.startswith("kiosk/library/reader.py")
    ]
    assert nameless == []


def test_what_a_letter_check_found_is_said_in_words():
    marks = ["3", "3/2", "10/order", "4:es", "all:pt_BR", "what else"]
    assert spell(marks, ENGLISH) == (
        "item 3, item 3 option 2, item 10: the options stand in another order, item 4 is in es,"
        " every item is in pt_BR, what else"
    )


def test_what_a_letter_check_found_is_said_in_other_languages():
    words = Catalogues(translations_folder()).words("es")
    assert spell(["3/2"], words) == "\u00edtem 3, opci\u00f3n 2"


@pytest.mark.parametrize("code", [ErrorCode.TEXT_DIFFERS, ErrorCode.TEXT_UNFIT])
def test_errors_of_a_letter_check_are_spelled(code):
    sentence = describe(error_of(code, {"items": "3/order 10/4"}), ENGLISH)
    assert "item 3: the options stand in another order, item 10 option 4; correct" in sentence
