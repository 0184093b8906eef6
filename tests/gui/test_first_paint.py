"""What is slow comes after the first screen has been painted."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk.ui.first_paint import FirstPaint
from kiosk.ui.rehearsal.hand import settle


class Window(QWidget):
    """Writes down when it is painted."""

    def __init__(self, told):
        super().__init__()
        self.told = told

    def paintEvent(self, event):
        self.told.append("painted")


@pytest.fixture
def told():
    return []


@pytest.fixture
def window(qtbot, told):
    made = Window(told)
    qtbot.addWidget(made)
    FirstPaint(made, lambda: told.append("opened"))
    return made


def test_it_is_painted_first_and_then_what_waited_is_done_once(window, told, qtbot):
    settle()
    assert told == []
    window.show()
    qtbot.waitUntil(lambda: "opened" in told)
    assert told.index("painted") < told.index("opened")
    window.repaint()
    settle()
    assert told.count("opened") == 1


def test_where_nothing_is_ever_painted_it_waits_for_a_second(window, told):
    [patience] = window.findChildren(QTimer)
    assert patience.interval() == 1_000
    patience.timeout.emit()
    patience.stop()
    window.show()
    settle()
    assert told.count("opened") == 1
