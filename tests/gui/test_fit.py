"""How wide the widest word is that no line may break."""

import pytest
from PySide6.QtGui import QFontMetricsF

from kiosk.ui.theme.fit import longest_word
from kiosk.ui.theme.fonts import font


@pytest.mark.parametrize(
    ("text", "language", "widest"),
    [
        ("a fever of 100.4\u00a0°F now", "en", "100.4\u00a0°F"),
        ("voulez-vous\u202f? oui", "fr", "voulez-vous\u202f?"),
        ("体温100.4\u00a0°F（38.0\u00a0°C）或更高", "zh_Hans", "（38.0\u00a0°C）"),
        ("", "en", ""),
    ],
)
def test_a_word_ends_where_a_line_may_and_nowhere_else(kiosk_app, text, language, widest):
    set_in = font(language, 40, semibold=False)
    assert longest_word(text, set_in) == QFontMetricsF(set_in).horizontalAdvance(widest)
