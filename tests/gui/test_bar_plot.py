"""Bars begin where reading begins, and what is not told is drawn otherwise, in every theme."""

import pytest
from PySide6.QtCore import Qt

from kiosk.services.figure_plots import Bar
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import Style
from kiosk.ui.widgets.bar_plot import BarPlot

WAYS = Qt.LayoutDirection
BARS = (
    Bar("a", 1.0, "20"),
    Bar("b", 0.5, "10"),
    Bar("c", 0.0, "0"),
    Bar("d", None, "hidden"),
)
LONGEST = 4 / 10 * 1000
"""Pixels: the share of the width that bars have."""


@pytest.fixture
def rows(kiosk_app, qtbot):
    """Paints the bars; gives of each row the places that have the bar's colour."""
    del kiosk_app

    def paint(style=Style.DAY, way=WAYS.LeftToRight):
        theme = Theme()
        theme.style = style
        plot = BarPlot(theme, BARS)
        qtbot.addWidget(plot)
        plot.setLayoutDirection(way)
        plot.resize(1000, plot.sizeHint().height())
        picture = plot.grab().toImage()
        height = picture.height() / len(BARS)
        middles = [round((row + 0.5) * height) for row in range(len(BARS))]
        teal = theme.colour("teal").rgb()
        return [[x for x in range(1000) if picture.pixel(x, y) == teal] for y in middles]

    return paint


@pytest.mark.parametrize("style", list(Style))
def test_a_bar_is_as_long_as_its_share(rows, style):
    whole, half, none, hidden = rows(style)
    assert len(whole) == pytest.approx(LONGEST, abs=60)
    assert len(half) == pytest.approx(len(whole) / 2, abs=2)
    assert none == hidden == []


def test_bars_begin_at_the_right_where_reading_does(rows):
    whole, half, *_ = rows()
    assert half[0] == whole[0]
    assert half[-1] < whole[-1]
    whole, half, *_ = rows(way=WAYS.RightToLeft)
    assert half[-1] == whole[-1]
    assert half[0] > whole[0]


@pytest.mark.parametrize("style", list(Style))
def test_what_is_not_told_is_hatched(kiosk_app, qtbot, style):
    theme = Theme()
    theme.style = style
    inks = []
    for bars in ((BARS[2],), (BARS[3],)):
        plot = BarPlot(theme, bars)
        qtbot.addWidget(plot)
        plot.resize(1000, plot.sizeHint().height())
        picture = plot.grab().toImage()
        middle = picture.height() // 2
        inks.append({picture.pixel(x, middle) for x in range(400, 600)})
    empty, hatched = inks
    assert empty == {theme.colour("sand").rgb()}
    assert theme.colour("ink_soft").rgb() in hatched
    assert len(hatched) > 1
