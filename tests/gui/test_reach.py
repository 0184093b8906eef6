"""For who sits or has one hand: everything in the lower two thirds of the window."""

import pytest
from PySide6.QtCore import QPoint, QSize

from kiosk.domain.content import Subject
from kiosk.domain.journey import Step, StepName
from kiosk.ui.gallery.scenes import scenes
from kiosk.ui.theme.tokens import TextSize
from kiosk.ui.widgets.digits import DigitField
from tests.helpers.gui_kiosk import button, press, texts, type_digits
from tests.helpers.gui_layout import layout_faults

LANGUAGES = ("en", "ar", "vi")
LEGAL = 0.9
"""The least type of a full window is 4.8 mm on 24 inches; here the panel may be nearer."""

STANDING = QSize(1080, 1920)


def _lower(booth):
    booth.show(StepName.HOME)
    press(booth.window, "reach")
    assert booth.window.context.theme.lowered


def _out_of_reach(window):
    """What can be pressed and lies, in part, in the upper third."""
    top = window.height() / 3
    found = []
    for group in window.aids.stops.groups():
        for stop in [*group, *window.aids.stops.barred()]:
            corner = stop.mapTo(window, QPoint(0, 0))
            inside = corner.y() >= top - 1 and corner.y() + stop.height() <= window.height()
            if not inside or stop.mapTo(window, stop.rect().center()).y() <= top:
                found.append(stop.objectName())
    return found


@pytest.mark.parametrize(
    ("language", "size"),
    [("en", TextSize.NORMAL), ("ar", TextSize.LARGEST), ("vi", TextSize.LARGEST)],
    ids=str,
)
def test_everything_is_within_reach_and_whole(make_booth, library, logs, language, size):
    logs.expect("intent not saved")  # The scene of the trouble page.
    booth = make_booth(languages=LANGUAGES)
    booth.window.keep_look(size)
    booth.window.context.theme.reset()
    _lower(booth)
    found = []
    for scene in scenes(library, every_card=False):
        if not booth.window.context.theme.lowered:
            # A visit has ended in between.
            _lower(booth)
        scene.show(booth, language)
        if not booth.window.context.theme.lowered:
            continue
        found += [f"{scene.name}: {name}" for name in _out_of_reach(booth.window)]
        faults = layout_faults(booth.window, LEGAL)
        found += [f"{scene.name}: {fault}" for fault in faults]
    assert found == [], "\n".join(found)


def test_on_a_standing_screen_too(make_booth):
    booth = make_booth(size=STANDING)
    _lower(booth)
    for step in (StepName.HOME, StepName.SIGNS, StepName.WEEKS, Step(StepName.EPDS_ITEM, index=2)):
        booth.show(step)
        assert _out_of_reach(booth.window) == []


def test_the_first_screen_is_lowered_too(booth):
    press(booth.window, "reach")
    assert _out_of_reach(booth.window) == []
    assert button(booth.window, "reach").accessibleName() == "Raise the screen"
    press(booth.window, "language-en")
    assert booth.window.context.theme.lowered


def test_the_countdown_and_the_languages_are_lowered_too(booth):
    _lower(booth)
    press(booth.window, "language")
    assert _out_of_reach(booth.window) == []
    press(booth.window, "close")
    booth.wait(62)
    assert booth.window.overlay_name == "idle-warning"
    assert _out_of_reach(booth.window) == []


def test_once_more_brings_it_up_again(booth):
    booth.show(StepName.HOME)
    before = booth.window.grab().toImage()
    press(booth.window, "reach")
    assert booth.window.grab().toImage() != before
    press(booth.window, "reach")
    assert not booth.window.context.theme.lowered
    assert booth.window.grab().toImage().size() == before.size()
    assert booth.window.aids.stops.groups()[0][0].y() == booth.page.targets()[0].y()


def test_nothing_entered_is_lost(booth):
    booth.show(StepName.WEEKS, weeks=None)
    type_digits(booth.window, "31")
    press(booth.window, "reach")
    assert booth.page.findChild(DigitField).digits == "31"
    assert button(booth.window, "primary").isEnabled()
    booth.show(Step(StepName.PRESSURE, "preeclampsia"))
    type_digits(booth.window, "12080")
    press(booth.window, "reach")
    assert [f.digits for f in booth.page.findChildren(DigitField)] == ["120", "80"]
    booth.show(StepName.SIGNS)
    press(booth.window, "sign-headache", "reach")
    assert booth.page.chosen == ["headache"]
    assert button(booth.window, "sign-headache").isChecked()
    check = Step(StepName.CHECK, "safe-sleep", 0)
    booth.show(check)
    choice = booth.journey.topic_text("safe-sleep").checks[0].choices[0]
    press(booth.window, f"choice-{choice.id}", "reach")
    assert choice.explanation in texts(booth.window)
    booth.show(Step(StepName.EPDS_ITEM, index=2))
    press(booth.window, "option-2", "reach")
    assert button(booth.window, "option-2").isChecked()


def test_the_babys_signs_stay_open(booth):
    from kiosk.domain.content import Stage

    booth.show(StepName.SIGNS, stage=Stage.POSTPARTUM, weeks=6)
    press(booth.window, f"tab-{Subject.BABY}", "sign-baby-blue", "reach")
    assert button(booth.window, "sign-baby-blue").isChecked()


def test_more_topics_stay_open(booth):
    from kiosk.domain.content import Stage

    booth.show(StepName.HOME, stage=Stage.LOSS, weeks=None)
    press(booth.window, "more-topics")
    topics = len([t for t in booth.page.targets() if t.objectName().startswith("topic-")])
    press(booth.window, "reach")
    again = [t for t in booth.page.targets() if t.objectName().startswith("topic-")]
    assert len(again) == topics


def test_it_is_over_with_the_visit(booth):
    _lower(booth)
    booth.wait(200)
    assert booth.journey.step.name is StepName.ATTRACT
    assert not booth.window.context.theme.lowered
    top = booth.window.height() / 3
    assert any(stop.mapTo(booth.window, QPoint(0, 0)).y() < top for stop in booth.page.targets())
