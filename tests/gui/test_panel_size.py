"""How large things are on the panel, in millimetres, and a panel that is too small."""

import pytest
from PySide6.QtCore import QSize

from kiosk.domain.content import Bullets
from kiosk.domain.journey import Step, StepName
from kiosk.domain.stage_text import text_for
from kiosk.services.intents import OpenCheckIn
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.settings import Clinic, Screen, Settings
from kiosk.ui.density import density
from kiosk.ui.theme.form import form_fit
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import CAPITAL, TextSize
from kiosk.ui.widgets.pressable import Pressable
from kiosk.ui.widgets.staff_mark import StaffMark
from kiosk.ui.widgets.text import TextLabel
from tests.helpers.gui_kiosk import has_button, open_booth, press, shown, texts
from tests.helpers.gui_layout import layout_faults

HD = QSize(1920, 1080)
DESK, LAPTOP, PHONE = 531, 344, 150
"""Widths in millimetres of panels of 24, 15.6 and 7 inches."""

STEPS = (
    Step(StepName.HOME),
    Step(StepName.WEEKS),
    Step(StepName.SIGNS),
    Step(StepName.PRESSURE, "preeclampsia"),
    Step(StepName.CARD, "preeclampsia", 0),
    Step(StepName.CHECK, "preeclampsia", 0),
    Step(StepName.QUESTIONS, "preeclampsia"),
    Step(StepName.EPDS_INTRO),
    Step(StepName.EPDS_ITEM, index=3),
    Step(StepName.FINISH),
)


@pytest.fixture
def open_on(kiosk_app, library):
    """Opens kiosks on panels so many millimetres wide."""
    opened = []

    def open_it(width, **settings):
        made = open_booth(library, settings=Settings(screen=Screen(width_mm=width), **settings))
        opened.append(made)
        return made

    yield open_it
    for booth in opened:
        booth.close()


def _bullets(booth):
    """The lines of the card that shows."""
    step, stage = booth.journey.step, booth.journey.visit.stage
    card = text_for(booth.journey.library.topic(step.topic), "en", stage).cards[step.index]
    said = {item for block in card.blocks if isinstance(block, Bullets) for item in block.items}
    lines = [w for w in shown(booth.page) if isinstance(w, TextLabel) and w.text() in said]
    assert lines
    return lines


@pytest.mark.parametrize(("width", "capital"), [(DESK, 7.3), (700, 7.3), (LAPTOP, 7.3)])
def test_capitals_of_running_text_are_high_enough(open_on, width, capital):
    booth = open_on(width)
    booth.show(Step(StepName.CARD, "preeclampsia", 0))
    pixels = min(line.font().pixelSize() for line in _bullets(booth))
    assert pixels * CAPITAL * width / HD.width() >= capital


@pytest.mark.parametrize(("width", "least"), [(DESK, 20.0), (LAPTOP, 15.0)])
def test_targets_are_as_large_as_the_panel_allows(open_on, width, least):
    """A row of the bar has no room for more on 15.6 inches."""
    booth = open_on(width)
    for step in STEPS:
        booth.show(step)
        assert layout_faults(booth.window, 1.0) == []
        targets = [w for w in shown(booth.window) if isinstance(w, Pressable)]
        sizes = [min(w.width(), w.height()) * width / HD.width() for w in targets]
        assert min(sizes) >= least, step


@pytest.mark.parametrize("size", list(TextSize))
def test_a_small_panel_does_not_grow_texts_beyond_their_room(open_on, size):
    booth = open_on(200)
    booth.window.set_text_size(size)
    for step in STEPS:
        booth.show(step)
        assert layout_faults(booth.window, 1.0) == []


def test_the_staff_corner_can_be_hit(open_on):
    booth = open_on(DESK)
    mark = booth.page.findChild(StaffMark)
    assert min(mark.width(), mark.height()) * DESK / HD.width() >= 20


def test_without_a_width_nobody_knows(kiosk_app):
    """Qt's platform without a display has no panel."""
    assert density(0, HD) == 0.0
    assert density(DESK, HD) == pytest.approx(3.616, abs=0.001)


def test_a_text_without_room_at_the_least_size_fits_nowhere(kiosk_app, booth):
    text = rehearsal_text(booth.catalogues.words("en")).text
    theme = Theme()
    theme.fit(HD, HD.width() / DESK)
    assert form_fit(theme, text) == 1.0
    theme.fit(HD, HD.width() / PHONE)
    assert form_fit(theme, text) is None


def test_a_screen_that_is_too_small_is_told_of_and_offers_no_questionnaire(open_on):
    booth = open_on(PHONE, clinic=Clinic(language="es"))
    words = booth.catalogues.words("en")
    booth.window.see_room([rehearsal_text(words).text])
    assert booth.window.overlay_name == "too-small"
    said = "For staff: this screen is too small for the questionnaire."
    assert booth.catalogues.words("es").gettext(said) in texts(booth.window)
    assert layout_faults(booth.window, 1.0) == []
    press(booth.window, "close")
    assert booth.window.overlay_name == ""
    booth.show(StepName.HOME)
    assert not has_button(booth.window, "check-in")
    booth.window.submit(OpenCheckIn())
    assert booth.journey.step.name is StepName.HOME


def test_a_screen_with_room_says_nothing_and_offers_it_again(open_on):
    booth = open_on(DESK)
    booth.journey.form_fits = False
    booth.window.see_room([rehearsal_text(booth.catalogues.words("en")).text])
    assert booth.window.overlay_name == ""
    booth.show(StepName.HOME)
    assert has_button(booth.window, "check-in")
