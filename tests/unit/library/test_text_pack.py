"""Text packs: what is read, and every refusal with its place."""

import re
from dataclasses import replace

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.instrument_text import ItemText, differences
from kiosk.i18n import Catalogues
from kiosk.library.text_pack import FINGERPRINTS, read_fingerprints, read_text_pack
from kiosk.services.wording import describe
from kiosk.settings import translations_folder
from tests.helpers.epds_texts import made_up_text, pack_of, published_pack
from tests.helpers.project import ROOT

PACK = pack_of(made_up_text())
WORDS = Catalogues(translations_folder()).words("en")


@pytest.fixture
def pack(tmp_path):
    return tmp_path / "pack.toml"


def refusal(pack, content):
    pack.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError) as caught:
        read_text_pack(pack)
    assert describe(caught.value, WORDS)
    return caught.value


def without(number):
    return pack_of(replace(made_up_text(), items=made_up_text().items[: number - 1]))


def test_a_pack_is_read_whole(pack):
    pack.write_text(PACK)
    assert read_text_pack(pack) == made_up_text()


def test_items_in_another_order_are_put_in_order(pack):
    pack.write_text(pack_of(replace(made_up_text(), items=made_up_text().items[::-1])))
    assert read_text_pack(pack) == made_up_text()


def test_spaces_around_and_a_permission_are_nothing(pack):
    spaced = PACK.replace('"Stem 1"', '"""\n  Stem 1\n"""')
    pack.write_text('permission = "whatever the file says"\n' + spaced)
    assert read_text_pack(pack) == made_up_text()


@pytest.mark.parametrize("key", ["citation", "title", "instruction"])
def test_what_may_be_left_out(pack, key):
    pack.write_text(re.sub(f"^{key} = .*\n", "", PACK, flags=re.MULTILINE))
    assert getattr(read_text_pack(pack), key) == ""


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('"epds"', '"phq-9"', ErrorCode.TEXT_WRONG_INSTRUMENT, 1),
        ('"en"', '"xx"', ErrorCode.UNKNOWN_LANGUAGE, 2),
        ('"made-up-1"', '" "', ErrorCode.TEXT_BROKEN, 3),
        ('"made-up-1"', "3", ErrorCode.BAD_VALUE, 3),
        ("title =", "titel =", ErrorCode.UNKNOWN_KEY, 5),
        ('instrument = "epds"\n', "", ErrorCode.MISSING_KEY, 1),
        ("number = 2\n", "number = 1\n", ErrorCode.TEXT_BROKEN, 14),
        ("number = 10\n", "number = 11\n", ErrorCode.TEXT_BROKEN, 54),
        ("number = 1\n", "number = 0\n", ErrorCode.TEXT_BROKEN, 9),
        ("number = 1\n", 'number = "1"\n', ErrorCode.BAD_VALUE, 9),
        ('"Stem 2"', '"  "', ErrorCode.TEXT_BROKEN, 15),
        ('"Stem 2"', "[]", ErrorCode.BAD_VALUE, 15),
        ("'Option 2.3'", "''", ErrorCode.TEXT_BROKEN, 16),
        (", 'Option 2.3'", "", ErrorCode.TEXT_BROKEN, 16),
        ("'Option 2.3'", "'Option 2.3', 'Option 2.5'", ErrorCode.TEXT_BROKEN, 16),
        ("'Option 2.3'", "23", ErrorCode.BAD_VALUE, 16),
        ("'Option 2.3'", "'Option 2.3", ErrorCode.BAD_TOML, 16),
    ],
)
def test_a_fault_is_named_with_its_place(pack, old, new, code, line):
    error = refusal(pack, PACK.replace(old, new, 1))
    assert error.code is code
    assert error.place
    assert error.place.path == str(pack)
    assert error.place.line == line
    assert (error.place.column == 1) is (code is not ErrorCode.BAD_TOML)


def test_missing_items_are_counted_up(pack):
    error = refusal(pack, without(9))
    assert error.code is ErrorCode.TEXT_BROKEN
    assert "9, 10" in str(error.params["reason"])
    assert error.place
    assert error.place.line == PACK[: PACK.index("number = 8\n")].count("\n")


def test_a_pack_without_items_is_refused(pack):
    assert refusal(pack, without(1)).code is ErrorCode.MISSING_KEY
    head = without(1) + "item = []\n"
    assert refusal(pack, head).code is ErrorCode.TEXT_BROKEN


def test_an_eleventh_item_is_refused(pack):
    eleventh = ItemText(11, "Stem 11", ("A", "B", "C", "D"))
    text = replace(made_up_text(), items=(*made_up_text().items, eleventh))
    assert refusal(pack, pack_of(text)).code is ErrorCode.TEXT_BROKEN


def test_a_file_that_is_not_utf8_is_refused(pack):
    error = refusal(pack, PACK.replace("Stem 2", "St\xe9m 2").encode("latin-1"))
    assert error.code is ErrorCode.NOT_UTF8
    assert error.place
    assert (error.place.line, error.place.column) == (15, 11)


def test_a_huge_file_is_not_read(pack):
    assert refusal(pack, b"#" * 2_000_001).code is ErrorCode.FILE_TOO_LARGE


def test_no_file_is_no_text(pack):
    with pytest.raises(InputError) as caught:
        read_text_pack(pack)
    assert caught.value.code is ErrorCode.FILE_MISSING


def test_no_refusal_repeats_the_wording(pack):
    """Errors reach logs."""
    for old, new in (("'Option 2.3'", "''"), ('"Stem 2"', "[]"), ("'Option 2.3'", "'Option 2.3")):
        error = refusal(pack, PACK.replace(old, new, 1))
        assert "Stem 1" not in describe(error, WORDS)
        assert "Option 2" not in describe(error, WORDS)


def test_the_projects_fingerprints_cover_three_languages():
    published = read_fingerprints(ROOT / "content")
    assert set(published) == {"en", "es", "fr"}
    assert published["en"].version == "cox-holden-sagovsky-1987-us-form"
    for version in published.values():
        assert [len(item.options) for item in version.items] == [4] * 10


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_a_published_wording_meets_its_fingerprints(language):
    text = read_text_pack(published_pack(language))
    assert differences(text, read_fingerprints(ROOT / "content")[language]) == ()


@pytest.mark.parametrize("language", ["pt_BR", "zh_Hans"])
def test_a_wording_without_fingerprints_is_read_too(language):
    assert read_text_pack(published_pack(language)).language == language


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("number = 2\n", "number = 3\n", ErrorCode.TEXT_BROKEN),
        ('stem = "', 'stem = "x', ErrorCode.BAD_VALUE),
        ("number", "nummer", ErrorCode.UNKNOWN_KEY),
    ],
)
def test_damaged_fingerprints_are_refused(tmp_path, old, new, code):
    path = tmp_path / FINGERPRINTS
    path.parent.mkdir(parents=True)
    original = (ROOT / "content" / FINGERPRINTS).read_text(encoding="utf-8")
    path.write_text(original.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_fingerprints(tmp_path)
    assert caught.value.code is code
    assert caught.value.place


def test_missing_fingerprints_are_an_error(tmp_path):
    with pytest.raises(InputError) as caught:
        read_fingerprints(tmp_path)
    assert caught.value.code is ErrorCode.FILE_MISSING
