"""What must not be read from the screen: a score, a reason, a word that hurts."""

import re

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.epds import EPDS
from kiosk.domain.facts import NoteKind
from kiosk.domain.instrument import score
from kiosk.domain.journey import Step, StepName
from kiosk.domain.visit import FormState
from kiosk.ui.theme import paint
from tests.helpers.gui_kiosk import (
    LANGUAGES,
    all_text,
    button,
    colours,
    complete_form,
    has_button,
    press,
    shown,
    texts,
)
from tests.helpers.gui_layout import drawn_texts

RED = (0xA1, 0x20, 0x1F)
NEAR = 32
POSITIONS = (1, 2, 3, 2, 3, 2, 3, 2, 3, 2)
CALM = (1, 1, 4, 1, 4, 4, 4, 4, 4, 4)
BABY = {
    "en": r"\b(bab(y|ies)|newborns?|infants?|breast(feeding)?|cribs?)\b",
    "es": r"\b(beb[eé]s?|reci[eé]n nacid\w+|hij[oa]s?|niñ[oa]s?|pecho materno|cunas?)\b",
    "ar": r"(طفل|أطفال|رضيع|رضاع|مولود|مواليد|وليد|جنين)",
}


def _answer(booth, positions):
    for position in positions:
        press(booth.window, f"option-{position}", "primary")


def _everything(booth):
    """What can be read, painted words included, without the code."""
    painted = [drawn.text for drawn in drawn_texts(shown(booth.window))[0]]
    together = "\n".join([*texts(booth.window), *painted])
    return together.replace(str(booth.journey.visit.code.number) if booth.journey.visit else "", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("positions", [POSITIONS, CALM], ids=["alert", "calm"])
def test_the_total_is_never_shown(booth, language, positions):
    booth.show(StepName.EPDS_INTRO, language=language)
    press(booth.window, "primary")
    _answer(booth, positions[:-1])
    total = score(EPDS, dict(enumerate(positions, start=1))).total
    press(booth.window, f"option-{positions[-1]}")
    seen = [_everything(booth).replace("10", "")]
    for names in (("primary",), ("primary",), ("primary",), ("take-home",), ("finish",)):
        press(booth.window, *names)
        seen.append(_everything(booth))
    assert total is not None
    if positions is CALM:
        # Nought stands in other figures too: as a number alone it must not.
        assert total == 0
    for text in seen:
        assert not re.search(rf"(?<![\d.]){total}(?![\d.])", text)
        assert not re.search(r"score|points|total|puntuaci|puntos|نقاط|مجموع", text, re.IGNORECASE)
    assert booth.journey.step.name is StepName.ATTRACT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_after_item_10_is_calm(booth, language, monkeypatch):
    booth.show(Step(StepName.EPDS_ITEM, index=10), *complete_form(POSITIONS[:9]), language=language)
    painted = []
    load = paint.renderer

    def watched(path, *look):
        painted.append(path)
        return load(path, *look)

    monkeypatch.setattr(paint, "renderer", watched)
    press(booth.window, "option-1", "primary")
    assert booth.journey.step.name is StepName.SUPPORT
    painted.clear()
    picture = colours(booth.window)
    assert not [path for path in painted if "bell" in path or "warning" in path]
    for colour in picture:
        here = (colour >> 16, colour >> 8 & 0xFF, colour & 0xFF)
        away = max(abs(a - b) for a, b in zip(here, RED, strict=True))
        assert away > NEAR, f"red: {colour:06x}"
    words = booth.catalogues.words(language)
    seen = texts(booth.window)
    assert words.gettext("Thank you for telling us. You are not alone.") in seen
    assert any("988" in text for text in seen)
    assert not re.search(
        r"suicid|harm yourself|alert", booth.page.findChild(object, "heading").text()
    )


@pytest.mark.parametrize("leave", ["stop", "back", "leave-quietly"])
def test_the_alert_is_raised_however_she_leaves_item_10(booth, leave):
    booth.show(Step(StepName.EPDS_ITEM, index=10), *complete_form(POSITIONS[:9]))
    press(booth.window, "option-1")
    assert booth.store.only().alerts == ()
    press(booth.window, leave)
    assert [alert.kind for alert in booth.store.only().alerts] == [facts.AlertKind.ITEM_10]


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_a_loss_no_word_of_a_baby(booth, language):
    """Home, signs, the questionnaire and the last page, before any topic was looked for."""
    booth.show(StepName.HOME, language=language, stage=Stage.LOSS, weeks=None)
    found = [_baby_words(booth, language)]
    press(booth.window, "warning-signs")
    assert not has_button(booth.window, "tab-baby")
    found.append(_baby_words(booth, language))
    press(booth.window, "sign-headache", "primary")
    found.append(_baby_words(booth, language))
    press(booth.window, "with-me", "check-in")
    found.append(_baby_words(booth, language))
    press(booth.window, "primary")
    for position in POSITIONS:
        found.append(_baby_words(booth, language))
        press(booth.window, f"option-{position}", "primary")
    found.append(_baby_words(booth, language))
    press(booth.window, "primary", "help-me")
    found.append(_baby_words(booth, language))
    press(booth.window, "primary", "primary")
    found.append(_baby_words(booth, language))
    assert booth.journey.step.name is StepName.FINISH
    assert not [words for words in found if words]


def _baby_words(booth, language):
    name = booth.journey.step.name
    return [f"{name}: {t}" for t in texts(booth.window) if re.search(BABY[language], t.lower())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_a_loss_the_page_after_stopping_has_no_word_of_a_baby(booth, language):
    booth.show(
        Step(StepName.EPDS_STOP, index=4),
        *complete_form((2, 2, 2)),
        language=language,
        stage=Stage.LOSS,
    )
    assert not _baby_words(booth, language)
    press(booth.window, "stop-here")
    assert not _baby_words(booth, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_a_loss_weeks_are_asked_without_a_birth(booth, language):
    booth.show(StepName.WEEKS, language=language, stage=Stage.LOSS, weeks=None)
    assert not _baby_words(booth, language)


def test_after_a_loss_baby_topics_show_only_when_looked_for(booth):
    booth.show(StepName.HOME, stage=Stage.LOSS, weeks=None)
    assert has_button(booth.window, "topic-preeclampsia")
    assert not has_button(booth.window, "topic-safe-sleep")
    press(booth.window, "more-topics")
    assert has_button(booth.window, "topic-safe-sleep")
    press(booth.window, "topic-safe-sleep")
    assert booth.journey.step == Step(StepName.CARD, "safe-sleep", 0)


def test_who_is_here_with_someone_is_not_asked_how_she_feels(booth):
    booth.show(StepName.HOME, stage=Stage.SUPPORTING, weeks=None)
    assert not has_button(booth.window, "check-in")
    assert has_button(booth.window, "warning-signs")


@pytest.mark.parametrize(
    "offered", [(StepName.EPDS_INTRO, ()), (Step(StepName.EPDS_ITEM, index=2), ())]
)
def test_practice_is_marked(booth, offered):
    booth.show(offered[0])
    assert "Practice only" in all_text(booth.window)


@pytest.mark.parametrize("choice", ["with-staff", "not-alone"])
def test_staff_are_told_the_same_whether_she_would_rather_or_is_not_alone(booth, choice):
    """Nothing says which it was: somebody may read along, and no reason is asked."""
    booth.show(StepName.EPDS_INTRO)
    press(booth.window, choice)
    assert booth.journey.step == Step(StepName.EPDS_AFTER)
    visit = booth.journey.current
    assert (visit.notes, visit.form_state) == ((NoteKind.RATHER_WITH_STAFF,), FormState.DECLINED)
    assert "We let your care team know" in all_text(booth.window)


def test_an_item_shows_no_answer_that_was_not_given(booth):
    booth.show(Step(StepName.EPDS_ITEM, index=1))
    assert not any(button(booth.window, f"option-{n}").isChecked() for n in range(1, 5))
    assert not button(booth.window, "primary").isEnabled()


def test_the_staff_mark_has_a_number_and_no_words(booth):
    booth.window.set_waiting(3)
    mark = booth.page.findChild(object, "staff-corner")
    assert [drawn.text for drawn in drawn_texts([mark])[0]] == ["3"]
    booth.window.set_waiting(0)
    assert drawn_texts([mark])[0] == []
