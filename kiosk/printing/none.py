"""A machine without printer support: every page stays in the encrypted queue."""

from __future__ import annotations

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.services.ports import PrintState


class NoPrinter:
    """Satisfies `Printer` where no print system can be used."""

    def available(self) -> bool:
        """Never."""
        return False

    def submit(self, pdf: bytes, *, title: str, copies: int = 1) -> tuple[str, int]:
        """Refuse.

        Raises:
            KioskError: NO_PRINTER_SUPPORT.
        """
        _ = pdf, title, copies
        raise KioskError(ErrorCode.NO_PRINTER_SUPPORT)

    def state(self, printer: str, job: int) -> PrintState:
        """SILENT: a job of earlier days may be somewhere, but nobody can tell."""
        _ = printer, job
        return PrintState.SILENT

    def cancel(self, printer: str, job: int) -> PrintState:
        """Refuse.

        Raises:
            KioskError: NO_PRINTER_SUPPORT.
        """
        _ = printer, job
        raise KioskError(ErrorCode.NO_PRINTER_SUPPORT)
