"""The page she takes home, in her language: what she read, signs, lines to call."""

from kiosk.ui.take_home.page import take_home_pdf

__all__ = ["take_home_pdf"]
