"""One door for every format: what a file holds decides, not its name."""

import json

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.i18n import Catalogues
from kiosk.library.instrument_file import read_instrument_text
from kiosk.services.wording import describe
from kiosk.settings import translations_folder
from tests.helpers.epds_files import dictionary_of, dictionary_rows, questionnaire_of
from tests.helpers.epds_texts import made_up_text, pack_of

TEXT = made_up_text()
WORDS = Catalogues(translations_folder()).words("en")
SOURCES = {
    "pack": pack_of(TEXT),
    "questionnaire": json.dumps(questionnaire_of(TEXT)),
    "dictionary": dictionary_of(dictionary_rows(TEXT)),
}


@pytest.fixture
def file(tmp_path):
    def write(content, name="text.dat"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def refusal(path, language: str | None = "en"):
    with pytest.raises(InputError) as caught:
        read_instrument_text(path, language)
    assert len(describe(caught.value, WORDS).splitlines()) == 1
    assert caught.value.place is None or caught.value.place.path == str(path)
    return caught.value


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize("name", ["text.toml", "text.json", "text.csv", "text"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "\n "])
def test_the_content_tells_the_format(file, source, name, mark):
    if mark == "\n " and source is SOURCES["dictionary"]:
        mark = ""
    assert read_instrument_text(file(mark + source, name), "en").items == TEXT.items


@pytest.mark.parametrize("kind", ["pack", "questionnaire"])
def test_a_language_that_the_file_names_must_agree(file, kind):
    assert read_instrument_text(file(SOURCES[kind])).language == "en"
    error = refusal(file(SOURCES[kind]), "es")
    assert error.code is ErrorCode.TEXT_LANGUAGE_DISAGREES
    assert error.place
    assert error.place.line
    assert "is in en by its own account, not in es" in describe(error, WORDS)


def test_an_unknown_language_is_refused(file):
    assert refusal(file(SOURCES["pack"]), "xx").code is ErrorCode.UNKNOWN_LANGUAGE


def test_a_dictionary_needs_its_language(file):
    error = refusal(file(SOURCES["dictionary"]), None)
    assert error.code is ErrorCode.TEXT_LANGUAGE_NEEDED


@pytest.mark.parametrize(
    "content",
    [
        "",
        "  \n",
        "# only a note\n",
        "Ten questions, as plain text.\nwith = signs\n",
        '[clinic]\nname = "A"\n',
        '[{"resourceType": "Questionnaire"}]',
        '{"resourceType": "Bundle"}',
        '<?xml version="1.0"?>\n<Questionnaire version="1"/>',
        "id,name\n1,x\n",
        "{\\rtf1 text}",
        "%PDF-1.7\ntext",
        b"PK\x03\x04\x14\x00\xff\xfe",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        b"\x89PNG\r\n\x1a\n",
    ],
)
@pytest.mark.parametrize("name", ["text.toml", "text.json"])
def test_another_kind_of_file_is_told_which_are_understood(file, content, name):
    error = refusal(file(content, name))
    assert error.code is ErrorCode.TEXT_UNKNOWN_FORMAT
    for kind in ("TOML", "FHIR", "REDCap"):
        assert kind in describe(error, WORDS)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize(
    ("encoding", "column"), [("utf-16", 1), ("utf-16-le", 2), ("utf-16-be", 1)]
)
def test_another_encoding_is_refused_with_its_place(file, source, encoding, column):
    error = refusal(file(source.encode(encoding)))
    assert error.code is ErrorCode.NOT_UTF8
    assert error.place
    assert (error.place.line, error.place.column) == (1, column)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_letter_of_an_older_encoding_is_refused_with_its_place(file, source):
    content = source.replace("Stem 2", "St\u00e9m 2").encode("latin-1")
    error = refusal(file(content))
    assert error.code is ErrorCode.NOT_UTF8
    assert error.place
    assert error.place.line == content[: content.index(b"\xe9")].count(b"\n") + 1


def test_a_file_of_ten_megabytes_is_not_read(file):
    assert refusal(file(b"#" * 10_000_000)).code is ErrorCode.FILE_TOO_LARGE


def test_no_file_and_a_folder(tmp_path):
    assert refusal(tmp_path / "none").code is ErrorCode.FILE_MISSING
    assert refusal(tmp_path).code is ErrorCode.FILE_UNREADABLE


def test_a_broken_pack_keeps_its_own_refusal(file):
    error = refusal(file(SOURCES["pack"].replace('"epds"', '"epds', 1)))
    assert error.code is ErrorCode.BAD_TOML
