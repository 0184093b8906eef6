"""A column that goes over to further leaves, and comes to rest."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.paged_column import PagedColumn
from kiosk.ui.widgets.text import TextLabel

LINE = "Put your baby down on the back, for naps and for the night."


@pytest.fixture
def host(kiosk_app, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def made(host):
    theme = Theme()
    theme.fit(QSize(1920, 1080))
    column = PagedColumn(theme)
    column.setParent(host)
    heading = TextLabel(theme, TypeRole.HEADING)
    heading.setText("On the back")
    column.column.addWidget(heading)
    lines = []
    for _ in range(4):
        label = TextLabel(theme, TypeRole.BODY)
        label.setText(LINE)
        column.column.addWidget(label)
        lines.append(label)
    column.set_flow(lines)
    host.resize(1000, 1000)
    host.show()
    return column, heading, lines


def seen(made):
    """What stands on each leaf, by its place among the lines."""
    column, heading, lines = made
    found = []
    for leaf in range(column.count):
        column.show_leaf(leaf)
        settle()
        assert heading.isVisible()
        found.append([place for place, line in enumerate(lines) if line.isVisible()])
    return found


@pytest.mark.parametrize("height", range(150, 900, 25))
def test_every_line_stands_on_one_leaf_at_every_height(made, height):
    column = made[0]
    column.setGeometry(0, 0, 620, height)
    settle()
    assert [line for leaf in seen(made) for line in leaf] == [0, 1, 2, 3]


def test_what_has_room_stays_on_one_leaf(made):
    made[0].setGeometry(0, 0, 900, 900)
    settle()
    assert seen(made) == [[0, 1, 2, 3]]


def test_leaves_are_dealt_evenly(made):
    made[0].setGeometry(0, 0, 620, 480)
    settle()
    assert seen(made) == [[0, 1], [2, 3]]


def test_more_room_brings_the_lines_back(made):
    column = made[0]
    told = []
    column.leaves_changed.connect(lambda: told.append(column.count))
    column.setGeometry(0, 0, 620, 300)
    settle()
    assert column.count > 1
    column.show_leaf(column.count - 1)
    column.setGeometry(0, 0, 900, 900)
    settle()
    assert (column.count, column.leaf) == (1, 0)
    assert told[-1] == 1
