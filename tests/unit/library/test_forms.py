import pytest

from kiosk.library.forms import folded, found_form, has_form, without_forms


@pytest.mark.parametrize(
    ("text", "forms", "language", "found"),
    [
        ("A crib is best.", ("crib",), "en", "crib"),
        ("CRIBS are best.", ("crib",), "en", None),
        ("CRIBS are best.", ("crib*",), "en", "cribs"),
        ("The uncrib", ("*crib",), "en", "uncrib"),
        ("Don’t wait.", ("*n't",), "en", "don't"),
        ("You can't.", ("*n\u2019t",), "en", "can't"),
        ("Notable", ("not",), "en", None),
        ("blood  pressure", ("blood pressure",), "en", "blood pressure"),
        ("N’attendez pas", ("n'*",), "fr", "n'attendez"),
        ("ضغطُ الدَّم", ("ضغط الدم",), "ar", "ضغط الدم"),
        ("والـضغط", ("*ضغط",), "ar", "والضغط"),
        ("宝宝睡在婴儿床里", ("婴儿床",), "zh_Hans", "婴儿床"),
        ("宝宝睡在婴儿床里", ("婴儿床",), "en", None),
        ("anything", (), "en", None),
        ("anything", ("*", ""), "en", None),
        ("a.b", ("a.b",), "en", "a.b"),
        ("axb", ("a.b",), "en", None),
    ],
)
def test_forms_are_found_as_words(text, forms, language, found):
    assert found_form(folded(text), forms, language) == found
    assert has_form(folded(text), forms, language) is (found is not None)


def test_a_phrase_is_found_before_a_word_of_it():
    assert found_form("high blood pressure", ("blood", "blood pressure"), "en") == "blood pressure"


def test_forms_can_be_blotted_out():
    rest = without_forms("cama de bebé, cama", ("cama de bebé",), "es")
    assert has_form(rest, ("cama",), "es")
    assert not has_form(rest, ("bebé",), "es")
    assert without_forms("as it is", (), "en") == "as it is"
