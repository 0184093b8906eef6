"""Tags of languages, as other systems write them."""

import pytest

from kiosk.domain.language import ARABIC, LANGUAGES, LATIN, language_of, own_name, script_of


@pytest.mark.parametrize("code", LANGUAGES)
def test_our_own_codes_are_known_in_either_spelling(code):
    assert language_of(code) == language_of(code.replace("_", "-").upper()) == code


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-US", "en"),
        ("es-419", "es"),
        (" fr ", "fr"),
        ("ar-Latn-EG", "ar"),
        ("zh-CN", "zh_Hans"),
        ("zh-Hans-CN", "zh_Hans"),
        ("zh-Hant", None),
        ("zh", None),
        ("pt", None),
        ("pt-PT", None),
        ("eng", None),
        ("de", None),
        ("", None),
    ],
)
def test_tags_of_others(tag, code):
    assert language_of(tag) == code


def test_a_language_has_its_own_name_and_script_and_an_unknown_one_its_code():
    assert (own_name("ar"), script_of("ar")) == (LANGUAGES["ar"].name, ARABIC)
    assert (own_name("qxx"), script_of("qxx")) == ("qxx", LATIN)
