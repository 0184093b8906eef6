"""A page of either paper, and what its text is."""

import gettext
import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from kiosk.domain.summary import Summary
from kiosk.i18n import Words
from kiosk.pdf import ClinicianPage
from kiosk.pdf.fonts import FontBook, own_fonts
from kiosk.pdf.shaping import Shaper
from tests.helpers.project import ROOT

FONTS = ROOT / "kiosk" / "_share" / "fonts"
SIGNS = {"vision-changes": "Changes of sight", "headache": "Severe headache"}


def sign_label(sign: str, language: str) -> str:
    assert language
    return SIGNS.get(sign, f"Warning {sign}")


def words_in(language: str = "en") -> Words:
    return Words(language, gettext.NullTranslations())


@pytest.fixture(scope="session")
def fonts() -> Path:
    return FONTS


@pytest.fixture(scope="session")
def shaper() -> Shaper:
    return Shaper(FontBook(own_fonts(FONTS)))


@pytest.fixture(params=["letter", "a4"])
def page(request: pytest.FixtureRequest) -> ClinicianPage:
    return ClinicianPage(FONTS, request.param, "Riverside Clinic", "kiosk 2", sign_label=sign_label)


Read = Callable[..., str]


@pytest.fixture
def read(page: ClinicianPage) -> Read:
    """The text of a summary's only page, runs of white space as one space."""

    def text(summary: Summary, language: str = "en") -> str:
        document = pypdf.PdfReader(io.BytesIO(page.render(summary, words_in(language))))
        assert len(document.pages) == 1
        return " ".join(document.pages[0].extract_text().split())

    return text
