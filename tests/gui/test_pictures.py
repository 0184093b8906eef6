"""Pictures as themes light them, and mirrored for who reads from right to left."""

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.journey import Step, StepName
from kiosk.settings import default_content_folder
from kiosk.ui.theme.pictures import PLAIN, Light, lit
from kiosk.ui.widgets.picture import PictureView

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 440"'
GROUND = '<rect x="0" y="0" width="480" height="440" fill="#F8DCD6"/>'
DRAWN = (
    f"{HEAD}>{GROUND}"
    '<rect x="40" y="100" width="80" height="80" fill="#F3D0C8"/>'
    '<circle cx="240" cy="300" r="40" fill="#FF0000" fill-opacity="0.4"/></svg>'
)
CONTRAST = Light("#FFFFFF", "#000000")
PICTURES = sorted(default_content_folder().glob("topics/*/*.svg"))


def _painted(text):
    image = QImage(480, 440, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    drawing = QSvgRenderer(QByteArray(text.encode()))
    assert drawing.isValid()
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def test_a_picture_stays_as_it_was_drawn_by_day():
    assert lit(DRAWN, PLAIN) == DRAWN


def test_high_contrast_draws_an_outline_around_what_is_pale():
    image = _painted(lit(DRAWN, CONTRAST))
    assert image.pixelColor(300, 30) == QColor("#FFFFFF")
    assert image.pixelColor(38, 140) == QColor("#000000")
    assert image.pixelColor(80, 140) == QColor("#F3D0C8")


def test_what_is_seen_through_gets_no_outline():
    image = _painted(lit(DRAWN, CONTRAST))
    assert image.pixelColor(240, 300) == QColor("#FF9999")


def test_left_and_right_change_places_from_right_to_left():
    image = _painted(lit(DRAWN, Light(mirrored=True)))
    assert image.pixelColor(400, 140) == QColor("#F3D0C8")
    assert image.pixelColor(80, 140) == QColor("#F8DCD6")


def test_a_clock_is_not_mirrored():
    kept = DRAWN.replace(HEAD, f'{HEAD} data-mirror="keep"')
    assert _painted(lit(kept, Light(mirrored=True))) == _painted(DRAWN)


@pytest.mark.parametrize(
    "text", ["no picture", HEAD.replace("0 0 480 440", "480") + "><g/></svg>", f"{HEAD}>"]
)
def test_a_picture_that_nobody_can_read_is_left_alone(text):
    assert lit(text, Light("#FFFFFF", "#000000", mirrored=True)) == text


@pytest.mark.parametrize("light", [CONTRAST, Light("#000000", "#FFFFFF", mirrored=True)])
def test_every_picture_stays_a_picture(light):
    assert PICTURES
    for path in PICTURES:
        text = path.read_text(encoding="utf-8")
        changed = _painted(lit(text, light))
        assert changed != _painted(text), path.name
        edge = {changed.pixelColor(x, 10).name().upper() for x in range(60, 420, 10)}
        assert light.ground in edge, path.name


def test_arabic_cards_show_their_picture_mirrored(make_booth):
    booth = make_booth()
    seen = {}
    for language in ("en", "ar"):
        booth.show(Step(StepName.CARD, "preeclampsia", 8), language=language)
        seen[language] = booth.page.findChild(PictureView).grab().toImage()
    assert seen["ar"].size() == seen["en"].size()
    assert not _alike(seen["ar"], seen["en"])
    assert _alike(seen["ar"].transformed(QTransform().scale(-1, 1)), seen["en"])


def _alike(one, other):
    """But for the edges, where a mirrored line falls between other pixels."""
    points = [(x, y) for x in range(0, one.width(), 7) for y in range(0, one.height(), 7)]
    differ = sum(one.pixel(x, y) != other.pixel(x, y) for x, y in points)
    return differ < len(points) * 0.05
