"""The clinician's page: one sheet of paper, readable in ten seconds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from kiosk.domain.summary import Summary
from kiosk.i18n import Words
from kiosk.pdf.fonts import FontBook, FontFiles, own_fonts
from kiosk.pdf.layout import PAPERS, Page, lay_out
from kiosk.pdf.shaping import Shaper

SignLabel = Callable[[str, str], str]


def _sign_id(sign: str, _language: str) -> str:
    return sign


class ClinicianPage:
    """Renders summaries as PDF; safe to use from one thread at a time.

    Args:
        fonts: The folder with the kiosk's own fonts.
        paper: "letter" or "a4".
        clinic_name: As it stands in the head.
        kiosk_name: Which kiosk; may be empty.
        sign_label: (sign id, language) -> a warning sign's name.
        more_fonts: Families for further scripts, by ISO 15924 code ("Hans"), or in place of
            the kiosk's own ("Latn", "Arab"); TrueType outlines.
    """

    def __init__(
        self,
        fonts: Path,
        paper: str,
        clinic_name: str,
        kiosk_name: str,
        *,
        sign_label: SignLabel = _sign_id,
        more_fonts: Mapping[str, FontFiles] | None = None,
    ) -> None:
        self._book: Final = FontBook({**own_fonts(fonts), **(more_fonts or {})})
        self._size: Final = PAPERS[paper]
        self._clinic: Final = clinic_name
        self._kiosk: Final = kiosk_name
        self._sign_label: Final = sign_label

    def render(self, summary: Summary, words: Words) -> bytes:
        """One page as PDF, in the language of `words`."""
        from kiosk.pdf.painter import Painter

        # A shaper remembers what it has shaped, so each page has its own: nothing of a visit
        # stays behind.
        page = Page(
            summary, words, Shaper(self._book), self._size, self._clinic, self._kiosk,
            self._sign_label,
        )  # fmt: skip
        ops = lay_out(page)
        painter = Painter(
            self._size,
            right=words.right_to_left,
            title=words.gettext("Visit summary"),
            language=words.language,
            made=summary.ended_at,
        )
        return painter.paint(ops)
