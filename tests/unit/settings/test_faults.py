"""All that is wrong in a settings file is found in one run, each with its line and its mend."""

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.settings import load_settings, parse_settings, settings_faults

WRONG = """\
mode = "demo"
languages = ["en", "xx", "en"]
colour = "red"

[idle]
seconds = 5
epds_seconds = true

[printing]
pinter = "desk"
copies = 2
printer = "desk"
second = "desk"

[clinic]
name = ""

[[alerts.channel]]
kind = "fax"
name = "fax"

[[alerts.channel]]
kind = "sound"
name = "bell"
url = "https://a.example"

[response.text]
en = 5
xx = "words"
"""


@pytest.fixture
def faults(tmp_path):
    def read(text):
        path = tmp_path / "kiosk.toml"
        path.write_text(text, encoding="utf-8")
        return settings_faults(path)

    return read


def lines(found):
    return [(error.place.line, error.code) for error in found]


def test_everything_is_named_in_one_run(faults):
    assert lines(faults(WRONG)) == [
        (1, ErrorCode.BAD_VALUE),
        (2, ErrorCode.UNKNOWN_LANGUAGE),
        (2, ErrorCode.BAD_VALUE),
        (3, ErrorCode.UNKNOWN_KEY),
        (6, ErrorCode.BAD_VALUE),
        (7, ErrorCode.BAD_VALUE),
        (10, ErrorCode.UNKNOWN_KEY),
        (13, ErrorCode.BAD_VALUE),
        (16, ErrorCode.BAD_VALUE),
        (19, ErrorCode.BAD_VALUE),
        (25, ErrorCode.BAD_VALUE),
        (28, ErrorCode.BAD_VALUE),
        (29, ErrorCode.BAD_VALUE),
    ]


def test_a_start_refuses_with_the_first(tmp_path):
    path = tmp_path / "kiosk.toml"
    path.write_text(WRONG, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_settings(path)
    assert caught.value.place is not None
    assert caught.value.place.line == 1
    assert caught.value.params["reason"] == "unknown; known are rehearsal, clinic"


def test_what_is_sound_holds_all_the_same():
    settings, found = parse_settings(WRONG, "kiosk.toml")
    assert len(found) == 13
    assert (settings.printing.copies, settings.idle.seconds) == (2, 60)
    assert settings.alerts.channel[1].name == "bell"


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("idle = 5", "a table [idle] is needed"),
        ("[alerts]\nchannel = 5", "tables [[alerts.channel]] are needed"),
        ("languages = 5", "a list of texts is needed"),
        ("[clinic]\nlanguage = 5", "a language is needed; known are en"),
        ("[sound]\nheadphones = 1", "true or false is needed"),
        ("[response]\ntext = 5", "a text for each language is needed"),
        ("topics = ['']", "one line of text of 1 to 60 characters is needed"),
        ("topics = ['newborn', 'newborn']", "each may stand there once"),
        ("questionnaire = ''", "one line of text of 1 to 60 characters is needed"),
        ('[epds]\nfolder = "/a\\nb"', "one line of text is needed"),
        ("[printing]\nrelease = 5", "unknown; known are hold, auto"),
        ("[printing]\nsecond = 5", "one line of text of 0 to 127 characters is needed"),
        ("[printing]\ncopies = 6", "a whole number from 1 to 5 is needed"),
        ("[staff]\nlogoff_seconds = 19", "a whole number from 20 to 900 is needed"),
    ],
)
def test_what_is_needed_is_said(faults, text, needed):
    (error,) = faults(text)
    assert error.code is ErrorCode.BAD_VALUE
    assert error.params["reason"].startswith(needed)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[[alerts.channel]]\nname = 'desk'", "kind"),
        ("[[alerts.channel]]\nkind = 'sound'", "name"),
        ("[[response.line]]\nname = { en = 'a' }", "number"),
        ("languages = ['en']\n[[response.line]]\nnumber = '1'", "name"),
    ],
)
def test_a_key_that_must_be_there(faults, text, key):
    (error,) = faults(text)
    assert (error.code, error.params["key"]) == (ErrorCode.MISSING_KEY, key)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("[printing]\nprnter = 'a'", "printer"),
        ("printer = 'a'", "printing.printer"),
        ("[clinic]\nheadphones = true", "sound.headphones"),
        ("zebra = 1", ""),
    ],
)
def test_an_unknown_key_names_the_one_that_was_meant(faults, text, nearest):
    (error,) = faults(text)
    assert (error.code, error.params["nearest"]) == (ErrorCode.UNKNOWN_KEY, nearest)


def test_a_file_that_cannot_be_read_at_all_is_one_fault(faults, tmp_path):
    assert lines(faults("mode =")) == [(1, ErrorCode.BAD_TOML)]
    (error,) = settings_faults(tmp_path / "nowhere.toml")
    assert error.code is ErrorCode.FILE_MISSING


def test_a_sound_file_has_none(faults):
    assert faults('[printing]\nprinter = "a"\nsecond = "b"\nrelease = "auto"') == ()
