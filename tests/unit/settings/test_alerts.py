"""[response] and [alerts]: every wrong value is named with its line and what is allowed."""

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.settings import (
    AlertChannel,
    Alerts,
    Response,
    ResponseLine,
    check_response,
    load_settings,
)

SAID = """
languages = ["en", "es"]

[response.text]
en = "Ana will sit with you."
es = "Ana se sentará con usted."

[[response.line]]
number = "555-0100"
[response.line.name]
en = "Our nurse"
es = "Nuestra enfermera"
[response.line.note]
en = "At any hour"
es = "A toda hora"

[[response.line]]
number = "988"
name = { en = "Lifeline", es = "Línea 988" }

[alerts]
repeat_minutes = 3

[[alerts.channel]]
kind = "slip"
name = "front desk"
printer = "desk"

[[alerts.channel]]
kind = "webhook"
name = "pager"
url = "https://pager.example/call"
after_minutes = 10

[[alerts.channel]]
kind = "sound"
name = "horn"
after_minutes = 240
"""
SLIP = '[[alerts.channel]]\nkind = "slip"\nname = "desk"\nprinter = "desk"\n'
HORN = '[[alerts.channel]]\nkind = "sound"\nname = "horn"\n'
LINE = '[[response.line]]\nnumber = "1"\nname = { en = "a" }\n'


def hook(url):
    return f'[[alerts.channel]]\nkind = "webhook"\nname = "pager"\nurl = "{url}"\n'


@pytest.fixture
def load(tmp_path):
    def read(text):
        path = tmp_path / "kiosk.toml"
        path.write_text(text, encoding="utf-8")
        return load_settings(path)

    return read


@pytest.fixture
def refused(load):
    def read(text):
        with pytest.raises(InputError) as caught:
            load(text)
        assert caught.value.code is ErrorCode.BAD_VALUE
        return caught.value

    return read


def test_everything_can_be_said(load):
    settings = load(SAID)
    nurse = ResponseLine(
        "555-0100",
        {"en": "Our nurse", "es": "Nuestra enfermera"},
        {"en": "At any hour", "es": "A toda hora"},
    )
    lifeline = ResponseLine("988", {"en": "Lifeline", "es": "Línea 988"})
    text = {"en": "Ana will sit with you.", "es": "Ana se sentará con usted."}
    assert settings.response == Response(text, (nurse, lifeline))
    assert settings.alerts == Alerts(
        3,
        (
            AlertChannel("slip", "front desk", printer="desk"),
            AlertChannel("webhook", "pager", url="https://pager.example/call", after_minutes=10),
            AlertChannel("sound", "horn", after_minutes=240),
        ),
    )


def test_by_default_nobody_is_called_and_the_usual_words_are_shown(load):
    settings = load("")
    assert settings.alerts == Alerts(5, ())
    assert settings.response == Response({}, ())
    check_response(settings, ("en", "es", "ar"))


@pytest.mark.parametrize(
    ("text", "line", "needed"),
    [
        ('[response.text]\nxx = "a"', 2, "zh_Hans"),
        ('[response.text]\nen = " "', 2, "1 to 240 characters"),
        (f'[response.text]\nen = "{"a" * 241}"', 2, "1 to 240 characters"),
        ('[response.text]\nen = "a\\nb"', 2, "one paragraph"),
        ('[[response.line]]\nnumber = ""\nname = { en = "a" }', 2, "1 to 24"),
        (f'[[response.line]]\nnumber = "1"\nname = {{ en = "{"a" * 61}" }}', 3, "1 to 60"),
        (f'[[response.line]]\nnumber = "1"\n[response.line.name]\nen = "{"a" * 61}"', 4, "1 to 60"),
        (
            f'{LINE}[response.line.note]\nen = "{"a" * 81}"',
            5,
            "1 to 80",
        ),
        (LINE * 3, 7, "room for 2"),
        ('languages = ["en", "es"]\n[response.text]\nen = "a"', 2, "missing for es;"),
        (
            'languages = ["en", "es"]\n[[response.line]]\nnumber = "1"\nname = {en = "a"}',
            4,
            "missing for es;",
        ),
        (
            f'languages = ["en"]\n{LINE}[response.line.note]\nar = "c"',
            5,
            "missing for en;",
        ),
        ("[alerts]\nrepeat_minutes = 0", 2, "from 1 to 60"),
        ("[alerts]\nrepeat_minutes = 61", 2, "from 1 to 60"),
        (f'{SLIP}[[alerts.channel]]\nkind = "fax"\nname = "fax"', 6, "slip, sound, webhook"),
        ('[[alerts.channel]]\nkind = "slip"\nname = "desk"', 1, "CUPS queue"),
        (f'{SLIP}url = "https://a.example"', 5, "only a channel of kind webhook"),
        (f'{hook("https://a.example")}printer = "p"', 5, "only a channel of kind slip"),
        ('[[alerts.channel]]\nkind = "sound"\nname = ""', 3, "1 to 30"),
        (f'[[alerts.channel]]\nkind = "sound"\nname = "{"a" * 31}"', 3, "1 to 30"),
        (SLIP + SLIP, 7, "a name of its own"),
        (f"{SLIP}after_minutes = 1", 5, "0 is needed"),
        (f"{SLIP}{HORN}after_minutes = 241", 8, "0 to 240"),
        (f"{SLIP}{HORN}after_minutes = -1", 8, "0 to 240"),
        *(
            (hook(url), 4, "https")
            for url in (
                "",
                "http://pager.example",
                "https://",
                "https://user:secret@pager.example",
                "https://pager.example/a b",
                "https://pager.example/#a",
                "https://pager.example:x",
                "https://pager.example:0",
                "https://pägér.example",
                "https://[::1",
                "file:///etc/passwd",
                "ftp://localhost/a",
            )
        ),
    ],
)
def test_every_fault_has_its_line_and_says_what_is_needed(refused, text, line, needed):
    error = refused(text)
    assert error.place.line == line
    assert needed in error.params["reason"]


@pytest.mark.parametrize("host", ["localhost:8080", "127.0.0.1", "[::1]:9"])
def test_a_plain_address_may_be_of_this_machine(load, host):
    assert load(hook(f"http://{host}/call")).alerts.channel[0].url == f"http://{host}/call"


def test_a_misspelt_key_is_named(load):
    with pytest.raises(InputError) as caught:
        load("[alerts]\nrepeat_minute = 5")
    assert caught.value.code is ErrorCode.UNKNOWN_KEY
    assert caught.value.params["nearest"] == "repeat_minutes"


def lacking(settings, offered, file=None):
    with pytest.raises(InputError) as caught:
        check_response(settings, offered, file)
    return caught.value


def test_languages_that_are_offered_without_being_named_are_asked_for_at_the_start(load, tmp_path):
    settings = load('[clinic]\nname = "A"\n[response.text]\nen = "a"\nes = "b"')
    check_response(settings, ("en", "es"))
    error = lacking(settings, ("en", "ar", "es"), tmp_path / "kiosk.toml")
    assert str(error.place).endswith("kiosk.toml:3:1")
    assert error.params["key"] == "response.text"
    assert str(error.params["reason"]).startswith("missing for ar;")
    assert lacking(settings, ("ar",)).place is None
