"""REDCap data dictionaries: what is read, and every refusal with its line."""

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.instrument_text import differences
from kiosk.i18n import Catalogues
from kiosk.library.redcap import is_data_dictionary, parse_data_dictionary
from kiosk.library.text_pack import read_fingerprints, read_text_pack
from kiosk.services.wording import describe
from kiosk.settings import translations_folder
from tests.helpers.epds_files import REDCAP_HEAD, dictionary_of, dictionary_rows
from tests.helpers.epds_texts import made_up_text, published_pack
from tests.helpers.project import ROOT

TEXT = made_up_text()
WORDS = Catalogues(translations_folder()).words("en")
TYPE, LABEL, CHOICES = 3, 4, 5


@pytest.fixture
def rows():
    return dictionary_rows(TEXT)


def read(source, language="en"):
    return parse_data_dictionary(source, "form.csv", language)


def refusal(source, language: str | None = "en"):
    with pytest.raises(InputError) as caught:
        parse_data_dictionary(source, "form.csv", language)
    sentence = describe(caught.value, WORDS)
    assert sentence.startswith("form.csv")
    assert len(sentence.splitlines()) == 1
    assert "Stem 1" not in sentence
    assert "Option 3." not in sentence
    return caught.value


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_codes_restore_the_printed_order(rows, delimiter):
    source = dictionary_of(rows, delimiter=delimiter)
    assert is_data_dictionary(source)
    found = read(source)
    assert found.items == TEXT.items
    assert (found.instrument, found.language, found.version) == ("epds", "en", "redcap-epds")


def test_names_of_the_programming_interface_are_known_too(rows):
    head = "field_name,form_name,section_header,field_type,field_label"
    source = dictionary_of(rows).replace(
        ",".join(REDCAP_HEAD[:5]) + f',"{REDCAP_HEAD[5]}"', f"{head},select_choices_or_calculations"
    )
    assert source.startswith("field_name")
    assert is_data_dictionary(source)
    assert read(source).items == TEXT.items


def test_tags_entities_and_line_breaks_are_no_wording(rows):
    rows[0][LABEL] = '<div class="x"><b>1.</b>&nbsp;Stem\n<br/>1 <!-- note --></div>'
    rows[1][CHOICES] = rows[1][CHOICES].replace("Option 2.1", "<i>Option</i> 2.1")
    assert read(dictionary_of(rows)).items == TEXT.items


def test_rows_that_are_no_questions_are_left_out(rows):
    rows.insert(0, ["epds_intro", "epds", "", "descriptive", "Read this", ""])
    rows.append(["epds_total", "epds", "", "calc", "Total", "[epds_1]+[epds_2]"])
    rows.append([])
    rows.append(["", "", ""])
    assert read(dictionary_of(rows)).items == TEXT.items


def test_other_forms_of_the_same_project_are_left_out(rows):
    other = ["smoking", "habits", "", "radio", "Other", "1, A | 0, B"]
    assert read(dictionary_of([other, *rows])).items == TEXT.items


def test_a_form_of_another_name_is_taken_whole(rows):
    for number, row in enumerate(rows, start=1):
        row[:2] = [f"q{number}", ""]
    found = read(dictionary_of(rows))
    assert (found.items, found.version) == (TEXT.items, "redcap-data-dictionary")


def test_dropdowns_and_the_order_of_the_names(rows):
    for row in rows:
        row[TYPE] = "Dropdown"
    assert read(dictionary_of(rows[::-1])).items == TEXT.items


def test_the_name_of_the_form_may_be_missing(rows):
    source = dictionary_of(rows).replace("Form Name", "Whatever")
    assert read(source).version == "redcap-data-dictionary"


def test_the_language_must_be_given(rows):
    assert refusal(dictionary_of(rows), None).code is ErrorCode.TEXT_LANGUAGE_NEEDED


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("0, Option 3.4 | ", "", "has 3 options; 4 are needed"),
        ("0, Option 3.4", "9, Option | 0, Option 3.4", "has 5 options"),
        ("1, Option 3.3", "2, Option 3.3", "the options have the points 0, 2, 2, 3"),
        ("1, Option 3.3", "a, Option 3.3", "an option has no points"),
        ("1, Option 3.3", "1,", "an option is empty"),
        ("Stem 3", " ", "the stem is empty"),
        ("Stem 3", "<p></p>", "the stem is empty"),
    ],
)
def test_a_fault_in_an_item_is_named_with_its_line(rows, old, new, said):
    for row in rows[:2]:
        row[LABEL] += "\nsecond line"
    for row in rows[2:3]:
        row[LABEL], row[CHOICES] = row[LABEL].replace(old, new), row[CHOICES].replace(old, new)
    error = refusal(dictionary_of(rows))
    assert error.code is ErrorCode.TEXT_BROKEN
    assert f"item 3: {said}" in str(error.params["reason"]) or f"item 3 {said}" in str(
        error.params["reason"]
    )
    assert error.place
    assert error.place.line == 6


def test_missing_doubled_and_eleven_items(rows):
    assert "missing: 4" in str(refusal(dictionary_of(rows[:3] + rows[4:])).params["reason"])
    doubled = refusal(dictionary_of([*rows, rows[3]]))
    assert "item epds_4 stands there twice" in str(doubled.params["reason"])
    assert doubled.place
    assert doubled.place.line == 12
    eleventh = ["epds_11", *rows[3][1:]]
    assert "there are 11" in str(refusal(dictionary_of([*rows, eleventh])).params["reason"])
    assert "there are 0" in str(refusal(dictionary_of([])).params["reason"])


@pytest.mark.parametrize("column", [0, TYPE, LABEL, CHOICES])
def test_a_missing_column_is_named(rows, column):
    source = dictionary_of(rows).replace(REDCAP_HEAD[column], "Whatever", 1)
    error = refusal(source)
    assert REDCAP_HEAD[column] in str(error.params["reason"])
    assert error.place
    assert error.place.line == 1


def test_quotes_that_do_not_close_are_named_with_their_line(rows):
    error = refusal(dictionary_of(rows) + 'epds_x,epds,,radio,"Never closed\n\n')
    assert "is not a CSV file" in str(error.params["reason"])
    assert error.place
    assert error.place.line == 12


@pytest.mark.parametrize("source", ["", "\n", "a,b\n1,2\n", "x" * 200_000, 'Field Type\n"'])
def test_other_tables_are_no_data_dictionaries(source):
    assert not is_data_dictionary(source)


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_a_published_wording_comes_through_to_the_letter(language):
    text = read_text_pack(published_pack(language))
    through = read(dictionary_of(dictionary_rows(text)), language)
    assert through.items == text.items
    assert differences(through, read_fingerprints(ROOT / "content")[language]) == ()
