"""The clinician's page and the slips as PDF; ReportLab and HarfBuzz come with the first page."""

from kiosk.pdf.figures_page import FiguresPage
from kiosk.pdf.fonts import FontFiles
from kiosk.pdf.page import ClinicianPage
from kiosk.pdf.slip import AlertSlip
from kiosk.pdf.visit_slip import VisitSlip

__all__ = ["AlertSlip", "ClinicianPage", "FiguresPage", "FontFiles", "VisitSlip"]
