"""What is shown without one kind of cone: still read, and no state by its colour alone."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

from kiosk.domain.journey import Step, StepName
from kiosk.ui.gallery.scenes import scenes
from kiosk.ui.gallery.seen_as import Sight, picture_as, seen
from kiosk.ui.theme.tokens import Style, TextSize
from kiosk.ui.widgets.choice import Choice
from tests.gui.test_contrast import ONE_OF_A_KIND
from tests.helpers.gui_contrast import Photo, inks, ratio, take
from tests.helpers.gui_kiosk import button, press, shown

READ, STATE = 4.5, 3.0


def test_white_black_and_grey_stay():
    for sight in Sight:
        for grey in (0x000000, 0x808080, 0xFFFFFF):
            assert seen(grey, sight) == grey


@pytest.mark.parametrize(
    ("sight", "colour", "like"),
    [
        # Pure primaries through the published matrices, in linear light.
        (Sight.PROTANOPIA, 0xFF0000, 0x6D5F00),
        (Sight.DEUTERANOPIA, 0xFF0000, 0xA39000),
        (Sight.TRITANOPIA, 0x0000FF, 0x006B96),
    ],
)
def test_colours_are_those_of_the_model(sight, colour, like):
    assert f"{seen(colour, sight):06X}" == f"{like:06X}"


def test_red_and_green_of_one_lightness_meet():
    """What the model is for: to who has no middle cone, these two are nearly one."""
    red, green = 0xC03030, 0x5E7A00
    assert ratio(red, green) < 1.3
    one, other = seen(red, Sight.DEUTERANOPIA), seen(green, Sight.DEUTERANOPIA)
    apart = [abs((one >> shift & 255) - (other >> shift & 255)) for shift in (16, 8, 0)]
    assert max(apart) < 60


def test_a_picture_is_seen_pixel_by_pixel():
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.setPixel(0, 0, 0xFFFF0000)
    image.setPixel(1, 0, 0xFFFFFFFF)
    made = Photo(picture_as(image, Sight.TRITANOPIA))
    assert (made.at(0, 0), made.at(1, 0)) == (seen(0xFF0000, Sight.TRITANOPIA), 0xFFFFFF)


@pytest.mark.parametrize("style", list(Style))
def test_every_text_can_still_be_read(booth, library, style):
    booth.window.keep_look(TextSize.NORMAL, style)
    booth.window.context.theme.reset()
    known = {scene.name: scene for scene in scenes(library, every_card=False)}
    found = set()
    for name in ONE_OF_A_KIND:
        known[name].show(booth, "en")
        for ink in inks(booth.window, take(booth.window)):
            for sight in Sight:
                apart = ratio(seen(ink.ink, sight), seen(ink.ground, sight))
                if apart < READ and not ink.is_off:
                    found.add(f"{name}: {ink} seen with {sight}: {apart:.1f}")
    assert not found, "\n".join(sorted(found))


def _place(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _changed(before, after, place, sight):
    """How many pixels change in lightness by 3:1, with this sight."""
    return sum(
        ratio(seen(before.at(x, y), sight), seen(after.at(x, y), sight)) >= STATE
        for y in range(place.top(), place.bottom())
        for x in range(place.left(), place.right())
        if before.at(x, y) != after.at(x, y)
    )


@pytest.mark.parametrize("sight", list(Sight))
@pytest.mark.parametrize(
    ("step", "name"),
    [
        (Step(StepName.EPDS_ITEM, index=3), "option-2"),
        (Step(StepName.QUESTIONS, "preeclampsia"), None),
        (Step(StepName.SIGNS), "sign-headache"),
    ],
    ids=["answer", "question", "sign"],
)
def test_what_is_chosen_differs_in_more_than_hue(booth, sight, step, name):
    booth.show(step)
    if name is None:
        name = next(w.objectName() for w in shown(booth.page) if isinstance(w, Choice))
    place = _place(button(booth.window, name), booth.window)
    before = take(booth.window)
    press(booth.window, name)
    assert _changed(before, take(booth.window), place, sight) > 200
