"""Tags of languages, as other systems write them."""

import pytest

from kiosk.domain.language import LANGUAGES, language_of


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
