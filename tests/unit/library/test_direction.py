"""Figures stay whole: with their unit, and in their order among words from right to left."""

import pytest

from kiosk.domain.content import Paragraph
from kiosk.library.direction import LEAD, MARK, NO_BREAK, bound, directed


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("100.4 °F (38.0 °C)", f"100.4{NO_BREAK}°F (38.0{NO_BREAK}°C)"),
        ("100.4°F", "100.4°F"),
        ("140/90 or 37 weeks", "140/90 or 37 weeks"),
        ("a ° sign", "a ° sign"),
    ],
)
def test_no_line_ends_between_a_temperature_and_its_unit(written, shown):
    assert bound(written) == shown


def test_every_language_has_its_figures_bound_and_arabic_isolates_them():
    fever = Paragraph("Over 100.4 °F")
    assert directed(fever, "es") == Paragraph(f"Over 100.4{NO_BREAK}°F")
    assert directed(fever, "ar") == Paragraph(f"Over {MARK}100.4{NO_BREAK}°F{MARK}")
    assert directed(Paragraph("140/90."), "ar") == Paragraph(f"{LEAD}{MARK}140/90{MARK}.")
