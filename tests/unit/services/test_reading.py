"""What is read aloud: figures as people say them, and nothing that was not written."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.content import Bullets, CallOut, Card, CheckQuestion, Choice, Paragraph, Picture
from kiosk.domain.instrument_text import Permission
from kiosk.services.reading import (
    Spoken,
    may_be_read,
    recording,
    said,
    sentences,
    spoken_answer,
    spoken_card,
    spoken_check,
)
from tests.helpers.fakes_visits import topic, topic_text

ENGLISH = {
    "/": "over",
    "–": "to",
    "°F": "degrees Fahrenheit",
    "°C": "degrees Celsius",
    "ml": "milliliters",
    "BP": "blood pressure",
}


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("140/90 or higher", "140 over 90 or higher"),
        ("\u200e140/90\u200e or higher", "140 over 90 or higher"),
        ("Your reading is 142 / 88.", "Your reading is 142 over 88."),
        ("100.4 °F (38.0 °C)", "100.4 degrees Fahrenheit (38.0 degrees Celsius)"),
        ("Below 97 °F, call.", "Below 97 degrees Fahrenheit, call."),
        ("60 ml of html", "60 milliliters of html"),
        ("5–10 minutes", "5 to 10 minutes"),
        ("10–15 °C", "10 to 15 degrees Celsius"),
        ("Call 911 now.", "Call 9 1 1 now."),
        ("Call or text 988", "Call or text 9 8 8"),
        ("911, 988.", "9 1 1, 9 8 8."),
        ("In 1988 and 9110", "In 1988 and 9110"),
        ("988/911 is no pressure", "988 over 911 is no pressure"),
        ("1-833-852-6262", "1, 8 3 3, 8 5 2, 6 2 6 2"),
        ("(555) 123-4567", "5 5 5, 1 2 3, 4 5 6 7"),
        ("555-0100", "5 5 5, 0 1 0 0"),
        ("2024-2025", "2024-2025"),
        ("1/2 cup", "1/2 cup"),
        ("BP: 120/80", "blood pressure: 120 over 80"),
    ],
)
def test_figures_are_said_as_people_say_them(written, heard):
    assert said(written, ENGLISH) == heard


def test_without_a_glossary_a_pressure_is_still_two_figures():
    assert said("140/90 or higher, 5–10 °F", {}) == "140, 90 or higher, 5–10 °F"


def test_each_line_is_a_sentence_with_an_end():
    lines = ("For naps", "Ask. “Am I ok?” Say it.", "", "هل أنتِ حامل؟ اسألي", "So:")
    assert sentences(lines, {}) == (
        "For naps.",
        "Ask.",
        "“Am I ok?”",
        "Say it.",
        "هل أنتِ حامل؟",
        "اسألي.",
        "So:",
    )


def test_what_a_recording_does_not_hold_is_said_after_it():
    assert Spoken("en", ("One.", "Two.")).parts() == (Spoken("en", ("One.", "Two.")),)
    recorded = Spoken("en", ("One.", "Two.", "Three."), "card.opus", more=1)
    first, rest = recorded.parts()
    assert first == Spoken("en", ("One.", "Two."), "card.opus")
    assert rest == Spoken("en", ("Three.",))


def _card(spoken=""):
    blocks = (Bullets(("One", "Two")), Paragraph("Three."), CallOut("urgent", "Call 911"))
    return Card("card-0", "Heading", Picture("p.svg", "alt"), blocks, spoken)


def test_a_card_is_its_heading_and_its_lines():
    text = topic_text("feelings", "en", 3, 0, 0)
    first = replace(text, cards=(_card(), *text.cards[1:]))
    assert spoken_card(first, first.cards[0], {}) == (
        "Spoken feelings en.",
        "Heading.",
        "One.",
        "Two.",
        "Three.",
        "Call 9 1 1.",
    )
    assert spoken_card(text, text.cards[1], {}) == ("Card 1 feelings en.", "text.")


def test_what_was_written_to_be_spoken_takes_the_place_of_the_lines():
    text = topic_text("feelings", "en", 3, 0, 0)
    card = replace(_card("Said instead"), id="card-9")
    assert spoken_card(text, card, {}) == ("Heading.", "Said instead.")


def test_a_question_does_not_tell_which_answer_is_right():
    choices = (Choice("a", "Yes", right=True, explanation="Right, 140/90."),)
    question = CheckQuestion("q", "Is 140/90 high?", choices)
    assert spoken_check(question, ENGLISH) == ("Is 140 over 90 high?", "Yes.")
    assert spoken_answer(choices[0], ENGLISH) == ("Right, 140 over 90.",)


def test_a_recording_lies_beside_the_topic(tmp_path):
    folder = tmp_path / "audio" / "es"
    folder.mkdir(parents=True)
    (folder / "card-0.opus").touch()
    here = replace(topic("feelings"), folder=str(tmp_path))
    assert Path(recording(here, "es", "card-0")) == folder / "card-0.opus"
    assert recording(here, "es", "card-1") == ""
    assert recording(here, "en", "card-0") == ""


@pytest.mark.parametrize(
    ("scope", "headphones", "may"),
    [
        ("audio=yes", True, True),
        ("languages=en; audio=yes", True, True),
        ("audio=yes", False, False),
        ("audio=no", True, False),
        ("print=yes", True, False),
        ("for our clinic, also read aloud", True, False),
        ("", True, False),
    ],
)
def test_a_licensed_wording_is_read_only_where_that_was_permitted(scope, headphones, may):
    assert may_be_read(Permission("a letter", scope=scope), headphones=headphones) is may


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("您可以休息。请告诉我们！好吗？", ("您可以休息。", "请告诉我们！", "好吗？")),
        ("说：“请帮我。”然后等", ("说：“请帮我。”", "然后等。")),
        ("Dites : « Ça va ? » Puis attendez.", ("Dites: « Ça va? »", "Puis attendez.")),
        ("三件事：", ("三件事：",)),
    ],
)
def test_sentences_end_as_each_language_ends_them(text, parts):
    assert sentences([text], {}) == parts


def test_nothing_comes_between_an_apostrophe_and_what_is_said_for_a_short_form():
    assert said("signe d’AVC", {"AVC": "A V C"}) == "signe d’A V C"
