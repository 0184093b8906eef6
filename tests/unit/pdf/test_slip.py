"""The slip says a code and what to do, and nothing else."""

import io

import pytest
from pypdf import PdfReader

from kiosk.domain.code import COLOURS, VisitCode
from kiosk.i18n import Catalogues
from kiosk.pdf import AlertSlip
from kiosk.settings import translations_folder

CATALOGUES = Catalogues(translations_folder())


def slip(fonts, language="en", paper="letter"):
    return AlertSlip(fonts, paper, CATALOGUES.words(language))


def read(pdf):
    (sheet,) = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(sheet.extract_text().split())


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "green 42 See now"), ("es", "verde 42 Atender ahora")],
)
def test_its_text_is_the_code_and_the_words(fonts, language, text, paper):
    assert read(slip(fonts, language, paper).render(VisitCode("green", 42))) == text


def test_in_arabic_too(fonts):
    words = CATALOGUES.words("ar")
    text = read(slip(fonts, "ar").render(VisitCode("green", 42)))
    assert text == f"{words.gettext('green')} 42 {words.gettext('See now')}"


def test_nothing_else_is_in_the_file(fonts):
    pdf = slip(fonts).render(VisitCode("green", 42))
    about = dict(PdfReader(io.BytesIO(pdf)).metadata or {})
    assert about.pop("/Title") == "See now"
    assert about.pop("/Producer") == "Perinatal Kiosk"
    assert {about.pop("/CreationDate"), about.pop("/ModDate")} == {"D:20000101000000+00'00'"}
    assert set(about.values()) <= {"", "/False"}


@pytest.mark.parametrize("colour", COLOURS)
def test_each_code_has_its_shape(fonts, colour):
    drawn = {slip(fonts).render(VisitCode(other, 42)) for other in (colour, "green", "blue")}
    assert len(drawn) == len({colour, "green", "blue"})


def test_a_test_says_so(fonts):
    text = read(slip(fonts).render(VisitCode("grey", 0), test=True))
    assert text == "grey 00 Test of the alert channel"
