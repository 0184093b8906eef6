"""Contrast as it comes out on the screen, in every theme: measured, not computed from tokens."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from kiosk.domain.journey import StepName
from kiosk.services.health import Condition, HealthItem, Level, Part
from kiosk.ui.gallery.scenes import scenes
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.staff.board import BoardScreen
from kiosk.ui.theme.tokens import DAY, Style, TextSize
from kiosk.ui.widgets.health_strip import HealthStrip
from kiosk.ui.widgets.pressable import Pressable
from tests.helpers.gui_contrast import edges, inks, luminance, marks, ratio, ring, take
from tests.helpers.gui_kiosk import button, press, type_digits
from tests.helpers.gui_layout import on_top
from tests.helpers.gui_staff import PIN, fill_board, open_staff_area

TEXT, OFF, CONTROL, RING = 7.0, 4.5, 3.0, 3.0
"""Least ratios of text, of text on what cannot be pressed now, of controls; a ring's pixels."""

HEALTH = (
    HealthItem(Part.PRINTER, Level.FAULT, Condition.PRINTER_TROUBLE, ("1",)),
    HealthItem(Part.DISK, Level.NOTE, Condition.DISK_LOW, ("312",)),
    HealthItem(Part.TEXTS, Level.OK, Condition.TEXTS_FINE),
)

# One scene of each kind of page; the rest differ in words alone. `make gallery` looks at all.
ONE_OF_A_KIND = (
    "welcome", "about-you", "weeks-pregnant", "interpreter", "home-pregnant-30", "home-loss-None",
    "home-form-done", "card-preeclampsia-what-it-is", "check-preeclampsia-one-number",
    "check-preeclampsia-one-number-no", "check-preeclampsia-one-number-yes",
    "questions-preeclampsia", "pressure-again", "pressure-118", "pressure-148", "pressure-164",
    "signs-pregnant", "staff-called-severe-vomiting", "help", "finish-take-home", "called",
    "goodbye", "languages", "idle-warning", "epds-intro", "epds-3", "epds-stop", "epds-after",
    "support-pregnant",
)  # fmt: skip


def faults(window):
    """What stands too little apart from what is around it."""
    photo = take(window)
    found = [
        f"text {ink}" for ink in inks(window, photo) if ink.ratio < (OFF if ink.is_off else TEXT)
    ]
    found += [
        f"target {target.objectName()}: {apart:.1f}"
        for target, apart in edges(window, photo)
        if apart < CONTROL
    ]
    found += [
        f"picture on {widget.objectName()}: {apart:.1f}"
        for widget, apart in marks(window, photo)
        if apart < CONTROL
    ]
    return found


@pytest.fixture
def in_style(booth):
    def put(style):
        booth.window.keep_look(TextSize.NORMAL, style)
        booth.window.context.theme.reset()
        return booth

    return put


@pytest.mark.parametrize("style", list(Style))
def test_everything_stands_apart(in_style, library, style):
    booth = in_style(style)
    known = {scene.name: scene for scene in scenes(library, every_card=False)}
    found = []
    for name in ONE_OF_A_KIND:
        known[name].show(booth, "en")
        found += [f"{name}: {fault}" for fault in faults(booth.window)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("style", list(Style))
def test_what_lies_below_a_question_is_darker(in_style, library, style):
    booth = in_style(style)
    known = {scene.name: scene for scene in scenes(library, every_card=False)}
    known["home-pregnant-30"].show(booth, "en")
    before = take(booth.window)
    known["idle-warning"].show(booth, "en")
    after = take(booth.window)
    aside = [(x, y) for x in range(20, 400, 7) for y in range(250, 900, 7)]
    lights = [(luminance(before.at(*p)), luminance(after.at(*p))) for p in aside]
    assert all(now <= then for then, now in lights)
    assert sum(now for _, now in lights) < 0.7 * sum(then for then, _ in lights)


@pytest.mark.parametrize("style", list(Style))
def test_the_first_screen(in_style, style):
    booth = in_style(style)
    booth.window.show_step()
    settle()
    assert faults(booth.window) == []


def test_staff_screens(booth, qtbot):
    fill_board(booth)
    kit = open_staff_area(booth, role="admin", health=HEALTH)
    found = faults(kit.area)
    type_digits(kit.area, PIN)
    press(kit.area, "enter")
    qtbot.waitUntil(lambda: kit.area.findChild(BoardScreen) is not None)
    [strip] = kit.area.findChildren(HealthStrip)
    qtbot.waitUntil(lambda: "Looking" not in strip.accessibleName())
    settle()
    found += faults(kit.area)
    for name in ("manage", "people", "add"):
        press(kit.area, name)
        settle()
        found += faults(kit.area)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("step", [StepName.HOME, StepName.SIGNS, StepName.WEEKS, StepName.FINISH])
def test_the_focus_ring_is_seen(in_style, qtbot, style, step):
    booth = in_style(style)
    booth.show(step)
    booth.window.activateWindow()
    qtbot.waitUntil(booth.window.isActiveWindow)
    targets = [w for w in on_top(booth.window) if isinstance(w, Pressable) and w.isEnabled()]
    # The first, the middle and the last of each kind that looks alike.
    kinds = {type(target): target for target in targets}
    for target in (targets[0], *kinds.values(), targets[-1]):
        assert ring(target, booth.window) >= RING, target.objectName()


def test_what_is_spoilt_is_found(booth, monkeypatch):
    """A pale ink, and a pale border on a button without any other colour."""
    booth.show(StepName.HOME)
    assert faults(booth.window) == []
    pale = replace(DAY, ink_soft="#8A949B", teal="#BFD9D6")
    monkeypatch.setattr(type(booth.window.context.theme), "palette", pale)
    booth.show(StepName.HOME)
    found = "\n".join(faults(booth.window))
    assert "text 'Chosen for you" in found
    assert "target back" in found


def test_ratios_are_those_of_the_standard():
    """Black on white, and the grey that WCAG's own examples call the limit."""
    assert ratio(0x000000, 0xFFFFFF) == pytest.approx(21)
    assert ratio(0x767676, 0xFFFFFF) == pytest.approx(4.54, abs=0.01)
    assert ratio(0xFFFFFF, 0xFFFFFF) == 1


def test_the_smallest_window_has_the_same_colours(booth):
    """Smaller strokes: no text is so thin that its colour is never whole."""
    booth.window.resize(QSize(1024, 768))
    settle()
    booth.show(StepName.HOME)
    assert button(booth.window, "back").isVisible()
    assert [ink for ink in inks(booth.window, take(booth.window)) if ink.ratio < OFF] == []
