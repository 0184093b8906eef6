"""Another language in the middle of a visit: the same step, other words, mirrored if need be."""

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.domain.content import Stage, Subject
from kiosk.domain.journey import Step, StepName
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.ui.overlays.language import LanguageOverlay
from kiosk.ui.theme.fonts import family_of
from tests.helpers.gui_kiosk import LANGUAGES, all_text, button, press, texts

OTHERS = ("es", "ar")
CARD = Step(StepName.CARD, "safe-sleep", 2)


def _change(booth, language):
    press(booth.window, "language")
    overlay = booth.window.findChild(LanguageOverlay)
    press(overlay, f"language-{language}")


def _direction(language):
    right_to_left = Qt.LayoutDirection.RightToLeft
    return right_to_left if language == "ar" else Qt.LayoutDirection.LeftToRight


def _across(booth, name):
    """How far from the left a button's middle is."""
    target = button(booth.window, name)
    return target.mapTo(booth.window, QPoint(target.width() // 2, 0)).x()


@pytest.mark.parametrize("language", OTHERS)
def test_a_card_goes_on_in_the_new_language(booth, library, language):
    page = booth.show(CARD)
    card = library.topic("safe-sleep").texts["en"].cards[2]
    assert card.title in texts(booth.window)
    _change(booth, language)
    assert booth.page is page
    assert booth.journey.step == CARD
    assert booth.journey.current.language == language
    assert booth.store.only().language == language
    other = library.topic("safe-sleep").texts[language].cards[2]
    seen = texts(booth.window)
    assert other.title in seen
    assert other.picture.alt in seen
    assert card.title not in seen
    assert booth.window.overlay_name == ""
    assert page.layoutDirection() is _direction(language)


def test_arabic_is_mirrored_and_english_is_mirrored_back(booth):
    booth.show(CARD)
    middle = booth.window.width() // 2
    assert _across(booth, "back") < middle < _across(booth, "primary")
    assert _across(booth, "language") < middle < _across(booth, "leave-quietly")
    _change(booth, "ar")
    assert _across(booth, "primary") < middle < _across(booth, "back")
    assert _across(booth, "leave-quietly") < middle < _across(booth, "language")
    _change(booth, "en")
    assert _across(booth, "back") < middle < _across(booth, "primary")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kiosk_of_one_language_is_laid_out_in_its_direction(make_booth, language):
    booth = make_booth(languages=(language,))
    assert booth.page.layoutDirection() is _direction(language)
    booth.show(CARD, language=language)
    assert booth.page.layoutDirection() is _direction(language)


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_of_the_bar_changes(booth, language):
    booth.show(CARD)
    english = booth.catalogues.words("en")
    words = booth.catalogues.words(language)
    _change(booth, language)
    seen = texts(booth.window)
    for message in ("Leave quietly", "Larger text", "Contrast", "All topics", "Next", "Back"):
        assert words.gettext(message) in seen
        assert english.gettext(message) not in seen


@pytest.mark.parametrize("language", OTHERS)
def test_an_answered_item_stays_answered(booth, language):
    step = Step(StepName.EPDS_ITEM, index=4)
    page = booth.show(step)
    press(booth.window, "option-2")
    _change(booth, language)
    assert booth.page is page
    assert booth.journey.step == step
    item = rehearsal_text(booth.catalogues.words(language)).text.item(4)
    seen = texts(booth.window)
    assert item.stem in seen
    assert rehearsal_text(booth.catalogues.words("en")).text.item(4).stem not in seen
    checked = [n for n in range(1, 5) if button(booth.window, f"option-{n}").isChecked()]
    assert checked == [2]
    assert button(booth.window, "option-2").text() == item.options[1]
    assert button(booth.window, "primary").isEnabled()
    press(booth.window, "primary")
    assert booth.journey.step == Step(StepName.EPDS_ITEM, index=5)
    assert booth.store.only().form.positions == {4: 2}


@pytest.mark.parametrize("language", OTHERS)
def test_chosen_signs_stay_chosen(booth, library, language):
    page = booth.show(StepName.SIGNS, stage=Stage.POSTPARTUM, weeks=6)
    press(booth.window, "sign-headache", f"tab-{Subject.BABY}", "sign-baby-blue")
    _change(booth, language)
    assert booth.page is page
    assert booth.journey.step.name is StepName.SIGNS
    blue = button(booth.window, "sign-baby-blue")
    assert blue.isChecked()
    assert blue.text() == library.sign("baby-blue").labels[language].label
    press(booth.window, f"tab-{Subject.MOTHER}")
    headache = button(booth.window, "sign-headache")
    assert headache.isChecked()
    assert headache.text() == library.sign("headache").labels[language].label
    press(booth.window, "primary")
    assert booth.store.only().signs == ("headache", "baby-blue")


def test_an_answered_check_question_stays_answered(booth, library):
    booth.show(Step(StepName.CHECK, "safe-sleep", 0))
    question = library.topic("safe-sleep").texts["es"].checks[0]
    chosen = question.choices[0]
    press(booth.window, f"choice-{chosen.id}")
    _change(booth, "es")
    assert question.prompt in texts(booth.window)
    assert chosen.explanation in texts(booth.window)


def test_the_typeface_follows_the_language(booth):
    booth.show(CARD)
    _change(booth, "ar")
    heading = booth.page.findChild(object, "heading")
    assert heading.font().families()[0] == family_of("ar")


def test_the_language_that_is_shown_is_marked_and_may_be_kept(booth):
    page = booth.show(CARD, language="es")
    before = len(booth.store.only().cards_read), booth.store.written
    press(booth.window, "language")
    overlay = booth.window.findChild(LanguageOverlay)
    assert button(overlay, "language-es").isChecked()
    assert not button(overlay, "language-en").isChecked()
    press(overlay, "language-es")
    assert booth.window.overlay_name == ""
    assert booth.page is page
    assert (len(booth.store.only().cards_read), booth.store.written) == before


def test_a_topic_that_the_new_language_lacks_leads_home(make_booth, library):
    booth = make_booth()
    booth.show(CARD)
    texts_of = library.topic("safe-sleep").texts
    kept = texts_of["ar"]
    del texts_of["ar"]
    try:
        _change(booth, "ar")
        assert booth.journey.step.name is StepName.HOME
        assert not booth.window.findChildren(object, "topic-safe-sleep")
        assert "preeclampsia" in booth.journey.shapes
    finally:
        texts_of["ar"] = kept


def test_each_language_is_named_in_itself(booth):
    assert [button(booth.window, f"language-{code}").text() for code in LANGUAGES] == [
        "English",
        "Español",
        "العربية",
    ]
    booth.show(StepName.WELCOME, stage=None)
    press(booth.window, "language")
    seen = all_text(booth.window.findChild(LanguageOverlay))
    assert all(name in seen for name in ("English", "Español", "العربية"))
