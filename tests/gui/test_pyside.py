"""The Qt that is installed is one that this program can run on."""

import importlib
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

import PySide6
import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QLabel

ROOT = Path(__file__).resolve().parents[2]


def test_a_void_call_leaves_none_alone(qapp):
    """PySide6 6.12.0 loses a reference to None with each void call, and aborts after thousands."""
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        label.setText("text")
        label.setEnabled(True)
    assert abs(sys.getrefcount(None) - before) < 100


def test_the_version_is_one_that_the_project_allows():
    required = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    qt = [re.fullmatch(r"PySide6-\w+>=6\.(\d+),<6\.(\d+)", line) for line in required]
    ranges = {(int(m[1]), int(m[2])) for m in qt if m}
    assert ranges == {(8, 12)}
    major, minor, *_ = (int(part) for part in PySide6.__version__.split("."))
    assert major == 6
    assert 8 <= minor < 12


def test_both_qt_wheels_have_one_version():
    versions = {
        importlib.metadata.version(name)
        for name in ("PySide6-Essentials", "PySide6-Addons", "shiboken6")
    }
    assert len(versions) == 1


@pytest.mark.parametrize("module", ["QtPdf", "QtPrintSupport", "QtSvg", "QtTextToSpeech"])
def test_the_parts_of_qt_in_use_load(module):
    assert importlib.import_module(f"PySide6.{module}").__name__ == f"PySide6.{module}"


@pytest.mark.parametrize("family", ["Lexend", "Noto Sans Arabic"])
def test_each_family_has_a_real_semibold(qapp, family):
    stem = family.replace(" ", "")
    for style in ("Regular", "SemiBold"):
        path = ROOT / "kiosk/_share/fonts" / f"{stem}-{style}.ttf"
        number = QFontDatabase.addApplicationFont(str(path))
        assert family in QFontDatabase.applicationFontFamilies(number)
    for weight, style in ((QFont.Weight.Normal, "Regular"), (QFont.Weight.DemiBold, "SemiBold")):
        font = QFont(family, 20)
        font.setWeight(weight)
        assert QFontInfo(font).family() == family
        assert QRawFont.fromFont(font).styleName() == style
