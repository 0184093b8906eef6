"""The kiosk's health in one line: all its words, in every language, on the smallest display."""

import pytest
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.language import LANGUAGES
from kiosk.i18n import Catalogues
from kiosk.services.health import Condition, HealthItem, Level, Part
from kiosk.services.health_wording import short
from kiosk.settings import translations_folder
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.health_strip import HealthStrip
from tests.helpers.gui_layout import drawn_texts, layout_faults

CATALOGUES = Catalogues(translations_folder())
DISPLAY, WIDTH = QSize(1024, 768), 956
SICK = (
    HealthItem(Part.PRINTER, Level.OK, Condition.PRINTER_READY),
    HealthItem(Part.DISK, Level.OK, Condition.DISK_FINE, ("64000",)),
    HealthItem(Part.TEXTS, Level.OK, Condition.TEXTS_FINE),
    HealthItem(Part.VOICES, Level.NOTE, Condition.VOICES_NONE),
    HealthItem(Part.ALERTS, Level.FAULT, Condition.ALERTS_FAIL, ("pager",)),
    HealthItem(Part.HAND_OFF, Level.FAULT, Condition.HAND_OFF_FAILS, ("12",)),
)


@pytest.fixture
def make_strip(qtbot):
    holders = []

    def make(language, items=SICK, width=WIDTH):
        theme = Theme()
        theme.fit_dense(DISPLAY)
        theme.language = language
        holder = QWidget()  # Faults are those of what lies in a window.
        qtbot.addWidget(holder)
        holders.append(holder)
        strip = HealthStrip(theme, CATALOGUES.words(language))
        strip.setParent(holder)
        ways = Qt.LayoutDirection
        mirrored = LANGUAGES[language].right_to_left
        strip.setLocale(QLocale(language))
        strip.setLayoutDirection(ways.RightToLeft if mirrored else ways.LeftToRight)
        strip.show_items(items)
        strip.resize(width, strip.height())
        holder.resize(strip.size())
        return strip

    return make


def _words(strip):
    return [drawn.text for drawn in drawn_texts([strip])[0]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_parts_have_room_for_all_their_words(make_strip, language):
    strip = make_strip(language)
    scale = DISPLAY.width() / 1920
    assert layout_faults(strip.parentWidget(), scale) == []
    assert _words(strip) == [short(item, CATALOGUES.words(language)) for item in SICK]


def test_cells_are_as_wide_as_their_words(make_strip):
    """Cells of one width would cut the longest words while the shortest have room to spare."""
    texts, _ = drawn_texts([make_strip("en")])
    starts = [drawn.place.left() for drawn in texts]
    widths = [drawn.ink.width() for drawn in texts]
    gaps = [b - a - width for a, b, width in zip(starts, starts[1:], widths, strict=False)]
    assert max(gaps) - min(gaps) < 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_where_there_is_no_room_what_is_well_is_an_icon(make_strip, language):
    strip = make_strip(language, width=520)
    assert layout_faults(strip.parentWidget(), DISPLAY.width() / 1920) == []
    words = CATALOGUES.words(language)
    assert [text for text in _words(strip) if text] == [short(item, words) for item in SICK[3:]]
    assert short(SICK[0], words) in strip.accessibleName()
