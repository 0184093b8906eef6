"""The file itself: one page of the right size, nothing told beside it, and quick."""

import io
import subprocess
import sys
from typing import Any

import pypdf
import pytest

from kiosk.pdf import ClinicianPage
from kiosk.services.ports import SummaryPage
from tests.unit.pdf import cases
from tests.unit.pdf.conftest import words_in


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595.28, 841.89))])
def test_paper(fonts, paper, size):
    page: SummaryPage = ClinicianPage(fonts, paper, "Clinic", "")
    (only,) = read(page.render(cases.complete(), words_in())).pages
    assert (float(only.mediabox.width), float(only.mediabox.height)) == pytest.approx(size, abs=0.1)


def test_properties_tell_no_code_and_no_name(page: ClinicianPage):
    properties = dict(read(page.render(cases.item_10(), words_in())).metadata or {})
    assert properties["/Title"] == "Visit summary"
    assert properties["/Producer"] == "Perinatal Kiosk"
    assert properties["/CreationDate"] == "D:20261123104200-06'00'"
    others = {"/Author", "/Creator", "/Subject", "/Keywords"}
    assert all(not properties.get(name) for name in others)


def test_the_same_visit_gives_the_same_bytes(page: ClinicianPage):
    assert page.render(cases.worst(), words_in()) == page.render(cases.worst(), words_in())


def test_nothing_of_an_earlier_visit_stays(page: ClinicianPage):
    page.render(cases.spanish(), words_in())
    text = read(page.render(cases.complete(), words_in())).pages[0].extract_text()
    assert "Respuesta" not in text


def test_the_letters_are_in_the_file(page: ClinicianPage):
    (only,) = read(page.render(cases.arabic(), words_in())).pages
    resources: Any = only["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]
    embedded = [font for font in fonts if font["/Subtype"] == "/Type0"]
    names = {str(font["/BaseFont"]).partition("+")[2] for font in embedded}
    assert names == {"LatnR", "LatnB", "ArabR"}
    for font in embedded:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert len(descriptor["/FontFile2"].get_data()) > 1000


def test_a_page_from_right_to_left_is_mirrored(page: ClinicianPage):
    seen: dict[str, float] = {}

    def visit(text, _cm, tm, _font, _size):
        if text.strip():
            seen.setdefault(text.strip(), tm[4])

    (only,) = read(page.render(cases.complete(), words_in("ar"))).pages
    only.extract_text(visitor_text=visit)
    title = next(x for text, x in seen.items() if text.startswith("Visit summary"))
    assert title > 300


@pytest.mark.parametrize("case", list(cases.CASES))
def test_every_case_is_one_small_page(page: ClinicianPage, case):
    pdf = page.render(cases.CASES[case](), words_in())
    assert len(read(pdf).pages) == 1
    assert len(pdf) < 60_000


def test_nothing_heavy_is_imported_before_the_first_page():
    program = (
        "import sys, kiosk.pdf\n"
        "heavy = {'reportlab', 'uharfbuzz', 'bidi', 'fontTools'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
