"""A clinic's own words are whole and short."""

import pytest

from kiosk.domain.own_words import is_line, missing_languages, text_faults


@pytest.mark.parametrize(
    ("text", "fits"),
    [("word", True), ("four", True), ("fives", False), ("", False), ("  ", False), ("a\nb", False)],
)
def test_a_line(text, fits):
    assert is_line(text, 4) is fits


def test_faults_name_their_place_and_what_is_needed():
    (unknown, long) = text_faults(["a"], {"xx": "b", "en": "c" * 5, "es": "d"}, 4)
    assert unknown[0] == ["a", "xx"]
    assert "zh_Hans" in unknown[1]
    assert long == (["a", "en"], "one paragraph of 1 to 4 characters is needed")


def test_languages_that_are_missing_are_named_together():
    assert list(missing_languages(["a"], {"en": "b"}, ("en",))) == []
    ((at, needed),) = missing_languages(["a"], {"en": "b"}, ("es", "en", "ar"))
    assert at == ["a"]
    assert needed.startswith("missing for es, ar;")
