"""The clinician's page as PDF; ReportLab and HarfBuzz are imported with the first page."""

from kiosk.pdf.fonts import FontFiles
from kiosk.pdf.page import ClinicianPage

__all__ = ["ClinicianPage", "FontFiles"]
