"""Pages to paper through CUPS; nothing else knows it."""

from kiosk.printing.choose import choose_printer

__all__ = ["choose_printer"]
