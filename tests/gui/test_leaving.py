"""Leaving: a neutral page at once, nothing left behind, and what happens when saving fails."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.domain import facts
from kiosk.domain.facts import AlertKind, Leaving
from kiosk.domain.journey import Step, StepName
from kiosk.domain.visit import VisitState
from kiosk.services.intents import EndPage
from kiosk.ui.theme.tokens import DAY, TextSize
from tests.helpers.gui_kiosk import all_text, button, colours, has_button, press, texts

CARD = Step(StepName.CARD, "safe-sleep", 1)


def _card_text(booth):
    return booth.journey.library.topic("safe-sleep").texts["en"].cards[1].title


def test_the_neutral_page_is_there_before_anything_is_saved(booth):
    booth.show(CARD)
    assert len(colours(booth.window)) > 20
    seen = []
    booth.store.before_change = lambda: seen.append(colours(booth.window))
    press(booth.window, "leave-quietly")
    paper = int(DAY.paper[1:], 16)
    assert seen
    assert all(picture == {paper} for picture in seen)


def test_the_goodbye_says_nothing_of_the_visit(booth):
    booth.show(CARD)
    press(booth.window, "leave-quietly")
    assert booth.journey.step.name is StepName.GOODBYE
    assert booth.journey.visit is None
    seen = all_text(booth.window)
    assert _card_text(booth) not in seen
    assert "58" not in seen
    assert "Have a good day." in seen
    assert booth.store.only().left is Leaving.QUIET
    assert booth.store.only().state is VisitState.UNFINISHED


def test_she_may_have_her_answers_forgotten(booth):
    raised = facts.AlertRaised(1, AlertKind.WARNING_SIGN)
    booth.show(CARD, facts.SignsReported(("headache",)), raised)
    press(booth.window, "leave-quietly", "forget")
    assert "What you answered here is forgotten." in texts(booth.window)
    assert not has_button(booth.window, "forget")
    visit = booth.store.only()
    assert visit.forgotten
    assert visit.stage is None
    assert visit.signs == ()
    assert len(visit.open_alerts) == 1
    press(booth.window, "primary")
    assert booth.journey.step.name is StepName.ATTRACT


def test_forgetting_is_offered_to_her_alone(booth):
    booth.show(CARD)
    press(booth.window, "leave-quietly", "primary")
    assert booth.journey.last_visit_id is None
    press(booth.window, "language-en", "leave-quietly")
    assert not has_button(booth.window, "forget")


@pytest.mark.parametrize("how", ["quiet", "finish", "idle", "called"])
def test_the_next_visit_begins_like_the_first(booth, how):
    look = booth.window.context.theme
    press(booth.window, "language-ar")
    booth.show(StepName.HOME, language="ar")
    press(booth.window, "text-size", "contrast")
    assert look.high_contrast
    assert look.text_size is TextSize.LARGE
    match how:
        case "quiet":
            press(booth.window, "leave-quietly", "primary")
        case "finish":
            press(booth.window, "primary", "finish")
        case "called":
            press(booth.window, "called-away", "primary")
        case _:
            booth.wait(80)
    assert booth.journey.step.name is StepName.ATTRACT
    assert not look.high_contrast
    assert look.text_size is TextSize.NORMAL
    assert look.language == "en"
    assert booth.window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert booth.page.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_clipboard_is_cleared(booth):
    booth.show(CARD)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("something of hers")
    press(booth.window, "leave-quietly", "primary")
    assert clipboard.text() == ""


def test_no_page_of_the_visit_survives(booth):
    steps = (StepName.WELCOME, StepName.HOME, CARD, StepName.SIGNS, StepName.EPDS_INTRO)
    pages = [weakref.ref(booth.show(step)) for step in steps]
    press(booth.window, "language")
    pages.append(weakref.ref(booth.window.findChild(object, "languages")))
    press(booth.window, "close", "leave-quietly")
    pages.append(weakref.ref(booth.page))
    press(booth.window, "primary")
    gc.collect()
    assert [page() for page in pages] == [None] * len(pages)


def test_no_words_of_the_visit_stay_in_the_window(booth):
    booth.show(CARD)
    press(booth.window, "leave-quietly", "primary")
    hidden = [
        widget.text()
        for widget in booth.window.findChildren(object)
        if hasattr(widget, "text") and callable(widget.text)
    ]
    assert _card_text(booth) not in hidden
    names = [getattr(w, "accessibleName", str)() for w in booth.window.findChildren(object)]
    assert not [name for name in names if "58" in name]


def _break(booth):
    booth.show(StepName.HOME)
    booth.store.failing_after = 0
    press(booth.window, "help-me")


def test_what_cannot_be_saved_is_told(booth, logs):
    logs.expect("intent not saved: disk_full")
    _break(booth)
    assert booth.window.overlay_name == "trouble"
    assert booth.journey.step.name is StepName.HOME
    assert "This screen needs help from staff." in texts(booth.window)
    assert "disk" not in all_text(booth.window).lower()


def test_trying_again_goes_on(booth, logs):
    logs.expect("intent not saved")
    _break(booth)
    press(booth.window, "again")
    assert booth.window.overlay_name == "trouble"
    booth.store.failing_after = None
    press(booth.window, "again")
    assert booth.window.overlay_name == ""
    assert booth.journey.step.name is StepName.HELP
    assert booth.store.happened(booth.journey.visit_id)[-1] == "NoteAdded"


def test_leaving_frees_the_screen(booth, logs):
    logs.expect("intent not saved")
    _break(booth)
    visit_id = booth.journey.visit_id
    press(booth.window, "leave")
    assert booth.journey.step.name is StepName.ATTRACT
    assert booth.journey.visit is None
    assert booth.window.overlay_name == ""
    assert booth.store.visit(visit_id).state is VisitState.OPEN
    booth.store.failing_after = None
    press(booth.window, "language-es")
    assert booth.journey.step.name is StepName.WELCOME


def test_when_leaving_cannot_be_saved_nothing_of_her_is_seen(booth, logs):
    """She pressed the way out: the full disk must not bring her page back."""
    logs.expect("not saved")
    booth.show(CARD)
    booth.store.failing_after = 0
    press(booth.window, "leave-quietly")
    assert _card_text(booth) not in all_text(booth.window)


def test_an_answer_that_could_not_be_saved_is_not_shown_as_given(booth, logs):
    logs.expect("intent not saved")
    booth.show(Step(StepName.EPDS_ITEM, index=1))
    booth.store.failing_after = 0
    press(booth.window, "option-3")
    assert booth.window.overlay_name == "trouble"
    press(booth.window, "again")
    booth.store.failing_after = None
    press(booth.window, "again")
    assert booth.store.only().form.positions == {1: 3}
    assert button(booth.window, "option-3").isChecked()


def test_the_last_page_is_left_at_once(booth):
    booth.show(StepName.HOME)
    press(booth.window, "primary", "take-home")
    assert booth.store.only().take_home
    assert not button(booth.window, "take-home").isEnabled()
    booth.window.submit(EndPage())
    assert booth.journey.step.name is StepName.ATTRACT
