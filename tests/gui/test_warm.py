"""What is made ready before the first visitor comes."""

import subprocess
import sys
from pathlib import Path

from kiosk.ui.theme.paint import art_path, renderer
from kiosk.ui.warm import warm_up
from tests.helpers.project import ROOT

# In a process of its own: here PySide has made most of its classes.
MADE_LATER = """
import enum
from kiosk.app import make_application
from kiosk.ui.warm import warm_up
make_application()
warm_up()
made = []
create = enum.EnumType._create_
def watched(cls, name, *values, **how):
    made.append(name)
    return create(name, *values, **how)
enum.EnumType._create_ = watched
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget
window = QWidget()
column = QVBoxLayout(window)
for _each in range(2):
    child = QWidget()
    child.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(child)
window.show()
child.setFocus()
picture = QPixmap(9, 9)
painter = QPainter(picture)
painter.fillRect(picture.rect(), QColor("red"))
painter.end()
print(made)
"""


def test_the_pictures_of_the_screens_are_read(kiosk_app):
    drawn = list(Path(art_path("check")).parent.glob("*.svg"))
    renderer.cache_clear()
    warm_up()
    assert renderer.cache_info().currsize == len(drawn) > 10
    for path in drawn:
        renderer(str(path))
    assert renderer.cache_info().misses == len(drawn)


def test_no_class_of_qt_is_made_within_a_tap():
    run = subprocess.run(
        [sys.executable, "-c", MADE_LATER],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""},
    )
    assert run.stdout.strip() == "[]"
