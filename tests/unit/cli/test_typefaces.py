"""Which characters the faces lack, of texts that visitors and clinicians see."""

import pytest

from kiosk.cli.typefaces import coverage_facts, missing_files
from kiosk.domain.content import ContentLibrary, HelpLine
from kiosk.domain.language import Language, use_languages
from kiosk.library.load import load_content
from kiosk.settings import default_content_folder, fonts_folder

EMPTY = ContentLibrary((), (), (), ())


@pytest.fixture(scope="module")
def library():
    return load_content(default_content_folder()).library


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_what_the_kiosk_comes_with_can_be_shown_and_printed(library, language):
    (facts,) = coverage_facts((language,), library, fonts_folder())
    assert (facts.language, facts.screen, facts.paper) == (language, "", "")


@pytest.fixture
def georgian():
    use_languages([Language("ka", "ქართული", script="Geor")])
    yield "ka"
    use_languages(())


def test_a_script_without_a_typeface_is_found_by_the_language_s_own_name(georgian):
    (facts,) = coverage_facts((georgian,), EMPTY, fonts_folder())
    assert set(facts.paper) == set("ქართული") == set(facts.screen or "")


def test_a_letter_that_no_face_has_is_found():
    line = HelpLine(
        "own", "1", "phone", "one", take_home=False, stages=frozenset(),
        name={"en": "Line \N{SNOWMAN}"}, note={},
    )  # fmt: skip
    (facts,) = coverage_facts(("en",), ContentLibrary((), (), (line,), ()), fonts_folder())
    assert (facts.screen, facts.paper) == ("\N{SNOWMAN}", "\N{SNOWMAN}")


def test_files_that_were_not_made(tmp_path):
    assert missing_files(fonts_folder()) == ()
    assert "Lexend-Regular.ttf" in missing_files(tmp_path)
