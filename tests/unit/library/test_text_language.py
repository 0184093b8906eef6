"""The language of a wording: the file's, the command's, or both."""

import pytest

from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.library.text_language import settle_language

PLACE = Place("a.json", 3, 5)


@pytest.mark.parametrize(
    ("found", "given", "language"),
    [("en-US", None, "en"), ("", "es", "es"), ("pt-BR", "pt_BR", "pt_BR"), ("en", "", "en")],
)
def test_either_will_do_and_both_may_agree(found, given, language):
    assert settle_language(found, given, PLACE) == language


@pytest.mark.parametrize(
    ("found", "given", "code", "place"),
    [
        ("", None, ErrorCode.TEXT_LANGUAGE_NEEDED, Place("a.json")),
        (" ", "", ErrorCode.TEXT_LANGUAGE_NEEDED, Place("a.json")),
        ("en", "es", ErrorCode.TEXT_LANGUAGE_DISAGREES, PLACE),
        ("de", "en", ErrorCode.UNKNOWN_LANGUAGE, PLACE),
        ("en", "de", ErrorCode.UNKNOWN_LANGUAGE, None),
    ],
)
def test_neither_or_two_are_refused(found, given, code, place):
    with pytest.raises(InputError) as caught:
        settle_language(found, given, PLACE)
    assert (caught.value.code, caught.value.place) == (code, place)
