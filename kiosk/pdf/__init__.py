"""The pages and the slip as PDF; ReportLab and HarfBuzz come with the first page."""

from kiosk.pdf.figures_page import FiguresPage
from kiosk.pdf.fonts import FontFiles
from kiosk.pdf.page import ClinicianPage
from kiosk.pdf.slip import AlertSlip

__all__ = ["AlertSlip", "ClinicianPage", "FiguresPage", "FontFiles"]
