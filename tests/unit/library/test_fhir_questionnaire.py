"""FHIR Questionnaires: what is read, and every refusal with its place."""

import copy
import json
import random

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.instrument_text import differences
from kiosk.i18n import Catalogues
from kiosk.library.fhir_questionnaire import parse_questionnaire
from kiosk.library.text_pack import read_fingerprints, read_text_pack
from kiosk.services.wording import describe
from kiosk.settings import translations_folder
from tests.helpers.epds_files import DEFINITIONS, questionnaire_of
from tests.helpers.epds_texts import made_up_text, published_pack
from tests.helpers.project import ROOT

TEXT = made_up_text()
WORDS = Catalogues(translations_folder()).words("en")
POINTS = f"{DEFINITIONS}ordinalValue"
WEIGHT = f"{DEFINITIONS}itemWeight"


@pytest.fixture
def form():
    return copy.deepcopy(questionnaire_of(TEXT))


def read(form, language=None):
    return parse_questionnaire(json.dumps(form, indent=1), "form.json", language)


def refusal(form, language=None):
    source = form if isinstance(form, str) else json.dumps(form, indent=1)
    with pytest.raises(InputError) as caught:
        parse_questionnaire(source, "form.json", language)
    sentence = describe(caught.value, WORDS)
    assert sentence.startswith("form.json")
    assert len(sentence.splitlines()) == 1
    assert "Stem 1" not in sentence
    assert "Option 3." not in sentence
    return caught.value


def line_of_item(form, number):
    lines = json.dumps(form, indent=1).splitlines()
    return lines.index(f'   "linkId": "{number}",') + 1


@pytest.mark.parametrize("url", ["ordinalValue", "itemWeight"])
@pytest.mark.parametrize("on_coding", [False, True])
def test_points_restore_the_printed_order(url, on_coding):
    assert read(questionnaire_of(TEXT, url=url, on_coding=on_coding)) == TEXT


def test_options_may_stand_in_any_order(form):
    for seed, item in enumerate(form["item"]):
        random.Random(seed).shuffle(item["answerOption"])
    assert read(form) == TEXT


def test_groups_are_opened_and_what_is_no_question_is_left_out(form):
    calculated = {
        "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
    }
    questions = form["item"]
    form["item"] = [
        {"linkId": "intro", "type": "display", "text": "Read this"},
        {"linkId": "a", "type": "group", "item": questions[:4]},
        {
            "linkId": "b",
            "type": "group",
            "item": [{"linkId": "c", "type": "group", "item": questions[4:]}],
        },
        {"linkId": "total", "type": "decimal", "text": "Total"},
        {"linkId": "band", "type": "choice", "text": "Band", "extension": [calculated]},
        {"linkId": "state", "type": "choice", "text": "State", "readOnly": True},
    ]
    assert read(form) == TEXT


def test_link_ids_that_count_to_ten_give_the_order_and_others_that_of_the_file(form):
    form["item"].reverse()
    assert read(form) == TEXT
    form["item"].reverse()
    for item, name in zip(form["item"], "jihgfedcba", strict=True):
        item["linkId"] = f"/99046-5/{name}"
    assert read(form) == TEXT


def test_a_number_before_the_stem_is_the_forms(form):
    for number, item in enumerate(form["item"], start=1):
        item["text"] = f"{number}. {item['text']}"
    assert read(form) == TEXT


def test_options_may_be_plain_strings(form):
    for item in form["item"]:
        for option in item["answerOption"]:
            option["valueString"] = option.pop("valueCoding")["display"]
    assert read(form) == TEXT


def test_points_may_be_whole_numbers_said_twice(form):
    for item in form["item"]:
        for option in item["answerOption"]:
            given = option["extension"][0]["valueDecimal"]
            option["extension"] = [{"url": WEIGHT, "valueInteger": given}, {"url": "other"}]
            option["valueCoding"]["extension"] = [{"url": POINTS, "valueDecimal": float(given)}]
    assert read(form) == TEXT


def test_without_a_version_it_is_named_after_the_form(form):
    del form["version"]
    assert read(form).version == "fhir-questionnaire"
    assert read({**form, "name": "EPDS_v3"}).version == "fhir-EPDS_v3"


@pytest.mark.parametrize(
    ("tag", "given", "language"),
    [("en", None, "en"), ("en-GB", "en", "en"), ("", "vi", "vi"), ("pt-BR", "pt_BR", "pt_BR")],
)
def test_the_language_is_the_forms_or_the_commands(form, tag, given, language):
    assert read({**form, "language": tag}, given).language == language


@pytest.mark.parametrize(
    ("tag", "given", "code"),
    [
        ("", None, ErrorCode.TEXT_LANGUAGE_NEEDED),
        ("en", "es", ErrorCode.TEXT_LANGUAGE_DISAGREES),
        ("de", None, ErrorCode.UNKNOWN_LANGUAGE),
    ],
)
def test_a_language_must_be_known_and_agreed(form, tag, given, code):
    assert refusal({**form, "language": tag}, given).code is code


def change_points(value):
    def change(item):
        item["answerOption"][1]["extension"][0]["valueDecimal"] = value

    return change


def contradict(item):
    item["answerOption"][1]["valueCoding"]["extension"] = [{"url": WEIGHT, "valueDecimal": 3}]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda item: item["answerOption"][1].pop("extension"), "an option has no points"),
        (contradict, "two different points"),
        (change_points(0), "the options have the points 0, 0, 2, 3"),
        (change_points(1.5), "the options have the points 0, 1.5, 2, 3"),
        (change_points(7), "the options have the points 0, 7, 2, 3"),
        (lambda item: item["answerOption"].pop(), "has 3 options; 4 are needed"),
        (lambda item: item["answerOption"].append(item["answerOption"][0]), "has 5 options"),
        (lambda item: item.pop("answerOption"), "has 0 options"),
        (lambda item: item.update(text="  "), "the stem is empty"),
        (lambda item: item.pop("text"), "the stem is empty; write it"),
        (lambda item: item["answerOption"][2]["valueCoding"].pop("display"), "an option is empty"),
        (lambda item: item["answerOption"][2].pop("valueCoding"), "an option is empty; write it"),
        (lambda item: item.update(answerValueSet="#set"), "write them as answerOption"),
    ],
)
def test_a_fault_in_an_item_is_named_with_its_place(form, change, said):
    change(form["item"][2])
    error = refusal(form)
    assert error.code is ErrorCode.TEXT_BROKEN
    assert said in str(error.params["reason"])
    assert "item 3" in str(error.params["reason"])
    assert error.place
    assert error.place.line == line_of_item(form, 3)
    assert error.place.column == 4


def test_missing_items_are_named(form):
    del form["item"][6]
    error = refusal(form)
    assert "there are 9 questions with options; 10 are needed; missing: 7" in str(
        error.params["reason"]
    )


def test_an_item_that_stands_twice_is_named_at_its_second_place(form):
    form["item"].append(copy.deepcopy(form["item"][4]))
    error = refusal(form)
    assert "item 5 stands there twice" in str(error.params["reason"])
    assert error.place
    assert error.place.line
    assert error.place.line > line_of_item(form, 10)


def test_an_eleventh_item_and_no_item_are_refused(form):
    eleventh = {**copy.deepcopy(form["item"][4]), "linkId": "11"}
    form["item"].append(eleventh)
    assert "there are 11" in str(refusal(form).params["reason"])
    assert "there are 0" in str(refusal({**form, "item": []}).params["reason"])


@pytest.mark.parametrize(
    "other", [{"resourceType": "Bundle"}, {"a": 1}, '["a"]', "3", "null", '"Questionnaire"']
)
def test_other_json_is_another_kind_of_file(other):
    error = refusal(other)
    assert error.code is ErrorCode.TEXT_UNKNOWN_FORMAT
    assert "FHIR R4 Questionnaire" in describe(error, WORDS)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('{\n "a": ,}', (2, 7)),
        ("{" * 3, (1, 2)),
        ("[" * 100_000, (1, 1)),
        ("9" * 5000, (1, 1)),
        ('{"a": "\\ud800"}', (1, 1)),
    ],
)
def test_broken_json_is_named_with_its_place(source, place):
    error = refusal(source)
    assert error.code is ErrorCode.BAD_JSON
    assert error.place
    assert (error.place.line, error.place.column) == place


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda form: form.update(item="none"), "item"),
        (lambda form: form["item"][2].update(text=3), "item[2].text"),
        (lambda form: form["item"][2].pop("linkId"), "item[2]"),
    ],
)
def test_values_of_another_type_are_named(form, change, key):
    change(form)
    error = refusal(form)
    assert error.code is ErrorCode.BAD_VALUE
    assert error.params["key"] == key


def test_letters_beyond_ascii_in_ids_are_found(form):
    form["item"][0]["linkId"] = "\u00edtem-uno"
    form["item"][0]["text"] = ""
    for ascii_only in (True, False):
        source = json.dumps(form, indent=1, ensure_ascii=ascii_only)
        place = refusal(source).place
        assert place
        assert place.line == 10


def test_an_id_spelled_in_another_way_still_names_the_file(form):
    form["item"][0]["text"] = ""
    source = json.dumps(form).replace('"linkId": "1"', '"linkId": "\\u0031"')
    place = refusal(source).place
    assert place
    assert place.line is None


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_a_published_wording_comes_through_to_the_letter(language):
    text = read_text_pack(published_pack(language))
    through = read(questionnaire_of(text))
    assert through.items == text.items
    assert differences(through, read_fingerprints(ROOT / "content")[language]) == ()
