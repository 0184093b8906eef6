"""The slip to hand out: a code to read, the same as a QR code, and nothing else."""

import io

import pytest
from pypdf import PdfReader

from kiosk.domain.slip import slip_code
from kiosk.i18n import Catalogues
from kiosk.pdf import VisitSlip
from kiosk.settings import fonts_folder, translations_folder

CODE = slip_code(273987)


@pytest.fixture(params=["en", "es", "ar"])
def slip(request):
    words = Catalogues(translations_folder()).words(request.param)
    return VisitSlip(fonts_folder(), "letter", words).render(CODE)


def test_it_has_one_page_with_the_code(slip):
    (page,) = PdfReader(io.BytesIO(slip)).pages
    assert "273 9878" in " ".join(page.extract_text().split())


def test_the_code_reads_from_left_to_right_in_every_language(slip):
    """From right to left its two parts would change places: another code."""
    found = {}

    def place(text, _cm, matrix, *_font):
        for part in ("273", "9878"):
            if part in text:
                found[part] = (matrix[4], text.index(part))

    (page,) = PdfReader(io.BytesIO(slip)).pages
    page.extract_text(visitor_text=place)
    assert found["273"] < found["9878"]


def test_the_same_code_gives_the_same_page_and_another_another():
    words = Catalogues(translations_folder()).words("en")
    made = VisitSlip(fonts_folder(), "a4", words)
    assert made.render(CODE) == made.render(CODE)
    assert made.render(CODE) != made.render(slip_code(1))
