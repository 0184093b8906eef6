"""Pages for her, in her language: what she read, signs, lines to call; a log of her readings."""

from kiosk.ui.take_home.page import take_home_pdf
from kiosk.ui.take_home.pressure_log import pressure_log_pdf

__all__ = ["pressure_log_pdf", "take_home_pdf"]
