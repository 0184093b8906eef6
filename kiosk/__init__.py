"""The Perinatal Kiosk: education, EPDS screening and a clinician's page."""

__version__ = "0.1.0"
