"""The page after item 10: the clinic's own words where it has any, calm in every language."""

import pytest
from PySide6.QtCore import QSize

from kiosk.domain.journey import StepName
from kiosk.settings import Response, ResponseLine, Settings
from kiosk.ui.screens.support import SupportScreen
from kiosk.ui.theme.tokens import TextSize
from tests.helpers.gui_kiosk import all_text, press
from tests.helpers.gui_layout import layout_faults

OWN = {
    "en": "Ana will sit with you in a quiet room.",
    "es": "Ana se sentará con usted en un lugar tranquilo.",
    "ar": "ستجلس آنا معك في غرفة هادئة.",
}
NAMES = {"en": "Our nurse", "es": "Nuestra enfermera", "ar": "ممرضتنا"}
NOTES = {"en": "Until six", "es": "Hasta las seis", "ar": "حتى السادسة"}
USUAL = {"en": "Someone from your care team", "es": "988", "ar": "988"}
LINE = ResponseLine("555-0100", NAMES, NOTES)


def clinic(text=OWN, *lines):
    return Settings(response=Response(text, lines or (LINE,)))


@pytest.mark.parametrize("language", OWN)
def test_the_clinics_words_and_lines_are_shown(make_booth, language):
    booth = make_booth(settings=clinic())
    page = booth.show(StepName.SUPPORT, language=language)
    shown = all_text(page)
    assert OWN[language] in shown
    assert NAMES[language] in shown
    assert NOTES[language] in shown
    assert "555-0100" in shown
    assert "988" not in shown


@pytest.mark.parametrize("language", OWN)
def test_without_them_the_usual_words_are_shown(make_booth, language):
    page = make_booth().show(StepName.SUPPORT, language=language)
    assert "988" in all_text(page)
    assert USUAL[language] in all_text(page)


def test_a_language_without_the_clinics_words_has_the_usual_ones(make_booth):
    line = ResponseLine("555-0100", {"en": "Our nurse"})
    booth = make_booth(settings=clinic({"en": OWN["en"]}, line))
    page = booth.show(StepName.SUPPORT, language="es")
    assert OWN["en"] not in all_text(page)
    assert "988" in all_text(page)


def test_they_change_with_the_language_on_the_screen(make_booth):
    booth = make_booth(settings=clinic({"en": OWN["en"]}, ResponseLine("1", {"en": "Nurse"})))
    booth.show(StepName.SUPPORT, language="es")
    press(booth.window, "language", "language-en")
    assert OWN["en"] in all_text(booth.page)
    assert "Nurse" in all_text(booth.page)


def test_she_goes_on_as_ever(make_booth):
    booth = make_booth(settings=clinic())
    page = booth.show(StepName.SUPPORT)
    assert isinstance(page, SupportScreen)
    assert page.accent == "plum"
    press(booth.window, "primary")
    assert booth.journey.step.name is StepName.HOME


LONGEST = {"en": ("wwww tell us ") * 18, "es": ("palabras un ") * 20, "ar": ("كلمات من ") * 26}


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 1024)])
@pytest.mark.parametrize("language", OWN)
def test_the_longest_words_that_settings_take_fit(make_booth, language, size):
    text = {code: words[:240].strip() for code, words in LONGEST.items()}
    line = ResponseLine(
        "1-800-555-0100-ext-12345",
        {code: words[:60].strip() for code, words in LONGEST.items()},
        {code: words[:80].strip() for code, words in LONGEST.items()},
    )
    booth = make_booth(settings=clinic(text, line, line), size=QSize(*size))
    for text_size in TextSize:
        booth.window.keep_look(text_size)
        booth.window.context.theme.reset()
        booth.show(StepName.SUPPORT, language=language)
        assert not layout_faults(booth.window, booth.window.context.theme.scale)
